"""What every sheet is filled in from: the ballots, and the result that they agree with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from judging_app.domain.ballots import Ballot, ballot_key
from judging_app.domain.decisions import AgreedScore
from judging_app.domain.event import Event
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.present.organiser.handling import NOTHING_KNOWN, Handled, Handling
from judging_app.present.result.standings import StandingRow, StandingsView


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What every sheet is filled in from.

    `result` is the panel's own view, with which every sheet agrees; `None` while there is none.
    A pair of judge and team without a ballot is not started. `closing_reason` is why scoring was
    closed with ballots owed, if it was. `is_named` is whether judges are.
    """

    event: Event
    setup: Setup
    given: Iterable[Ballot]
    record: str = ""
    result: StandingsView | None = None
    handled: Handled = field(default_factory=lambda: NOTHING_KNOWN)
    closing_reason: str = ""
    is_named: bool = True
    ballots: Mapping[tuple[JudgeId, TeamId], Ballot] = field(init=False)

    def __post_init__(self) -> None:
        found = {ballot_key(ballot): ballot for ballot in self.given}
        object.__setattr__(self, "ballots", found)

    @property
    def rubric(self) -> Rubric:
        """What the ballots are on."""
        return self.setup.rubric

    def row(self, team: TeamId) -> StandingRow | None:
        """What is announced of a team."""
        rows = self.result.rows if self.result else ()
        return next((row for row in rows if row.team_id == team), None)

    def agreed(self, judge: JudgeId, team: TeamId) -> Mapping[CriterionId, AgreedScore]:
        """The scores that the panel agreed on in place of this judge's."""
        row = self.row(team)
        return {one.criterion: one for one in row.agreed if one.judge == judge} if row else {}

    def ballot(self, judge: JudgeId, team: TeamId) -> Ballot:
        """As the judge gave it."""
        return self.ballots.get((judge, team), Ballot(judge, team))

    def settled(self, judge: JudgeId, team: TeamId) -> Ballot:
        """With the scores that the panel agreed on."""
        ballot = self.ballot(judge, team)
        after = {one.criterion: one.after for one in self.agreed(judge, team).values()}
        return replace(ballot, scores={**ballot.scores, **after}) if after else ballot

    def handling(self, judge: JudgeId, team: TeamId) -> Handling:
        """How the ballot came in."""
        return self.handled.get((judge, team), Handling())

    def name(self, judge: Judge) -> str:
        """A judge's name, or which of the panel it is."""
        return judge.name if self.is_named else f"Judge {self.setup.judges.index(judge) + 1}"

    @property
    def closing(self) -> str:
        """Why scoring was closed with ballots missing; empty where none was."""
        reason = self.closing_reason
        return f"Scoring was closed with ballots missing. Reason: {reason}" if reason else ""
