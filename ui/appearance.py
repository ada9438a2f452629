"""How the windows look to this computer's people: light or dark, and the size of the text."""

from dataclasses import asdict, dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.kept import keep, kept
from ui.tokens import THEMES

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
"""The sizes of text that are offered, as multiples of the usual one."""


@dataclass(frozen=True, slots=True)
class Look:
    """One choice of theme and text size."""

    theme: str
    text_scale: float = 1.0

    def stepped(self, by: int) -> "Look":
        """The next larger or smaller text, or this look where there is none."""
        at = SCALES.index(self.text_scale) + by
        return replace(self, text_scale=SCALES[min(max(at, 0), len(SCALES) - 1)])

    def stepped_to(self, text_scale: float) -> "Look":
        """The same with text of a size that is offered."""
        return replace(self, text_scale=text_scale)

    def turned(self) -> "Look":
        """The same in the other theme."""
        return replace(self, theme="light" if self.theme == "dark" else "dark")


def kept_look(app: QApplication) -> Look:
    """What was chosen last on this computer, else what the system asks for."""
    is_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return kept("look", _look, Look("dark" if is_dark else "light"))


def keep_look(look: Look) -> None:
    """Remember a choice for the next time."""
    keep("look", asdict(look))


def _look(value: object) -> Look:
    """A look that is offered.

    Raises:
        ValueError: if it isn't.
    """
    match value:
        case {"theme": str(theme), "text_scale": float(scale)} if theme in THEMES:
            if scale in SCALES:
                return Look(theme, scale)
    raise ValueError(value)
