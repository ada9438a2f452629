"""The other names of columns and values, from a table that anyone can add to."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from judging_app.paths import RESOURCES

_TABLE = RESOURCES / "intake" / "columns.toml"
_SIGNS = re.compile(r"[\W_]+")
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_OR = re.compile(r"[/|]")
_SHORTEST_WITHIN = 4
_LONGEST_READ = 200

EXACTLY, WITHIN = 2, 1
"""How surely a title names a column: by one of its names, or with one of them in it."""


@dataclass(frozen=True, slots=True)
class Words:
    """The names of columns, by column; what is no person; values by their spellings."""

    columns: Mapping[str, tuple[str, ...]]
    sectors: Mapping[str, str]
    answers: Mapping[str, str]
    not_people: Mapping[str, frozenset[str]]
    persons: frozenset[str]
    leaders: frozenset[str]
    ordinals: Mapping[str, int]
    not_within: frozenset[str]
    only_whole: frozenset[str]
    anywhere: frozenset[str]


def plain(text: str) -> str:
    """`text` without what differs between spellings: capitals, signs and blanks."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST_READ]).casefold()
    return _SIGNS.sub(" ", folded).strip()


def answer_key(text: str) -> str:
    """`text` as an answer is known by: of a mark alone, such as a tick, the mark itself."""
    return plain(text) or text.strip()


@cache
def words() -> Words:
    """All of them, read once."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return Words(
        {column: tuple(map(plain, names)) for column, names in table["columns"].items()},
        {plain(name): sector for sector, names in table["sector"].items() for name in names},
        {answer_key(said): one for one, each in table["answer"].items() for said in each},
        {kind: frozenset(map(plain, said)) for kind, said in table["not_people"].items()},
        frozenset(table["person"]),
        frozenset(table["leader"]),
        {word: place for place, word in enumerate(table["ordinal"], start=1)},
        frozenset(table["not_within"]),
        frozenset(table["only_whole"]),
        frozenset(table["anywhere"]),
    )


@dataclass(frozen=True, slots=True)
class Meant:
    """Which column a title means, how surely, and how far down its names stand; none is empty."""

    column: str = ""
    surety: int = 0
    rank: int = 0


@cache
def every_title() -> frozenset[str]:
    """Every name of any column."""
    return frozenset(name for names in words().columns.values() for name in names)


def named(title: str, columns: tuple[str, ...]) -> tuple[str, int]:
    """Which of `columns` a title names, and how surely; ("", 0) if none."""
    found = meant(title, columns)
    return found.column, found.surety


@lru_cache(maxsize=10_000)
def meant(title: str, columns: tuple[str, ...]) -> Meant:
    """Which of `columns` a title means, with what stands in brackets or without, or half of it."""
    keys = _keys(title)
    for key in keys:
        if found := _exact(columns).get(key):
            return found
    for key in keys[:2]:
        if found := _within(key, columns):
            return found
    return Meant()


def _keys(title: str) -> list[str]:
    parts = [title, _RUN_TOGETHER.sub(" ", title), _ASIDE.sub(" ", title)]
    parts += _OR.split(parts[-1])
    return [key for key in dict.fromkeys(map(plain, parts)) if key]


@cache
def _exact(columns: tuple[str, ...]) -> Mapping[str, Meant]:
    """What each name of a column means, our own names first."""
    found = {plain(column): Meant(column, EXACTLY) for column in reversed(columns)}
    for column in columns:
        for rank, name in enumerate(words().columns.get(column, ())):
            found.setdefault(name, Meant(column, EXACTLY, rank))
    return found


@cache
def _parts(columns: tuple[str, ...]) -> Mapping[str, Sequence[tuple[str, Meant]]]:
    """The names that may stand within a longer title, by the word that they begin with."""
    found: dict[str, list[tuple[str, Meant]]] = {}
    for column in columns:
        for rank, name in enumerate(words().columns.get(column, ())):
            if len(name) >= _SHORTEST_WITHIN and name not in words().only_whole:
                one = (name, Meant(column, WITHIN, rank))
                found.setdefault(name.split()[0], []).append(one)
    return found


def _within(key: str, columns: tuple[str, ...]) -> Meant | None:
    parts = key.split()
    is_other = bool(words().not_within.intersection(parts))
    found = [
        one
        for part in dict.fromkeys(parts)
        for one in _parts(columns).get(part, ())
        if f" {one[0]} " in f" {key} " and (not is_other or one[1].column in words().anywhere)
    ]
    return max(found, key=lambda one: (len(one[0]), one[1].column))[1] if found else None
