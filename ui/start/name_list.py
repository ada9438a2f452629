"""The list of names at sign-in, which typing narrows down."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QWidget

from judging_app.present.start.sign_in import SignInRow
from judging_app.words import counted
from ui import theme
from ui.start.name_buttons import NameRow
from ui.start.search_field import SearchField
from ui.widgets.form import across, add, column
from ui.widgets.labels import QuietText
from ui.widgets.scroll import ScrollColumn

AT_EASE = 12
"""As many names as stand in one column, with what they do."""

TWO_COLUMNS = 640
"""Pixels at 100 % text from which many names stand in two columns."""

HINT = "Type part of your name or organisation"
NOBODY = "No name has that in it. Type less, or ask the organiser."


class NameList(QWidget):
    """A field to type part of a name in, and under it who that leaves."""

    chosen = Signal(object)
    """A `SignInRow`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[NameRow] = []
        self._shown: list[NameRow] = []
        self.field = SearchField(HINT)
        self._group = QButtonGroup(self)
        self._nobody = QWidget()
        self._column = ScrollColumn()
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._lay_out()
        self.field.textChanged.connect(self._narrow)
        self.field.moved.connect(self.go)
        self.field.returnPressed.connect(self._choose_marked)
        theme.follow(self._stand)

    def show_names(self, rows: Sequence[SignInRow]) -> None:
        """Offer these people, with nobody chosen and nothing typed."""
        for button in self._rows:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._rows = [NameRow(row, self._column.widget()) for row in rows]
        for button in self._rows:
            self._group.addButton(button)
            button.chosen.connect(self.chosen)
            button.went.connect(self._go_by)
        self.field.clear()
        self._narrow("")

    def begin(self) -> None:
        """Let a name be typed, with nobody marked."""
        self.field.clear()
        self._mark(None)
        self.field.setFocus()

    def go(self, by: int) -> None:
        """Mark the name so many further on, and keep it in sight."""
        focused = self.window().focusWidget()
        begun = next((one for one in self._shown if one is focused), self._marked())
        at = self._shown.index(begun) + by if begun is not None else 0
        if 0 <= at < len(self._shown):
            self._mark(self._shown[at])

    def _go_by(self, names: int, columns: int) -> None:
        self.go(names + columns * self.down)

    @property
    def down(self) -> int:
        """How many names there are from one to the one beside it."""
        count = max(len(self._shown), 1)
        is_wide = self.width() >= theme.scaled(TWO_COLUMNS)
        return -(-count // 2) if count > AT_EASE and is_wide else count

    @property
    def has_keyboard(self) -> bool:
        """Whether one of the names has it."""
        return self.window().focusWidget() in self._rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        self._column.body.setSpacing(0)
        # Around it and not its own: a style sheet takes a label's own margins away.
        across((QuietText(NOBODY), 1), margins=(16, 12, 16, 12), inside=self._nobody)
        add(self._column.body, self._nobody, self._grid, 1)
        column(self._column, inside=card)
        column(self.field, (card, 1), spacing=12, inside=self)

    def _narrow(self, typed: str) -> None:
        self._shown = [one for one in self._rows if one.row.found(typed)]
        for button in self._rows:
            button.show_typed(typed)
            button.setVisible(button in self._shown)
        self._nobody.setVisible(bool(self._rows) and not self._shown)
        is_panel = not any(one.row.is_staff for one in self._rows)
        total = counted(len(self._rows), *(("judge",) if is_panel else ("person", "people")))
        left = f"{len(self._shown)} of {total} · ↓ to move, Enter to choose"
        self.field.say(left if typed.strip() else f"{total}, A to Z" if is_panel else total)
        self._stand()
        self._mark(self._shown[0] if typed.strip() and self._shown else None)

    def _stand(self) -> None:
        """Put the names that are left into one column or two, down the first before the second."""
        down = self.down
        for button in self._rows:
            self._grid.removeWidget(button)
        for at, button in enumerate(self._shown):
            button.stand(is_at_ease=len(self._rows) <= AT_EASE)
            self._grid.addWidget(button, at % down, at // down)
        for at in range(2):
            self._grid.setColumnStretch(at, int(at * down < len(self._shown)))

    def _marked(self) -> NameRow | None:
        return next((one for one in self._shown if one.isChecked()), None)

    def _mark(self, marked: NameRow | None) -> None:
        """Mark one name, which Tab comes to; with none marked it comes to the first."""
        self._group.setExclusive(False)
        has_keyboard = self.has_keyboard
        for button in self._rows:
            button.setChecked(button is marked)
            is_stop = button is (marked or (self._shown[0] if self._shown else None))
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )
        self._group.setExclusive(True)
        if marked is not None:
            self._column.ensureWidgetVisible(marked, 0, 8)
            if has_keyboard:
                marked.setFocus()

    def _choose_marked(self) -> None:
        if (marked := self._marked()) is not None:
            marked.click()
