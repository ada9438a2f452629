"""A judge's own scores beside the panel's, for that judge alone, once the result is published."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Event
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric, decimal
from judging_app.domain.setup import Setup
from judging_app.present.criteria import ballot_full_text, sectioned_title, total_text
from judging_app.present.judge.judge_profile import NO_NUMBER, root_text
from judging_app.present.judge.own_scores import place_of
from judging_app.present.leaves.leaf import (
    Block,
    Cell,
    Column,
    Leaf,
    Leaves,
    Row,
    Table,
    Together,
    Type,
    Words,
    figures,
)
from judging_app.present.numbers import readable, shown
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
    """One criterion, or the total: what the judge gave, and the panel's mean or `NO_NUMBER`.

    `own_at` and `mean_at` are their places on the scale, from 0 to 1, for the picture of them.
    """

    title: str
    own: str
    mean: str
    own_at: Fraction | None = None
    mean_at: Fraction | None = None


@dataclass(frozen=True, slots=True)
class TakeAwayTotals:
    """All of the totals in one picture: each team's own and mean on a stretch of the scale."""

    lines: tuple[TakeAwayLine, ...] = ()
    note: str = ""


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
    totals: TakeAwayTotals = TakeAwayTotals()


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
    teams = tuple(_teams(setup, judge, counting))
    return TakeAway(
        event=event.title,
        judge=name,
        title=f"Your scores: {name}",
        severity=_severity_text(profiles.get(judge)),
        spread=_spread_text(judge, profiles),
        why=WHY_FEWEST,
        teams=teams,
        record=record,
        totals=_in_one(teams, setup.rubric),
    )


def take_away_leaves(rows: TakeAway) -> Leaves:
    """What a judge takes away on paper, each team's block on one page."""
    said = (rows.severity, rows.spread)
    leaf = Leaf(
        id="Your scores",
        event=rows.event,
        title=rows.title,
        subtitle="Your own scores beside the panel’s means",
        blocks=(
            *(Words(sentence) for sentence in said if sentence),
            Words(rows.why, Type.QUIET),
            *(_team_block(team) for team in rows.teams),
        ),
        record=rows.record,
    )
    return Leaves(rows.title, rows.event, (leaf,))


def _team_block(team: TakeAwayTeam) -> Block:
    columns = (
        Column(),
        figures("Yours", 40),
        figures(f"Mean of {team.ballots}", 40),
    )
    rows = (Row((Cell(one.title), Cell(one.own), Cell(one.mean))) for one in team.lines)
    total = Row((Cell(team.total.title), Cell(team.total.own), Cell(team.total.mean)), is_sum=True)
    return Together((Words(team.team, Type.HEADING), Table(columns, (*rows, total), 7)))


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


def _in_one(teams: Iterable[TakeAwayTeam], rubric: Rubric) -> TakeAwayTotals:
    """The totals on the stretch of the scale that they lie on, for their differences are small."""
    lines = [replace(one.total, title=one.team) for one in teams]
    places = [at for one in lines for at in (one.own_at, one.mean_at) if at is not None]
    if not places:
        return TakeAwayTotals()
    low, high = floor(min(places) * 10), ceil(max(places) * 10)
    low, high = max(low if low < high else low - 1, 0), max(high, low + 1)
    full = rubric.ballot_total + rubric.bonus
    ends = (readable(full * one / 10) for one in (low, high))

    def zoomed(at: Fraction | None) -> Fraction | None:
        return None if at is None else (at * 10 - low) / (high - low)

    placed = (replace(one, own_at=zoomed(one.own_at), mean_at=zoomed(one.mean_at)) for one in lines)
    note = f"Each line runs from {' to '.join(ends)} of {ballot_full_text(rubric)}."
    return TakeAwayTotals(tuple(placed), note)


def _team(setup: Setup, team: Team, own: Ballot, ballots: list[Ballot]) -> TakeAwayTeam:
    rubric = setup.rubric
    given = [total(one, rubric) for one in ballots]
    own_total = total_text(total(own, rubric), rubric)
    full = rubric.ballot_total + rubric.bonus
    return TakeAwayTeam(
        team=team.name,
        ballots=counted(len(ballots), "ballot"),
        lines=tuple(_line(criterion, own, ballots) for criterion in rubric.judged),
        total=TakeAwayLine(
            "Total", own_total, _mean(given), total(own, rubric) / full, _mean_at(given, full)
        ),
    )


def _line(criterion: Criterion, own: Ballot, ballots: list[Ballot]) -> TakeAwayLine:
    steps = [one.scores[criterion.id] for one in ballots]
    mine = own.scores[criterion.id]
    places = [place_of(criterion, one) for one in steps]
    return TakeAwayLine(
        sectioned_title(criterion),
        decimal(criterion.in_points(mine)),
        _mean([criterion.in_points(one) for one in steps]),
        place_of(criterion, mine),
        _mean_at(places, Fraction(1)),
    )


def _mean_at(values: list[Fraction], full: Fraction) -> Fraction | None:
    """Where a mean lies, which is shown only where the mean itself is."""
    enough = len(values) >= FEWEST
    return sum(values, Fraction(0)) / len(values) / full if enough and full else None


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
