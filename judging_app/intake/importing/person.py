"""What one row of a list says of somebody."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from judging_app.intake.tables.table import Table


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


COLUMNS = tuple(one.name for one in fields(Person) if one.name != "row")


def people(table: Table) -> Iterator[Person]:
    """Everybody in the table who can be read; a row that can't be is noted as a problem."""
    for row in table.rows:
        before = row.problems.count
        name = row.filled("name")
        rest = [row.text(column) for column in COLUMNS[1:]]
        if name and row.problems.count == before:
            yield Person(row.number, name, *rest)
