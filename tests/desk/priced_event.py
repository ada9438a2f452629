"""The small event with a third criterion, which the organiser scores once for each team."""

from dataclasses import replace
from fractions import Fraction

from judging_app.desk.desk import Desk
from judging_app.desk.events import take_in
from judging_app.domain.ids import CriterionId
from judging_app.domain.roles import ORGANISER
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.setup import Intake, Setup
from tests.desk.small_event import RUBRIC, small_setup

PRICE = CriterionId("price")
PRICED = Rubric(
    (
        *RUBRIC.criteria,
        Criterion(
            PRICE, "Price", Fraction(20), 0, 20, Fraction(1, 2), kind=CriterionKind.ORGANISER
        ),
    )
)


def priced_setup() -> Setup:
    return replace(small_setup(), rubric=PRICED)


def take_in_price(desk: Desk) -> None:
    """Give an event that is being set up its third criterion."""
    take_in(desk, ORGANISER, Intake(priced_setup()))
