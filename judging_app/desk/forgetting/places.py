"""Where else an event is on this computer and its second place, and deleting it there."""

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from judging_app.bundle.archive import MOST_BYTES, SUFFIX
from judging_app.bundle.bundle import MANIFEST, Head, head_of
from judging_app.desk.desk import Desk
from judging_app.desk.keeping.copies import REHEARSALS, RESCUED, folders_of
from judging_app.domain.acts import ForgetPeople, act_name
from judging_app.errors import BundleError
from judging_app.paths import own_folder
from judging_app.store import journal
from judging_app.store.keeping import traces
from judging_app.store.keeping.traces import Trace

_FORGETS = act_name(ForgetPeople)


def other_files(desk: Desk) -> tuple[Trace, ...]:
    """Every file besides the event's own that holds it.

    Safety copies, files kept aside, rescued ones, a rehearsal that was cut short, and its bundles
    and archives in the same folders. What somebody put elsewhere, nobody can know.
    """
    return (*_copies(desk), *(trace for trace, _ in _bundles(desk)))


def files_with_people(desk: Desk) -> tuple[Trace, ...]:
    """Those of them that were made before the people of the event were forgotten."""
    entries = desk.entries()
    at = next((at for at, one in enumerate(entries) if one.act == _FORGETS), len(entries))
    without = {one.digest for one in entries[at:]}
    return (
        *(one for one in _copies(desk) if not traces.has_act(one.path, _FORGETS)),
        *(trace for trace, head in _bundles(desk) if head.record not in without),
    )


def delete_files(found: Sequence[Trace]) -> tuple[Trace, ...]:
    """Delete them; the answer is what couldn't be."""
    return traces.delete(found)


def _copies(desk: Desk) -> tuple[Trace, ...]:
    return traces.traces(desk.file.path, journal.first_digest(desk.file.db), _folders(desk))


def _folders(desk: Desk) -> tuple[Path, ...]:
    others = [*folders_of(desk.file.path)]
    with suppress(OSError):
        others += [own_folder() / RESCUED, own_folder() / REHEARSALS]
    return traces.folders(desk.file.path, others)


def _bundles(desk: Desk) -> Iterator[tuple[Trace, Head]]:
    first = journal.first_digest(desk.file.db)
    for folder in _folders(desk):
        with suppress(OSError):
            for path in sorted(folder.glob(f"*{SUFFIX}")):
                head = _head(path)
                if head is not None and head.event == first:
                    yield Trace(path, path.stat().st_size), head


def _head(path: Path) -> Head | None:
    """What a bundle says of itself, or the one in an archive; `None` for any other file."""
    with suppress(*_NO_ZIP), zipfile.ZipFile(path) as whole:
        if MANIFEST in whole.namelist():
            return head_of(whole.read(MANIFEST))
        for one in whole.infolist():
            if one.filename.endswith(SUFFIX) and one.file_size <= MOST_BYTES:
                with zipfile.ZipFile(BytesIO(whole.read(one))) as inner:
                    return head_of(inner.read(MANIFEST))
    return None


_NO_ZIP = (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, BundleError)
"""What is raised of a file that is none, is damaged, or is packed in another way."""
