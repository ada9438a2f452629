"""The events opened before on this computer, newest first, and the one that is open."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

from judging_app.present.start.start import EventFacts, RecentRow, recent_row
from ui.kept import keep, kept

MOST = 8

Opened: TypeAlias = tuple[str, str, str]
"""An event's path and title, and when it was opened last; empty where an older version kept it."""

Facts: TypeAlias = Callable[[Path], EventFacts | None]
Due: TypeAlias = Callable[[Path, date], date | None]
"""The day on which an event was to be deleted, if that has come."""


def _unseen(_path: Path) -> None:
    """Say nothing of a file but its name."""


def _never(_path: Path, _today: date) -> None:
    """Say of no event that it is due for deletion."""


def recent_rows(
    has_copies: Callable[[Path], bool], facts: Facts = _unseen, is_due: Due = _never
) -> tuple[RecentRow, ...]:
    """The events opened before, with what their files say of them now."""
    now, was_open = datetime.now(UTC), kept("open", str, "")
    return tuple(
        recent_row(
            path,
            title,
            facts(Path(path)),
            _moment(opened),
            now,
            is_missing=not Path(path).is_file() and not has_copies(Path(path)),
            was_open=path == was_open,
            is_due=is_due(Path(path), now.astimezone().date()) is not None,
        )
        for path, title, opened in _recent()
    )


def remember(path: Path, title: str) -> None:
    """Put an event first."""
    now = str(path.resolve())
    others = [one for one in _recent() if one[0] != now]
    keep("recent", [(now, title, datetime.now(UTC).isoformat()), *others][:MOST])


def forget(path: Path) -> None:
    """Leave out an event that went on somewhere else."""
    left = str(path.resolve())
    keep("recent", [one for one in _recent() if one[0] != left])


def note_open(path: Path | None) -> None:
    """Note which event is open, so that it is offered at once if the program stops; none, if None.

    What was noted before stays so if the computer can't keep it.
    """
    now = str(path.resolve()) if path else ""
    if now != kept("open", str, ""):
        keep("open", now)


def _recent() -> list[Opened]:
    return kept("recent", _read, [])


def _read(value: object) -> list[Opened]:
    if not isinstance(value, list):
        raise TypeError(value)
    return [_opened(*one) for one in value]


def _opened(path: object, title: object, opened: object = "") -> Opened:
    return str(path), str(title), str(opened)


def _moment(opened: str) -> datetime | None:
    try:
        return datetime.fromisoformat(opened).astimezone(UTC)
    except ValueError:
        return None
