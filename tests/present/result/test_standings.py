from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.ceremony.reveal import reveal_plan
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Audience, Board, Event, Method, Phase
from judging_app.domain.ids import AwardId, CriterionId, TeamId
from judging_app.domain.people import Team
from judging_app.domain.reveal import RevealKind, RevealStep
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Edition, Standing
from judging_app.present.result.standings import panel_view, public_view
from judging_app.tally.awards import AwardResult
from judging_app.tally.result import plain_result
from judging_app.tally.standings import ranked
from tests.builders import set_up

_RUBRIC = Rubric((Criterion(CriterionId("all"), "All", Fraction(100)),))


def _setup(count: int) -> Setup:
    teams = tuple(Team(TeamId(f"T{n}"), f"Team {n}") for n in range(count))
    return set_up(
        teams=teams,
        rubric=_RUBRIC,
    )


def _standings(scores: list[int | None]) -> tuple[Standing, ...]:
    teams = [TeamId(f"T{n}") for n in range(len(scores))]
    scored = {t: Fraction(s, 7) for t, s in zip(teams, scores, strict=True) if s is not None}
    return ranked(teams, scored, dict.fromkeys(scored, 3), expected=4)


def _steps(standings: tuple[Standing, ...]) -> tuple[RevealStep, ...]:
    return reveal_plan(RevealKind.LAST_TO_FIRST, standings).steps


some_scores = st.lists(st.none() | st.integers(0, 6), max_size=9)


def _is_open(event: Event) -> bool:
    live = event.board is Board.LIVE and event.phase is Phase.SCORING
    return live or event.phase is Phase.PUBLISHED


@given(some_scores, st.sampled_from(Phase), st.sampled_from(Board), st.integers(0, 10))
def test_the_public_sees_a_score_only_if_it_is_out(
    scores: list[int | None], phase: Phase, board: Board, revealed: int
) -> None:
    event = Event("Day", phase=phase, board=board)
    standings = _standings(scores)
    steps = _steps(standings)[:revealed]
    told = {team for step in steps for team in step.teams} if phase is Phase.CLOSED else set()

    view = public_view(
        event, _setup(len(scores)), plain_result(standings, event.method), told_steps=steps
    )

    for row in view.rows:
        is_out = _is_open(event) or row.team_id in told
        if not is_out:
            assert (row.place, row.score, row.is_tied) == (None, None, False)
            assert row.score_text == row.exact_text == ""
            assert row.place_text in ("", "–")


@given(
    some_scores,
    st.sampled_from([Phase.SETTING_UP, Phase.SCORING, Phase.CLOSED]),
)
def test_before_the_first_step_the_public_sees_the_same_whoever_is_ahead(
    scores: list[int | None], phase: Phase
) -> None:
    event = Event("Day", phase=phase)
    setup = _setup(len(scores))
    placed = [score for score in scores if score is not None]
    other = list(reversed(placed))
    turned = [None if score is None else other.pop(0) for score in scores]

    one = public_view(event, setup, plain_result(_standings(scores), event.method))
    two = public_view(event, setup, plain_result(_standings(turned), event.method))

    assert one == two


@given(some_scores, st.integers(0, 9))
def test_what_is_not_told_does_not_change_what_the_public_sees(
    scores: list[int | None], revealed: int
) -> None:
    event, setup = Event("Day", phase=Phase.CLOSED), _setup(len(scores))
    standings = _standings(scores)
    steps = _steps(standings)
    told = {team for step in steps[:revealed] for team in step.teams}
    untold = {s.team: s.score for s in standings if s.score is not None and s.team not in told}
    exchanged = dict(zip(untold, reversed(untold.values()), strict=True))
    kept = {s.team: s.score for s in standings if s.score is not None and s.team in told}
    other = ranked(
        [team.id for team in setup.teams],
        {team: score for team, score in {**kept, **exchanged}.items() if score is not None},
        dict.fromkeys([*kept, *exchanged], 3),
        expected=4,
    )

    one = public_view(
        event, setup, plain_result(standings, event.method), told_steps=steps[:revealed]
    )
    two = public_view(event, setup, plain_result(other, event.method), told_steps=steps[:revealed])

    if revealed < len(steps):
        assert one == two


def test_the_public_gets_the_declared_method_and_is_marked_as_the_public(
    event: Event, setup: Setup, by_method: Mapping[Method, tuple[Standing, ...]]
) -> None:
    declared = replace(event, method=Method.ADJUSTED, phase=Phase.PUBLISHED)

    view = public_view(declared, setup, plain_result(by_method[Method.ADJUSTED], Method.ADJUSTED))

    assert (view.method, view.audience) == (Method.ADJUSTED, Audience.PUBLIC)


def test_places_told_stand_below_the_teams_that_still_wait(
    event: Event, setup: Setup, by_method: Mapping[Method, tuple[Standing, ...]]
) -> None:
    standings = by_method[Method.MEAN]

    view = public_view(
        event, setup, plain_result(standings, event.method), told_steps=_steps(standings)[:2]
    )

    assert [(row.place_text, row.team) for row in view.rows] == [
        ("", "Team Lantern"),
        ("", "Team Kingfisher"),
        ("", "Team Groundwork"),
        ("", "Team Perch"),
        ("5", "Team Halfway"),
        ("6", "Team Millrace"),
    ]


def test_reopening_scoring_withholds_what_was_told(
    event: Event, setup: Setup, by_method: Mapping[Method, tuple[Standing, ...]]
) -> None:
    reopened = replace(event, phase=Phase.SCORING)

    standings = by_method[Method.MEAN]

    view = public_view(reopened, setup, plain_result(standings), told_steps=_steps(standings))

    assert all(row.score is None for row in view.rows)


def test_the_panel_reads_scores_exactly_and_with_their_ballots(
    event: Event, setup: Setup, by_method: Mapping[Method, tuple[Standing, ...]]
) -> None:
    first = panel_view(event, setup, plain_result(by_method[Method.MEAN], Method.MEAN)).rows[0]

    assert first.team == "Team Groundwork"
    assert (first.score_text, first.exact_text) == ("74.71", "523/7")
    assert first.ballots_text == "7 of 8 ballots"


def test_teams_that_share_a_place_say_so_and_one_without_a_ballot_has_none() -> None:
    view = panel_view(
        Event("Day"), _setup(4), plain_result(_standings([6, 6, 2, None]), Method.MEAN)
    )

    assert [row.place_text for row in view.rows] == ["=1", "=1", "3", "–"]
    assert (view.rows[3].score, view.rows[3].score_text) == (None, "")


def test_two_scores_that_look_equal_and_are_not_are_explained() -> None:
    teams = [TeamId("T0"), TeamId("T1")]
    scores = {teams[0]: Fraction(70001, 1000), teams[1]: Fraction(70)}
    standings = ranked(teams, scores, dict.fromkeys(teams, 4), expected=4)

    view = panel_view(Event("Day"), _setup(2), plain_result(standings, Method.MEAN))

    assert view.note == (
        "Team 0 and Team 1 both show 70.00, but Team 0 is ahead by less than the digits shown."
    )


@pytest.mark.parametrize(
    ("phase", "board"),
    [(Phase.CLOSED, Board.HIDDEN), (Phase.SCORING, Board.LIVE), (Phase.SCORING, Board.FROZEN)],
)
def test_the_public_has_no_code_of_a_result_that_is_not_published_and_the_edition_that_is_made(
    phase: Phase, board: Board
) -> None:
    standings = _standings([6, 5, 2])
    second = replace(plain_result(standings), edition=Edition(2))
    event = Event("Day", phase=phase, board=board)
    told = _steps(standings)

    view = public_view(event, _setup(3), second, told_steps=told, frozen=standings)

    assert [row.place for row in view.rows] == [1, 2, 3]
    assert (view.fingerprint, view.edition) == ("", 2)
    published = public_view(replace(event, phase=Phase.PUBLISHED), _setup(3), second)
    assert published.fingerprint == second.fingerprint


def test_a_respelt_award_leaves_the_code_and_another_winner_does_not() -> None:
    award = Award(AwardId("A1"), "Best pich", AwardKind.PANEL)
    given = replace(plain_result(_standings([6, 5])), awards=(AwardResult(award, (TeamId("T1"),)),))
    respelt = replace(award, title="Best pitch")

    same = replace(given, awards=(AwardResult(respelt, (TeamId("T1"),)),))
    other = replace(given, awards=(AwardResult(award, (TeamId("T2"),)),))

    assert same.fingerprint == given.fingerprint
    assert other.fingerprint != given.fingerprint
