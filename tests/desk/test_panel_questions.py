"""What the panel may ask about the result: why, whether it stands, ties, reach, agreement."""

from collections.abc import Callable

import pytest

from judging_app.desk.agreement import agreement
from judging_app.desk.checks import checks
from judging_app.desk.desk import Desk
from judging_app.desk.reach import reach
from judging_app.desk.scoring import close_scoring
from judging_app.desk.ties import tie_sentences
from judging_app.desk.why import why
from judging_app.domain.acts import Refuse, act_name
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from judging_app.errors import NotAllowedError, UnknownError
from tests.desk.small_event import (
    ADA,
    HERON,
    J1,
    J2,
    LANTERN,
    PERCH,
    submit_all,
    submit_wholly,
)

Question = Callable[[Desk, Actor], object]


def why_lantern(desk: Desk, actor: Actor) -> object:
    return why(desk, actor, LANTERN, PERCH)


QUESTIONS = pytest.mark.parametrize(
    "question", [why_lantern, checks, tie_sentences, reach, agreement]
)


@QUESTIONS
@pytest.mark.parametrize("actor", [ADA, HOST, SCORER], ids=["judge", "host", "scorer"])
def test_while_scores_come_in_only_the_organiser_may_ask_and_a_refusal_is_recorded(
    desk: Desk, question: Question, actor: Actor
) -> None:
    submit_all(desk)

    question(desk, ORGANISER)
    with pytest.raises(NotAllowedError):
        question(desk, actor)
    assert desk.entries()[-1].act == act_name(Refuse)


@QUESTIONS
def test_once_scoring_is_closed_the_host_may_ask_and_asking_records_nothing(
    desk: Desk, question: Question
) -> None:
    submit_all(desk)
    close_scoring(desk, ORGANISER)
    before = desk.entries()

    assert question(desk, HOST) == question(desk, ORGANISER)
    assert desk.entries() == before


def test_teams_without_a_place_are_named_in_the_refusal(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)

    with pytest.raises(UnknownError, match=r"^Lantern and Perch don’t both have a place\."):
        why(desk, ORGANISER, PERCH, LANTERN)


def test_a_tie_in_the_result_is_told(desk: Desk) -> None:
    for judge in (J1, J2):
        for team in (LANTERN, HERON):
            submit_wholly(desk, judge, team)

    (told,) = tie_sentences(desk, ORGANISER)
    assert told.startswith("Lantern and Heron are tied for 1st place.")
    assert told.endswith("There is no tie-break, so they are joint 1st.")


def test_ballots_that_are_owed_leave_every_team_in_reach_of_the_first_place(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)

    found = reach(desk, ORGANISER)

    assert [(row.team, row.best_text, row.worst_text) for row in found] == [
        *(("Lantern", "1st", "3rd"), ("Perch", "1st", "3rd"), ("Heron", "1st", "3rd")),
    ]
    assert found[0].sentence == "Lantern can still finish 1st to 3rd (2 ballots still to come)."
