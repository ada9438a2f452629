"""A whole day with an invented panel, moment by moment: what happens, and what goes wrong."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion
from judging_app.domain.run_order import Slot
from judging_app.domain.set_up.invented import (
    USUAL_JUDGE,
    InventedJudge,
    InventedPanel,
    Mishap,
    Spread,
)
from judging_app.domain.setup import Setup
from judging_app.planning.rehearsal import drawn

CHANGE_S, LATE_S, OVER_S = 120, 20 * 60, 50
"""Seconds from one team to the next, until a late judge comes, and over time."""


class Happening(Enum):
    """What a moment of the day is."""

    OPEN = "scoring opens"
    CALL = "a team is called"
    OVER = "a team is over time"
    BALLOT = "a ballot is submitted"
    ARRIVES = "a late judge arrives"
    LEAVES = "a judge leaves"
    CABLE_OUT = "the cable is out"
    CABLE_IN = "the cable is back"
    RESTART = "the laptop restarts"
    CLOSE = "scoring closes"
    DECIDE = "the panel decides"


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happens `at_s` seconds into the day; whom it is about, and what is scored."""

    at_s: int
    what: Happening
    team: TeamId | None = None
    judge: JudgeId | None = None
    scores: Mapping[CriterionId, int] = field(default_factory=dict)


def invented_moments(
    setup: Setup,
    slots: Sequence[Slot],
    panel: InventedPanel,
    never: Collection[tuple[JudgeId, TeamId]] = (),
) -> tuple[Moment, ...]:
    """The whole day in its order; `never` are ballots that nobody brings.

    The same panel, seed and slots give the same day on any machine.
    """
    return tuple(sorted(_moments(setup, slots, panel, never), key=lambda one: one.at_s))


def invented_score(
    criterion: Criterion, team: TeamId, judge: JudgeId, how: InventedJudge, seed: str
) -> int:
    """What the team is good for, moved by how this judge scores, and kept on the scale."""
    span = criterion.highest - criterion.lowest
    good_for = drawn(span + 1, seed, team, criterion.id)
    spread = round(span * _SPREADS[how.spread])
    moved = good_for + drawn(2 * spread + 1, seed, team, criterion.id, judge) - spread
    harsh = round(span * how.severity * _SEVERITY)
    moved += harsh if criterion.is_inverted else -harsh
    return criterion.lowest + min(max(moved, 0), span)


def _moments(
    setup: Setup,
    slots: Sequence[Slot],
    panel: InventedPanel,
    never: Collection[tuple[JudgeId, TeamId]],
) -> Iterator[Moment]:
    late, leaver = _two(setup, panel)
    yield Moment(0, Happening.OPEN)
    at, half = 0, len(slots) // 2
    leaves_at: int | None = None
    for number, slot in enumerate(slots):
        yield Moment(at, Happening.CALL, slot.team)
        ends = at + slot.pitch_s
        if not drawn(4, panel.seed, slot.team, "over time"):
            yield Moment(ends + OVER_S, Happening.OVER, slot.team)
        if number == half:
            yield from _halfway(panel, ends)
            if leaver is not None:
                leaves_at = at + slot.pitch_s + slot.questions_s
                yield Moment(leaves_at, Happening.LEAVES, judge=leaver)
        yield from _ballots(setup, slot, ends, panel, never, late, leaver, leaves_at)
        at = ends + slot.questions_s + CHANGE_S
    if late is not None:
        yield Moment(LATE_S, Happening.ARRIVES, judge=late)
    yield Moment(max(at, LATE_S) + CHANGE_S, Happening.CLOSE)
    yield Moment(max(at, LATE_S) + 2 * CHANGE_S, Happening.DECIDE)


def _halfway(panel: InventedPanel, at: int) -> Iterator[Moment]:
    if Mishap.CABLE in panel.mishaps:
        yield Moment(at, Happening.CABLE_OUT)
        yield Moment(at + 40, Happening.CABLE_IN)
    if Mishap.RESTART in panel.mishaps:
        yield Moment(at + 50, Happening.RESTART)


def _ballots(
    setup: Setup,
    slot: Slot,
    ends: int,
    panel: InventedPanel,
    never: Collection[tuple[JudgeId, TeamId]],
    late: JudgeId | None,
    leaver: JudgeId | None,
    leaves_at: int | None,
) -> Iterator[Moment]:
    """A ballot of every judge who is there, while the questions are asked or a little later."""
    for judge in setup.judges:
        at = ends + 1 + drawn(slot.questions_s + CHANGE_S, panel.seed, slot.team, judge.id)
        if judge.id == late:
            at = max(at, LATE_S + 60)
        is_away = judge.id == leaver and leaves_at is not None and at >= leaves_at
        if (judge.id, slot.team) in never or is_away:
            continue
        how = panel.judges.get(judge.id, USUAL_JUDGE)
        scores = {
            one.id: invented_score(one, slot.team, judge.id, how, panel.seed)
            for one in setup.rubric.judged
        }
        yield Moment(at, Happening.BALLOT, slot.team, judge.id, scores)


def _two(setup: Setup, panel: InventedPanel) -> tuple[JudgeId | None, JudgeId | None]:
    """Who comes late and who leaves, two of the panel where it has as many."""
    judges = [one.id for one in setup.judges]
    if not judges:
        return None, None
    first = drawn(len(judges), panel.seed, "late")
    late = judges[first] if Mishap.LATE in panel.mishaps else None
    leaver = judges[(first + 1) % len(judges)] if Mishap.LEAVES in panel.mishaps else None
    return late, None if leaver == late else leaver


_SEVERITY = 0.05
"""The share of a scale by which each step of severity moves a score."""

_SPREADS: Mapping[Spread, float] = complete(
    {Spread.SMALL: 0.1, Spread.USUAL: 0.3, Spread.WIDE: 0.5}
)
"""The share of a scale by which two scores for the same may lie from what it deserves."""
