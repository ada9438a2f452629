"""What the steps announced so far have let out: all that the public may know of the result."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.reveal import RevealStep, RunningPlace, StepKind


@dataclass(frozen=True, slots=True)
class Told:
    """What is out after some steps.

    `placed` are the teams whose place was announced, `awards` the awards whose winners were; an
    award in `named` has been named, and who gets it comes next. `running` are the last running
    standings, after `part`.
    """

    placed: frozenset[TeamId] = frozenset()
    awards: frozenset[AwardId] = frozenset()
    named: frozenset[AwardId] = frozenset()
    part: str = ""
    running: tuple[RunningPlace, ...] = ()

    def and_then(self, step: RevealStep) -> "Told":
        """With one step more."""
        match step.kind:
            case StepKind.RUNNING:
                return replace(self, part=step.part, running=step.running)
            case StepKind.AWARD:
                return replace(self, named=self.named | _award(step))
            case StepKind.PLACE | StepKind.WINNER:
                return replace(
                    self,
                    placed=self.placed | _placed(step),
                    awards=self.awards | self.named | _award(step),
                    named=frozenset(),
                )


def told(steps: Sequence[RevealStep]) -> Told:
    """What is out after `steps`, which are the first ones of a plan.

    It follows from the steps alone, so going back, jumping and starting again all show what
    announcing them one by one did.
    """
    return reduce(Told.and_then, steps, Told())


def told_places(steps: Sequence[RevealStep]) -> frozenset[TeamId]:
    """The teams whose place the public knows after `steps`; running places are none."""
    return told(steps).placed


def _placed(step: RevealStep) -> frozenset[TeamId]:
    """An award's winners have their place announced only where the award is for it."""
    return frozenset(step.teams) if step.place is not None else frozenset()


def _award(step: RevealStep) -> frozenset[AwardId]:
    return frozenset() if step.award is None else frozenset({step.award})
