"""What is said to whoever is there: a line in a page, and the one that lasts above them all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui import theme
from ui.announce import announce
from ui.widgets.buttons import PlainButton
from ui.widgets.form import across
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import WrappedLabel
from ui.widgets.side_by_side import stand

_ICONS = {
    "info": ("info", "act"),
    "good": ("circle-check", "good"),
    "attention": ("triangle-alert", "attention"),
    "loss": ("circle-x", "loss"),
    "rehearsal": ("info", "rehearsal"),
}


class Banner(QFrame):
    """Says one thing; empty, it is away."""

    look = "banner"
    """What the style sheet calls its kinds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", f"{self.look}-info")
        self.kind = ""
        """Of what is said; empty for nothing."""
        self._mark, self._words = IconMark("info"), WrappedLabel()
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        said = across(self._mark, (self._words, 1), spacing=10)
        self._line = across((said, 1), spacing=10, margins=(12, 6, 12, 6), inside=self)
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
        self.kind = kind if text else ""
        is_new = text != self.text or kind == "attention"
        self._words.setText(text)
        self._mark.show_icon(*self._icon(kind))
        self.setAccessibleName(text)
        theme.restyle(self, kind=f"{self.look}-{kind}")
        self.setVisible(bool(text))
        if is_new:
            announce(self, text, is_urgent=kind in ("attention", "loss"))

    def _icon(self, kind: str) -> tuple[str, str]:
        return _ICONS[kind]


_WIDE = 700
"""In pixels at 100 % text, from which there is room for buttons beside the words."""


class ActingBanner(Banner):
    """Says what lasts, with what can be done about it; empty, it is away."""

    act_asked = Signal(str)
    """The words of the button that was pressed."""
    shown = Signal(bool)
    """Whether there is anything that lasts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._buttons: list[PlainButton] = []
        super().__init__(parent)
        self._acts = across()
        self._line.addLayout(self._acts)
        theme.follow(self._fit)

    def show_acts(self, *acts: str) -> None:
        """Offer these, by their words."""
        if [button.text() for button in self._buttons] == [*acts]:
            return
        has_keyboard = any(button.hasFocus() for button in self._buttons)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [PlainButton(act) for act in acts]
        for button in self._buttons:
            button.clicked.connect(self._ask)
            self._acts.addWidget(button)
            button.show()  # now: a hidden button takes no keyboard
        if has_keyboard and self._buttons:
            self._buttons[-1].setFocus()

    def show_message(self, text: str, kind: str) -> None:
        """As any banner, and say whether it has to be there."""
        super().show_message(text, kind)
        self.shown.emit(bool(text))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Put what can be done beside what is said, or below it where that would be too narrow."""
        stand(self._line, is_wide=self.width() >= theme.scaled(_WIDE))

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, PlainButton):
            self.act_asked.emit(button.text())


class RehearsalStrip(ActingBanner):
    """Across every screen of a rehearsal, in its own colour."""

    look = "strip"

    def _icon(self, _kind: str) -> tuple[str, str]:
        return ("refresh-cw", "rehearsal")
