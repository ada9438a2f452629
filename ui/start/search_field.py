"""Where part of a name is typed, with what that leaves said at its end."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import keys, theme
from ui.widgets.form import across
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel

MOST_TYPED = 80


class SearchField(QLineEdit):
    """A line to type in; the arrow keys that lead up and down are for the list below."""

    moved = Signal(int)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = PlainLabel(kind="quiet")
        self.setAccessibleName(hint)
        self.setPlaceholderText(hint)
        self.setMaxLength(MOST_TYPED)
        self.setProperty("kind", "search")
        across(IconMark("search"), 1, self._said, margins=(12, 0, 12, 0), inside=self)
        theme.follow(self._grow, 44)

    def say(self, words: str) -> None:
        """Say at the end how many are left; a screen reader hears it with the field."""
        self._said.setText(words)
        self.setAccessibleDescription(words)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.NAME_BELOW.is_pressed(event):
            self.moved.emit(+1)
        elif keys.NAME_ABOVE.is_pressed(event):
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _grow(self, height: int) -> None:
        self.setFixedHeight(height)
        self._fit()

    def _fit(self) -> None:
        """Leave the words out where what is typed needs the room."""
        needed = self._said.sizeHint().width()
        icon = theme.scaled(20) + 12
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText()) + icon + 40
        has_room = hint + needed <= self.width()
        self._said.setVisible(has_room)
        self.setTextMargins(icon, 0, needed + 16 if has_room else 0, 0)
