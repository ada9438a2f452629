"""What the panel may ask about the result, and who is refused."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from judging_app.desk import decisions
from judging_app.desk.decisions import agree_score
from judging_app.desk.desk import Desk
from judging_app.desk.result_questions import (
    agreement,
    checks,
    reach,
    record,
    spread,
    tie_sentences,
    why,
)
from judging_app.desk.scoring import close_scoring
from judging_app.domain.acts import Refuse, act_name
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.ids import AwardId, CriterionId
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from judging_app.domain.standings import Exclusion
from judging_app.errors import NotAllowedError, UnknownError
from tests.desk.small_event import (
    ADA,
    DELIVERY,
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


@pytest.fixture
def closed(scoring_in_memory: Desk) -> Desk:
    """Nine ballots are in, and scoring is closed."""
    submit_all(scoring_in_memory)
    close_scoring(scoring_in_memory, ORGANISER)
    return scoring_in_memory


@pytest.mark.parametrize("actor", [ADA, HOST, SCORER], ids=["judge", "host", "scorer"])
def test_only_the_organiser_sees_single_ballots_side_by_side_and_a_refusal_is_recorded(
    closed: Desk, actor: Actor
) -> None:
    with pytest.raises(NotAllowedError):
        spread(closed, actor)

    assert closed.entries()[-1].act == act_name(Refuse)


def test_ballots_that_are_owed_are_no_dots(scoring_in_memory: Desk) -> None:
    submit_wholly(scoring_in_memory, J1, LANTERN)

    rows = spread(scoring_in_memory, ORGANISER).rows

    assert [(row.team, len(row.dots)) for row in rows] == [
        ("Lantern", 1),
        ("Perch", 0),
        ("Heron", 0),
    ]


def test_a_score_agreed_on_counts_and_the_judges_own_is_told_beside_it(closed: Desk) -> None:
    agree_score(closed, ORGANISER, J1, LANTERN, DELIVERY, 7, "A slip of the pen.")

    lantern = spread(closed, ORGANISER, DELIVERY).rows[0]

    assert [dot.label for dot in lantern.dots if dot.judge == "Ada Reed (J1)"] == [
        "Ada Reed (J1): 3.5, 2.5 before the panel agreed a change"
    ]


def test_a_criterion_that_the_rubric_has_not_is_refused(closed: Desk) -> None:
    with pytest.raises(UnknownError):
        spread(closed, ORGANISER, CriterionId("charm"))


WHY = "The test says so."
BEST = AwardId("A1")


@pytest.fixture
def decided(scoring_in_memory: Desk) -> Desk:
    """Scoring is closed, and one decision of every kind is on the record."""
    desk = scoring_in_memory
    submit_all(desk)
    decisions.declare_award(desk, ORGANISER, Award(BEST, "Best pitch", AwardKind.PANEL))
    close_scoring(desk, ORGANISER)
    decisions.exclude(desk, HOST, HERON, Exclusion.WITHDRAWN, WHY)
    decisions.restore(desk, HOST, HERON, WHY)
    decisions.set_penalty(desk, HOST, PERCH, Fraction(5, 2), WHY)
    decisions.agree_score(desk, ORGANISER, J1, LANTERN, DELIVERY, 7, WHY)
    decisions.decide_order(desk, ORGANISER, [[PERCH, LANTERN], [HERON]], WHY)
    decisions.drop_decision(desk, ORGANISER, WHY)
    decisions.decide_award(desk, ORGANISER, BEST, [LANTERN], WHY)
    return desk


def test_every_decision_is_told_with_the_newest_first(decided: Desk) -> None:
    assert [line.what for line in record(decided, ORGANISER)] == [
        "“Best pitch” goes to Lantern",
        "the panel’s order was undone",
        "Perch and Lantern joint 1st, Heron 3rd",
        "Ada Reed (J1) for Lantern on Pitch delivery: 2.5 → 3.5",
        "2.5 points taken off Perch",
        "Heron is back in the result",
        "Heron has withdrawn",
    ]


def test_once_scoring_is_closed_the_host_reads_it_too_and_reading_records_nothing(
    decided: Desk,
) -> None:
    before = decided.entries()

    assert record(decided, HOST) == record(decided, ORGANISER)
    assert decided.entries() == before


@pytest.mark.parametrize("actor", [ADA, HOST, SCORER], ids=["judge", "host", "scorer"])
def test_while_scores_come_in_only_the_organiser_reads_it_and_a_refusal_is_recorded(
    scoring_in_memory: Desk, actor: Actor
) -> None:
    desk = scoring_in_memory

    assert record(desk, ORGANISER) == ()
    with pytest.raises(NotAllowedError):
        record(desk, actor)
    assert desk.entries()[-1].act == act_name(Refuse)
