"""What one file declares, for the rows of the other files to name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from judging_app.domain.names import look
from judging_app.intake.tables.problems import shown
from judging_app.intake.tables.row import Row
from judging_app.intake.tables.table import Table

Declared = TypeVar("Declared")


@dataclass(frozen=True, slots=True)
class Known(Generic[Declared]):
    """Everything declared in one column of a file, in the file's order.

    The value is `None` where the row is at fault, which was noted at that row. `names` are as they
    stand there, by key. With `loosely`, a name that is like one of them alone means that one.
    """

    table: Table
    column: str
    key: Callable[[str], str]
    by_key: Mapping[str, Declared | None]
    names: Mapping[str, str] = field(default_factory=dict)
    loosely: Callable[[str], str] | None = None

    def named(self, row: Row, column: str) -> Declared | None:
        """What a cell of another file names, noting an empty cell or an unknown name."""
        name = row.filled(column)
        key = self._key(row, column, name)
        if name and key not in self.by_key and not self.table.may_hold(name):
            row.refuse(
                f"{shown(name)} isn’t in column {self.column} of {self.table.form.file}. Correct "
                "it, or add it there.",
                column,
            )
        return self.by_key.get(key)

    def _key(self, row: Row, column: str, name: str) -> str:
        key = self.key(name)
        if key in self.by_key or self.loosely is None or not name:
            return key
        alike = [one for one in self.by_key if self.loosely(one) == self.loosely(key)]
        if len(alike) != 1:
            return key
        row.problems.rule(row.file, column, name, self.names[alike[0]])
        return alike[0]

    @property
    def values(self) -> tuple[Declared, ...]:
        """All values without fault."""
        return tuple(value for value in self.by_key.values() if value is not None)


def declared(
    table: Table,
    column: str,
    read: Callable[[Row, str, int], Declared | None],
    key: Callable[[str], str] = str,
    loosely: Callable[[str], str] | None = None,
) -> Known[Declared]:
    """What each row of `table` declares, noting one that is there twice, or looks as if it were.

    `read` is given the row, its own name in `column`, and its place among the rows,
    counted from 1. Names are the same if their `key` is.
    """
    by_key: dict[str, Declared | None] = {}
    rows: dict[str, int] = {}
    names: dict[str, str] = {}
    looks: dict[str, int] = {}
    for place, row in enumerate(table.rows, start=1):
        name = row.filled(column)
        value = read(row, name, place)
        first, alike = (
            seen.setdefault(of(name), row.number) for seen, of in ((rows, key), (looks, look))
        )
        if name and first == row.number != alike:
            row.refuse(
                f"{shown(name)} looks the same as the name in row {alike}. Rename one of them.",
                column,
            )
        elif name and first != row.number:
            row.refuse(
                f"{shown(name)} is already in row {first}. Rename or delete one of them.",
                column,
            )
        elif name:
            by_key[key(name)] = value
            names[key(name)] = name
    return Known(table, column, key, by_key, names, loosely)
