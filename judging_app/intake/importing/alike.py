"""Names that may be one: of organisations, teams and people, as likely matches for a person."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from judging_app.domain.names import name_key
from judging_app.intake.tables.words import plain

_SMALL = frozenset(
    {"of", "for", "and", "the", "in", "at", "to", "y", "de", "du", "des", "und", "für"}
)
_LEGAL = frozenset(
    {"ltd", "limited", "plc", "llp", "inc", "gmbh", "ag", "sa", "bv", "co", "corp", "the", "uk"}
)
_LONG = {
    "dept": "department",
    "min": "ministry",
    "govt": "government",
    "natl": "national",
    "univ": "university",
}
_MOST_COMPARED = 1_500
"""Of more names, only those are found alike that have the same letters or initials."""

_SHORTEST = 6
_LIKELY = 90


def groups(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Names of organisations that may be one, each group in the order in which they came."""
    known = list(dict.fromkeys(names))
    joined = _Joined(len(known))
    first: dict[str, int] = {}
    for place, name in enumerate(known):
        for key in _keys(name):
            joined.join(place, first.setdefault(key, place))
    if len(known) <= _MOST_COMPARED:
        _join_nearly(known, joined)
    alike: dict[int, list[str]] = {}
    for place, name in enumerate(known):
        alike.setdefault(joined.lead(place), []).append(name)
    return tuple(
        tuple(group) for group in alike.values() if len({name_key(one) for one in group}) > 1
    )


def near(name: str, others: Mapping[str, str]) -> str:
    """The one of `others`, by their `bare` names, that `name` may misspell; empty if none."""
    key = bare(name)
    if len(key) < _SHORTEST - 1:
        return ""
    found = process.extractOne(key, others.keys(), scorer=fuzz.ratio, score_cutoff=_LIKELY - 5)
    return others[found[0]] if found and _digits(found[0]) == _digits(key) else ""


class _Joined:
    """Places that belong together, each led by the first of them."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def lead(self, place: int) -> int:
        while self._leader[place] != place:
            place = self._leader[place]
        return place

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.lead(one), self.lead(other)))
        self._leader[second] = first


def _join_nearly(names: Sequence[str], joined: _Joined) -> None:
    letters = [bare(name) for name in names]
    for place, key in enumerate(letters):
        if len(key) < _SHORTEST:
            continue
        found = process.extract(
            key, letters[:place], scorer=fuzz.ratio, score_cutoff=_LIKELY, limit=5
        )
        for text, _, other in found:
            if _digits(text) == _digits(key):
                joined.join(place, other)


def _words(name: str) -> list[str]:
    parts = plain(name.replace("&", " and ")).split()
    return [_LONG.get(part, part) for part in parts]


@lru_cache(maxsize=10_000)
def bare(name: str) -> str:
    """`name` without what says little: small words, and what kind of company it is."""
    return " ".join(word for word in _words(name) if word not in _SMALL | _LEGAL)


def _keys(name: str) -> frozenset[str]:
    """What this name shares with others of the same body: its words, or their initials."""
    found = {bare(name) or name_key(name)}
    compact = plain(name).replace(" ", "")
    capitals = sum(letter.isupper() for letter in name)
    if " " not in name.strip() and 2 <= len(compact) <= _SHORTEST and capitals > 1:  # noqa: PLR2004 - "DfE"
        found.add(f"={compact}")
    found |= {f"={initials}" for initials in _initials(name)}
    return frozenset(found)


def _initials(name: str) -> set[str]:
    words = _words(name)
    capitals = {part.casefold() for part in re.findall(r"\b[A-Z]{2,3}\b", name)}
    if len(words) < 2:  # noqa: PLR2004 - one word has no initials
        return set()
    parts = [(word, word if word in capitals else word[0]) for word in words]
    short = "".join(part for word, part in parts if word not in _SMALL)
    whole = "".join(part for word, part in parts)
    return {one for one in (short, whole) if len(one) > 2}  # noqa: PLR2004 - two letters say little


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
