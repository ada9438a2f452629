"""Small days of every kind: what was decided, by which method, and how far the day has come."""

import random
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, fields
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

from judging_app.desk import ballots, decisions, events, scoring
from judging_app.desk.desk import Desk
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Event, Method, Phase
from judging_app.domain.ids import AwardId, CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.setup import Intake, Setup
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.tally.outcome import IN_POINTS

OTTER, BADGER, HERON, CURLEW, LAPWING = TEAMS = tuple(TeamId(f"T{n}") for n in range(1, 6))
NAMES = dict(zip(TEAMS, ("Otter", "Badger", "Heron", "Curlew", "Lapwing"), strict=True))
JUDGES = tuple(JudgeId(f"J{n}") for n in range(1, 5))
IMPACT, PITCH, EXTRA = CriterionId("impact"), CriterionId("pitch"), CriterionId("extra")
AWARD_PLACE, AWARD_BEST, AWARD_PANEL = (AwardId(f"A{n}") for n in range(1, 4))

# Otter and Badger are level by the mean; Heron is clear of Curlew, Curlew of Lapwing. The last
# judge tells nobody apart, so a z-score leaves them out.
SCORES: Mapping[TeamId, Sequence[tuple[int, int]]] = {
    OTTER: ((9, 9), (8, 8), (9, 8), (6, 6)),
    BADGER: ((9, 9), (8, 8), (9, 8), (6, 6)),
    HERON: ((8, 7), (7, 7), (8, 8), (6, 6)),
    CURLEW: ((6, 7), (6, 5), (7, 6), (6, 6)),
    LAPWING: ((3, 4), (5, 4), (2, 5), (6, 6)),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of day."""

    penalty: bool
    exclusion: Exclusion | None
    agreed: bool
    order: str
    awards: bool
    method: Method
    edition: int
    bonus: bool
    tie_break: bool
    phase: Phase

    @property
    def is_refused(self) -> bool:
        """Whether the method has no points that a penalty could be taken off."""
        return self.penalty and self.method not in IN_POINTS

    @property
    def has_second_edition(self) -> bool:
        """Whether a published result was taken back."""
        return self.edition > 1 and self.phase is not Phase.SCORING

    @property
    def id(self) -> str:
        """What a test of it is called."""
        return " ".join(
            str(getattr(value, "value", value))
            for value in (getattr(self, one.name) for one in fields(self))
        )


VALUES: Mapping[str, Sequence[object]] = {
    "penalty": (False, True),
    "exclusion": (None, *Exclusion),
    "agreed": (False, True),
    "order": ("none", "joint", "turned"),
    "awards": (False, True),
    "method": tuple(Method),
    "edition": (1, 2),
    "bonus": (False, True),
    "tie_break": (False, True),
    "phase": (Phase.SCORING, Phase.CLOSED, Phase.PUBLISHED),
}


def cases(strength: int) -> list[Case]:
    """Days in which every `strength` values of different kinds meet at least once."""
    names = [*VALUES]
    wanted = {
        tuple(zip(chosen, values, strict=True))
        for chosen in combinations(names, strength)
        for values in product(*(VALUES[name] for name in chosen))
    }
    dice, made = random.Random(2019), list[Case]()  # noqa: S311 - no secret
    while wanted:
        start = dict(dice.choice(sorted(wanted, key=repr)))
        best = max(
            ({name: dice.choice(VALUES[name]) for name in names} | start for _ in range(20)),
            key=lambda one: len(_met(one, names, strength) & wanted),
        )
        wanted -= _met(best, names, strength)
        made.append(Case(**best))  # type: ignore[arg-type] # each has a value of its own kind
    return made


def _met(
    values: Mapping[str, object], names: Sequence[str], strength: int
) -> set[tuple[tuple[str, object], ...]]:
    return {
        tuple((name, values[name]) for name in chosen) for chosen in combinations(names, strength)
    }


def rubric(*, has_bonus: bool) -> Rubric:
    judged = (
        Criterion(IMPACT, "Impact", Fraction(60)),
        Criterion(PITCH, "Pitch", Fraction(40)),
    )
    bonus = Criterion(EXTRA, "Extra", Fraction(1), 0, 1, kind=CriterionKind.BONUS)
    return Rubric((*judged, bonus) if has_bonus else judged)


def make_scored_day(path: Path, *, has_bonus: bool) -> None:
    """An event with every ballot submitted, and nothing decided yet."""
    setup = Setup(
        organisations=(),
        teams=tuple(Team(team, name) for team, name in NAMES.items()),
        participants=(),
        challenges=(),
        visits=(),
        rubric=rubric(has_bonus=has_bonus),
        judges=tuple(Judge(judge, f"Judge {judge}") for judge in JUDGES),
    )
    events.create_event(path, Event("Five teams"), Intake(setup, ()), {})
    with closing(events.open_event(path)) as desk:
        scoring.open_scoring(desk, ORGANISER)
        _submit(desk, has_bonus=has_bonus)


def bring(desk: Desk, case: Case) -> None:
    """Do what the case says, in the order in which people would do it."""
    decisions.declare_method(desk, ORGANISER, case.method, reason="The case wants it.")
    if case.tie_break:
        rules = [
            DeclaredTieBreak(TieRule.HIGHEST_BALLOT),
            DeclaredTieBreak(TieRule.NAMED_CRITERION, PITCH),
        ]
        decisions.declare_tie_breaks(desk, ORGANISER, rules, "The case wants them.")
    if case.awards:
        for award in (
            Award(AWARD_PLACE, "Champion", AwardKind.PLACE, place=1),
            Award(AWARD_BEST, "Best pitch", AwardKind.CRITERIA, criteria=(PITCH,)),
            Award(AWARD_PANEL, "Panel’s choice", AwardKind.PANEL),
        ):
            decisions.declare_award(desk, ORGANISER, award)
    if case.phase is not Phase.SCORING:
        scoring.close_scoring(desk, HOST)
    _decide(desk, case)
    if case.has_second_edition:
        scoring.publish(desk, ORGANISER)
        scoring.amend(desk, ORGANISER, "A sheet was typed in for the wrong team.", "Ada and Bo")
        decisions.agree_score(
            desk, ORGANISER, JUDGES[1], LAPWING, IMPACT, 9, "The sheet says nine."
        )
    if case.phase is Phase.PUBLISHED:
        scoring.publish(desk, ORGANISER)


def _submit(desk: Desk, *, has_bonus: bool) -> None:
    for team, given in SCORES.items():
        for judge, (impact, pitch) in zip(JUDGES, given, strict=True):
            own = Actor(Role.JUDGE, judge)
            ballots.score(desk, own, judge, team, IMPACT, impact)
            ballots.score(desk, own, judge, team, PITCH, pitch)
            if has_bonus:
                ballots.score(desk, own, judge, team, EXTRA, 1 if team is HERON else 0)
            ballots.submit(desk, own, judge, team)


def _decide(desk: Desk, case: Case) -> None:
    if case.exclusion:
        decisions.exclude(desk, ORGANISER, BADGER, case.exclusion, "Two teams in one.")
    if case.penalty:
        decisions.set_penalty(desk, ORGANISER, OTTER, Fraction(3), "Over time.")
    if case.agreed:
        decisions.agree_score(desk, ORGANISER, JUDGES[0], CURLEW, IMPACT, 9, "Talked over.")
    if case.phase is Phase.SCORING:
        return  # what follows is decided once every ballot is in
    if case.awards:
        decisions.decide_award(desk, ORGANISER, AWARD_PANEL, [LAPWING], "They made us laugh.")
    if case.order != "none":
        order = [[HERON, OTTER]] if case.order == "joint" else [[HERON], [OTTER]]
        decisions.decide_order(desk, ORGANISER, order, "Two stood out.")
