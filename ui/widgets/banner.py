"""A line above a screen for what has to be said, with its room reserved."""

from PySide6.QtWidgets import QFrame, QWidget

from ui import theme
from ui.announce import announce
from ui.widgets.form import across
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import WrappedLabel

_ICONS = {
    "info": ("info", "act"),
    "good": ("circle-check", "good"),
    "attention": ("triangle-alert", "attention"),
    "loss": ("circle-x", "loss"),
    "rehearsal": ("info", "rehearsal"),
}


class Banner(QFrame):
    """Says one thing; empty, it keeps its room, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "banner-empty")
        self._mark, self._words = IconMark("info"), WrappedLabel()
        across(self._mark, (self._words, 1), spacing=10, margins=(12, 6, 12, 6), inside=self)
        theme.follow(self.setMinimumHeight, 22, plus=14)
        self.show_message("", "info")

    @property
    def text(self) -> str:
        """What is said; empty for nothing."""
        return self._words.text()

    def show_message(self, text: str, kind: str) -> None:
        """Say `text`; `kind` is info, good, attention, loss or rehearsal.

        A screen reader says it too: the same words only once, but a refusal every time.
        """
        is_new = text != self.text or kind == "attention"
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self._mark.show_icon(*_ICONS[kind])
        self._mark.setVisible(bool(text))
        self.setAccessibleName(text)
        theme.restyle(self, kind=f"banner-{kind}" if text else "banner-empty")
        if is_new:
            announce(self, text, is_urgent=kind in ("attention", "loss"))
