from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Method, Phase
from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Exclusion, Standing
from judging_app.present.organiser.report import NOT_PUBLISHED, STILL_OPEN, Findings, Report, report
from judging_app.present.result.checks import ChecksView
from judging_app.present.result.standings import StandingsView, panel_view
from judging_app.present.words.methods import definition_text
from judging_app.tally.result import plain_result

FINDINGS = Findings("The same team wins.", ChecksView("The same winner in all 3 checks.", ()))


@pytest.fixture
def view(
    event: Event, setup: Setup, by_method: Mapping[Method, tuple[Standing, ...]]
) -> StandingsView:
    return panel_view(event, setup, plain_result(by_method[Method.MEAN], Method.MEAN))


@pytest.fixture
def rows(event: Event, setup: Setup, ballots: tuple[Ballot, ...], view: StandingsView) -> Report:
    return report(event, setup, ballots, view, FINDINGS, result="Result code 7K2M")


def test_the_places_are_those_of_the_standings_and_all_stand_in_the_report(
    rows: Report, view: StandingsView
) -> None:
    told = [(place.place, place.team, place.score) for place in rows.places]

    assert told == [(row.place_text, row.team, row.score_text) for row in view.rows]
    assert (rows.method, rows.unit, rows.result) == ("Mean", "of 100", "Result code 7K2M")
    assert not rows.is_decided


@pytest.mark.parametrize(
    ("phase", "status"),
    [
        (
            Phase.SCORING,
            f"{NOT_PUBLISHED} {STILL_OPEN}",
        ),
        (Phase.CLOSED, "Not published: for the panel only."),
        (Phase.PUBLISHED, "Published."),
    ],
)
def test_a_report_says_first_whether_the_result_is_published(
    event: Event,
    setup: Setup,
    ballots: tuple[Ballot, ...],
    view: StandingsView,
    phase: Phase,
    status: str,
) -> None:
    told = report(replace(event, phase=phase), setup, ballots, view, FINDINGS)

    assert told.status == status


def test_every_ballot_that_does_not_count_is_named_with_its_reason(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...], view: StandingsView
) -> None:
    first, *rest = (one for one in ballots if one.state is BallotState.RECUSED)
    because = replace(first, reason="Employs a member.")
    others = tuple(one for one in ballots if one is not first)

    told = report(event, setup, (*others, because), view, FINDINGS)

    assert told.ballots == "44 of 48 ballots submitted; 2 recused and 2 absent."
    assert [one.state for one in told.uncounted].count("Recused") == len(rest) + 1
    assert [one.reason for one in told.uncounted if one.reason] == ["Employs a member."]


def test_ballots_that_are_owed_are_told_as_well(
    event: Event, setup: Setup, view: StandingsView
) -> None:
    judge, team = setup.judges[0], setup.teams[0]
    owed = (Ballot(judge.id, team.id), Ballot(judge.id, setup.teams[1].id, BallotState.DRAFT))

    told = report(event, setup, owed, view, FINDINGS)

    assert told.ballots == "0 of 2 ballots submitted; 1 not started and 1 draft."
    assert [(one.judge, one.state) for one in told.uncounted] == [
        (f"{judge.name} ({judge.id})", "Not started"),
        (f"{judge.name} ({judge.id})", "Draft"),
    ]


def test_an_order_of_the_panels_own_stands_beside_what_the_method_gives(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...], view: StandingsView
) -> None:
    first, second, *others = view.rows
    joint = (
        replace(second, place_text="=1", is_decided=True),
        replace(first, place_text="=1", is_decided=True),
        *others,
    )
    announced = replace(view, rows=joint)

    told = report(event, setup, ballots, announced, FINDINGS)

    assert told.is_decided
    assert [(one.place, one.by_scores) for one in told.places[:3]] == [
        ("=1", "2"),
        ("=1", "1"),
        ("3", "3"),
    ]


def test_a_team_that_is_out_is_told_once_and_its_ballots_are_said_to_be_left_out(
    event: Event,
    setup: Setup,
    ballots: tuple[Ballot, ...],
    by_method: Mapping[Method, tuple[Standing, ...]],
) -> None:
    *placed, last = by_method[Method.MEAN]
    out = replace(last, place=None, score=None, exclusion=Exclusion.WITHDRAWN)
    view = panel_view(event, setup, plain_result((*placed, out), Method.MEAN))

    told = report(event, setup, ballots, view, FINDINGS)

    assert (told.places[-1].place, told.places[-1].remark) == ("withdrawn", "")
    assert told.ballots.endswith(f" Ballots for {told.places[-1].team} (withdrawn) don’t count.")


def test_points_taken_off_stand_with_their_team(
    event: Event,
    setup: Setup,
    ballots: tuple[Ballot, ...],
    by_method: Mapping[Method, tuple[Standing, ...]],
) -> None:
    first, *others = by_method[Method.MEAN]
    view = panel_view(
        event, setup, plain_result((replace(first, penalty=Fraction(1, 2)), *others), Method.MEAN)
    )

    told = report(event, setup, ballots, view, FINDINGS)

    assert told.places[0].remark == "0.5 points taken off"


def test_the_rubric_shows_weights_to_one_count_of_decimals_and_who_scores_what(
    event: Event, setup: Setup, view: StandingsView
) -> None:
    rubric = Rubric(
        (
            Criterion(CriterionId("a"), "Impact", Fraction(62), section="Use"),
            Criterion(CriterionId("b"), "Price", Fraction(75, 2), kind=CriterionKind.ORGANISER),
            Criterion(CriterionId("c"), "Daring", Fraction(5), 0, 4, kind=CriterionKind.BONUS),
        )
    )

    told = report(event, replace(setup, rubric=rubric), (), view, FINDINGS)

    assert [(one.title, one.weight, one.scale) for one in told.criteria] == [
        ("Use: Impact", "62.0", "1 to 10"),
        ("Price", "37.5", "1 to 10"),
        ("Daring", "5.0", "0 to 4"),
    ]
    assert [bool(one.note) for one in told.criteria] == [False, True, True]
    assert told.full_total == "99.5 + 5 bonus"


@pytest.mark.parametrize("method", list(Method))
def test_every_method_is_defined_in_words_of_its_own(event: Event, method: Method) -> None:
    told = definition_text(replace(event, method=method))

    others = {definition_text(replace(event, method=one)) for one in Method if one is not method}
    assert told.endswith("A missing ballot does not count as zero.")
    assert told not in others


def test_the_two_ways_of_trimming_are_told_apart(event: Event) -> None:
    by_ballot = replace(event, method=Method.TRIMMED)

    assert "each criterion" not in definition_text(by_ballot)
    assert "each criterion" in definition_text(replace(by_ballot, trims_by_criterion=True))
