"""What is said of the data before it is saved is so of the files that are saved then."""

import pytest

from judging_app.bundle.bundle import EventData, table_files
from judging_app.bundle.reading import read_bundle
from judging_app.bundle.writing import tables_for
from judging_app.domain.event import Ballots, Reader
from judging_app.export.open_data.files import open_data
from judging_app.present.open_data.kinds import (
    NO,
    DataChoice,
    DataKind,
    DataOffer,
    contents,
    saving_text,
    size_text,
)
from judging_app.present.open_data.sheets import sheets
from judging_app.words import counted
from tests.bundle.made_events import made_event

CHOICES = [
    DataChoice(reader, has_names=has_names, has_ballots=has_ballots)
    for reader in Reader
    for has_names in (True, False)
    for has_ballots in (True, False)
]


def made(choice: DataChoice) -> EventData:
    day = made_event(0, teams=4, judges=4)
    head = read_bundle(day.bundle(choice.reader, has_names=choice.has_names)).head
    tables = tables_for(day.source, choice.reader, choice.ballots, has_names=choice.has_names)
    return EventData(head, tables)


@pytest.mark.parametrize("choice", CHOICES)
def test_as_many_sheets_and_files_are_saved_as_is_said(choice: DataChoice) -> None:
    data = made(choice)

    assert size_text(DataKind.SPREADSHEET, choice) == counted(len(sheets(data)), "sheet")
    assert size_text(DataKind.OPEN_DATA, choice) == counted(len([*open_data(data)]), "file")


@pytest.mark.parametrize("choice", CHOICES)
def test_what_is_said_not_to_be_in_it_is_not(choice: DataChoice) -> None:
    data = made(choice)
    at = [*Reader].index(choice.reader)
    rows = contents(has_names=choice.has_names, has_ballots=choice.has_ballots)
    said = {row.what: row.cells[at] for row in rows}
    files = table_files(data.tables)
    everything = "".join(files.values())

    assert (said["Ballots, score by score"] == NO) is (data.tables.scores is None)
    assert (said["Comments for the teams"] == NO) is ("Well put." not in everything)
    assert (said["Conflicts and recusals"] == "counts") is (data.tables.conflicts is None)
    assert (said["E-mail addresses"] == NO) is ("@example.org" not in everything)
    assert (said["Participants’ names"] == "numbers") is ("Person 1," not in everything)


def test_a_public_ballot_is_nobodys() -> None:
    choice = DataChoice(Reader.PUBLIC, has_ballots=True)
    tables = made(choice).tables

    assert choice.ballots is Ballots.UNNAMED
    judges = {one.judge for one in tables.judges or ()}
    assert judges.isdisjoint(one.judge for one in tables.ballots or ())
    assert judges.isdisjoint(one.judge for one in tables.scores or ())


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ((), "Save…"),
        ((DataKind.BUNDLE,), "Save the bundle…"),
        ((DataKind.BUNDLE, DataKind.PAGE), "Save 2 kinds of data…"),
    ],
)
def test_the_button_says_what_is_saved(kinds: tuple[DataKind, ...], words: str) -> None:
    assert saving_text(kinds) == words


@pytest.mark.parametrize(
    ("comments", "end"),
    [
        (0, "Edition 2."),
        (1, "1 comment seems to name people: read it first."),
        (3, "3 comments seem to name people: read them first."),
    ],
)
def test_the_foot_says_what_to_read_first(comments: int, end: str) -> None:
    offer = DataOffer({}, (), "", "9BX1-EAEG-K70E-G4KX", 2, comments)

    assert offer.foot.endswith(end)
