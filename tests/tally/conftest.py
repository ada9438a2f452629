"""The Tech Connect sample as the tally takes it, read with nothing but `csv`."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.tally.basis import Basis

_SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "tech-connect"


@dataclass(frozen=True, slots=True)
class Sample:
    """An event's teams by name, its judges, its rubric and its submitted ballots."""

    names: Mapping[str, TeamId]
    judges: tuple[JudgeId, ...]
    rubric: Rubric
    ballots: tuple[Ballot, ...]

    @property
    def teams(self) -> tuple[TeamId, ...]:
        return tuple(self.names.values())

    @property
    def basis(self) -> Basis:
        return Basis(self.teams, self.judges, self.rubric, self.ballots)


@pytest.fixture(scope="session")
def tech_connect() -> Sample:
    names = {row["team"]: TeamId(f"T{at}") for at, row in enumerate(_rows("teams"), start=1)}
    scores: defaultdict[tuple[JudgeId, TeamId], dict[CriterionId, int]] = defaultdict(dict)
    for row in _rows("ballots"):
        key = JudgeId(row["judge"]), names[row["team"]]
        scores[key][CriterionId(row["criterion"])] = int(row["score"])
    return Sample(
        names,
        tuple(JudgeId(row["code"]) for row in _rows("judges")),
        Rubric(tuple(_criterion(row) for row in _rows("rubric"))),
        tuple(
            Ballot(judge, team, BallotState.SUBMITTED, given)
            for (judge, team), given in scores.items()
        ),
    )


def _criterion(row: dict[str, str]) -> Criterion:
    return Criterion(
        CriterionId(row["criterion"]),
        row["title"],
        Fraction(row["weight"]),
        int(row["min"]),
        int(row["max"]),
        Fraction(row["step"]),
    )


def _rows(stem: str) -> list[dict[str, str]]:
    with (_SAMPLE / f"{stem}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
