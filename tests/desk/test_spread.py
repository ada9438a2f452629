"""How far apart the ballots lie is told to the organiser alone."""

import pytest

from judging_app.desk.decisions import agree_score
from judging_app.desk.desk import Desk
from judging_app.desk.scoring import close_scoring
from judging_app.desk.spread import spread
from judging_app.domain.acts import Refuse, act_name
from judging_app.domain.ids import CriterionId
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from judging_app.errors import NotAllowedError, UnknownError
from tests.desk.small_event import ADA, DELIVERY, J1, LANTERN, submit_all, submit_wholly


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
