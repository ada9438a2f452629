"""Whether those who pitched later came out better: shown, and never corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from judging_app.domain.ids import TeamId
from judging_app.tally.basis import Basis
from judging_app.tally.methods import outcome


@dataclass(frozen=True, slots=True)
class Slot:
    """A team's number in the run order, from 1, with its score."""

    number: int
    team: TeamId
    score: Fraction


@dataclass(frozen=True, slots=True)
class RunOrder:
    """The placed teams as they pitched, and how their pairs compare.

    Of every two teams, `later_better` counts those of which the later did better,
    `earlier_better` the reverse; the rest are level.
    """

    slots: tuple[Slot, ...]
    later_better: int
    earlier_better: int

    @property
    def pairs(self) -> int:
        """How many pairs there are."""
        return len(self.slots) * (len(self.slots) - 1) // 2

    @property
    def correlation(self) -> Fraction | None:
        """From −1, each team worse than all before it, to 1, each better; None for no pair.

        Source: M. G. Kendall, A new measure of rank correlation, Biometrika 30 (1938), 81–93
        (τ, here with level pairs counting for neither side). It is exact where Spearman's
        coefficient, with ties, would need a root.
        """
        return Fraction(self.later_better - self.earlier_better, self.pairs) if self.pairs else None


def run_order(basis: Basis, pitched: Sequence[TeamId]) -> RunOrder:
    """The scores in the order in which the teams pitched.

    In figure skating and song contests those who come later score more (W. Bruine de Bruin,
    Save the last dance for me, Acta Psychologica 118 (2005), 245–260). A few teams in one order
    can't tell that from chance, so the number is there to be looked at and nothing follows.

    Raises:
        MethodError: if the method gives no result on these ballots.
    """
    found = outcome(basis)
    slots = tuple(
        Slot(number, team, found.scores[team])
        for number, team in enumerate(pitched, start=1)
        if team in found.scores
    )
    pairs = [(found.order[a.team], found.order[b.team]) for a, b in combinations(slots, 2)]
    return RunOrder(
        slots,
        later_better=sum(later < earlier for earlier, later in pairs),
        earlier_better=sum(earlier < later for earlier, later in pairs),
    )
