"""Every text that can go on the record is known for what it is."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import NewType, get_args, get_type_hints

from judging_app.domain.acts import ACTS
from judging_app.forgetting.texts import TEXTS


def _leaves(hint: object) -> Iterator[object]:
    """The types of which a field is made; of a mapping, the keys and the values."""
    if inner := get_args(hint):
        for one in inner:
            yield from _leaves(one)
    else:
        yield hint


def _is_text(kind: object) -> bool:
    while isinstance(kind, NewType):
        kind = kind.__supertype__
    return kind is str


def _values(kind: object, seen: set[type]) -> Iterator[type]:
    if not isinstance(kind, type) or kind in seen or not is_dataclass(kind):
        return
    seen.add(kind)
    yield kind
    for hint in get_type_hints(kind).values():
        for leaf in _leaves(hint):
            yield from _values(leaf, seen)


def _texts() -> Mapping[type, set[str]]:
    seen: set[type] = set()
    found = {}
    for act in ACTS:
        for kind in _values(act, seen):
            hints = get_type_hints(kind)
            names = {
                one.name for one in fields(kind) if any(map(_is_text, _leaves(hints[one.name])))
            }
            if names:
                found[kind] = names
    return found


def test_every_text_of_every_value_on_the_record_has_its_kind_and_no_other_has() -> None:
    assert {kind: set(names) for kind, names in TEXTS.items()} == _texts()
