"""The sample pitch day as values, straight from its files."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Method, Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.paths import RESOURCES
from judging_app.tally.standings import standings
from judging_app.tally.totals import totals
from tests.builders import set_up


def _rows(name: str) -> list[dict[str, str]]:
    path = RESOURCES / "samples" / "tech-connect" / name
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def setup() -> Setup:
    return set_up(
        teams=tuple(Team(TeamId(row["team"]), row["team"]) for row in _rows("teams.csv")),
        rubric=Rubric(
            tuple(
                Criterion(CriterionId(row["criterion"]), row["title"], Fraction(row["weight"]))
                for row in _rows("rubric.csv")
            )
        ),
        judges=tuple(Judge(JudgeId(row["code"]), row["name"]) for row in _rows("judges.csv")),
    )


@pytest.fixture(scope="session")
def ballots() -> tuple[Ballot, ...]:
    scores: defaultdict[tuple[JudgeId, TeamId], dict[CriterionId, int]] = defaultdict(dict)
    for row in _rows("ballots.csv"):
        key = JudgeId(row["judge"]), TeamId(row["team"])
        scores[key][CriterionId(row["criterion"])] = int(row["score"])
    submitted = [
        Ballot(judge, team, BallotState.SUBMITTED, own) for (judge, team), own in scores.items()
    ]
    missing = [
        Ballot(JudgeId(row["judge"]), TeamId(row["team"]), BallotState(row["why"]))
        for row in _rows("not-scored.csv")
    ]
    return (*submitted, *missing)


@pytest.fixture(scope="session")
def event() -> Event:
    return Event("Tech Connect", date(2019, 6, 13), "Church House", Phase.CLOSED)


@pytest.fixture(scope="session")
def by_method(setup: Setup, ballots: tuple[Ballot, ...]) -> Mapping[Method, tuple[Standing, ...]]:
    teams, judges = [team.id for team in setup.teams], [judge.id for judge in setup.judges]
    own = totals(ballots, setup.rubric)
    return {method: standings(teams, judges, own, method) for method in Method}
