"""Nothing of ours opens the file of an open event past SQLite, in any test at all.

Closing a handle of that file would drop the locks that SQLite holds on it, as POSIX has it.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from judging_app.store.event_file import EventFile
from judging_app.store.whereabouts import Matter

_OURS = tuple(f"{Path(__file__).parents[1] / name}{os.sep}" for name in ("judging_app", "ui"))

_live: set[str] = set()
_opened: list[str] = []
"""The paths that were opened while their event was open, with where."""


@pytest.fixture(autouse=True)
def _nothing_opens_an_open_event() -> Iterator[None]:
    """Fail the test in which something does."""
    _opened.clear()
    yield
    assert _opened == []


@pytest.fixture(scope="session", autouse=True)
def _open_events_known() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        hold, close, again = EventFile.hold, EventFile.close, EventFile._opened_anew

        def held(file: EventFile) -> None:
            hold(file)
            _live.add(str(file.path))

        def closed(file: EventFile) -> None:
            _live.discard(str(file.path))
            close(file)

        def opened_anew(file: EventFile) -> Matter:
            _live.discard(str(file.path))  # its drive failed: no lock is held that could be lost
            return again(file)

        patch.setattr(EventFile, "hold", held)
        patch.setattr(EventFile, "_opened_anew", opened_anew)
        patch.setattr(EventFile, "close", closed)
        sys.addaudithook(_look)
        yield


def _look(event: str, values: tuple[object, ...]) -> None:
    if event == "open" and _live and isinstance(values[0], str | bytes):
        path = os.path.abspath(os.fsdecode(values[0]))  # noqa: PTH100 - it must not look at the disk
        if path in _live and (place := _place_of_ours()):
            _opened.append(f"{path} by {place}")


def _place_of_ours() -> str:
    """Where in the application a file is being opened; nothing if a test itself does."""
    frame = sys._getframe(2)
    while frame.f_back is not None:
        name = frame.f_code.co_filename
        if name.startswith(_OURS):
            return f"{name}, line {frame.f_lineno}"
        if f"{os.sep}tests{os.sep}" in name:
            return ""
        frame = frame.f_back
    return ""
