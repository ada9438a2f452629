"""Safety copies of the open event: where they go, when one is due, and the state of each place."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from judging_app import files
from judging_app.desk.desk import Changed, Desk
from judging_app.domain.acts import CloseScoring, act_name
from judging_app.errors import DeskError, OutputError
from judging_app.paths import own_folder
from judging_app.present.host.lights import CopyPlace
from judging_app.store import copies

DUE_AFTER = timedelta(minutes=5)
"""How old the newest copy may grow while something is recorded that it doesn't have."""

EVENTS_FOLDER = "the event’s folder"
"""What the place beside the event is called."""

Tell = Callable[[int, int], None]
"""Called with how many places are done, of how many; it may raise to stop the rest."""


@dataclass(frozen=True, slots=True)
class Place:
    """The state of copying to one folder: its newest copy, and why the last attempt failed."""

    folder: Path
    copy: copies.Copy | None = None
    refusal: str = ""


class Copying:
    """An event that was taken and is to be written out; `run` is called once, on any thread."""

    def __init__(self, taken: copies.Taken, folders: Sequence[Path], *, always: bool) -> None:
        self._taken, self._folders, self._always = taken, tuple(folders), always

    def run(self, tell: Tell | None = None) -> tuple[Place, ...]:
        """Write a copy to each place; one that fails keeps no other from being written."""
        snapshot = self._taken.snapshot()
        done: list[Place] = []
        for folder in self._folders:
            if tell is not None:
                tell(len(done), len(self._folders))
            done.append(self._written(snapshot, folder))
        return tuple(done)

    def _written(self, snapshot: copies.Snapshot, folder: Path) -> Place:
        try:
            there = None if self._always else copies.current_copy(snapshot, folder)
            return Place(folder, there or copies.write_copy(snapshot, folder))
        except OutputError as refusal:
            return Place(folder, refusal=str(refusal))


def copying(desk: Desk, folders: Sequence[Path] = (), *, always: bool = False) -> Copying:
    """Take the event as it is now, to be written to `folders`, or to every place that is chosen.

    A place whose newest copy has everything gets another one only with `always`.

    Raises:
        EventFileError: if the event can't be read.
    """
    taken = copies.take(desk.file.db, desk.file.path, desk.now())
    return Copying(taken, folders or places(desk), always=always)


def copy_now(desk: Desk, folder: Path | None = None) -> Path:
    """Copy the event to `folder`, or beside it, and wait until that is done.

    Raises:
        EventFileError: if the event can't be read.
        OutputError: if the copy can't be written.
    """
    taken = copies.take(desk.file.db, desk.file.path, desk.now())
    return copies.write_copy(taken.snapshot(), folder or beside(desk)).path


def beside(desk: Desk) -> Path:
    """The place that every event has: a folder beside it."""
    return copies.copies_folder(desk.file.path)


def places(desk: Desk) -> tuple[Path, ...]:
    """Where this event is copied to; the place beside it comes first."""
    chosen = chosen_place()
    return tuple(dict.fromkeys((beside(desk), *([chosen] if chosen else []))))


def chosen_place() -> Path | None:
    """The second place that was chosen on this computer, be it there now or not."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return Path(json.loads(_kept().read_text(encoding="utf-8"))["second_place"])
    return None


def choose_place(folder: Path) -> None:
    """Copy to `folder` too from now on, whatever event is open; it takes the earlier one's place.

    Raises:
        OutputError: if this computer can't remember it.
    """
    content = json.dumps({"second_place": str(folder)}).encode()
    try:
        files.put(_kept(), content)
    except OSError as error:
        raise OutputError(
            f"The choice of “{folder}” for copies could not be saved ({error.strerror}). Free "
            "some space on this computer, then choose it again."
        ) from error


def refused(desk: Desk, refusal: DeskError) -> tuple[Place, ...]:
    """Every place, after the event itself couldn't be read."""
    return tuple(Place(folder, refusal=str(refusal)) for folder in places(desk))


def followed(before: Sequence[Place], after: Sequence[Place]) -> tuple[Place, ...]:
    """The state of the places after another copying; a failure doesn't undo an earlier copy."""
    known = {place.folder: place for place in before}
    for place in after:
        earlier = known.get(place.folder)
        kept = place.copy or (earlier.copy if earlier else None)
        known[place.folder] = replace(place, copy=kept)
    return tuple(known.values())


def due_folders(desk: Desk, stand: Sequence[Place]) -> tuple[Path, ...]:
    """The places to copy to now: where it failed, or where something has been missing too long."""
    known = {place.folder: place for place in stand}
    return tuple(f for f in places(desk) if _is_due(desk, known.get(f, Place(f))))


def calls_for_copy(changed: Changed) -> bool:
    """Whether a copy is to be made at once after this act: when scoring was closed."""
    return any(entry.act == act_name(CloseScoring) for entry in changed.entries)


def copy_places(desk: Desk, stand: Sequence[Place]) -> tuple[CopyPlace, ...]:
    """The state of the places, to be shown; those that nothing was copied to yet are among them."""
    known = {place.folder: place for place in stand}
    return tuple(_shown(desk, known.get(folder, Place(folder))) for folder in places(desk))


def free_bytes(desk: Desk) -> int | None:
    """Bytes free where the event is; `None` where nobody can say."""
    return files.free_bytes(desk.file.path.parent)


def _is_due(desk: Desk, place: Place) -> bool:
    if place.copy is None or place.refusal:
        return True
    age = desk.now() - place.copy.at
    is_old = not timedelta(0) <= age < DUE_AFTER  # one from the future: the clock was put back
    return is_old and copies.first_change_after(desk.file.db, place.copy.head) is not None


def _shown(desk: Desk, place: Place) -> CopyPlace:
    is_second = place.folder != beside(desk)
    name = place.folder.name or str(place.folder)
    shown = CopyPlace(
        name if is_second else EVENTS_FOLDER,
        str(place.folder),
        is_second=is_second,
        refusal=place.refusal,
        is_on_events_disk=files.is_on_one_disk(place.folder, desk.file.path.parent),
    )
    if place.copy is None:
        return shown
    return replace(
        shown,
        file=place.copy.path.name,
        copied_at=place.copy.at,
        lacks_since=copies.first_change_after(desk.file.db, place.copy.head),
    )


def _kept() -> Path:
    return own_folder() / "copies.json"
