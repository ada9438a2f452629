"""The audit itself: each check finds what it is for, and lets what is right pass."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import audit
from tests.ui.audit import Finding
from ui.widgets.buttons import PlainButton
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.state_badge import StateBadge

LAPTOP = QSize(1366, 768)
Put = Callable[[QWidget], QWidget]


@pytest.fixture
def put(qtbot: QtBot) -> Put:
    """Show a widget in a window of its own, below a button that the keyboard begins on."""

    def put_(widget: QWidget) -> QWidget:
        page = QWidget()
        page.setProperty("kind", "page")
        page.setProperty("thumb", "yes")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        begin = PlainButton("Begin")
        column.addWidget(begin)
        column.addWidget(widget)
        column.addStretch(1)
        FocusRing(page)
        qtbot.addWidget(page)
        page.resize(600, 400)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        begin.setFocus()
        return page

    return put_


class Ringless(QWidget):
    """A control that paints itself, and shows nothing of the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(100, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's own
        """Paint nothing at all."""


class Table(QAbstractTableModel):
    """One long cell."""

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        return 1

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        return 1

    def data(
        self, _index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return (
            "Wolfeschlegelsteinhausenbergerdorff" if role == Qt.ItemDataRole.DisplayRole else None
        )


def whats(found: list[Finding]) -> list[str]:
    return [one.what for one in found]


def test_what_is_right_passes_every_check(put: Put) -> None:
    field = QLineEdit()
    field.setAccessibleName("Reason")

    assert audit.told(audit.findings("good", put(field), room=LAPTOP, least=24)) == "nothing"


def test_a_field_without_a_name_is_found(put: Put) -> None:
    assert whats(audit.nameless("bad", put(QLineEdit()))) == ["has no name for a screen reader"]


def test_a_button_with_words_has_a_name(put: Put) -> None:
    assert audit.nameless("good", put(QPushButton("Take"))) == []


def test_a_button_that_tab_passes_by_is_found(put: Put) -> None:
    button = PlainButton("Take")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    assert whats(audit.unreachable("bad", put(button))) == ["is never reached by the keyboard"]


def test_a_screen_that_keeps_the_keyboard_to_itself_is_found(put: Put) -> None:
    class Trap(QFrame):
        def focusNextPrevChild(self, _is_next: bool) -> bool:  # noqa: FBT001, N802 - Qt's own
            return True

    trap = Trap()
    column = QVBoxLayout(trap)
    for words in ("One", "Two"):
        column.addWidget(PlainButton(words))
    page = put(trap)
    trap.findChildren(PlainButton)[0].setFocus()

    assert len(audit.unreachable("bad", page)) == 2


def test_a_button_that_is_too_small_to_hit_is_found(put: Put) -> None:
    button = QPushButton("x")
    button.setStyleSheet("margin: 0; padding: 0; border: 0;")
    button.setFixedSize(20, 30)

    assert whats(audit.small("bad", put(button))) == ["is 20 × 30 pixels, under 24"]


def test_what_is_large_enough_elsewhere_is_too_small_on_the_scorecard(put: Put) -> None:
    button = QPushButton("x")
    button.setStyleSheet("margin: 0; padding: 0; border: 0;")
    button.setFixedSize(50, 40)
    page = put(button)

    assert audit.small("good", page) == []
    assert whats(audit.small("bad", page, audit.LEAST_ON_CARD)) == ["is 50 × 40 pixels, under 44"]


@pytest.mark.parametrize("made", [QLabel, QPushButton])
def test_words_that_are_cut_off_are_found(put: Put, made: Callable[[str], QWidget]) -> None:
    label = made("Wolfeschlegelsteinhausenbergerdorff")
    label.setFixedWidth(80)

    (what,) = whats(audit.clipped("bad", put(label)))
    assert what.endswith("and has 80")


def test_lines_that_are_cut_off_are_found(put: Put) -> None:
    label = WrappedLabel("One\nTwo\nThree")
    label.setFixedHeight(20)

    (what,) = whats(audit.clipped("bad", put(label)))
    assert what.endswith("pixels down and has 20")


@pytest.mark.parametrize("made", [PlainLabel, StateBadge])
def test_words_that_are_elided_with_a_tooltip_pass(put: Put, made: type[QWidget]) -> None:
    whole = "Wolfeschlegelsteinhausenbergerdorff & Sons"
    label = StateBadge("saved", whole) if made is StateBadge else PlainLabel(whole)
    label.setFixedWidth(80)
    page = put(label)

    assert label.toolTip()
    assert audit.clipped("good", page) == []


def test_a_control_that_lies_outside_its_frame_is_found(put: Put) -> None:
    frame = QFrame()
    frame.setFixedSize(100, 60)
    button = PlainButton("Take", parent=frame)
    button.setGeometry(60, 0, 120, 50)

    assert "lies partly outside what it is in" in whats(audit.clipped("bad", put(frame)))


def test_a_cell_that_is_cut_off_is_found(put: Put) -> None:
    table = QTableView()
    table.setModel(Table(table))
    table.setColumnWidth(0, 60)

    assert any(
        "in column 1 and has 60" in what for what in whats(audit.cut_cells("bad", put(table)))
    )


def test_a_window_that_is_larger_than_the_screen_is_found(put: Put) -> None:
    wide = QFrame()
    wide.setMinimumWidth(1400)

    (what,) = whats(audit.too_large("bad", put(wide), LAPTOP))
    assert what.startswith("needs 14")


def test_words_that_hardly_stand_out_are_found(put: Put) -> None:
    label = QLabel("Hardly to be read")
    label.setStyleSheet("color: #999999; background: #FFFFFF;")

    (what,) = whats(audit.faint("bad", put(label)))
    assert what.startswith("words stand out by 2.")


def test_a_placeholder_that_hardly_stands_out_is_found(put: Put) -> None:
    field = QLineEdit()
    field.setPlaceholderText("Hardly to be read")
    field.setStyleSheet("background: #FFFFFF; placeholder-text-color: #BBBBBB;")

    (what,) = whats(audit.faint("bad", put(field)))
    assert what.startswith("words stand out by 1.")


def test_a_field_whose_edge_hardly_stands_out_is_found(put: Put) -> None:
    field = QLineEdit()
    field.setStyleSheet("border: 1px solid #EEEEEE;")

    (what,) = whats(audit.edgeless("bad", put(field)))
    assert what.startswith("edge stands out by 1.")


def test_a_control_that_looks_the_same_with_the_keyboard_on_it_is_found(put: Put) -> None:
    (what,) = whats(audit.unmarked("bad", put(Ringless())))
    assert what == "focus stands out by 1.0 only"


def test_the_findings_are_told_one_a_line_and_each_once() -> None:
    one = Finding("start", "Button “Take”", "has no name for a screen reader")

    assert audit.told([one, one]) == "start: Button “Take” has no name for a screen reader"
