"""What one row of a list says of somebody."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from judging_app.intake.people import namings
from judging_app.intake.tables.problems import shown
from judging_app.intake.tables.row import Row
from judging_app.intake.tables.table import Table
from judging_app.intake.tables.values import as_shown
from judging_app.intake.tables.words import plain, words


@dataclass(frozen=True, slots=True)
class Person:
    """What one row says of somebody; what it doesn't say is empty."""

    row: int
    name: str
    email: str
    sector: str
    organisation: str
    role: str
    team: str
    challenge: str
    challenge_owner: str
    said: str = ""
    listed_name: str = ""
    naming: str = ""
    status: str = ""


_READ = ("email", "sector", "organisation", "role", "team", "challenge", "challenge_owner", "said")
COLUMNS = tuple(one.name for one in fields(Person) if one.name not in ("row", "status"))
"""What is taken into the event; whether somebody comes is only asked."""


def people(table: Table) -> Iterator[Person]:
    """Everybody in the table who can be read; a row that can't be is noted as a problem."""
    said_of = namings(table)
    for row in table.rows:
        before = row.problems.count
        name = row.filled("name")
        if plain(name) in words().not_people["placeholder"]:
            row.refuse(
                f"{shown(name)} isn’t a person’s name. Correct it, or leave the row out.", "name"
            )
        shown_as = as_shown(name, row.text("preferred_name"))
        said = (
            *(row.text(column) for column in _READ),
            "" if shown_as == name else name,
            said_of[row.number].value if said_of else "",
            _status(row),
        )
        if name and row.problems.count == before:
            yield Person(row.number, shown_as, *said)


def _status(row: Row) -> str:
    """What stands there of their coming; of two columns, the one that says that they don't."""
    said = (row.text("status"), row.text("attendance"))
    return said[1] if says_not_coming(said[1]) else said[0]


def says_not_coming(status: str) -> bool:
    """Whether a status is that of somebody who doesn't come."""
    return bool(status) and plain(status) in words().not_people["not_coming"]
