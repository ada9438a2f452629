"""The events opened before on this computer, newest first."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from judging_app.present.start.start import RecentRow
from ui.kept import keep, kept

MOST = 8


def recent_rows(has_copies: Callable[[Path], bool]) -> tuple[RecentRow, ...]:
    """The events whose files are still there, or copies of them."""
    return tuple(
        RecentRow(path, title, _place(Path(path)))
        for path, title in _recent()
        if Path(path).is_file() or has_copies(Path(path))
    )


def remember(path: Path, title: str) -> None:
    """Put an event first."""
    now = str(path.resolve())
    others = [(other, name) for other, name in _recent() if other != now]
    keep("recent", [(now, title), *others][:MOST])


def forget(path: Path) -> None:
    """Leave out an event that went on somewhere else."""
    left = str(path.resolve())
    keep("recent", [(other, name) for other, name in _recent() if other != left])


def _recent() -> list[tuple[str, str]]:
    return kept("recent", _pairs, [])


def _pairs(value: object) -> list[tuple[str, str]]:
    if not isinstance(value, list):
        raise TypeError(value)
    return [(str(path), str(title)) for path, title in value]


def _place(path: Path) -> str:
    with suppress(ValueError):
        return str(Path("~") / path.relative_to(Path.home()))
    return str(path)
