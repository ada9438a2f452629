"""What was decided is told to the panel, and to nobody else."""

from fractions import Fraction

import pytest

from judging_app.desk import decisions
from judging_app.desk.desk import Desk
from judging_app.desk.record import record
from judging_app.desk.scoring import close_scoring
from judging_app.domain.acts import Refuse, act_name
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.ids import AwardId
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from judging_app.domain.standings import Exclusion
from judging_app.errors import NotAllowedError
from tests.desk.small_event import (
    ADA,
    DELIVERY,
    HERON,
    J1,
    LANTERN,
    PERCH,
    submit_all,
)

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
