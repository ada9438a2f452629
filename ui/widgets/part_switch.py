"""A row of words of which one is chosen: the parts of a screen, one at a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui import keys
from ui.widgets.buttons import Button
from ui.widgets.form import column
from ui.widgets.wrapped_row import WrappedRow


class PartSwitch(QWidget):
    """Shows one of several parts, chosen by its word or by the keys for the next and the last.

    The parts are where their owner lays them out; this shows and hides them.
    """

    shown = Signal(str)
    """The word of the part that a person chose."""

    def __init__(
        self,
        parts: Mapping[str, QWidget],
        icons: Mapping[str, str],
        *,
        is_tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = dict(parts)
        self._offered: tuple[str, ...] = tuple(parts)
        self._group = QButtonGroup(self)
        self.buttons = {word: self._segment(word, icons[word]) for word in parts}
        self._row = WrappedRow([*self.buttons.values()], is_tight=is_tight)
        column(self._row, inside=self)
        self.show_part(self._offered[0])

    @property
    def word(self) -> str:
        """The part on show."""
        return next(word for word, button in self.buttons.items() if button.isChecked())

    def bind_keys(self, screen: QWidget) -> None:
        """Let the keys for the next part and the one before work all over `screen`."""
        keys.bind(keys.NEXT_PART, screen, self._go_on)
        keys.bind(keys.PART_BEFORE, screen, self._go_back)

    def offer(self, words: Sequence[str]) -> None:
        """Offer these parts only; the first, where the one on show is no longer among them."""
        offered = tuple(word for word in self._parts if word in words)
        if offered == self._offered:
            return
        self._offered = offered
        if self.word not in offered:
            self.show_part(offered[0])
        self._row.show_parts([self.buttons[word] for word in offered])

    def show_part(self, word: str) -> None:
        """Show one part in place of the others; a keyboard that was in them stays on the screen."""
        self.buttons[word].setChecked(True)
        focused = self.window().focusWidget()
        others = (part for one, part in self._parts.items() if one != word)
        if focused is not None and any(part.isAncestorOf(focused) for part in others):
            self.buttons[word].setFocus()
        for one, part in self._parts.items():
            if one != word:
                part.hide()
            elif part.parentWidget() is not None:  # else it would flash as a window of its own
                part.show()
            # Qt lets Tab stop at the word that was chosen last by a press, whatever is shown.
            by = Qt.FocusPolicy.StrongFocus if one == word else Qt.FocusPolicy.ClickFocus
            self.buttons[one].setFocusPolicy(by)

    def _segment(self, word: str, icon: str) -> Button:
        button = Button(word, kind="entry", icon=icon)
        button.setCheckable(True)
        button.clicked.connect(self._choose)
        self._group.addButton(button)
        return button

    def _choose(self) -> None:
        self.show_part(self.word)
        self.shown.emit(self.word)

    def _go_on(self) -> None:
        self._step(+1)

    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        at = (self._offered.index(self.word) + by) % len(self._offered)
        self.buttons[self._offered[at]].click()
