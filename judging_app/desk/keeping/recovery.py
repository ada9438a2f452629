"""Going on from a copy of an event whose own file is damaged, gone, or older than its copies.

Nothing here has the event open: the copies are read, and the file as far as it can be.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from judging_app import passphrase
from judging_app.desk import sign_in
from judging_app.desk.access.passphrase import WRONG
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.events import open_event, this_device
from judging_app.desk.keeping.copies import EVENTS_FOLDER, folders_of
from judging_app.desk.keeping.tries import Tries
from judging_app.desk.keeping.trouble import Trouble, named_in
from judging_app.desk.rights import check_act
from judging_app.domain.acts import RestoreEvent
from judging_app.domain.journal import Entry
from judging_app.domain.roles import Actor
from judging_app.errors import EventFileError, SignInError
from judging_app.present.start.recovery import ASIDE_WORDS, FILE_ITSELF, Compared, CopyFacts
from judging_app.present.time_of_day import day_and_month
from judging_app.present.words.event import ROLE_WORDS
from judging_app.store import event_rows, journal, sign_in_rows
from judging_app.store.keeping import restoring
from judging_app.store.keeping.copies import copies_folder
from judging_app.store.keeping.copies_found import named
from judging_app.store.keeping.good_copies import GoodCopy, current, good_copies, rebuilt
from judging_app.store.keeping.replica import Replica
from judging_app.store.keeping.salvage import Salvage, Unread, continuing, salvaged
from judging_app.store.memory import in_memory
from judging_app.words import capitalised

Tell = Callable[[int, int], None]
"""Called with how many copies were looked at, of how many; it may raise to stop the rest."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """What there is to go on from: the good copies, the newest first, and what else can be read."""

    trouble: Trouble
    copies: tuple[GoodCopy, ...]
    salvage: Salvage
    places: Mapping[str, tuple[Path, ...]]
    """The folders in which there is a copy, by the digest of its last entry."""
    compared: Compared

    @property
    def path(self) -> Path:
        """The event's own path."""
        return self.trouble.path


@dataclass(frozen=True, slots=True)
class Restored:
    """An event that was put back: where it is, and where what it replaced is kept, if anything."""

    path: Path
    aside: Path | None
    put_back: int
    lost: int
    is_compared: bool


def looked_into(trouble: Trouble, tell: Tell | None = None) -> Recovery:
    """Look for the good copies, and read what can be read besides; on any thread."""
    folders = folders_of(trouble.path)
    total = sum(1 for folder in folders for _ in named_in(folder, trouble.path))
    found = []
    for number, copy in enumerate(good_copies(folders, trouble.path)):
        if tell is not None:
            tell(number, total)
        found.append(copy)
    found.sort(key=lambda copy: (len(copy.digests), copy.at), reverse=True)
    salvage = _readable(trouble)
    if not found and (own := rebuilt(trouble.path, salvage.entries)) is not None:
        found.append(own)
    places = {copy.head: _folders(found, copy.head) for copy in found}
    one_of_each = {copy.head: copy for copy in reversed(found)}
    copies = tuple(reversed(one_of_each.values()))
    return Recovery(trouble, copies, salvage, places, _compared(trouble.path, copies))


def lacking(recovery: Recovery, copy: GoodCopy) -> tuple[int, int]:
    """How many entries a copy lacks, and how many of these are of ballots."""
    readable = beyond(recovery, copy)
    subjects_lost = [
        *(entry.subject for entry in readable),
        *(one.subject for one in unread_beyond(recovery, copy)),
    ]
    return len(subjects_lost), sum(one.startswith("ballot ") for one in subjects_lost)


def beyond(recovery: Recovery, copy: GoodCopy) -> tuple[Entry, ...]:
    """The readable entries that a copy lacks."""
    there = frozenset(copy.digests)
    return tuple(entry for entry in recovery.salvage.entries if entry.digest not in there)


def unread_beyond(recovery: Recovery, copy: GoodCopy) -> tuple[Unread, ...]:
    """The entries that can’t be read and that a copy lacks too."""
    return tuple(one for one in recovery.salvage.unread if one.seq > len(copy.digests))


def content_of(copy: GoodCopy) -> bytes:
    """The bytes of a copy, as a file of this version.

    Raises:
        EventFileError: if it can’t be read any more.
    """
    if copy.content:
        return copy.content
    try:
        return current(copy.path.read_bytes(), copy.path)
    except OSError as error:
        raise EventFileError(
            f"{copy.path.name} can’t be read. Plug its drive back in, or choose another copy."
        ) from error


def facts(recovery: Recovery) -> tuple[CopyFacts, ...]:
    """What is to be shown of each copy."""
    known = {entry.digest for entry in recovery.salvage.entries}
    return tuple(
        CopyFacts(
            copy.at,
            place_name(recovery, copy),
            len(copy.digests),
            copy.ballots_in,
            *lacking(recovery, copy),
            sum(digest not in known for digest in copy.digests),
        )
        for copy in recovery.copies
    )


def place_name(recovery: Recovery, copy: GoodCopy) -> str:
    """Where a copy is, for a person."""
    if copy.content:
        return FILE_ITSELF
    beside = copies_folder(recovery.path)
    names = [
        EVENTS_FOLDER if folder == beside else f"second place: {folder.name or folder}"
        for folder in recovery.places[copy.head]
    ]
    return capitalised("; ".join(names))


def aside_of(recovery: Recovery, at: datetime) -> Path:
    """Where what is now under the event's name will be kept."""
    word = ASIDE_WORDS[recovery.trouble.cause]
    said = f"{word} {day_and_month(at)} {at.astimezone():%H.%M}"
    return restoring.aside_name(recovery.path, said)


def check_pin(copy: GoodCopy, actor: Actor, pin: str, tries: Tries) -> None:
    """Refuse whoever has not the PIN that `actor` has in this copy.

    Raises:
        SignInError: if it is wrong, or it is too soon after wrong ones.
        EventFileError: if the copy can't be read any more.
    """
    with closing(in_memory(content_of(copy))) as db:
        kept = sign_in_rows.sign_in_record(db, actor)
    if kept is None:
        raise SignInError(f"The {ROLE_WORDS[actor.role]} has no PIN in this copy. Choose another.")
    tries.check(kept.pin_hash, actor, pin)


def check_passphrase(recovery: Recovery, typed: Callable[[], str]) -> None:
    """Refuse whoever doesn't know the passphrase that the newest copy has; `typed` asks for it.

    Raises:
        SignInError: if it is wrong, or nobody can be asked.
        EventFileError: if the copy can't be read any more.
    """
    with closing(in_memory(content_of(recovery.copies[0]))) as db:
        kept = sign_in_rows.passphrase_record(db)
    if kept is not None and not passphrase.is_right(typed(), kept.passphrase_hash):
        raise SignInError(WRONG)


def restore(
    recovery: Recovery,
    copy: GoodCopy,
    actor: Actor,
    *,
    puts_back: bool = True,
    now: datetime | None = None,
) -> Restored:
    """Make `copy` the event under its own name, which is an act on its record.

    With `puts_back`, every entry that follows the copy's last and could be read is added to it.

    Raises:
        EventFileError: if the copy isn't good any more, or the event is open elsewhere.
        NotAllowedError: if it isn't this actor's to do.
        OutputError: if it can't be written; then everything is as it was.
    """
    at = now or datetime.now(UTC)
    lacked = beyond(recovery, copy)
    with closing(in_memory(content_of(copy))) as db:
        db.execute("PRAGMA foreign_keys = ON")
        check_act(actor, RestoreEvent, event_rows.event(db).phase)
        done = continuing(db, lacked) if puts_back else ()
        lost = len(lacked) - len(done) + len(unread_beyond(recovery, copy))
        left = lacked[-1].digest if len(done) < len(lacked) else ""
        act = RestoreEvent(
            copy.at.astimezone(UTC),
            copy.head,
            len(done),
            lost,
            left,
            is_compared=recovery.compared is Compared.WHOLE,
        )
        with db.atomic():
            journal.record(db, this_device(), act, actor, at, "")
        content = db.conn.serialize()
    if not Replica().agrees(content):
        raise EventFileError(f"{copy.path.name} can’t be used. Choose another copy.")
    aside = aside_of(recovery, at)
    restoring.put_in_place(recovery.path, content, aside)
    kept = aside if aside.exists() else None
    return Restored(recovery.path, kept, len(done), lost, act.is_compared)


def stay(recovery: Recovery, actor: Actor, pin: str) -> None:
    """Go on with the event's own file, whoever it is that has the PIN for it.

    Raises:
        SignInError: if the PIN is wrong, or it is too soon.
        EventFileError: if the file can't be opened.
    """
    desk = open_event(recovery.path)
    try:
        sign_in.sign_in(desk, actor, pin)
        stay_with(desk, actor, recovery.copies[0])
        sign_in.sign_out(desk, actor)
    finally:
        desk.close()


def stay_with(desk: Desk, actor: Actor, copy: GoodCopy) -> Changed:
    """Go on with the open file though `copy` has what it hasn't, which is an act on its record."""
    with desk.doing(actor, RestoreEvent) as doing:
        own = desk.entries()
        there = {entry.digest for entry in own}
        left = sum(digest not in there for digest in copy.digests)
        doing.record(RestoreEvent(own[-1].time, own[-1].digest, 0, left, copy.head))
    return doing.changed


def _folders(found: Sequence[GoodCopy], head: str) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(copy.path.parent for copy in found if copy.head == head))


def _compared(path: Path, copies: Sequence[GoodCopy]) -> Compared:
    """What there is of the event's own file: nothing that was put aside or is faulty stands in."""
    if not path.exists():
        return Compared.NO_FILE
    own = salvaged(path)
    if not own.entries:
        return Compared.UNREADABLE
    if not own.is_whole:
        return Compared.PART
    there, unread = {one.digest for one in own.entries}, {one.seq for one in own.unread}
    is_older = any(
        digest not in there and number not in unread
        for copy in copies
        for number, digest in enumerate(copy.digests, 1)
    )
    return Compared.OLDER if is_older else Compared.WHOLE


def _readable(trouble: Trouble) -> Salvage:
    """What can be read of the file, of what was put aside, and of copies that aren't good."""
    path = trouble.path
    sources = [path] if path.exists() else [*restoring.asides(path)[:1]]
    sources += [newest for folder in folders_of(path) for newest in _newest_faulty(folder, path)]
    found = [salvaged(source) for source in sources]
    entries = {
        entry.digest: entry for entry in (*(one for salvage in found for one in salvage.entries),)
    }
    numbers = {entry.key.seq for entry in entries.values()}
    unread = {one.seq: one for salvage in found for one in salvage.unread}
    return Salvage(
        tuple(sorted(entries.values(), key=lambda entry: entry.key)),
        tuple(unread[seq] for seq in sorted(unread.keys() - numbers)),
    )


def _newest_faulty(folder: Path, path: Path) -> list[Path]:
    try:
        return [one for _, one in sorted(named(folder, path, is_good=False))[-1:]]
    except OSError:
        return []
