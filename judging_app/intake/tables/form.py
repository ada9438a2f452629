"""What a list should hold: its name, what its rows are, and its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from judging_app.words import listed


@dataclass(frozen=True, slots=True)
class Form:
    """The name of a list, what its rows are, and its columns, which may come in any order.

    A list that `is_required` must be there and have at least one row below its header. `parts` are
    further columns that are joined to others of it. `also` are titles that mean one of its columns
    in this list alone.
    """

    file: str
    holds: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    is_required: bool = True
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    also: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that is known."""
        return self.required + self.optional

    @property
    def targets(self) -> tuple[str, ...]:
        """Every column that a column of a file may be taken for."""
        return self.columns + tuple(part for parts in self.parts.values() for part in parts)

    @property
    def told(self) -> str:
        """Every known column, for a sentence."""
        return listed(self.columns)
