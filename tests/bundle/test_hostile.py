"""A bundle that somebody made to do harm is refused in one sentence, and costs little."""

import io
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from judging_app.bundle.archive import members
from judging_app.bundle.bundle import EventData, bundle_bytes
from judging_app.bundle.reading import read_bundle
from judging_app.bundle.recomputing import recomputed
from judging_app.bundle.tables import Tables
from judging_app.domain.event import Reader
from judging_app.errors import BundleError
from tests.bundle.made_events import made_event, rebundled

Change = Callable[[Tables], Tables]


def without_a_score(tables: Tables) -> Tables:
    return replace(tables, scores=(tables.scores or ())[1:])


def of_no_method(tables: Tables) -> Tables:
    return replace(tables, event=tuple(replace(one, method="lot") for one in tables.event or ()))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without_a_score, "lacks a score"),
        (of_no_method, "isn’t recognised"),
    ],
)
def test_tables_that_make_no_event_are_refused(change: Change, said: str) -> None:
    made = made_event(7, teams=4, judges=3)
    tables = read_bundle(made.bundle()).tables

    with pytest.raises(BundleError, match=said):
        recomputed(read_bundle(rebundled(made, change(tables))))


def test_what_steers_a_terminal_never_comes_in() -> None:
    made = made_event(7, teams=4, judges=3)
    tables = read_bundle(made.bundle()).tables
    teams = tuple(replace(one, name="\x1b]0;owned\x07") for one in tables.teams or ())

    with pytest.raises(BundleError):
        read_bundle(rebundled(made, replace(tables, teams=teams)))


def test_more_judges_than_a_panel_has_are_not_counted_out() -> None:
    made = made_event(7, teams=4, judges=3)
    public = read_bundle(made.bundle(Reader.PUBLIC))
    event = tuple(replace(one, judges=10**12) for one in public.tables.event or ())
    bundle = replace(public, tables=replace(public.tables, event=event))

    with pytest.raises(BundleError, match="more judges than any panel has"):
        recomputed(bundle)


def test_files_that_share_their_bytes_are_no_bundle() -> None:
    """One file's bytes listed many times would be many times what was sent."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("manifest.json", b"{}" * 50_000)
    data = out.getvalue()
    at = data.index(b"PK\x01\x02")
    entry, end = data[at : data.index(b"PK\x05\x06")], data[data.index(b"PK\x05\x06") :]
    count = 40
    tail = end[:8] + struct.pack("<HHI", count, count, count * len(entry)) + end[16:]
    overlapping = data[:at] + entry * count + tail
    assert len(zipfile.ZipFile(io.BytesIO(overlapping)).infolist()) == count

    with pytest.raises(BundleError, match="isn’t a bundle"):
        members(overlapping)


def test_a_time_without_its_zone_is_refused() -> None:
    made = made_event(7, teams=4, judges=3)
    bundle = read_bundle(made.bundle())
    head = replace(bundle.head, as_of=bundle.head.as_of.replace(tzinfo=None))

    with pytest.raises(BundleError, match="can’t be understood"):
        read_bundle(bundle_bytes(EventData(head, bundle.tables)))
