"""What follows from the ballots and from what was decided: worked out, announced, revealed."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.desk import (
    ballots,
    decisions,
    projector,
    result,
    reveal,
    scoring,
    standings,
)
from judging_app.desk.certificates import making
from judging_app.desk.decisions import agree_score, decide_order
from judging_app.desk.desk import Desk
from judging_app.desk.events import take_in
from judging_app.domain.event import Audience, Method
from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.reveal import RevealStep, StepKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.setup import Intake
from judging_app.domain.standings import Exclusion, Standing
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.errors import EventFileError, MethodError
from tests.desk.priced_event import PRICE, PRICED, priced_setup, take_in_price
from tests.desk.small_event import (
    ADA,
    DELIVERY,
    HERON,
    IMPACT,
    J1,
    J2,
    J3,
    JUDGES,
    LANTERN,
    PERCH,
    TEAMS,
    in_memory,
    submit_all,
    submit_wholly,
    tell,
)

WHY = "The test says so."
IN_POINTS = (Method.MEAN, Method.ADJUSTED, Method.MEDIAN)  # three judges are too few to trim
SCORES = {LANTERN: 74, PERCH: 62, HERON: 44}  # 6 × impact + 20 for the delivery
JOINT_FIRST = [[HERON, LANTERN]]


@pytest.fixture
def scored(scoring_in_memory: Desk) -> Desk:
    """Every ballot is in: Lantern is ahead of Perch, and Perch of Heron."""
    submit_all(scoring_in_memory)
    return scoring_in_memory


@pytest.fixture
def closed(scored: Desk) -> Desk:
    scoring.close_scoring(scored, HOST)
    return scored


@pytest.fixture
def priced(template: Path) -> Iterator[Desk]:
    """The same ballots, in an event where the organiser scores the price."""
    with in_memory(template) as desk:
        take_in_price(desk)
        scoring.open_scoring(desk, HOST)
        submit_all(desk)
        yield desk


def by(desk: Desk, method: Method = Method.MEAN) -> dict[TeamId, Fraction | None]:
    return {one.team: one.score for one in standings.standings_by(desk, method)}


def places(found: tuple[Standing, ...]) -> list[tuple[TeamId, str]]:
    return [(one.team, f"{'=' if one.is_tied else ''}{one.place}") for one in found]


def shown(desk: Desk, audience: Audience, method: Method | None = None) -> list[tuple[str, str]]:
    """The rows on a screen, each with its place."""
    view = standings.view(desk, HOST, audience, method)
    return [(row.team, row.place_text) for row in view.rows]


def test_without_decisions_the_result_is_the_mean_of_the_ballots(closed: Desk) -> None:
    assert by(closed) == SCORES
    assert standings.declared_standings(closed) == result.announced(closed)
    assert places(result.announced(closed)) == [(LANTERN, "1"), (PERCH, "2"), (HERON, "3")]


@pytest.mark.parametrize("method", IN_POINTS)
def test_a_penalty_lowers_only_its_team(method: Method, closed: Desk) -> None:
    decisions.set_penalty(closed, HOST, LANTERN, Fraction(37, 3), WHY)

    assert by(closed, method) == {**SCORES, LANTERN: 74 - Fraction(37, 3)}
    found = standings.standings_by(closed, method)
    assert places(found) == [(PERCH, "1"), (LANTERN, "2"), (HERON, "3")]
    assert [one.penalty for one in found] == [0, Fraction(37, 3), 0]


def test_a_penalty_lifted_leaves_no_trace_in_the_result(closed: Desk) -> None:
    before = standings.declared_standings(closed)
    decisions.set_penalty(closed, HOST, LANTERN, Fraction(20), WHY)
    decisions.set_penalty(closed, HOST, LANTERN, Fraction(0), WHY)

    assert standings.declared_standings(closed) == before


def test_a_penalty_and_a_method_without_points_are_refused_together(closed: Desk) -> None:
    decisions.set_penalty(closed, HOST, LANTERN, Fraction(1), WHY)

    with pytest.raises(MethodError, match="Lantern has a penalty in points"):
        standings.view(closed, HOST, Audience.PANEL, Method.RANK)


@pytest.mark.parametrize("exclusion", Exclusion, ids=lambda one: one.value)
@pytest.mark.parametrize("method", [one for one in Method if one is not Method.TRIMMED])
def test_a_team_that_is_out_is_last_and_the_others_are_as_if_it_was_not_there(
    method: Method, exclusion: Exclusion, closed: Desk, template: Path
) -> None:
    with in_memory(template) as without:
        scoring.open_scoring(without, HOST)
        for judge in JUDGES:
            submit_wholly(without, judge, PERCH, 7)
            submit_wholly(without, judge, HERON, 4)
        expected = standings.standings_by(without, method)

    decisions.exclude(closed, HOST, LANTERN, exclusion, WHY)

    found = standings.standings_by(closed, method)
    assert found[:2] == expected[:2]
    last = found[2]
    assert (last.team, last.place, last.score, last.exclusion) == (LANTERN, None, None, exclusion)


def test_a_team_that_is_out_is_never_revealed_and_gets_no_winners_certificate(
    closed: Desk,
) -> None:
    decisions.exclude(closed, HOST, LANTERN, Exclusion.DISQUALIFIED, WHY)

    assert reveal.planned(closed).steps == (
        RevealStep(StepKind.PLACE, 2, (HERON,)),
        RevealStep(StepKind.PLACE, 1, (PERCH,)),
    )
    rows = making.certificate_rows(closed, HOST, CertificateKind.WINNERS)
    assert [(row.name, row.title) for row in rows] == [
        ("Perch", "First place"),
        ("Heron", "Second place"),
    ]


def test_a_team_put_back_has_the_place_that_it_had(closed: Desk) -> None:
    before = standings.declared_standings(closed)
    decisions.exclude(closed, HOST, LANTERN, Exclusion.WITHDRAWN, WHY)
    decisions.restore(closed, HOST, LANTERN, "They came by taxi.")

    assert standings.declared_standings(closed) == before


def _level_by_mean(desk: Desk) -> None:
    """Lantern and Perch both have 54 of every judge: 9 and 0, or 7 and 3 (12 of 40)."""
    for judge in JUDGES:
        submit_wholly(desk, judge, LANTERN, impact=9, delivery=0)
        submit_wholly(desk, judge, PERCH, impact=7, delivery=3)
        submit_wholly(desk, judge, HERON, impact=1, delivery=0)


def test_without_a_tie_break_level_teams_are_joint(scoring_in_memory: Desk) -> None:
    _level_by_mean(scoring_in_memory)

    assert places(standings.declared_standings(scoring_in_memory)) == [
        (LANTERN, "=1"),
        (PERCH, "=1"),
        (HERON, "3"),
    ]


def test_a_declared_tie_break_settles_the_tie(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    _level_by_mean(desk)
    named = DeclaredTieBreak(TieRule.NAMED_CRITERION, DELIVERY)
    decisions.declare_tie_breaks(desk, ORGANISER, [named], "Forgotten this morning.")

    assert places(standings.declared_standings(desk)) == [
        (PERCH, "1"),
        (LANTERN, "2"),
        (HERON, "3"),
    ]
    (tie,) = result.settled(desk).ties
    assert [(step.tie_break.rule, step.applied) for step in tie.steps] == [
        (TieRule.NAMED_CRITERION, True)
    ]


def test_the_panels_tie_break_waits_for_the_panel(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    _level_by_mean(desk)
    rules = [DeclaredTieBreak(TieRule.PANEL), DeclaredTieBreak(TieRule.CRITERIA_IN_ORDER)]
    decisions.declare_tie_breaks(desk, ORGANISER, rules, WHY)
    scoring.close_scoring(desk, HOST)
    assert places(result.settled(desk).standings)[0] == (LANTERN, "1")  # 9 against 7 for impact

    decide_order(desk, ORGANISER, [[PERCH], [LANTERN]], "Clearer in its answers.")

    assert places(result.settled(desk).standings)[:2] == [(PERCH, "1"), (LANTERN, "2")]
    assert result.settled(desk).ties[0].steps[0].tie_break.reason == "Clearer in its answers."


def test_an_agreed_score_changes_the_result_and_the_original_can_still_be_asked_for(
    closed: Desk,
) -> None:
    agree_score(closed, ORGANISER, J1, HERON, IMPACT, 10, "Misheard.")

    assert by(closed) == {**SCORES, HERON: 56}  # 80, 44 and 44
    assert ballots.all_ballots(closed, ORGANISER)[J1, HERON].scores[IMPACT] == 4
    original = {ballot.judge: ballot for ballot in result.basis(closed, is_original=True).ballots}
    assert original[J1].scores[IMPACT] == 4
    moderated = {
        ballot.judge: ballot.scores
        for ballot in result.basis(closed).ballots
        if ballot.team == HERON
    }
    assert {judge: scores[IMPACT] for judge, scores in moderated.items()} == {J1: 10, J2: 4, J3: 4}


def test_agreeing_on_the_judges_own_score_takes_an_agreement_back(closed: Desk) -> None:
    agree_score(closed, ORGANISER, J1, HERON, IMPACT, 10, "Misheard.")
    agree_score(closed, ORGANISER, J1, HERON, IMPACT, 4, "Heard right after all.")

    assert by(closed) == SCORES


def test_a_ballot_changed_since_no_longer_uses_what_was_agreed_on_it(closed: Desk) -> None:
    agree_score(closed, ORGANISER, J1, HERON, IMPACT, 10, "Misheard.")
    agree_score(closed, ORGANISER, J1, HERON, DELIVERY, 10, "Misheard.")
    scoring.reopen_scoring(closed, ORGANISER, "Ada asks for her sheet.")
    ballots.reopen(closed, HOST, J1, HERON, "A slip of the pen.")
    ballots.score(closed, ADA, J1, HERON, IMPACT, 7)
    assert by(closed)[HERON] == 44  # the draft doesn't count

    ballots.submit(closed, ADA, J1, HERON)

    # 7 for impact is Ada's new score; what was agreed on her delivery answers the same 5 still
    assert by(closed)[HERON] == Fraction(42 + 40 + 44 + 44, 3)


@pytest.mark.parametrize("method", IN_POINTS)
def test_the_organisers_points_enter_the_result(method: Method, priced: Desk) -> None:
    for team, steps in ((LANTERN, 0), (PERCH, 15), (HERON, 20)):
        decisions.enter_points(priced, ORGANISER, team, PRICE, steps)

    assert by(priced, method) == {LANTERN: 74, PERCH: 77, HERON: 64}
    assert places(standings.standings_by(priced, method))[0] == (PERCH, "1")


@pytest.mark.parametrize("method", IN_POINTS)
def test_points_that_are_missing_are_not_taken_for_none(method: Method, priced: Desk) -> None:
    decisions.enter_points(priced, ORGANISER, LANTERN, PRICE, 0)
    decisions.enter_points(priced, ORGANISER, HERON, PRICE, 20)

    with pytest.raises(MethodError, match="Team “T2” has no points yet for Price"):
        standings.standings_by(priced, method)

    decisions.exclude(priced, HOST, PERCH, Exclusion.WITHDRAWN, WHY)
    assert by(priced, method) == {LANTERN: 74, HERON: 64, PERCH: None}


def test_points_on_one_of_two_criteria_are_not_all_of_them(template: Path) -> None:
    green = Criterion(CriterionId("green"), "Green", Fraction(5), kind=CriterionKind.ORGANISER)
    with in_memory(template) as desk:
        both = replace(priced_setup(), rubric=Rubric((*PRICED.criteria, green)))
        take_in(desk, ORGANISER, Intake(both))
        scoring.open_scoring(desk, HOST)
        submit_wholly(desk, J1, LANTERN, 9)
        decisions.enter_points(desk, ORGANISER, LANTERN, PRICE, 20)
        with pytest.raises(MethodError, match="for Price and Green"):
            standings.standings_by(desk, Method.MEAN)

        decisions.enter_points(desk, ORGANISER, LANTERN, green.id, 4)

        assert by(desk)[LANTERN] == 96  # 74, 20 and 2


def test_a_team_without_a_ballot_needs_no_points_yet(template: Path) -> None:
    with in_memory(template) as desk:
        take_in_price(desk)
        scoring.open_scoring(desk, HOST)
        submit_wholly(desk, J1, LANTERN, 9)
        decisions.enter_points(desk, ORGANISER, LANTERN, PRICE, 1)
        decisions.enter_points(desk, ORGANISER, HERON, PRICE, 20)

        assert by(desk) == {LANTERN: 75, PERCH: None, HERON: None}


def test_points_and_a_method_without_points_are_refused_together(priced: Desk) -> None:
    for team in TEAMS:
        decisions.enter_points(priced, ORGANISER, team, PRICE, 20)

    with pytest.raises(MethodError, match="has points from the organiser"):
        standings.standings_by(priced, Method.MAJORITY)


def test_another_method_declared_is_the_one_that_the_public_sees(closed: Desk) -> None:
    decisions.declare_method(closed, ORGANISER, Method.RANK, reason="One judge scored wildly.")
    scoring.publish(closed, ORGANISER)

    view = standings.view(closed, HOST, Audience.PUBLIC)
    assert view.method is Method.RANK
    assert [row.score for row in view.rows] == [1, 2, 3]
    assert closed.entries()[-3].reason == "One judge scored wildly."  # published and signed since


def test_panel_and_public_see_what_was_decided_and_the_panel_what_the_scores_give_beside_it(
    closed: Desk,
) -> None:
    decide_order(closed, ORGANISER, JOINT_FIRST, "Two stood out.")
    scoring.publish(closed, ORGANISER)

    arithmetic = [("Lantern", "1"), ("Perch", "2"), ("Heron", "3")]
    assert shown(closed, Audience.PANEL, Method.ADJUSTED) == arithmetic
    rows = standings.view(closed, ORGANISER, Audience.PANEL).rows
    assert [(row.team, row.scored_place_text) for row in rows] == [
        ("Heron", "3"),
        ("Lantern", "1"),
        ("Perch", "2"),
    ]
    decided = [("Heron", "=1"), ("Lantern", "=1"), ("Perch", "3")]
    for audience in Audience:
        assert shown(closed, audience) == decided
        assert shown(closed, audience, Method.MEAN) == decided
    assert by(closed) == SCORES


def test_two_teams_joint_first_are_one_step_of_the_reveal_and_the_last(closed: Desk) -> None:
    decide_order(closed, ORGANISER, JOINT_FIRST, "Two stood out.")

    assert reveal.planned(closed).steps == (
        RevealStep(StepKind.PLACE, 3, (PERCH,)),
        RevealStep(StepKind.PLACE, 1, (HERON, LANTERN)),
    )


def test_before_it_is_told_a_decision_does_not_show_in_the_publics_view(closed: Desk) -> None:
    unknown = [("Lantern", ""), ("Perch", ""), ("Heron", "")]
    assert shown(closed, Audience.PUBLIC) == unknown

    decide_order(closed, ORGANISER, JOINT_FIRST, "Two stood out.")
    assert shown(closed, Audience.PUBLIC) == unknown

    tell(closed, 1)
    assert shown(closed, Audience.PUBLIC) == [("Lantern", ""), ("Heron", ""), ("Perch", "3")]

    tell(closed, 2)
    assert shown(closed, Audience.PUBLIC) == [("Heron", "=1"), ("Lantern", "=1"), ("Perch", "3")]


def test_the_room_sees_both_joint_winners_on_one_step(closed: Desk) -> None:
    decide_order(closed, ORGANISER, JOINT_FIRST, "Two stood out.")

    tell(closed, 1)
    first = projector.shown(closed)
    tell(closed, 2)
    second = projector.shown(closed)

    assert (first.title, first.announced) == ("3rd place", ("Perch",))
    assert (second.title, second.announced) == ("Joint 1st place", ("Heron", "Lantern"))


def test_a_decision_after_places_were_told_tells_no_more_than_before(closed: Desk) -> None:
    tell(closed, 2)  # of three: the winner is not out
    decide_order(closed, ORGANISER, JOINT_FIRST, "Two stood out.")  # of which two steps are left

    room = projector.shown(closed)
    assert room.announced == ()
    assert not any(place for _, place in shown(closed, Audience.PUBLIC))


def test_certificates_name_the_places_that_were_decided(closed: Desk) -> None:
    decide_order(closed, ORGANISER, JOINT_FIRST, "Two stood out.")

    rows = making.certificate_rows(closed, HOST, CertificateKind.WINNERS)

    assert [(row.name, row.title, row.body.split(" with ")[0].rstrip(".")) for row in rows] == [
        ("Heron", "Joint first place", "for joint first place in Small pitch day"),
        ("Lantern", "Joint first place", "for joint first place in Small pitch day"),
        ("Perch", "Third place", "for third place in Small pitch day"),
    ]


def test_a_decision_taken_back_leaves_the_arithmetic_alone(closed: Desk) -> None:
    before = standings.declared_standings(closed)
    decide_order(closed, ORGANISER, JOINT_FIRST, "Two stood out.")
    assert result.has_decision(closed)

    decisions.drop_decision(closed, ORGANISER, "The panel thought again.")

    assert not result.has_decision(closed)
    assert standings.declared_standings(closed) == before


def test_after_a_decision_scores_agreed_still_change_the_arithmetic_beside_it(
    closed: Desk,
) -> None:
    decide_order(closed, ORGANISER, JOINT_FIRST, "Two stood out.")
    agree_score(closed, ORGANISER, J1, PERCH, IMPACT, 10, "Misheard.")

    assert places(result.announced(closed)) == [(HERON, "=1"), (LANTERN, "=1"), (PERCH, "3")]
    assert {one.team: one.score for one in result.announced(closed)} == {**SCORES, PERCH: 68}


def _decide_each(desk: Desk) -> Iterator[str]:
    """One after the other, each thing that makes the mean of the ballots not the whole result."""
    yield ""
    decisions.set_penalty(desk, HOST, LANTERN, Fraction(1), WHY)
    yield "penalty"
    decisions.set_penalty(desk, HOST, LANTERN, Fraction(0), WHY)
    yield ""
    decisions.exclude(desk, HOST, LANTERN, Exclusion.WITHDRAWN, WHY)
    yield "exclusion"
    decisions.restore(desk, HOST, LANTERN, WHY)
    yield ""
    decisions.declare_tie_breaks(desk, ORGANISER, [DeclaredTieBreak(TieRule.JOINT)], WHY)
    yield "tie-break"
    decisions.declare_tie_breaks(desk, ORGANISER, [], WHY)
    yield ""
    agree_score(desk, ORGANISER, J1, HERON, IMPACT, 10, WHY)
    yield "agreed score"


def test_the_running_mean_stands_for_the_result_in_the_plain_case_only(scored: Desk) -> None:
    for why_not in _decide_each(scored):
        assert result.is_plain(scored) == (not why_not), why_not
        assert (
            standings.standings_by(scored, Method.MEAN)
            == result.settled(scored, Method.MEAN).standings
        ), why_not


def test_the_running_mean_never_stands_for_a_result_with_a_price(priced: Desk) -> None:
    assert not result.is_plain(priced)


def test_a_file_that_was_changed_gives_no_result_and_takes_ballots_all_the_same(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    desk.file.db.execute("UPDATE score SET steps = 9")
    assert desk.verification().findings

    with pytest.raises(EventFileError, match="was changed after it was recorded"):
        standings.view(desk, ORGANISER, Audience.PANEL)
    scoring.close_scoring(desk, HOST, "The room is needed.")
    with pytest.raises(EventFileError, match="was changed after it was recorded"):
        scoring.publish(desk, ORGANISER)
    with pytest.raises(EventFileError, match="was changed after it was recorded"):
        reveal.reveal_to(desk, HOST, 0)


def test_reopening_scoring_drops_the_panels_order_which_was_about_other_ballots(
    closed: Desk,
) -> None:
    decide_order(closed, ORGANISER, JOINT_FIRST, WHY)
    assert [one.place for one in result.announced(closed)] == [1, 1, 3]

    scoring.reopen_scoring(closed, ORGANISER, WHY)
    assert [one.place for one in result.announced(closed)] == [1, 2, 3]
    assert closed.verification().findings == ()


def test_a_host_whose_result_can_not_be_worked_out_is_told_why_and_reveals_nothing(
    closed: Desk,
) -> None:
    decisions.declare_method(closed, ORGANISER, Method.TRIMMED, reason=WHY)

    assert "3 of the 4 ballots that trimming needs" in standings.caution(closed, HOST)
    with pytest.raises(MethodError):
        reveal.planned(closed)
    with pytest.raises(MethodError):
        tell(closed, 1)


def test_the_result_as_the_judges_gave_it_can_be_shown_beside_the_agreed_one(
    closed: Desk,
) -> None:
    agree_score(closed, ORGANISER, J1, HERON, IMPACT, 10, WHY)
    agreed = standings.view(closed, ORGANISER, Audience.PANEL)
    given = standings.as_given(closed, ORGANISER)

    heron = {
        one: next(row.score for row in view.rows if row.team_id == HERON)
        for one, view in (("agreed", agreed), ("given", given))
    }
    assert heron["given"] == SCORES[HERON]
    assert heron["agreed"] == SCORES[HERON] + Fraction(60 * 6, 10 * 3)
