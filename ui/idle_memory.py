"""After how long without a key this computer locks a desk."""

import json
from contextlib import suppress
from pathlib import Path

from judging_app.errors import DeskError
from judging_app.files import save
from judging_app.paths import own_folder
from judging_app.present.idle import CHOICES_S, USUAL_S


def kept_idle_s() -> int:
    """What was chosen last, in seconds; the usual where that can't be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(_file().read_text(encoding="utf-8"))["after_s"]
        if type(kept) is int and kept in CHOICES_S:
            return kept
    return USUAL_S


def keep_idle_s(after_s: int) -> None:
    """Remember a choice; a computer that keeps nothing goes on without."""
    with suppress(DeskError):
        save(_file(), json.dumps({"after_s": after_s}).encode())


def _file() -> Path:
    return own_folder() / "idle.json"
