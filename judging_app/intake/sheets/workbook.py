"""The bytes of a workbook (XLSX, ODS, XLS) to its sheets, by a process that may be killed."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import IO

from judging_app.intake.sheets.records import too_many_rows
from judging_app.intake.sheets.sheet import MOST_CELLS, MOST_ROWS, Sheet
from judging_app.intake.sheets.workbook_child import NO_WORKBOOK
from judging_app.intake.tables.problems import Problems, shown

READ_WORKBOOK = "--read-workbook"
"""What the frozen application is started with to read one; see `judging_app.__main__`."""

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How an XLSX or ODS, and an XLS, begins."""

_MOST_ENTRIES = 500
_LARGEST_ENTRY = 40_000_000
_LARGEST_IN_ALL = 60_000_000
_STEP = 1 << 16
_PATIENCE_S = 0.05
LONGEST_WAIT_S = 30
"""On a busy computer the bound on processor time is reached later; some systems have none."""
_SAVE_ANEW = "Copy its rows into a new workbook, or save it as CSV UTF-8."


def is_workbook(data: bytes) -> bool:
    """Whether these bytes begin as a workbook does."""
    return data.startswith((ZIP, OLE))


def read_workbook(
    file: str, data: bytes, problems: Problems, between: Callable[[], None]
) -> tuple[Sheet, ...]:
    """Every visible sheet; none where a problem was noted."""
    refusal = _suspicion(data) if data.startswith(ZIP) else ""
    read = refusal or _read_apart(data, between) or f"The workbook has no sheet. {_SAVE_ANEW}"
    if isinstance(read, str):
        problems.add(file, read)
        return ()
    for name, rows in read:
        if rows is None:
            problems.note(file, f"the hidden sheet {shown(name)} isn’t read")
    sheets = tuple(Sheet(tuple(map(tuple, rows)), name) for name, rows in read if rows is not None)
    if any(len(sheet.rows) > MOST_ROWS for sheet in sheets):
        problems.add(file, too_many_rows())
        return ()
    return sheets


def _suspicion(data: bytes) -> str:
    """Why this archive isn't even given to the reader; empty if it may be.

    Everything is unpacked once, in small steps, since what an archive says of its own sizes may
    be a lie.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES:
                return f"The workbook has more than {_MOST_ENTRIES} parts. {_SAVE_ANEW}"
            in_all = 0
            for entry in entries:
                size = 0
                with archive.open(entry) as part:
                    while step := part.read(_STEP):
                        size += len(step)
                        if size > _LARGEST_ENTRY or in_all + size > _LARGEST_IN_ALL:
                            return f"The workbook is too large when it is unpacked. {_SAVE_ANEW}"
                        if b"<!DOCTYPE" in step or b"<!ENTITY" in step:
                            return f"The workbook contains definitions of its own. {_SAVE_ANEW}"
                in_all += size
    # zipfile raises several kinds for a damaged archive, NotImplementedError for an odd packing.
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError, LookupError):
        return "The workbook is damaged. Open it in a spreadsheet program and save it again."
    except Exception as error:  # noqa: BLE001 - zlib.error and its like, of which there is no list
        return f"The workbook is damaged ({type(error).__name__}). {_SAVE_ANEW}"
    return ""


_Read = list[tuple[str, list[list[str]] | None]]


def _read_apart(data: bytes, between: Callable[[], None]) -> _Read | str:
    """What the reader found, or why not; what is done `between` may end it."""
    script = Path(__file__).with_name("workbook_child.py")
    # -P: the folder of the script is no place to import from.
    reader = [READ_WORKBOOK] if getattr(sys, "frozen", False) else ["-P", str(script)]
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, *reader, str(MOST_ROWS), str(MOST_CELLS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            said = _waited_for(child, data, between)
        finally:
            child.kill()
    if said is None:
        return f"The workbook takes too long to read. {_SAVE_ANEW}"
    if child.returncode == NO_WORKBOOK:
        return f"The workbook can’t be read. {_SAVE_ANEW}"
    if child.returncode:
        return f"The workbook takes too much memory, or its cells lie too far apart. {_SAVE_ANEW}"
    read: _Read = json.loads(said)
    return read


def _waited_for(
    child: subprocess.Popen[bytes], data: bytes, between: Callable[[], None]
) -> bytes | None:
    """What the child wrote; `None` if it takes too long."""
    # `communicate` with a time limit hands over no more than fits into the pipe at once.
    inlet, child.stdin = child.stdin, None
    Thread(target=_hand_over, args=(inlet, data), daemon=True).start()
    until = monotonic() + LONGEST_WAIT_S
    while monotonic() < until:
        between()
        with suppress(subprocess.TimeoutExpired):
            return child.communicate(timeout=_PATIENCE_S)[0]
    return None


def _hand_over(inlet: IO[bytes] | None, data: bytes) -> None:
    with suppress(OSError):  # the child may have ended
        if inlet is not None:
            inlet.write(data)
            inlet.close()
