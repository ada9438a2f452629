"""The file that carries an event: its head, its tables, the digests of both, and a signature."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from judging_app.bundle.archive import archived
from judging_app.bundle.cells import REMEDY, moment, plain, table_rows, table_text
from judging_app.bundle.csvw import csvw
from judging_app.bundle.tables import Tables, forms
from judging_app.domain.event import Ballots, Reader
from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import Entry, EntryKey, canonical
from judging_app.errors import BundleError
from judging_app.signing import message, public_key, signature

FORMAT, VERSION = "judging-app bundle", 1

MANIFEST, LINES, SIGNATURE = "manifest.json", "lines.json", "signature.json"
CSVW, JOURNAL = "csv-metadata.json", "journal.jsonl"
SIGNED_ACT = "bundle/1"
"""What the message that is signed says it is about."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a bundle says of itself.

    `event` is the digest of the event's first entry and `record` of its last, made at `as_of`.
    `code` is the result's, as on its papers; empty while there is no result.
    """

    application: str
    event: str
    record: str
    as_of: datetime
    audience: Reader
    has_names: bool
    ballots: Ballots
    code: str


@dataclass(frozen=True, slots=True)
class EventData:
    """What an audience may have of an event, in values alone, so that any thread may write it.

    `private_key` is the event's, if this computer has it.
    """

    head: Head
    tables: Tables
    entries: tuple[Entry, ...] = ()
    private_key: str | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """An event as one audience may have it.

    `signed_by` is the public key whose signature is right; empty if there is none.
    """

    head: Head
    tables: Tables
    entries: tuple[Entry, ...] = ()
    signed_by: str = ""


def bundle_bytes(data: EventData) -> bytes:
    """The file; signed if there is the event's key on this computer.

    The same event gives the same bytes.
    """
    texts = table_files(data.tables)
    files = {name: text.encode() for name, text in texts.items()}
    files[CSVW] = canonical(csvw(texts)).encode()
    if data.entries:
        files[JOURNAL] = journal_text(data.entries).encode()
    files[LINES] = canonical({name: line_digests(one) for name, one in files.items()}).encode()
    manifest = canonical({**head_values(data.head), "files": _digests(files)}).encode()
    signed = canonical(_signature(data.head, manifest, data.private_key)).encode()
    return archived({MANIFEST: manifest, SIGNATURE: signed, **files})


def table_files(tables: Tables) -> dict[str, str]:
    """Each table that is there as CSV, under the name of its file."""
    return {
        f"{name}.csv": table_text(form, rows)
        for name, form in forms().items()
        if (rows := getattr(tables, name)) is not None
    }


def head_of(manifest: bytes) -> Head:
    """What the manifest says.

    Raises:
        BundleError: if it is of a newer version, or isn't one.
    """
    said = json_object(MANIFEST, manifest)
    if said.get("format") != FORMAT:
        raise BundleError(f"{MANIFEST} isn’t that of a bundle. Choose a bundle of judging-app.")
    if said.get("version") != VERSION:
        raise BundleError("This bundle was made by a newer judging-app. Install that version.")
    try:
        return Head(
            plain(str(said["application"])),
            plain(str(said["event"])),
            plain(str(said["record"])),
            moment(said["as_of"]),
            Reader(said["audience"]),
            bool(said["has_names"]),
            Ballots(said["ballots"]),
            plain(str(said["code"])),
        )
    except (KeyError, TypeError, ValueError):
        raise BundleError(f"{MANIFEST} can’t be understood. {REMEDY}") from None


def tables_of(files: Mapping[str, bytes]) -> Tables:
    """The tables among these files; `None` for one that isn't there.

    Raises:
        BundleError: naming table, row and column that can't be understood.
    """
    found: dict[str, Any] = {}
    for name, form in forms().items():
        if (content := files.get(f"{name}.csv")) is not None:
            try:
                found[name] = table_rows(form, content.decode())
            except UnicodeDecodeError:
                raise BundleError(f"{name}.csv isn’t in UTF-8. {REMEDY}") from None
    return Tables(**found)


def journal_text(entries: Iterable[Entry]) -> str:
    """The journal, canonical JSON, an entry a line: a logo is longer than a cell of CSV may be."""
    lines = ({**asdict(one.key), **asdict(one)} for one in entries)
    return "".join(f"{canonical({k: v for k, v in one.items() if k != 'key'})}\n" for one in lines)


def entries_of(files: Mapping[str, bytes]) -> tuple[Entry, ...]:
    """The journal among these files; empty if it isn't there.

    Raises:
        BundleError: naming the line that can't be understood.
    """
    found = []
    for number, line in enumerate(files.get(JOURNAL, b"").splitlines(), start=1):
        said = json_object(f"{JOURNAL}, line {number:,},", line)
        try:
            key = EntryKey(int(said.pop("seq")), DeviceId(said.pop("device")))
            found.append(Entry(key, **said))
        except (KeyError, TypeError, ValueError):
            where = f"{JOURNAL}, line {number:,}"
            raise BundleError(f"{where}: this can’t be understood. {REMEDY}") from None
    return tuple(found)


def line_digests(content: bytes) -> list[str]:
    """The first 32 bits of the SHA-256 of each line: they tell where a file was changed."""
    return [hashlib.sha256(one).hexdigest()[:8] for one in content.splitlines(keepends=True)]


def sha256(content: bytes) -> str:
    """The digest of a file, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def json_object(name: str, content: bytes) -> dict[str, Any]:
    """The object in a file of canonical JSON.

    Raises:
        BundleError: if it isn't one, in exactly the one form that it can have.
    """
    try:
        found = json.loads(content)
        if isinstance(found, dict) and canonical(found).encode() == content:
            return found
    except (ValueError, RecursionError):
        pass
    raise BundleError(f"{name} isn’t as it was written. {REMEDY}")


def _digests(files: Mapping[str, bytes]) -> dict[str, object]:
    return {name: {"bytes": len(one), "sha256": sha256(one)} for name, one in files.items()}


def head_values(head: Head) -> dict[str, object]:
    """What the manifest says of a bundle, but for its files."""
    values = {
        name: value.value if isinstance(value, Enum) else value
        for name, value in asdict(head).items()
    }
    return {"format": FORMAT, "version": VERSION, **values, "as_of": head.as_of.isoformat()}


def _signature(head: Head, manifest: bytes, private: str | None) -> dict[str, str]:
    digest = sha256(manifest)
    if private is None:
        return {"manifest": digest, "key": "", "signature": ""}
    signed = message(SIGNED_ACT, head.event, digest)
    return {
        "manifest": digest,
        "key": public_key(private),
        "signature": signature(private, signed),
    }
