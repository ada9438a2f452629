"""The sample, with a criterion of the organiser's, open at the result's decisions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from judging_app.desk import events
from judging_app.domain.ids import CriterionId
from judging_app.domain.roles import ORGANISER
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.intake.sample import read_sample
from tests.ui import screens
from ui.day import Day
from ui.pages import RESULT
from ui.result.decisions import DecisionsPart, Kind
from ui.result.result import ResultPart
from ui.wall.projector import Projector
from ui.widgets.picker import Picker
from ui.window import Window

PACK = CriterionId("pack")
_PACK = Criterion(
    PACK, "Pitch pack in time", Fraction(5), 0, 20, Fraction(1, 2), CriterionKind.ORGANISER
)


def make_day(folder: Path, *, has_pack: bool = False, with_ballots: bool = True) -> Path:
    """An event with every ballot in and scoring open, or one that is still being set up."""
    sample = read_sample(with_ballots=with_ballots)
    intake = sample.intake
    if has_pack:
        rubric = Rubric((*intake.setup.rubric.criteria, _PACK))
        intake = replace(intake, setup=replace(intake.setup, rubric=rubric))
    path = folder / "day.pitchday"
    events.create_event(path, sample.event, intake, sample.pins, opens_scoring=with_ballots)
    return path


@contextmanager
def opened(qtbot: QtBot, path: Path) -> Iterator[Window]:
    """The window of an event, nobody signed in."""
    made = Window(Day(), Projector(is_motion_reduced=True))
    qtbot.addWidget(made)
    qtbot.addWidget(made.projector)
    made.resize(1366, 768)
    made.open_event(path)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


def at_decisions(window: Window) -> DecisionsPart:
    """The organiser at the decisions."""
    window.day.enter(ORGANISER)
    window.entry_asked.emit(RESULT)
    screens.result(window).buttons[ResultPart.DECISIONS].click()
    return screens.result(window).decisions


def words(window: Window) -> str:
    """Everything that the result says."""
    labels = screens.result(window).findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def pick(picker: Picker, text: str) -> None:
    """Choose by the keyboard, as a person would."""
    picker.box.setFocus()
    for _ in range(picker.box.count()):
        QTest.keyClick(picker.box, Qt.Key.Key_Up)
    for _ in range(picker.box.findText(text)):
        QTest.keyClick(picker.box, Qt.Key.Key_Down)


def decide(part: DecisionsPart, kind: Kind, reason: str = "The panel talked it over") -> None:
    """Record what the form of this kind holds."""
    part.kinds[kind].click()
    part.reason.field.setText(reason)
    part.act.click()
