"""How a ballot came in, as the sheets say it: its receipt, and who keyed it from paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.words import listed


@dataclass(frozen=True, slots=True)
class Handling:
    """The letters of a ballot's receipt, and the clerks who keyed it if it was on paper."""

    receipt: str = ""
    keyed_by: tuple[str, ...] = ()

    @property
    def receipt_text(self) -> str:
        """The receipt in words; empty where there is none."""
        return f"Receipt {self.receipt}" if self.receipt else ""

    @property
    def keyed_text(self) -> str:
        """Who keyed it, each named once; empty for a ballot that was not on paper."""
        clerks = [*dict.fromkeys(self.keyed_by)]
        return f"From paper, typed in by {listed(clerks)}" if clerks else ""


Handled: TypeAlias = Mapping[tuple[JudgeId, TeamId], Handling]
"""By judge and team; a ballot of which nothing is known is left out."""

NOTHING_KNOWN: Handled = MappingProxyType({})
