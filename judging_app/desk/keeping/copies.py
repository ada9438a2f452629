"""Safety copies of the open event: where they go, when one is due, and the state of each place."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from judging_app import files
from judging_app.desk.desk import Changed, Desk
from judging_app.domain.acts import CloseScoring, Publish, SettleBallot, SubmitBallot, act_name
from judging_app.errors import DeskError, OutputError
from judging_app.paths import own_folder
from judging_app.present.host.lights import CopyPlace
from judging_app.present.start.recovery import ahead_text
from judging_app.store.keeping import copies
from judging_app.store.keeping.good_copies import copy_ahead
from judging_app.store.keeping.replica import Replica

DUE_AFTER = timedelta(minutes=5)
"""How old the newest copy may grow while something is recorded that it doesn't have."""

EVENTS_FOLDER = "the event’s folder"
"""What the place beside the event is called."""

RESCUED, REHEARSALS = "Saved elsewhere", "rehearsals"
"""Folders in this computer's own one: for an event whose own place took nothing more, and for the
copies to rehearse on."""

_EVERYWHERE = frozenset(act_name(kind) for kind in (CloseScoring, Publish))
_SUBMITTED = frozenset(act_name(kind) for kind in (SubmitBallot, SettleBallot))

Tell = Callable[[int, int], None]
"""Called with how many places are done, of how many; it may raise to stop the rest."""


@dataclass(frozen=True, slots=True)
class Place:
    """The state of copying to one folder: its newest copy, and why the last attempt failed."""

    folder: Path
    copy: copies.Copy | None = None
    refusal: str = ""
    is_on_events_disk: bool = True


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of copying: each place's state, and whether what was copied is good.

    `ahead` says what a copy has that the event lacks, where that was asked; empty if nothing.
    """

    places: tuple[Place, ...]
    is_good: bool
    ahead: str = ""


class Copying:
    """An event that was taken and is to be written out; `run` is called once, on any thread."""

    def __init__(
        self,
        taken: copies.Taken,
        folders: Sequence[Path],
        after: "Copying | None",
        *,
        always: bool,
        is_trusted: bool,
        compares: bool,
    ) -> None:
        self._taken, self._folders = taken, tuple(folders)
        self.replica: Replica = Replica() if after is None else after.replica
        self._always, self._is_trusted, self._compares = always, is_trusted, compares

    def run(self, tell: Tell | None = None) -> Copied:
        """Write a copy to each place; one that fails keeps no other from being written."""
        snapshot = self._taken.snapshot()
        ahead = _ahead(snapshot) if self._compares else ""
        is_good = self._is_trusted and not ahead and self.replica.agrees(snapshot.content)
        done: list[Place] = []
        for folder in self._folders:
            if tell is not None:
                tell(len(done), len(self._folders))
            done.append(self._written(snapshot, folder, is_good=is_good))
        return Copied(tuple(done), is_good, ahead)

    def _written(self, snapshot: copies.Snapshot, folder: Path, *, is_good: bool) -> Place:
        try:
            there = None if self._always else self._current(snapshot, folder, is_good=is_good)
            made = there or copies.write_copy(snapshot, folder, is_good=is_good)
        except OutputError as refusal:
            return Place(folder, refusal=str(refusal))
        is_on_events_disk = files.is_on_one_disk(folder, snapshot.path.parent)
        return Place(folder, made, is_on_events_disk=is_on_events_disk)

    def _current(
        self, snapshot: copies.Snapshot, folder: Path, *, is_good: bool
    ) -> copies.Copy | None:
        if is_good:
            return copies.current_copy(snapshot, folder, self.replica)
        return copies.current_faulty_copy(snapshot, folder)


def copying(
    desk: Desk,
    folders: Sequence[Path] = (),
    *,
    after: Copying | None = None,
    always: bool = False,
    compares: bool = False,
) -> Copying:
    """Take the event as it is now, to be written to `folders`, or to every place that is chosen.

    A place whose newest copy has everything gets another one only with `always`. What the copying
    `after` which this one comes has checked of the same event isn't checked again. With `compares`,
    the event is first held against the copies that there are.

    Raises:
        EventFileError: if the event can't be read.
    """
    taken = copies.take(desk.file.db, desk.file.path, desk.now())
    return Copying(
        taken,
        folders or places(desk),
        after,
        always=always,
        is_trusted=not desk.is_distrusted,
        compares=compares,
    )


def copy_now(desk: Desk, folder: Path | None = None) -> Path:
    """Copy the event to `folder`, or beside it, and wait until that is done.

    Raises:
        EventFileError: if the event can't be read.
        OutputError: if the copy can't be written.
    """
    (place,) = copying(desk, [folder or beside(desk)], always=True).run().places
    if place.copy is None:
        raise OutputError(place.refusal)
    return place.copy.path


def beside(desk: Desk) -> Path:
    """The place that every event has: a folder beside it."""
    return copies.copies_folder(desk.file.path)


def folders_of(path: Path) -> tuple[Path, ...]:
    """Where copies of the event `path` are: beside it, in the second place, and on this computer.

    The last are those of the event as it went on where it was saved when its own place failed.
    """
    folders = [copies.copies_folder(path), chosen_place()]
    with suppress(OSError):
        folders.append(copies.copies_folder(own_folder() / RESCUED / path.name))
    return tuple(dict.fromkeys(filter(None, folders)))


def places(desk: Desk) -> tuple[Path, ...]:
    """Where this event is copied to; the place beside it comes first."""
    if desk.is_read_only or desk.event().is_rehearsal:
        return ()  # nothing of it changes, or nothing of it is to be kept
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


def lacking(desk: Desk, stand: Sequence[Place]) -> tuple[Path, ...]:
    """The places that have no copy of everything that was changed."""
    known = {place.folder: place for place in stand}
    return tuple(f for f in places(desk) if _lacks(desk, known.get(f, Place(f))))


def called_for(desk: Desk, changed: Changed) -> tuple[Path, ...]:
    """Where a copy is to be made at once after this act.

    Everywhere when scoring was closed or the result published; in the second place after a ballot
    was submitted.
    """
    done = {entry.act for entry in changed.entries}
    if done & _EVERYWHERE:
        return places(desk)
    return places(desk)[1:] if done & _SUBMITTED else ()


def copy_places(desk: Desk, stand: Sequence[Place]) -> tuple[CopyPlace, ...]:
    """The state of the places, to be shown; those that nothing was copied to yet are among them."""
    known = {place.folder: place for place in stand}
    return tuple(_shown(desk, known.get(folder, Place(folder))) for folder in places(desk))


def free_bytes(desk: Desk) -> int | None:
    """Bytes free where the event is; `None` where nobody can say."""
    return files.free_bytes(desk.file.path.parent)


def _ahead(snapshot: copies.Snapshot) -> str:
    """What a copy has that the event's file lacks, in a sentence."""
    folders = folders_of(snapshot.path)
    copy = copy_ahead(folders, snapshot.path, snapshot.digests, snapshot.restores)
    if copy is None:
        return ""
    there = frozenset(snapshot.digests)
    more = sum(digest not in there for digest in copy.digests)
    return ahead_text(snapshot.path.name, copy.at, more)


def _lacks(desk: Desk, place: Place) -> bool:
    return place.copy is None or (
        copies.first_change_after(desk.file.db, place.copy.head) is not None
    )


def _is_due(desk: Desk, place: Place) -> bool:
    if place.copy is None or place.refusal:
        return True
    age = desk.now() - place.copy.at
    is_old = not timedelta(0) <= age < DUE_AFTER  # one from the future: the clock was put back
    return is_old and _lacks(desk, place)


def _shown(desk: Desk, place: Place) -> CopyPlace:
    is_second = place.folder != beside(desk)
    name = place.folder.name or str(place.folder)
    shown = CopyPlace(
        name if is_second else EVENTS_FOLDER,
        str(place.folder),
        is_second=is_second,
        refusal=place.refusal,
        is_on_events_disk=place.is_on_events_disk,
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
