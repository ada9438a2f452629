"""The one door through which every failure of a command leaves: as a sentence and a status."""

import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from judging_app.errors import DeskError, NoMemoryError

DONE, REFUSED = 0, 1
INTERRUPTED = 130
"""128 and the signal's number, as a shell reports it."""
PIPE_CLOSED = 141

_TO_TELL = 4 * 1024 * 1024
"""Bytes kept back, so that there is memory to say that there is none."""


def guarded(act: Callable[[], int]) -> int:
    """Do `act` and give back its exit status; whatever it raises becomes a sentence."""
    _accept_any_character()
    reserve = bytearray(_TO_TELL)
    try:
        status = act()
        if sys.stdout is not None:  # a frozen application without a console has none
            sys.stdout.flush()
    except SystemExit as leaving:  # argparse has said what there was to say
        return leaving.code if isinstance(leaving.code, int) else REFUSED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return _ended("Stopped.", INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - a refusal or a bug, and this is the door for both
        reserve.clear()
        return _ended(_sentence(error), REFUSED)
    return status


def _sentence(error: Exception) -> str:
    match error:
        case DeskError():
            return str(error)
        case OSError():
            return _system_refusal(error)
        case MemoryError():
            return str(NoMemoryError())
        case _:
            from judging_app.log import logged  # noqa: PLC0415 - for a bug alone

            return _apology(logged(error))


def _apology(log: Path | None) -> str:
    attached = f", with the file {log}" if log else ""
    return (
        "Something went wrong in the application. If you were changing an event, check its file "
        f"with judging-app verify now. Please report what you did{attached}."
    )


def _system_refusal(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return f"The output can’t be written ({reason}). Choose another place for it."
    name = str(error.filename)
    shown = name if len(name) <= _LONGEST_PATH else f"{name[:_LONGEST_PATH]}…"
    return f"{shown} can’t be used ({reason}). Choose another file or folder."


_LONGEST_PATH = 120


def _ended(sentence: str, status: int) -> int:
    """Say it, after what was printed before, so that both are in their order."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _drop_output()
    with suppress(OSError):
        print(sentence, file=sys.stderr)
    return status


def _drop_output() -> None:
    """Let nobody try to write again, as Python does when it ends.

    Source: https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _accept_any_character() -> None:
    """A name that the terminal has no letters for is printed in escapes, and is no failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
