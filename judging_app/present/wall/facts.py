"""Everything that the room may see, gathered once for whatever scene is on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from judging_app.domain.clock import Clock
from judging_app.domain.event import Audience, Event, Programme
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.look import EventLook
from judging_app.domain.reveal import RevealKind, RevealStep
from judging_app.domain.run_order import Moment, Slot
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Edition
from judging_app.present.result.standings import StandingsView


@dataclass(frozen=True, slots=True)
class WallFacts:
    """What scenes are made of; nothing that is secret when it is made.

    `standings` are the public's and `told` the steps of the reveal announced so far, never a later
    one. Of the reveal there are `to_place` teams to be given places and `parts` parts to be told;
    which ones is in `told` alone. `not_counted` are ballots that nobody waits for, by what became
    of them. `editions` are published ones, and there only once the result is. `slots` are those of
    the teams that pitch, and `times` say when the turn of each began, or is to begin as far as that
    is known. `award_grounds` say what an award goes by. `frozen_at` is when a frozen board was
    frozen. `peoples_award` is the title of the award that the people give, which has a default
    where it is empty.
    """

    event: Event
    setup: Setup
    programme: Programme
    standings: StandingsView
    now: datetime
    told: tuple[RevealStep, ...] = ()
    kind: RevealKind = RevealKind.LAST_TO_FIRST
    ballots_in: int = 0
    ballots_expected: int = 0
    not_counted: Mapping[str, int] = field(default_factory=dict)
    to_place: int = 0
    parts: int = 0
    times: Mapping[TeamId, datetime] = field(default_factory=dict)
    day: tuple[Moment, ...] = ()
    slots: tuple[Slot, ...] = ()
    clock: Clock = field(default_factory=Clock)
    next_team: TeamId | None = None
    look: EventLook = field(default_factory=EventLook)
    award_titles: Mapping[AwardId, str] = field(default_factory=dict)
    award_grounds: Mapping[AwardId, str] = field(default_factory=dict)
    award_scores: Mapping[AwardId, tuple[str, str]] = field(default_factory=dict)
    peoples_award: str = ""
    editions: tuple[Edition, ...] = ()
    frozen_at: datetime | None = None
    rehearsal: bool = False

    @property
    def lines(self) -> tuple[Moment, ...]:
        """The day line by line: the turns alone where nothing else is known of it."""
        turns = (
            Moment("", one.pitch_s + one.questions_s, one.team, self.times.get(one.team))
            for one in self.slots
        )
        return self.day or tuple(turns)

    def __post_init__(self) -> None:
        if self.standings.audience is not Audience.PUBLIC:
            raise ValueError("the projector shows the public’s standings only")
