"""What can be the matter with an event's file that a copy of it helps with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from judging_app.desk.keeping.copies import folders_of
from judging_app.errors import DamagedError, DeskError
from judging_app.present.start.recovery import Cause
from judging_app.store import opening
from judging_app.store.keeping import restoring
from judging_app.store.keeping.copies_found import copied_event, named


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is the matter with an event: the path it has or had, and a sentence about it."""

    path: Path
    cause: Cause
    told: str


def trouble_with(path: Path, refusal: DeskError) -> Trouble | None:
    """What is the matter with a file that was refused; `None` if copies are no help."""
    path = path.resolve()
    if not path.exists():
        if not (has_copies(path) or restoring.asides(path)):
            return None
        return Trouble(path, Cause.MISSING, f"{path.name} isn’t in {path.parent} any more.")
    if isinstance(refusal, DamagedError):
        return Trouble(path, Cause.DAMAGED, f"{path.name} is damaged: {refusal.what}.")
    if path.is_file() and has_copies(path) and not opening.is_ours(path):
        return Trouble(path, Cause.DAMAGED, f"{path.name} isn’t an event file any more.")
    return None


def trouble_with_copy(path: Path) -> Trouble | None:
    """What to say where somebody opens a copy in the event's own folder of copies."""
    path = path.resolve()
    event = copied_event(path)
    if event is None:
        return None
    told = f"{path.name} is a safety copy of {event.name}, and stays as it is."
    return Trouble(event, Cause.IS_COPY, told)


def has_copies(path: Path) -> bool:
    """Whether there is any file that is named as a copy of the event `path`."""
    return any(True for folder in folders_of(path) for _ in named_in(folder, path))


def named_in(folder: Path, path: Path) -> Sequence[tuple[datetime, Path]]:
    """The copies of the event `path` in `folder`, good or not; none where it isn’t there."""
    try:
        return [*named(folder, path), *named(folder, path, is_good=False)]
    except OSError:
        return []
