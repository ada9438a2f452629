"""After each act the keyboard is where the next one begins, never on what can’t be undone."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk import scoring
from judging_app.domain.event import Method
from judging_app.domain.roles import ORGANISER
from judging_app.domain.tie_breaks import TieRule
from tests.ui import screens
from tests.ui.result.result_day import at_decisions, make_day, opened
from ui.result.decisions import DecisionsPart, Kind
from ui.window import Window


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_day(tmp_path_factory.mktemp("template"), has_pack=True)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, template: Path) -> Iterator[Window]:
    """The organiser at the decisions, scoring closed."""
    with opened(qtbot, Path(copy(template, tmp_path))) as made:
        scoring.close_scoring(made.day.desk, ORGANISER, "The test needs it closed.")
        made.activateWindow()
        yield made


def _order(part: DecisionsPart) -> None:
    part.order.rows.fields["T1"].setText("1")


def _out(part: DecisionsPart) -> None:
    part.out.team.choose("T6")


def _penalty(part: DecisionsPart) -> None:
    part.penalty.points.setText("2")


def _agreed(part: DecisionsPart) -> None:
    part.agreed.choose("T1", "J2", "")
    part.agreed.score.setText("5")


def _points(part: DecisionsPart) -> None:
    part.points.points.setText("5")


def _award(part: DecisionsPart) -> None:
    part.award.title.setText("Best in show")
    part.award.place.setText("1")


def _method(part: DecisionsPart) -> None:
    part.method.method.choose(Method.MEDIAN.name)
    part.method.changed.emit()


def _tie_breaks(part: DecisionsPart) -> None:
    rows = part.tie_breaks.rows.fields
    next(field for one, field in rows.items() if one.rule is TieRule.HEAD_TO_HEAD).setText("1")


FILLED: dict[Kind, Callable[[DecisionsPart], None]] = {
    Kind.ORDER: _order,
    Kind.OUT: _out,
    Kind.PENALTY: _penalty,
    Kind.AGREED: _agreed,
    Kind.POINTS: _points,
    Kind.AWARD: _award,
    Kind.METHOD: _method,
    Kind.TIE_BREAKS: _tie_breaks,
}


@pytest.mark.parametrize("kind", [*FILLED])
def test_after_a_decision_the_keyboard_is_where_the_next_one_begins(
    window: Window, kind: Kind
) -> None:
    part = at_decisions(window)
    part.kinds[kind].click()
    FILLED[kind](part)
    part.reason.field.setText("The panel talked it over")
    part.act.setFocus()
    is_whole = part.act.isEnabled()
    QTest.keyClick(part.act, Qt.Key.Key_Return)

    assert is_whole
    assert window.focusWidget() is part.kinds[kind]


def test_after_undoing_by_the_button_the_keyboard_is_on_the_tab(window: Window) -> None:
    part = at_decisions(window)
    part.kinds[Kind.ORDER].click()
    _order(part)
    part.reason.field.setText("The panel talked it over")
    part.act.click()
    screen = screens.result(window)
    screen.undo.setFocus()
    QTest.keyClick(screen.undo, Qt.Key.Key_Return)

    assert window.focusWidget() is screen.buttons[screen.part]


def test_after_a_question_the_keyboard_is_where_the_next_decision_begins(window: Window) -> None:
    part = at_decisions(window)
    part.kinds[Kind.PENALTY].click()
    part.question.ask("0", "This undoes it.", "Undo", needs_reason=True)
    QTest.keyClick(part.question.reason.field, Qt.Key.Key_Escape)

    assert window.focusWidget() is part.kinds[Kind.PENALTY]
