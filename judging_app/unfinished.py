"""Files not yet finished: what they are called, and how those that a killed process left go."""

import hashlib
import os
import platform
import re
import secrets
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

PREFIX, SUFFIX = ".judging-app-", ".part"

_NAME = re.compile(
    r"\.judging-app-(?:(?P<where>[0-9a-f]{8})-(?P<who>\d+)-)?[0-9a-f]{16}(?:\.before)?\.part"
    r"(?:-journal|\.lock)?"
)
"""Version 0.1 named neither the computer nor the process. An event has two files beside it."""

_ABANDONED_S = 86_400
"""After so long nobody writes any more, on whichever computer that was."""


def unfinished_name() -> str:
    """A name for a file that is never to stay under it: it says which process is at it."""
    return f"{PREFIX}{_computer()}-{os.getpid()}-{secrets.token_hex(8)}{SUFFIX}"


def before_name(unfinished: Path) -> Path:
    """Where the file that this one replaces is kept until all is well."""
    return unfinished.with_name(f"{unfinished.stem}.before{SUFFIX}")


def sweep(folder: Path) -> None:
    """Remove from `folder` what processes left that were killed; nothing that one is still at."""
    with suppress(OSError):
        for path in folder.iterdir():
            if (found := _NAME.fullmatch(path.name)) and _is_left(path, found):
                with suppress(OSError):
                    path.unlink()


def _is_left(path: Path, found: re.Match[str]) -> bool:
    if os.name == "posix" and found["where"] == _computer():
        return not _is_alive(int(found["who"]))
    with suppress(OSError):
        return time.time() - path.lstat().st_mtime > _ABANDONED_S
    return False


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)  # asks whether it is there, and no more
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True  # somebody else's
    return True


@cache
def _computer() -> str:
    """This computer among those that write into one folder, without its name."""
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]
