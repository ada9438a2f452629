"""The doubts of an import: one line for one kind, each settled where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from judging_app.present.set_up.importing import DoubtLine
from ui import keys, theme
from ui.widgets.buttons import PlainButton
from ui.widgets.form import across, add, column, radio, text_field
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateBadge

_SIDE_BY_SIDE = 720


class DoubtCard(QFrame):
    """One doubt: where it is, what is doubtful, and what to do."""

    settled = Signal(str, str)
    """The doubt’s id, and the code of the answer."""
    reopened = Signal(str)
    apart_asked = Signal(str)
    """Each question of this kind is to be answered by itself."""
    corrected = Signal(str, int, str, str)
    """In a file, a row’s column is to be this text."""

    def __init__(self, line: DoubtLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.line = line
        self.answers = [radio(words) for _, words in line.choices]
        self.confirm = PlainButton("Confirm", icon="check")
        self.confirm.setAccessibleName(f"Confirm: {line.title}")
        self.confirm.clicked.connect(self._settle)
        self._fix = text_field(f"{line.column} of row {line.rows}", 400, example="Correct it here")
        self._fix.returnPressed.connect(self._correct)
        for button, (code, _) in zip(self.answers, line.choices, strict=True):
            button.setChecked(code == line.chosen)
        where = column(
            PlainLabel(f"Row {line.rows}" if line.rows.isdigit() else line.rows, "strong"),
            PlainLabel(line.column, "quiet"),
            1,
            spacing=0,
        )
        sides = SideBySide(
            (where, 1), (self._what(), 4), (self._to_do(), 4), wide_from=_SIDE_BY_SIDE
        )
        column(sides, margins=(16, 10, 16, 10), inside=self)

    def take_keyboard(self) -> None:
        """Put the keyboard where the doubt is settled."""
        first = next((one for one in self.answers if one.isChecked()), self.confirm)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_answering = any(one.hasFocus() for one in self.answers)
        if is_answering and keys.SETTLE_DOUBT.is_pressed(event):
            self._settle()
            return
        super().keyPressEvent(event)

    def _what(self) -> QWidget:
        told = QWidget()
        state = "submitted" if self.line.is_settled else "attention"
        words = "Settled" if self.line.is_settled else self.line.title
        parts: list[QWidget] = [StateBadge(state, words), QuietText(self.line.doubtful)]
        if self.line.found:
            parts.append(WrappedLabel(self.line.found))
        column(*parts, 1, spacing=2, inside=told)
        return told

    def _to_do(self) -> QWidget:
        to_do = QWidget()
        layout = column(spacing=2, inside=to_do)
        if self.line.is_settled:
            chosen = dict(self.line.choices).get(self.line.chosen, "")
            undo = PlainButton("Undo", kind="quiet", icon="undo-2")
            undo.clicked.connect(self._reopen)
            add(layout, WrappedLabel(chosen), (undo, 0, Qt.AlignmentFlag.AlignLeft), 1)
            return to_do
        add(layout, *self.answers)
        if self.line.cell is not None:
            theme.follow(self._fix.setMaximumWidth, 320)
            add(layout, self._fix)
        apart = PlainButton("One by one…", kind="quiet")
        apart.clicked.connect(self._ask_apart)
        if self.line.count == 1:
            apart.hide()
        add(layout, across(self.confirm, apart, 1), 1)
        return to_do

    def _settle(self) -> None:
        chosen = next((at for at, one in enumerate(self.answers) if one.isChecked()), 0)
        self.settled.emit(self.line.id, self.line.choices[chosen][0])

    def _reopen(self) -> None:
        self.reopened.emit(self.line.id)

    def _ask_apart(self) -> None:
        self.apart_asked.emit(self.line.id)

    def _correct(self) -> None:
        if self.line.cell is not None and self._fix.text().strip():
            self.corrected.emit(self.line.file, *self.line.cell, self._fix.text())


class Doubts(QWidget):
    """Every doubt, one below the other."""

    settled = Signal(str, str)
    reopened = Signal(str)
    apart_asked = Signal(str)
    corrected = Signal(str, int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[DoubtCard] = []
        self._column = column(spacing=8, inside=self)

    @property
    def open(self) -> list[DoubtCard]:
        """Those that nobody has settled yet."""
        return [card for card in self.cards if not card.line.is_settled]

    def show_lines(self, lines: Sequence[DoubtLine]) -> None:
        """Replace the doubts."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [DoubtCard(line) for line in lines]
        for card in self.cards:
            self._column.addWidget(card)
            card.settled.connect(self.settled)
            card.reopened.connect(self.reopened)
            card.apart_asked.connect(self.apart_asked)
            card.corrected.connect(self.corrected)
        self.setVisible(bool(lines))

    def go_on(self, by: int = 1) -> None:
        """Put the keyboard on the next doubt that is open, or the one before."""
        if not self.open:
            return
        has_it = [i for i, card in enumerate(self.open) if card.isAncestorOf(self.focusWidget())]
        at = (has_it[0] + by) % len(self.open) if has_it else 0
        self.open[at].take_keyboard()
