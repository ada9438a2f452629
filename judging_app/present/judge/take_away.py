"""A judge's own scores beside the panel's, for that judge alone, once the result is published."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Event
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric, decimal
from judging_app.domain.setup import Setup
from judging_app.present.criteria import sectioned_title, total_text
from judging_app.present.judge.judge_profile import NO_NUMBER, root_text
from judging_app.present.numbers import shown
from judging_app.tally.exact import SignedRoot
from judging_app.tally.judge_profile import JudgeProfile, judge_profiles
from judging_app.tally.totals import total, totals
from judging_app.words import counted

FEWEST = 3
"""The fewest ballots that a mean is shown of; two would give away the other judge's score."""

WHY_FEWEST = (
    f"A mean is shown only where {FEWEST} or more judges scored a team, including you. With "
    "fewer, it would show another judge’s score."
)


@dataclass(frozen=True, slots=True)
class TakeAwayLine:
    """One criterion, or the total: what the judge gave, and the panel's mean or `NO_NUMBER`."""

    title: str
    own: str
    mean: str


@dataclass(frozen=True, slots=True)
class TakeAwayTeam:
    """One team that the judge scored; `ballots` counts those behind the means."""

    team: str
    ballots: str
    lines: tuple[TakeAwayLine, ...]
    total: TakeAwayLine


@dataclass(frozen=True, slots=True)
class TakeAway:
    """What one judge takes away; `severity` and `spread` are sentences about their totals."""

    event: str
    judge: str
    title: str
    severity: str
    spread: str
    why: str
    teams: tuple[TakeAwayTeam, ...]
    record: str


def take_away(
    event: Event, setup: Setup, judge: JudgeId, given: Iterable[Ballot], *, record: str = ""
) -> TakeAway:
    """What `judge` gave beside the means of the ballots as `given`, before any moderation.

    Nothing of another judge's ballot is in it but through a mean of `FEWEST` ballots or more.
    """
    counting: defaultdict[TeamId, list[Ballot]] = defaultdict(list)
    for ballot in given:
        if ballot.counts:
            counting[ballot.team].append(ballot)
    name = next((one.name for one in setup.judges if one.id == judge), str(judge))
    profiles = _profiles(setup.rubric, counting)
    return TakeAway(
        event=event.title,
        judge=name,
        title=f"Your scores: {name}",
        severity=_severity_text(profiles.get(judge)),
        spread=_spread_text(judge, profiles),
        why=WHY_FEWEST,
        teams=tuple(_teams(setup, judge, counting)),
        record=record,
    )


def take_away_stem(rows: TakeAway) -> str:
    """What the file is called."""
    return f"{rows.event} - scores of {rows.judge}"


def _profiles(
    rubric: Rubric, counting: Mapping[TeamId, list[Ballot]]
) -> Mapping[JudgeId, JudgeProfile]:
    """Only of teams that enough judges scored, or a profile would give away another's ballot."""
    told = [one for ballots in counting.values() if len(ballots) >= FEWEST for one in ballots]
    return {one.judge: one for one in judge_profiles(totals(told, rubric))}


def _teams(
    setup: Setup, judge: JudgeId, counting: Mapping[TeamId, list[Ballot]]
) -> Iterator[TakeAwayTeam]:
    for team in setup.teams:
        ballots = counting.get(team.id, [])
        own = next((one for one in ballots if one.judge == judge), None)
        if own is not None:
            yield _team(setup, team, own, ballots)


def _team(setup: Setup, team: Team, own: Ballot, ballots: list[Ballot]) -> TakeAwayTeam:
    rubric = setup.rubric
    own_total = total_text(total(own, rubric), rubric)
    mean_total = _mean([total(one, rubric) for one in ballots])
    return TakeAwayTeam(
        team=team.name,
        ballots=counted(len(ballots), "ballot"),
        lines=tuple(_line(criterion, own, ballots) for criterion in rubric.judged),
        total=TakeAwayLine("Total", own_total, mean_total),
    )


def _line(criterion: Criterion, own: Ballot, ballots: list[Ballot]) -> TakeAwayLine:
    given = [criterion.in_points(one.scores[criterion.id]) for one in ballots]
    points = decimal(criterion.in_points(own.scores[criterion.id]))
    return TakeAwayLine(sectioned_title(criterion), points, _mean(given))


def _mean(values: list[Fraction]) -> str:
    if len(values) < FEWEST:
        return NO_NUMBER
    return shown(sum(values, Fraction(0)) / len(values))


def _severity_text(profile: JudgeProfile | None) -> str:
    severity = profile.severity if profile else None
    if severity is None:
        return "You scored too few of the same teams as other judges to compare."
    if severity == 0:
        return "On average, you gave the same teams as many points as the panel."
    side = "more" if severity > 0 else "fewer"
    size = shown(abs(severity))
    return f"On average, you gave the same teams {size} points {side} than the panel."


def _spread_text(judge: JudgeId, profiles: Mapping[JudgeId, JudgeProfile]) -> str:
    """One's own standard deviation beside the one that the whole panel's judges have together."""
    spreads = {one.judge: one.spread.square for one in profiles.values() if one.spread}
    own = spreads.get(judge)
    if own is None:
        return "You scored too few teams to say how far you separated them."
    said = f"Your totals differ by about {root_text(SignedRoot(own))} points (standard deviation)"
    if len(spreads) < FEWEST:
        return f"{said}."
    pooled = sum(spreads.values(), Fraction(0)) / len(spreads)
    beside = f"{said}, a typical judge’s on this panel by {root_text(SignedRoot(pooled))}"
    if own == pooled:
        return f"{beside}. You separated the teams about as much as the other judges."
    more = "more" if own > pooled else "less"
    return f"{beside}. You separated the teams {more} than the other judges."
