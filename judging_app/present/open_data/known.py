"""What the codes in an event's tables are called where people read them."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from judging_app.bundle.bundle import EventData
from judging_app.bundle.values import event_of, rubric_of, setup_of
from judging_app.domain.event import Event, Reader
from judging_app.domain.ids import CriterionId
from judging_app.domain.labels import told_apart
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup

_UNNAMED = "anonymous-"


@dataclass(frozen=True)
class Known:
    """An event's tables with the names of what they name by code."""

    data: EventData

    @cached_property
    def event(self) -> Event:
        """The event itself."""
        return event_of(self.data.tables)

    @cached_property
    def setup(self) -> Setup:
        """The set-up, judges of one name told apart."""
        return told_apart(setup_of(self.data.tables))

    @cached_property
    def rubric(self) -> Rubric:
        """The rubric."""
        return rubric_of(self.data.tables)

    @cached_property
    def teams(self) -> dict[str, str]:
        """The teams' names."""
        return {one.id: one.name for one in self.setup.teams}

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The organisations' names."""
        return {one.id: one.name for one in self.setup.organisations}

    @cached_property
    def judges(self) -> dict[str, str]:
        """What judges are called; a ballot that is nobody's has a number."""
        named = {str(one.id): one.name for one in self.setup.judges}
        for ballot in self.data.tables.ballots or ():
            if ballot.judge not in named:
                number = ballot.judge.removeprefix(_UNNAMED)
                named[ballot.judge] = f"Unnamed judge {number}"
        return named

    @cached_property
    def scores(self) -> dict[tuple[str, str], dict[CriterionId, int]]:
        """The scores of each ballot, in steps."""
        found: defaultdict[tuple[str, str], dict[CriterionId, int]] = defaultdict(dict)
        for one in self.data.tables.scores or ():
            found[one.judge, one.team][CriterionId(one.criterion)] = one.steps
        return dict(found)

    @cached_property
    def totals(self) -> dict[tuple[str, str], Fraction]:
        """The total of each ballot that has all its scores."""
        judged = self.rubric.judged
        return {
            key: sum((one.worth(own[one.id]) for one in judged), Fraction(0))
            for key, own in self.scores.items()
            if all(one.id in own for one in judged)
        }

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.data.head.audience is Reader.PUBLIC
