"""A change of the set-up in a few words: "change Hamza Yildiz to Hamza Yıldız"."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from judging_app.domain.set_up.rows import KINDS, RowValue, SetupChange
from judging_app.words import counted, listed

_ONE_AND_MANY: Mapping[str, tuple[str, str]] = {
    "participants": ("person", "people"),
    "teams": ("team", "teams"),
    "judges": ("judge", "judges"),
    "challenges": ("challenge", "challenges"),
    "visits": ("visit", "visits"),
    "mentors": ("mentor", "mentors"),
    "criteria": ("criterion", "criteria"),
    "organisations": ("organisation", "organisations"),
}
assert set(_ONE_AND_MANY) == set(KINDS)  # noqa: S101 - a kind without words would be left out

_Pair = tuple[RowValue | None, RowValue | None]


def change_words(change: SetupChange) -> str:
    """What it does, for a button that undoes it."""
    by_kind = {kind: tuple(change.rows(kind)) for kind in _ONE_AND_MANY}
    told = {kind: pairs for kind, pairs in by_kind.items() if pairs}
    if len(told) > 1:  # organisations come along with whom they are of
        told.pop("organisations", None)
    if len(told) == 1:
        ((kind, pairs),) = told.items()
        if len(pairs) == 1:
            return _one(kind, *pairs[0])
    return listed([words for kind, pairs in told.items() for words in _counts(kind, pairs)])


def _one(kind: str, was: RowValue | None, now: RowValue | None) -> str:
    if was is None or now is None:
        verb = "add" if was is None else "remove"
        name = _name(now or was)
        return f"{verb} {name or 'a ' + _ONE_AND_MANY[kind][0]}"
    if _name(was) != _name(now):
        return f"change {_name(was)} to {_name(now)}"
    changed = [one.name for one in fields(was) if getattr(was, one.name) != getattr(now, one.name)]
    what = changed[0].replace("_", " ") if len(changed) == 1 else "several things"
    return f"change the {what} of {_name(now) or 'a ' + _ONE_AND_MANY[kind][0]}"


def _name(row: RowValue | None) -> str:
    return str(getattr(row, "name", "") or getattr(row, "title", ""))


def _counts(kind: str, pairs: tuple[_Pair, ...]) -> Iterator[str]:
    added = sum(was is None for was, _ in pairs)
    removed = sum(now is None for _, now in pairs)
    for verb, count in (
        ("add", added),
        ("change", len(pairs) - added - removed),
        ("remove", removed),
    ):
        if count:
            yield f"{verb} {counted(count, *_ONE_AND_MANY[kind])}"
