"""Tables that hold something for every member of a closed set."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

Member = TypeVar("Member", bound=Enum)
Value = TypeVar("Value")


def complete(table: Mapping[Member, Value]) -> Mapping[Member, Value]:
    """`table`, as it was written, for reading only; it is for every member of its enum.

    A type checker can't see that a member was forgotten, so the table's own module refuses to be
    imported without it.

    Raises:
        LookupError: naming the members that have no entry.
    """
    kind = type(next(iter(table)))
    if missing := [member.name for member in kind if member not in table]:
        raise LookupError(f"this table has no entry for {kind.__name__}.{', '.join(missing)}")
    return MappingProxyType(dict(table))
