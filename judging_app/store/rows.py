"""Values as rows of a table, and back: a row's columns are named as the value's fields."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from typing import TypeVar, get_args, get_origin

from cattrs import ClassValidationError, Converter
from sqlite_utils import Database

from judging_app.domain.journal import canonical
from judging_app.errors import UnreadableError, pass_on_lack_of_memory
from judging_app.store.bodies import with_hooks

Row = Mapping[str, object]
Value = TypeVar("Value")


def rows(db: Database, query: str, *arguments: str | int) -> list[Row]:
    """What a query finds, by column."""
    cursor = db.execute(query, arguments)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def read(db: Database, kind: type[Value], query: str, *arguments: str | int) -> tuple[Value, ...]:
    """What a query finds, as values; columns that they don't have are passed over.

    Raises:
        UnreadableError: if a row holds what no such value can be.
    """
    return tuple(value(kind, row) for row in rows(db, query, *arguments))


def value(kind: type[Value], row: Row) -> Value:
    """The value that a row holds; a field may hold values already, from rows of another table.

    Raises:
        UnreadableError: if there can be none.
    """
    try:
        return _CONVERTER.structure(row, kind)
    except Exception as error:  # a cell can be wrong in any way
        pass_on_lack_of_memory(error)
        raise UnreadableError(_place(error)) from error


def cells(value: object, *without: str) -> dict[str, object]:
    """A value's fields but those kept in other tables; what holds several is canonical JSON."""
    return {
        name: canonical(cell) if isinstance(cell, list | tuple | dict) else cell
        for name, cell in _CONVERTER.unstructure(value).items()
        if name not in without
    }


def parsed(cell: object) -> object:
    """What a cell of canonical JSON holds.

    Raises:
        UnreadableError: if it is none.
    """
    try:
        return json.loads(str(cell))
    except ValueError as error:
        raise UnreadableError("a cell of JSON") from error


def insert(db: Database, table: str, row: Row) -> None:
    """Write a new row."""
    _write(db, "INSERT", table, row)


def put(db: Database, table: str, row: Row) -> None:
    """Write a row in the place of the one that has its key."""
    _write(db, "INSERT OR REPLACE", table, row)


def insert_in_order(db: Database, table: str, rows: Iterable[Row]) -> None:
    """Write new rows, numbered from 1 as they come."""
    for position, row in enumerate(rows, 1):
        insert(db, table, {"position": position, **row})


def update(db: Database, table: str, row: Row) -> None:
    """Write other cells into the row that has this `id`."""
    named = ", ".join(f"{column} = :{column}" for column in row if column != "id")
    db.execute(f"UPDATE {table} SET {named} WHERE id = :id", dict(row))  # noqa: S608 - our own names


def delete(db: Database, table: str, **key: str | int) -> None:
    """Delete the rows with this key; with none, all of them."""
    where = " AND ".join([f"{column} = :{column}" for column in key]) or "true"
    db.execute(f"DELETE FROM {table} WHERE {where}", key)  # noqa: S608 - our own names


def _write(db: Database, verb: str, table: str, row: Row) -> None:
    marks = ", ".join("?" * len(row))
    db.execute(f"{verb} INTO {table} ({', '.join(row)}) VALUES ({marks})", [*row.values()])


def _place(error: Exception) -> str:
    """The column of the cell that can't be, where one is to blame; what it holds stays secret."""
    if isinstance(error, ClassValidationError):
        for _, note in error.group_exceptions()[0]:
            return f"the {note.name} of a row"
    return "a row"


def _tuple(cell: str | Iterable[object], kind: type) -> tuple[object, ...]:
    inner, *_ = get_args(kind)
    items = json.loads(cell) if isinstance(cell, str) else cell
    return tuple(one if is_dataclass(one) else _CONVERTER.structure(one, inner) for one in items)


def _mapping(cell: str | Mapping[object, object], kind: type) -> Mapping[object, object]:
    key, inner = get_args(kind)
    items = json.loads(cell) if isinstance(cell, str) else cell
    structure = _CONVERTER.structure
    return {structure(name, key): structure(one, inner) for name, one in items.items()}


def _is_made_of(origin: type) -> Callable[[type], bool]:
    return lambda kind: get_origin(kind) == origin


_CONVERTER = with_hooks(Converter())
_CONVERTER.register_structure_hook_func(_is_made_of(tuple), _tuple)
_CONVERTER.register_structure_hook_func(_is_made_of(Mapping), _mapping)
