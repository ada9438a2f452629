"""An invented day for rehearsing the reveal: as many teams and judges, and nothing of the real."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count, product

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion
from judging_app.domain.setup import Setup

TEAM_NAMES = (
    "Anchor",
    "Beacon",
    "Cobalt",
    "Driftwood",
    "Ember",
    "Foxglove",
    "Granite",
    "Harbour",
    "Indigo",
    "Juniper",
    "Kestrel",
    "Lighthouse",
    "Marigold",
    "Nettle",
    "Orchard",
    "Pebble",
    "Quarry",
    "Rowan",
    "Saffron",
    "Thistle",
    "Umber",
    "Velvet",
    "Willow",
    "Yarrow",
)
"""Invented, and of different lengths, as real ones are."""

FIRST_NAMES = ("Alex", "Blair", "Casey", "Drew", "Ellis", "Frankie", "Jules", "Morgan")
LAST_NAMES = ("Ashdown", "Brook", "Copse", "Fielding", "Heathcote", "Meadows")

SPREAD = 3
"""How many steps a judge may give above or below what a team is good for."""


@dataclass(frozen=True, slots=True)
class InventedDay:
    """Teams, judges and ballots that never were; `points` are the organiser's, in steps."""

    setup: Setup
    ballots: tuple[Ballot, ...]
    points: Mapping[TeamId, Mapping[CriterionId, int]]


def invented_day(real: Setup, seed: str) -> InventedDay:
    """A day with the rubric, the sectors and the numbers of `real`, and nobody's name of it.

    Every ballot is in. The same seed gives the same day.
    """
    teams = tuple(
        Team(TeamId(f"rehearsal-{number}"), name)
        for number, name in _numbered(_team_names([team.name for team in real.teams]), real.teams)
    )
    judges = tuple(
        Judge(JudgeId(f"rehearsal-{number}"), name, sector=judge.sector)
        for (number, name), judge in zip(
            _numbered(_judge_names([judge.name for judge in real.judges]), real.judges),
            real.judges,
            strict=True,
        )
    )
    setup = replace(
        real,
        organisations=(),
        participants=(),
        challenges=(),
        visits=(),
        teams=teams,
        judges=judges,
    )
    return InventedDay(setup, tuple(invented_ballots(setup, seed)), invented_points(setup, seed))


def _numbered(names: Iterator[str], real: Collection[object]) -> Iterator[tuple[int, str]]:
    """A number and a name for each of `real`, from 1."""
    return ((number, next(names)) for number in range(1, len(real) + 1))


def _team_names(real: Collection[str]) -> Iterator[str]:
    return _unlike(
        real, (" ".join(_worded(name, more)) for more in count(1) for name in TEAM_NAMES)
    )


def _judge_names(real: Collection[str]) -> Iterator[str]:
    names = [f"{first} {last}" for last, first in product(LAST_NAMES, FIRST_NAMES)]
    return _unlike(real, (" ".join(_worded(name, more)) for more in count(1) for name in names))


def _worded(name: str, more: int) -> tuple[str, ...]:
    """The name, with a number once all names are used up."""
    return (name,) if more == 1 else (name, str(more))


def _unlike(real: Collection[str], names: Iterator[str]) -> Iterator[str]:
    """Only names that aren't part of a real one, so that none can be taken for it."""
    there = " ".join(real).casefold()
    return (name for name in names if name.casefold() not in there)


def invented_ballots(setup: Setup, seed: str) -> Iterator[Ballot]:
    """A submitted ballot of every judge for every team."""
    for judge, team in product(setup.judges, setup.teams):
        scores = {
            criterion.id: _score(criterion, seed, team.id, judge.id)
            for criterion in setup.rubric.judged
        }
        yield Ballot(judge.id, team.id, BallotState.SUBMITTED, scores)


def invented_points(setup: Setup, seed: str) -> dict[TeamId, dict[CriterionId, int]]:
    """What the organiser scores, for every team."""
    return {
        team.id: {
            criterion.id: _score(criterion, seed, team.id, "organiser")
            for criterion in setup.rubric.by_organiser
        }
        for team in setup.teams
    }


def _score(criterion: Criterion, seed: str, team: TeamId, judge: str) -> int:
    """What the team is good for on this criterion, and what this judge makes of it."""
    span = criterion.highest - criterion.lowest
    good_for = drawn(span + 1, seed, team, criterion.id)
    moved = good_for + drawn(2 * SPREAD + 1, seed, team, criterion.id, judge) - SPREAD
    return criterion.lowest + min(max(moved, 0), span)


def drawn(sides: int, *parts: str) -> int:
    """One throw of a die with `sides` from zero; the same on any machine for the same parts."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return int.from_bytes(digest[:8], "big") % sides
