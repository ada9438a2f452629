"""What was chosen on this computer, kept in one file of its own folder, by name."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from judging_app.errors import DeskError
from judging_app.paths import own_folder

_Value = TypeVar("_Value")


def kept(name: str, read: Callable[[object], _Value], usual: _Value) -> _Value:
    """What was kept last under a name; the usual where there is nothing that `read` can take.

    `read` gets the value as JSON gives it, and raises `ValueError`, `KeyError` or `TypeError` for
    one that can't be.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        return read(_kept_as(name))
    return usual


def keep(name: str, value: object) -> None:
    """Remember a value that JSON can hold; a computer that keeps nothing goes on without."""
    from judging_app.files import save  # noqa: PLC0415 - reading comes before the names

    with suppress(DeskError):
        save(_file(), json.dumps({**_every(), name: value}).encode())


def _kept_as(name: str) -> object:
    every = _every()
    if name in every:
        return every[name]
    # Version 0.1 had a file for each name.
    return json.loads((own_folder() / f"{name}.json").read_text(encoding="utf-8"))


def _every() -> dict[str, object]:
    with suppress(OSError, ValueError):
        found = json.loads(_file().read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    return {}


def _file() -> Path:
    return own_folder() / "kept.json"
