"""Rows of a set-up, each with its place among its kind, and what differs between two set-ups."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeAlias

from judging_app.domain.panel import Judge
from judging_app.domain.people import Challenge, Mentor, Organisation, Participant, Team, Visit
from judging_app.domain.rubric import Criterion
from judging_app.domain.setup import Setup

RowValue: TypeAlias = (
    Organisation | Team | Participant | Challenge | Visit | Criterion | Judge | Mentor
)
Placed: TypeAlias = tuple[int, RowValue]
"""A row and its place; places rise and may leave numbers out."""


@dataclass(frozen=True, slots=True)
class SetupRows:
    """Some rows of a set-up; one that others refer to comes before them."""

    organisations: tuple[tuple[int, Organisation], ...] = ()
    teams: tuple[tuple[int, Team], ...] = ()
    participants: tuple[tuple[int, Participant], ...] = ()
    challenges: tuple[tuple[int, Challenge], ...] = ()
    visits: tuple[tuple[int, Visit], ...] = ()
    criteria: tuple[tuple[int, Criterion], ...] = ()
    judges: tuple[tuple[int, Judge], ...] = ()
    mentors: tuple[tuple[int, Mentor], ...] = ()

    def by_kind(self) -> Mapping[str, Mapping[str, Placed]]:
        """For each kind, its rows by id."""
        return {kind: {str(one[1].id): one for one in getattr(self, kind)} for kind in KINDS}

    @property
    def is_empty(self) -> bool:
        """Whether there is no row of any kind."""
        return not any(getattr(self, kind) for kind in KINDS)


KINDS = tuple(one.name for one in fields(SetupRows))


def setup_rows(by_kind: Mapping[str, Sequence[Placed]]) -> SetupRows:
    """Rows by kind, each of the type that its kind has, as one value."""
    made: Callable[..., SetupRows] = SetupRows
    return made(**{kind: tuple(rows) for kind, rows in by_kind.items()})


@dataclass(frozen=True, slots=True)
class SetupChange:
    """What takes the place of what: rows removed are in `before` alone, new ones in `after`."""

    before: SetupRows
    after: SetupRows

    @property
    def is_nothing(self) -> bool:
        """Whether both are the same."""
        return self.before.is_empty and self.after.is_empty

    def rows(self, kind: str) -> Iterator[tuple[RowValue | None, RowValue | None]]:
        """Each row of a kind as it was and as it is; `None` where it wasn't or isn't there."""
        before, after = self.before.by_kind()[kind], self.after.by_kind()[kind]
        for key in dict.fromkeys((*before, *after)):
            was, now = before.get(key), after.get(key)
            yield was[1] if was else None, now[1] if now else None


def difference(now: SetupRows, wanted: Setup) -> SetupChange:
    """What has to change for `now`, which is all of a set-up, to become `wanted`."""
    before: dict[str, list[Placed]] = {}
    after: dict[str, list[Placed]] = {}
    for kind in KINDS:
        there = now.by_kind()[kind]
        placed = {str(one.id): (at, one) for at, one in _placed(there, parts(wanted, kind))}
        before[kind] = [one for key, one in there.items() if placed.get(key) != one]
        after[kind] = [one for key, one in placed.items() if there.get(key) != one]
    return SetupChange(setup_rows(before), setup_rows(after))


def parts(setup: Setup, kind: str) -> tuple[RowValue, ...]:
    """The rows of one kind in their order."""
    found: tuple[RowValue, ...] = (
        setup.rubric.criteria if kind == "criteria" else getattr(setup, kind)
    )
    return found


def _placed(there: Mapping[str, Placed], wanted: Sequence[RowValue]) -> Iterator[Placed]:
    """The rows in their places; those that keep their order keep these, and new ones follow."""
    keys = [str(one.id) for one in wanted]
    kept = [key for key in there if key in set(keys)]
    if keys[: len(kept)] == kept:
        last = max((place for place, _ in there.values()), default=0)
        places = [*(there[key][0] for key in kept), *range(last + 1, last + 1 + len(keys))]
    else:
        places = list(range(1, len(keys) + 1))
    return zip(places, wanted, strict=False)
