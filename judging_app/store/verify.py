"""Whether an event file still says what was recorded: the journal's chain and its replay."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from sqlite_utils import Database

from judging_app.domain.acts import RestoreEvent, act_name
from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import FIRST, Entry, EntryKey, Signed
from judging_app.errors import DamagedError, EventFileError, pass_on_lack_of_memory
from judging_app.store import beside, opening
from judging_app.store.apply import apply_act
from judging_app.store.bodies import act_of
from judging_app.store.checking import allowed, bounds, tables
from judging_app.store.checking.forgotten import (
    FORGETS,
    Vouched,
    is_body_vouched,
    is_head_vouched,
    vouched,
)
from judging_app.store.checking.salvage import Gap, readable
from judging_app.store.memory import empty, image
from judging_app.store.schema import VERSION, version_of
from judging_app.store.signatures import Signatures
from judging_app.words import counted

_MOST_PLACES = 5
"""Faults of the file's structure that are told one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that isn't as it was recorded, and the entry that says how it was."""

    entry: Entry | None
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of a whole file found; `head` is the digest of its last entry.

    `digests` and `devices` are those of every entry, so that a code on paper can be looked up;
    `signed` are the signatures that are right, `restores` the entries that say that the event was
    restored from a copy, and `forgets` those that say that people were forgotten; `names` says what
    its record calls judges and teams, where it can be read.
    """

    entries: int
    head: str
    findings: tuple[Finding, ...]
    digests: tuple[str, ...] = ()
    devices: tuple[DeviceId, ...] = ()
    signed: tuple[Signed, ...] = ()
    restores: tuple[Entry, ...] = ()
    forgets: tuple[Entry, ...] = ()
    names: tables.Names = field(default_factory=dict)

    @property
    def restored(self) -> Entry | None:
        """The last going on from a copy."""
        return self.restores[-1] if self.restores else None


_RESTORES = act_name(RestoreEvent)


class Verifier:
    """Checks one event, again and again: what was carried out once isn't carried out anew.

    So a check right before the result is told costs little more than reading the file. One thread
    at a time may ask it.
    """

    def __init__(self) -> None:
        self._done: list[str] = []
        self._forgets: list[str] = []
        self._made = empty(for_any_thread=True)

    def verify(self, db: Database) -> Verification:
        """Check the chain, the tables against a replay, and the file's own structure.

        Whatever goes wrong while it reads is a finding too: nothing is known of such a file.

        Raises:
            MemoryError: if this computer has too little.
        """
        try:
            return self._verified(db)
        except Exception as error:  # noqa: BLE001 - bytes can be wrong in any way
            self._begin_again()
            pass_on_lack_of_memory(error)
            return _unreadable(f"the file can’t be read to the end ({type(error).__name__})")

    def _verified(self, db: Database) -> Verification:
        try:
            with bounds.few_steps(db.conn):
                unlike = allowed.difference(db.conn)
                reads = allowed.may_be_read(db.conn)
        except sqlite3.Error:
            return _unreadable("the file can’t be read to the end: its list of tables is damaged")
        if "journal" not in reads:
            return _unreadable(unlike)
        has_all = reads == allowed.our_tables()
        broken = list(_structure(db)) if has_all else []
        with bounds.few_steps(db.conn) if broken else nullcontext():
            found = tuple(readable(db))
            record = _Record(vouched(one for one in found if isinstance(one, Entry)))
            for one in found:
                record.take(one)
            findings = [*record.findings, *record.unsigned()]
            if has_all:
                findings += self._tables(db, record)
        findings += [Finding(None, what) for what in (unlike, *broken) if what]
        return Verification(
            len(record.digests),
            record.head,
            tuple(findings),
            tuple(record.digests),
            tuple(entry.key.device for entry in record.entries),
            record.signed,
            tuple(record.restores),
            tuple(entry for entry in record.entries if entry.act == FORGETS),
            tables.names(self._made),
        )

    def _tables(self, db: Database, record: "_Record") -> Iterator[Finding]:
        """The tables against those that the record makes, if all of it can be read and done."""
        if record.has_gaps:
            names = tuple(tables.replayed_tables(self._made))
            for one in tables.faulty_tables(db, names):
                yield Finding(None, one.text)
            return
        if fault := self._carry_out(record):
            yield fault
            return
        for one in tables.differences(db, self._made):
            writer = record.writer(one)
            yield Finding(writer, one.text_beside_entry if writer else one.text)

    def _carry_out(self, record: "_Record") -> Finding | None:
        """Do what was recorded since the last time, or everything where that has changed."""
        goes_on = record.digests[: len(self._done)] == self._done
        forgets = [entry.digest for entry in record.entries if entry.act == FORGETS]
        if not goes_on or forgets != self._forgets or not record.is_intact:
            self._begin_again()  # what was carried out may have been about people who are gone
            self._forgets = forgets
        self._made.execute("BEGIN")
        try:
            for entry in record.entries[len(self._done) :]:
                try:
                    apply_act(act_of(entry.act, entry.body), self._made, entry)
                except Exception as error:  # noqa: BLE001 - as in verify
                    self._begin_again()
                    pass_on_lack_of_memory(error)
                    return Finding(entry, "it can’t be repeated")
                self._done.append(entry.digest)
        finally:
            if self._made.conn.in_transaction:
                self._made.execute("COMMIT")
        return None

    def _begin_again(self) -> None:
        self._made.close()
        self._done, self._forgets = [], []
        self._made = empty(for_any_thread=True)


class _Record:
    """What a journal says, entry by entry, and what is the matter with it."""

    def __init__(self, known: Vouched) -> None:
        self._vouched = known
        self.entries: list[Entry] = []
        self.digests: list[str] = []
        self.findings: list[Finding] = []
        self.has_gaps = False
        self.signed: tuple[Signed, ...] = ()
        self.restores: list[Entry] = []
        self._previous: dict[DeviceId, str | None] = {}
        self._keys: set[EntryKey] = set()

    @property
    def head(self) -> str:
        """The digest of the last entry."""
        return self.digests[-1] if self.digests else FIRST

    @property
    def is_intact(self) -> bool:
        """Whether nothing is the matter with it."""
        return not self.findings

    def take(self, one: Entry | Gap) -> None:
        """Look at the next entry, or at the gap where it should be."""
        if isinstance(one, Gap):
            self._take_gap(one)
            return
        for what in self._faults(one):
            self.findings.append(Finding(one, what))
        self._previous[one.key.device] = one.digest
        self._keys.add(one.key)
        self.entries.append(one)
        if one.act == _RESTORES:
            self.restores.append(one)
        self.digests.append(one.digest)

    def unsigned(self) -> Iterator[Finding]:
        """What is wrong with the signatures, where nothing is missing that they are of."""
        signatures = Signatures()
        if not self.has_gaps:
            for entry, what in signatures.faults(self.entries):
                yield Finding(entry, what)
        self.signed = tuple(signatures.right)

    def writer(self, of: tables.Difference) -> Entry | None:
        """The last entry that wrote a row."""
        about, acts = tables.written_by(of.table, of.key)
        return next(
            (one for one in reversed(self.entries) if one.subject == about and one.act in acts),
            None,
        )

    def _faults(self, entry: Entry) -> Iterator[str]:
        if not is_body_vouched(entry, self._vouched):
            yield "its content was changed after it was recorded"
        if not is_head_vouched(entry, self._vouched):
            yield "who, when, what or why was changed after it was recorded"
        before = self._previous.get(entry.key.device, None if self.has_gaps else FIRST)
        if before is not None and entry.previous != before:
            yield "the entry before it was changed or removed"
        if entry.key in self._keys:
            yield "its number is there twice"

    def _take_gap(self, gap: Gap) -> None:
        self.has_gaps = True
        self._previous = {}
        if gap.last is not None:
            what = f"entries {gap.seq} to {gap.last} can’t be read"
        else:
            what = "an entry: " if gap.seq is None else f"entry {gap.seq}: "
            what += gap.what
        self.findings.append(Finding(None, what))


class Check:
    """A check of an open file as it was when this was made, done once, on any thread."""

    def __init__(self, db: Database, path: Path, verifier: Verifier | None = None) -> None:
        """Take the file into memory.

        Until it has run, nobody else may ask the `verifier`.

        Raises:
            EventFileError: if it can't be read.
        """
        try:
            self._image = image(db)
        except sqlite3.Error as error:
            raise opening.not_opened(error, path) from error
        self._one_at_a_time = Lock()
        self._verifier = verifier or Verifier()
        self._found: Verification | None = None

    @property
    def found(self) -> Verification | None:
        """What it found; `None` until it has ended."""
        return self._found

    def run(self, _progress: object = None) -> Verification:
        """What it finds; whoever asks while another thread is at it waits for that one."""
        with self._one_at_a_time:
            if self._found is None:
                with closing(self._image):
                    self._found = self._verifier.verify(self._image)
            return self._found


def verify_file(path: Path) -> Verification:
    """Check a file that nobody has open, as opening it would leave it; it is only read.

    Raises:
        EventFileError: if it isn't an event file, is of another version, or is open elsewhere.
    """
    path = opening.found(path)
    with nullcontext() if opening.is_read_only(path) else beside.held(path):
        try:
            opening.check_header(path)
            with opening.looked_at(path) as db:
                opening.check_version(db, path)
                _check_not_older(db, path)
                return Verifier().verify(db)
        except sqlite3.Error as error:
            refusal = opening.not_opened(error, path)
            if not isinstance(refusal, DamagedError):
                raise refusal from error
            return _unreadable("the file can’t be read to the end")


def _check_not_older(db: Database, path: Path) -> None:
    if version_of(db) < VERSION:
        opening.check_tables(db, path)
        raise EventFileError(
            f"{path.name} was made by an older version. Open it once, which brings it up to date "
            "and keeps a copy, then check it again."
        )


def _unreadable(what: str) -> Verification:
    return Verification(0, FIRST, (Finding(None, what),))


def _structure(db: Database) -> Iterator[str]:
    """What is the matter with pages, indexes and references; where there is much, how much."""
    with bounds.any_text(db.conn):
        answers = db.execute("PRAGMA integrity_check").fetchall()
        orphans = db.execute("PRAGMA foreign_key_check").fetchall()
    found = [
        *(f"the file’s structure is damaged: {_line(one)}" for (one,) in answers if one != "ok"),
        *(f"table {one[0]} refers to a row of {one[2]} that isn’t there" for one in orphans),
    ]
    yield from found[:_MOST_PLACES]
    if (more := len(found) - _MOST_PLACES) > 0:
        yield f"the file’s structure is damaged in {counted(more, 'more place')}"


def _line(answer: object) -> str:
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
    return " ".join(text.split())
