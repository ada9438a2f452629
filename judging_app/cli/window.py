"""Opens the window, or says why there can be none."""

import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

from judging_app.errors import DeskError

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_LIBRARIES = (".so", "DLL", "dylib", "Library not loaded")


class NoWindowError(DeskError):
    """No window can be opened on this computer as it is now."""


def window(path: Path | None) -> int:
    """Open the window, with an event if a file is named.

    Raises:
        NoWindowError: if there can be none.
    """
    if path is not None and not path.exists():
        raise DeskError(f"There is no file {path}. Check its name.")
    return open_window(path)


def open_window(path: Path | None) -> int:
    """Open the window and stay until it is closed; the answer is its exit status.

    Raises:
        NoWindowError: if there is no screen, or Qt's libraries can't be loaded.
    """
    if not has_screen():
        raise NoWindowError(
            "There is no screen here, so the window can’t be opened. Use the commands that "
            "judging-app --help lists."
        )
    try:
        # The command line stands below the windows and may not import them: the core runs without
        # Qt. So the one call upwards goes by name, and only when a window is asked for.
        run = cast("Callable[[Path | None], int]", importlib.import_module("ui.application").run)
        return run(path)
    except ImportError as error:
        if not any(sign in str(error) for sign in _LIBRARIES):
            raise
        missing = str(error).partition(":")[0]
        raise NoWindowError(
            f"The window can’t be opened because {missing} can’t be loaded. Install it, or use "
            "the commands that judging-app --help lists."
        ) from error


def has_screen() -> bool:
    """Whether Qt could find a screen; only Linux can be without one."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in _SCREENS)
