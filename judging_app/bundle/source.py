"""Everything of an event that a bundle may carry, and the same without anybody's name."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from typing import TypeVar

from judging_app.bundle.rows import AgreementRow
from judging_app.domain.ballots import Ballot
from judging_app.domain.clock import PartTime
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    Penalty,
    TeamExclusion,
    TeamPoints,
)
from judging_app.domain.event import Event
from judging_app.domain.ids import AwardId, JudgeId, ParticipantId, TeamId
from judging_app.domain.panel import Conflict, Judge
from judging_app.domain.people import Naming, Participant
from judging_app.domain.run_order import NO_PLAN, DayPlan, Slot
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Edition
from judging_app.domain.tie_breaks import DeclaredTieBreak
from judging_app.tally.result import Result

Code = TypeVar("Code", bound=str)


@dataclass(frozen=True, slots=True)
class Source:
    """An event's values as they are recorded; `ballots` as the judges gave them.

    `points` sum what the organiser entered. `result` is `None` while the declared method gives
    none, and `remarks` are what is said beside each place. `salt` is known to nobody but whoever
    has the event.
    """

    event: Event
    setup: Setup
    ballots: tuple[Ballot, ...]
    salt: str
    result: Result | None = None
    remarks: Mapping[TeamId, str] = field(default_factory=dict)
    agreed: tuple[AgreedScore, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    exclusions: tuple[TeamExclusion, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    entered_points: tuple[TeamPoints, ...] = ()
    points: Mapping[TeamId, Fraction] = field(default_factory=dict)
    tie_breaks: tuple[DeclaredTieBreak, ...] = ()
    awards: tuple[Award, ...] = ()
    award_decisions: Mapping[AwardId, AwardDecision] = field(default_factory=dict)
    editions: tuple[Edition, ...] = ()
    slots: tuple[Slot, ...] = ()
    run_order_seed: str = ""
    day_plan: DayPlan = NO_PLAN
    times: tuple[PartTime, ...] = ()
    agreement: tuple[AgreementRow, ...] = ()
    submitted: Mapping[tuple[JudgeId, TeamId], datetime] = field(default_factory=dict)


def without_names(source: Source) -> Source:
    """`source` with people as numbers, in an order that says nothing about who is who.

    Sector and organisation stay, for the mix; a judge's organisation goes, for panels are small.
    What people wrote stays as they wrote it.
    """
    setup = source.setup
    codes = {
        judge: JudgeId(f"judge-{number}")
        for number, judge in _numbered([one.id for one in setup.judges], source.salt, "judges")
    }
    return replace(
        with_judges(source, codes),
        setup=replace(
            setup,
            judges=tuple(sorted(map(_unnamed_judge(codes), setup.judges), key=_number_of)),
            participants=_unnamed_participants(setup.participants, source.salt),
            mentors=(),
        ),
        editions=tuple(replace(one, agreed_by="") for one in source.editions),
    )


def without_voters(source: Source) -> Source:
    """`source` with ballots that nobody can tell the judge of; agreed scores are to be in them."""
    voters = dict.fromkeys(one.judge for one in source.ballots)
    codes = {
        judge: JudgeId(f"anonymous-{number}")
        for number, judge in _numbered(voters, source.salt, "ballots")
    }
    return with_judges(source, codes)


def with_judges(source: Source, codes: Mapping[JudgeId, JudgeId]) -> Source:
    """`source` with other codes of judges wherever one is named, the panel's list aside."""
    ballots = [replace(one, judge=codes[one.judge]) for one in source.ballots]
    return replace(
        source,
        ballots=tuple(sorted(ballots, key=lambda one: _place(one.judge))),
        agreed=tuple(replace(one, judge=codes[one.judge]) for one in source.agreed),
        conflicts=tuple(replace(one, judge=codes[one.judge]) for one in source.conflicts),
        submitted={(codes[judge], team): at for (judge, team), at in source.submitted.items()},
    )


def _unnamed_judge(codes: Mapping[JudgeId, JudgeId]) -> Callable[[Judge], Judge]:
    def unnamed(judge: Judge) -> Judge:
        code = codes[judge.id]
        return Judge(code, f"Judge {_place(code)}", sector=judge.sector)

    return unnamed


def _unnamed_participants(
    participants: Sequence[Participant], salt: str
) -> tuple[Participant, ...]:
    by_code = {one.id: one for one in participants}
    return tuple(
        replace(
            by_code[code],
            id=ParticipantId(f"participant-{number}"),
            name=f"Participant {number}",
            email="",
            role="",
            listed_name="",
            said="",
            naming=Naming.NAME,
        )
        for number, code in _numbered(by_code, salt, "participants")
    )


def _numbered(codes: Iterable[Code], salt: str, what: str) -> Iterable[tuple[int, Code]]:
    """The codes from 1 on, in an order that only who knows the salt can tell."""
    return enumerate(sorted(codes, key=lambda one: _hash(salt, what, one)), start=1)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(("pitchday/unnamed/1", *parts)).encode()).hexdigest()


def _place(code: str) -> int:
    return int(code.rpartition("-")[2])


def _number_of(judge: Judge) -> int:
    return _place(judge.id)
