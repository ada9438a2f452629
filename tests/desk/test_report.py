"""The report of the result: who may have it, and that it says what the desk knows."""

from fractions import Fraction

import pytest

from judging_app.desk import ballots, decisions, standings
from judging_app.desk.desk import Desk
from judging_app.desk.papers import report_rows
from judging_app.desk.scoring import close_scoring, publish
from judging_app.domain.acts import Refuse, act_name
from judging_app.domain.event import Audience, Method
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from judging_app.errors import MethodError, NotAllowedError
from judging_app.present.organiser.verification import record_text
from tests.desk.small_event import ADA, HERON, J1, LANTERN, PERCH, submit_all, submit_wholly


@pytest.mark.parametrize("actor", [ADA, HOST, SCORER], ids=["judge", "host", "scorer"])
def test_while_scores_come_in_only_the_organiser_has_the_report_and_a_refusal_is_recorded(
    desk: Desk, actor: Actor
) -> None:
    submit_all(desk)

    assert report_rows(desk, ORGANISER).places
    with pytest.raises(NotAllowedError):
        report_rows(desk, actor)
    assert desk.entries()[-1].act == act_name(Refuse)


def test_once_scoring_is_closed_the_host_has_the_same_report_and_nothing_is_recorded(
    desk: Desk,
) -> None:
    submit_all(desk)
    close_scoring(desk, ORGANISER)
    before = desk.entries()

    assert report_rows(desk, HOST) == report_rows(desk, ORGANISER)
    assert desk.entries() == before


@pytest.mark.parametrize("actor", [ADA, SCORER], ids=["judge", "scorer"])
def test_a_judge_and_a_scorer_never_have_the_report(desk: Desk, actor: Actor) -> None:
    submit_all(desk)
    close_scoring(desk, ORGANISER)
    publish(desk, ORGANISER)

    with pytest.raises(NotAllowedError):
        report_rows(desk, actor)


def test_the_report_says_the_declared_methods_result_and_the_code_of_its_record(
    desk: Desk,
) -> None:
    submit_all(desk)
    view = standings.view(desk, ORGANISER, Audience.PANEL)

    told = report_rows(desk, ORGANISER)

    assert [(one.team, one.score) for one in told.places] == [
        (row.team, row.score_text) for row in view.rows
    ]
    assert told.record == record_text(desk.record_code())
    assert told.ballots == "9 of 9 ballots submitted."
    assert "any place may still change" in told.status


def test_a_published_result_says_so(desk: Desk) -> None:
    submit_all(desk)
    close_scoring(desk, ORGANISER)
    publish(desk, ORGANISER)

    assert report_rows(desk, ORGANISER).status == "Published."


def test_a_gap_is_told_with_the_reason_for_closing_over_it(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    ballots.recuse(desk, HOST, J1, PERCH, "Mentors the team.")
    open_told = report_rows(desk, ORGANISER)
    close_scoring(desk, HOST, "The hall closes at six.")

    told = report_rows(desk, HOST)

    assert told.findings.closed_because == "The hall closes at six."
    assert open_told.findings.closed_because == ""
    assert told.ballots == "1 of 9 ballots submitted; 7 not started and 1 recused."
    assert told.uncounted[0].reason == "Mentors the team."


def test_a_reason_given_without_a_gap_is_not_told_as_one(desk: Desk) -> None:
    submit_all(desk)
    close_scoring(desk, HOST, "All in.")

    assert report_rows(desk, HOST).findings.closed_because == ""


def test_the_panels_order_is_announced_and_the_arithmetic_stands_beside_it(desk: Desk) -> None:
    submit_all(desk)
    close_scoring(desk, ORGANISER)
    decisions.decide_order(desk, ORGANISER, [[HERON], [LANTERN]], "The boldest.")

    told = report_rows(desk, ORGANISER)

    assert [(one.team, one.place, one.by_arithmetic) for one in told.places] == [
        ("Heron", "1", "3"),
        ("Lantern", "2", "1"),
        ("Perch", "3", "2"),
    ]
    assert "Reason: The boldest" in told.findings.decisions[0]


def test_decisions_are_told_in_their_order_and_one_that_was_replaced_says_so(desk: Desk) -> None:
    submit_all(desk)
    decisions.set_penalty(desk, HOST, PERCH, Fraction(1), "Late.")
    decisions.set_penalty(desk, HOST, PERCH, Fraction(2), "Very late.")

    first, second = report_rows(desk, ORGANISER).findings.decisions

    assert first.startswith("1 point taken off Perch")
    assert first.endswith("A later decision replaced it.")
    assert second.startswith("2 points taken off Perch")
    assert "later" not in second


def test_a_method_that_gives_no_result_is_refused_by_name(desk: Desk) -> None:
    submit_all(desk)
    decisions.declare_method(desk, ORGANISER, Method.TRIMMED, reason="The test says so.")

    with pytest.raises(MethodError, match="Lantern"):
        report_rows(desk, ORGANISER)
