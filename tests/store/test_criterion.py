"""A criterion of any kind comes back from the file as it was put in."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.desk import events, scoring
from judging_app.desk.desk import Desk
from judging_app.domain.ids import CriterionId
from judging_app.domain.roles import ORGANISER
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.domain.setup import Intake
from tests.desk.small_event import EVENT, PINS, Clock, small_setup

RUBRIC = Rubric(
    (
        Criterion(
            CriterionId("impact"),
            "Impact",
            Fraction(100, 3),
            2,
            20,
            Fraction(1, 2),
            is_inverted=True,
            section="Viability",
            needs_comment=True,
            levels=(Level(2, "Rhagorol, “ŵy”"), Level(20, "Poor")),
        ),
        Criterion(CriterionId("mood"), "Mood", Fraction(10), -3, 3),
        Criterion(CriterionId("price"), "Price", Fraction(40), kind=CriterionKind.ORGANISER),
        Criterion(CriterionId("choice"), "Choice", Fraction(5), 0, 5, kind=CriterionKind.BONUS),
    )
)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "any rubric.pitchday"
    events.create_event(
        path, EVENT, Intake(replace(small_setup(), rubric=RUBRIC)), PINS, clocks=Clock()
    )
    desk = events.open_event(path, Clock())
    yield desk
    desk.close()


def test_a_rubric_of_every_kind_is_read_as_it_was_written(opened: Desk) -> None:
    assert opened.setup().rubric == RUBRIC
    assert opened.verification().findings == ()


def test_the_file_itself_refuses_a_ballots_score_for_the_organisers_criterion(
    opened: Desk,
) -> None:
    scoring.open_scoring(opened, ORGANISER)
    db = opened.file.db
    db.execute("INSERT INTO ballot VALUES ('J1', 'T1', 'draft', '', '', '', '', 1, 'device')")

    with pytest.raises(sqlite3.IntegrityError, match="score off its scale"):
        db.execute("INSERT INTO score VALUES ('J1', 'T1', 'price', 5)")
