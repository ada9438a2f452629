"""Writes down where the application failed, and what it noticed, so that it can be corrected."""

import os
import platform
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from judging_app.paths import open_private, own_folder


def logged(error: BaseException) -> Path | None:
    """Write down where `error` arose; nothing if that can't be written.

    Only types and places in the code: messages could hold names or scores.
    """
    now = datetime.now(UTC)
    with suppress(OSError):
        folder = own_folder() / "logs"
        folder.mkdir(exist_ok=True)
        path = folder / f"{now:%Y-%m-%d %H-%M-%S} {os.getpid()}.log"
        with open(path, "w", encoding="utf-8", opener=open_private) as log:
            log.write("\n".join(_report(error, now)) + "\n")
        return path
    return None


def noted(sentence: str) -> None:
    """Add to the log what nobody need act on; nothing if that can't be written."""
    now = datetime.now(UTC)
    with suppress(OSError):
        folder = own_folder() / "logs"
        folder.mkdir(exist_ok=True)
        path = folder / f"{now:%Y-%m-%d} noticed.log"
        with open(path, "a", encoding="utf-8", opener=open_private) as log:
            log.write(f"{now:%Y-%m-%d %H:%M:%S} UTC · {sentence}\n")


def _report(error: BaseException, now: datetime) -> Iterator[str]:
    yield f"{now:%Y-%m-%d %H:%M:%S} UTC · Python {platform.python_version()} · {sys.platform}"
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield f"{type(link).__module__}.{type(link).__qualname__}"
        for frame in traceback.extract_tb(link.__traceback__):
            yield f"  {frame.filename}, line {frame.lineno}, in {frame.name}"
        link = link.__cause__ or link.__context__
