"""How the windows look to this computer's people: light or dark, and the size of the text."""

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from judging_app.errors import DeskError
from judging_app.files import save
from judging_app.paths import own_folder
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

    def turned(self) -> "Look":
        """The same in the other theme."""
        return replace(self, theme="light" if self.theme == "dark" else "dark")


def kept_look(app: QApplication) -> Look:
    """What was chosen last on this computer, else what the system asks for."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(_file().read_text(encoding="utf-8"))
        if kept["theme"] in THEMES and kept["text_scale"] in SCALES:
            return Look(kept["theme"], kept["text_scale"])
    is_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Look("dark" if is_dark else "light")


def keep_look(look: Look) -> None:
    """Remember a choice; a computer that keeps nothing goes on without."""
    content = json.dumps({"theme": look.theme, "text_scale": look.text_scale})
    with suppress(DeskError):
        save(_file(), content.encode())


def _file() -> Path:
    return own_folder() / "look.json"
