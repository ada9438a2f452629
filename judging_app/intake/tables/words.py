"""The other names of columns and values, from a table that anyone can add to."""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from judging_app.paths import RESOURCES

_TABLE = RESOURCES / "intake" / "columns.toml"
_SIGNS = re.compile(r"[\W_]+")
_SHORTEST_WITHIN = 4
_LONGEST_READ = 200

EXACTLY, WITHIN = 2, 1
"""How surely a title names a column: by one of its names, or with one of them in it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The names of columns, by column; what is no person; values by their spellings."""

    columns: Mapping[str, tuple[str, ...]]
    sectors: Mapping[str, str]
    totals: frozenset[str]
    counted: frozenset[str]
    behind_a_name: frozenset[str]
    not_within: frozenset[str]
    only_whole: frozenset[str]


def plain(text: str) -> str:
    """`text` without what differs between spellings: capitals, signs and blanks."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST_READ]).casefold()
    return _SIGNS.sub(" ", folded).strip()


@cache
def words() -> Words:
    """All of them, read once."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return Words(
        {column: tuple(map(plain, names)) for column, names in table["columns"].items()},
        {plain(name): sector for sector, names in table["sector"].items() for name in names},
        frozenset(map(plain, table["not_people"]["total"])),
        frozenset(table["not_people"]["counted"]),
        frozenset(table["not_people"]["behind_a_name"]),
        frozenset(table["not_within"]),
        frozenset(table["only_whole"]),
    )


@lru_cache(maxsize=10_000)
def named(title: str, columns: tuple[str, ...]) -> tuple[str, int]:
    """Which of `columns` a title names, and how surely; ("", 0) if none."""
    key = plain(title)
    if not key:
        return "", 0
    for column in columns:
        if key == plain(column):
            return column, EXACTLY
    for column in columns:
        if key in words().columns.get(column, ()):
            return column, EXACTLY
    return _within(key, columns)


def _within(key: str, columns: Collection[str]) -> tuple[str, int]:
    parts = set(key.split())
    if parts & words().not_within:
        return "", 0
    found = [
        (len(name), column)
        for column in columns
        for name in words().columns.get(column, ())
        if len(name) >= _SHORTEST_WITHIN
        and name not in words().only_whole
        and f" {name} " in f" {key} "
    ]
    return (max(found)[1], WITHIN) if found else ("", 0)
