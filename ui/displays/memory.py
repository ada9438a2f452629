"""The screen that was chosen last for the projector on this computer."""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from judging_app.errors import DeskError
from judging_app.files import save
from judging_app.paths import own_folder
from ui.displays.choice import ScreenId


def kept_screen() -> ScreenId | None:
    """What was chosen last; what can't be read is done without."""
    with suppress(OSError, ValueError, TypeError):
        kept = json.loads(_file().read_text(encoding="utf-8"))
        screen = ScreenId(**kept)
        if all(type(value) is type(kept_value) for value, kept_value in _values(screen)):
            return screen
    return None


def keep_screen(screen: ScreenId) -> None:
    """Remember a choice; a computer that keeps nothing goes on without."""
    with suppress(DeskError):
        save(_file(), json.dumps(asdict(screen)).encode())


def _values(screen: ScreenId) -> list[tuple[object, object]]:
    usual = asdict(ScreenId(""))
    return [(value, usual[name]) for name, value in asdict(screen).items()]


def _file() -> Path:
    return own_folder() / "projector.json"
