"""Where the application's own files lie."""

import os
import stat
from contextlib import suppress
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""Beside `judging_app`: in a checkout, in a wheel and in a frozen build alike."""


def own_folder() -> Path:
    """The folder for what this computer remembers (its device id, recent events).

    Nobody but this account gets into it.
    """
    import platformdirs  # noqa: PLC0415 - the first window needs none of it

    folder = platformdirs.user_data_path("pitchday", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    keep_private(folder)
    return folder


def open_private(path: str, flags: int) -> int:
    """An opener of files that nobody but this account may read, from the first moment on."""
    return os.open(path, flags, 0o600)


def keep_private(path: Path) -> None:
    """Take from everybody else what they may do with a file or a folder of this account.

    A drive without permissions, such as most memory sticks, stays as it is.
    """
    with suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _OTHERS and path.stat().st_uid == _this_account():
            path.chmod(mode & ~_OTHERS)


_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def _this_account() -> int:
    return os.getuid() if hasattr(os, "getuid") else -1
