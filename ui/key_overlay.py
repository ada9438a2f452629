"""The keys of the screen on show, laid over it until they are closed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget
from shiboken6 import isValid

from ui import keys, theme
from ui.keys import Key, Where
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, swap
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.scroll import ScrollColumn

WIDTH = 640
"""In pixels at 100 % text, where there is so much."""

VEIL = 0.8
"""How much of the screen below is covered, from 0 to 1."""

NONE_HERE = "This screen has no shortcuts of its own."


class KeyOverlay(QWidget):
    """Keeps the keyboard while it is open, and gives it back where it was.

    It belongs in the same cell of a layout as what it covers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Keyboard shortcuts")
        self._before: QWidget | None = None
        self._rows = QWidget()
        self._scroll = ScrollColumn()
        self._card = Card()
        self._close = _CloseButton("Close", kind="quiet", icon="x")
        self._close.clicked.connect(self.close_keys)
        self._lay_out()
        self.hide()

    def show_keys(self, screen: str) -> None:
        """Open with the keys of a screen, by the key that the window knows it by."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self._show_rows(screen)
        self.show()
        self.raise_()
        self._close.setFocus()

    def close_keys(self) -> None:
        """Close, and put the keyboard where it was."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, _is_next: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Keep the keyboard here: its one control has it already."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        if keys.CLOSE_KEYS.is_pressed(event):
            self.close_keys()
        elif keys.SCROLL_DOWN.is_pressed(event):
            bar.setValue(bar.value() + bar.pageStep() // 2)
        elif keys.SCROLL_UP.is_pressed(event):
            bar.setValue(bar.value() - bar.pageStep() // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Let the screen show through faintly: it is still there."""
        veil = theme.token("ground")
        veil.setAlphaF(VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def _lay_out(self) -> None:
        head = across((Heading("Keyboard shortcuts", 2), 1), self._close)
        add(self._card.body, head, (self._scroll, 1))
        add(self._scroll.body, self._rows, 1)
        theme.follow(self._card.setMaximumWidth, WIDTH)
        across(1, (self._card, 1000), 1, margins=(24, 24, 24, 24), inside=self)

    def _show_rows(self, screen: str) -> None:
        here, everywhere = keys.keys_of(screen), keys.keys_of(Where.EVERYWHERE)
        rows = QWidget()
        shown = column(spacing=8, inside=rows)
        for title, part in (("On this screen", here), ("On every screen", everywhere)):
            add(shown, PlainLabel(title, "label"), _grid(part))
            shown.addSpacing(8)
        self._rows = swap(self._scroll.body, self._rows, rows)
        self._close.setAccessibleDescription(_spoken([*here, *everywhere]))


class _CloseButton(PlainButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that scroll to the overlay: a button takes the arrows for itself."""
        if keys.SCROLL_DOWN.is_pressed(event) or keys.SCROLL_UP.is_pressed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _grid(part: Sequence[Key]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 5)
    for at, key in enumerate(part):
        grid.addWidget(WrappedLabel(key.shown, "strong"), at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(WrappedLabel(key.does), at, 1, Qt.AlignmentFlag.AlignTop)
    if not part:
        grid.addWidget(WrappedLabel(NONE_HERE, "quiet"), 0, 0, 1, 2)
    return grid


def _spoken(part: Sequence[Key]) -> str:
    return " ".join(f"{key.shown}: {key.does}." for key in part)
