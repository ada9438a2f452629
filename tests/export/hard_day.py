"""A day of people, teams and comments with names that break things."""

import json
from dataclasses import replace
from pathlib import Path

from judging_app.bundle.bundle import EventData
from judging_app.bundle.reading import read_bundle
from judging_app.bundle.writing import tables_for
from judging_app.domain.event import Ballots, Reader
from judging_app.export.open_data.spreadsheet import spreadsheet
from judging_app.present.open_data.sheets import sheets
from tests.bundle.made_events import MadeEvent, made_event
from tests.bundle.payloads import PAYLOADS, STAY_TEXT

ROOT = Path(__file__).parents[2]
HARD_NAMES = [
    one["name"] for one in json.loads((ROOT / "tests/data/hard-names.json").read_text("utf-8"))
]
NAMES = (*HARD_NAMES, *PAYLOADS, *STAY_TEXT)


def hard_day() -> MadeEvent:
    """As many teams as there are names, a participant each, and two judges."""
    made = made_event(8, teams=len(NAMES), judges=2)
    setup = made.source.setup
    people = setup.participants[: len(NAMES)]
    named = replace(
        setup,
        teams=tuple(replace(one, name=name) for one, name in zip(setup.teams, NAMES, strict=True)),
        participants=tuple(
            replace(one, name=name) for one, name in zip(people, NAMES, strict=True)
        ),
    )
    ballots = tuple(
        replace(one, for_team=NAMES[number % len(NAMES)]) if one.counts else one
        for number, one in enumerate(made.source.ballots)
    )
    return replace(made, source=replace(made.source, setup=named, ballots=ballots))


def data(made: MadeEvent, reader: Reader, *, has_names: bool = True) -> EventData:
    """What an audience may have of a day."""
    ballots = Ballots.UNNAMED if reader is Reader.PUBLIC else Ballots.NAMED
    head = read_bundle(made.bundle(reader, has_names=has_names)).head
    return EventData(head, tables_for(made.source, reader, ballots, has_names=has_names))


def workbook(made: MadeEvent, reader: Reader, *, has_names: bool = True) -> bytes:
    """The spreadsheet of a day."""
    of = data(made, reader, has_names=has_names)
    return spreadsheet("Day & night", of.head.code, sheets(of))
