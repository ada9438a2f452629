"""What is the matter with the open event's file, and saving the whole event somewhere else.

Anybody at the desk may do that, signed in or not: a copy on this computer tells nobody more than
the file did, and what was saved must not hang on who is there when the disk is full.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from judging_app import files
from judging_app.desk.desk import Desk
from judging_app.desk.events import open_and_check
from judging_app.desk.keeping.copies import RESCUED, chosen_place
from judging_app.domain.acts import Act, Refuse, SignIn, SignOut
from judging_app.domain.roles import Role
from judging_app.errors import EventFileError, NotSavedError, OutputError
from judging_app.paths import own_folder
from judging_app.store import beside, journal, whereabouts
from judging_app.store.keeping.copies_found import head_of, is_whole
from judging_app.store.whereabouts import LASTING

MAY_CONTINUE = frozenset({Role.HOST, Role.ORGANISER})
"""Who may continue the event in such a copy: those who run the day."""


def trouble(desk: Desk, *, looks_again: bool = False) -> str:
    """What is the matter with the event's file, if it lasts; empty if nothing is."""
    if looks_again:
        desk.file.look_after()
    if desk.file.trouble not in LASTING:
        return ""
    return whereabouts.lasting(desk.file.trouble, desk.file.path)


def unwritten(desk: Desk) -> Mapping[type[Act], int]:
    """How many sign-ins, sign-outs and refusals wait to be written."""
    kinds = [type(one.act) for one in desk.file.waiting]
    return {kind: kinds.count(kind) for kind in (SignIn, SignOut, Refuse) if kind in kinds}


def saving(desk: Desk, folder: Path | None = None) -> Callable[[object], Path]:
    """Take the whole event now, to be written to `folder`, or to a safe place, on any thread.

    Raises:
        EventFileError: if the event can't be read.
    """
    whole = _Whole(
        desk.file.path,
        desk.file.content(),
        tuple(entry.digest for entry in journal.entries(desk.file.db)),
    )

    def save(_progress: object = None) -> Path:
        return _saved(whole, [folder] if folder else safe_places())

    return save


def safe_places() -> tuple[Path, ...]:
    """Where an event goes when nobody is asked, best first."""
    chosen = chosen_place()
    places = [chosen] if chosen else []
    with suppress(OSError):
        places.append(own_folder() / RESCUED)
    return tuple(places)


def opened_copy(desk: Desk, path: Path) -> Desk:
    """Open a copy to continue the event in.

    Raises:
        EventFileError: if it can't be opened, or isn't as the event was saved.
    """
    other = open_and_check(path)
    if other.record_code() != desk.record_code():
        other.close()
        raise EventFileError(
            f"{path.name} doesn’t have everything that was saved. Save another copy."
        )
    return other


def take_along(desk: Desk, other: Desk) -> None:
    """Write what waits in `desk` to the copy that is continued in."""
    other.file.take_over(desk.file.waiting)
    write_waiting(other)


def write_waiting(desk: Desk) -> None:
    """Write what waits, if it can be by now."""
    if desk.file.waiting and not desk.is_read_only:
        with suppress(NotSavedError), desk.file.transaction():
            pass


@dataclass(frozen=True, slots=True)
class _Whole:
    """An open event as it is to be saved: its path, its bytes, and the digests of its entries."""

    path: Path
    content: bytes
    digests: tuple[str, ...]

    def was(self, other: Path) -> bool:
        """Whether another file is this event as it was before, with nothing of its own."""
        is_beside = other.is_file() and not beside.journal_path(other).exists()
        return is_beside and other.resolve() != self.path and head_of(other) in self.digests


def _saved(whole: _Whole, places: Sequence[Path]) -> Path:
    """Save to the first place that takes it; what was saved there before gives way to it."""
    refusal = OutputError("There is no place for a copy. Ask the organiser for one.")
    for folder in places:
        try:
            folder.mkdir(exist_ok=True)
            with files.new_file(folder, whole.content) as part:
                if is_whole(part, whole.digests[-1] if whole.digests else None):
                    return _named(part, folder / whole.path.name, whole)
            refusal = OutputError(f"The copy in “{folder}” is faulty. Choose another folder.")
        except OSError as error:
            refusal = OutputError(
                f"No copy can be saved in “{folder}” ({error.strerror}). Choose another folder."
            )
    raise refusal


def _named(part: Path, path: Path, whole: _Whole) -> Path:
    """Give a written file its name, or the next that is free if that is of something else."""
    with suppress(EventFileError), beside.held(path):
        if whole.was(path):
            part.replace(path)
            files.sync_folder(path.parent)
            return path
    name = beside.free(path)
    part.replace(name)
    files.sync_folder(path.parent)
    return name
