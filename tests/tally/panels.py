"""Panels: written as small tables, and those with published answers, all figures exact."""

import csv
import json
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.tally.basis import Basis
from judging_app.tally.exact import SignedRoot

A, B, C, D = (TeamId(letter) for letter in "ABCD")
IMPACT, PITCH = CriterionId("impact"), CriterionId("pitch")


def given_totals(**rows: str) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """`J1="5 - 7"`: judge J1 gave team A 5, B nothing and C 7."""
    return {
        (JudgeId(judge), TeamId(letter)): Fraction(cell)
        for judge, row in rows.items()
        for letter, cell in zip("ABCD", row.split(), strict=False)
        if cell != "-"
    }


def given_places(*rows: str) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """`"1 2 3"`: a judge put A first, B second and C third."""
    return {
        (JudgeId(f"J{number}"), TeamId(letter)): -Fraction(cell)
        for number, row in enumerate(rows, start=1)
        for letter, cell in zip("ABCD", row.split(), strict=False)
        if cell != "-"
    }


def small_basis(*rows: str, teams: str = "ABCD") -> Basis:
    """`"7/3 - 5/5"`: a judge gave A 7 for impact and 3 for the pitch, and didn't score B.

    Impact weighs 60 and the pitch 40, both from 1 to 10. What is not "-" is submitted.
    """
    ballots = tuple(
        Ballot(JudgeId(f"J{number}"), TeamId(letter), BallotState.SUBMITTED, _scores(cell))
        for number, row in enumerate(rows, start=1)
        for letter, cell in zip(teams, row.split(), strict=True)
        if cell != "-"
    )
    return Basis(
        tuple(TeamId(letter) for letter in teams),
        tuple(JudgeId(f"J{number}") for number in range(1, len(rows) + 1)),
        Rubric(
            (Criterion(IMPACT, "Impact", Fraction(60)), Criterion(PITCH, "Pitch", Fraction(40)))
        ),
        ballots,
    )


def _scores(cell: str) -> dict[CriterionId, int]:
    impact, pitch = cell.split("/")
    return {IMPACT: int(impact), PITCH: int(pitch)}


_REFERENCE = Path(__file__).parents[1] / "data" / "reference"

Totals = dict[tuple[JudgeId, TeamId], Fraction]


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    with (_REFERENCE / name / "data.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@cache
def expected(name: str) -> Any:  # noqa: ANN401 - each file has its own form
    text = (_REFERENCE / name / "expected.json").read_text(encoding="utf-8")
    return json.loads(text, parse_float=Decimal)


def panel(name: str, judge: str = "judge", team: str = "entrant", **only: str) -> Totals:
    """The scores added up over everything but `judge` and `team`, of the rows that are `only`."""
    found: Totals = {}
    for row in rows(name):
        if all(row[key] == value for key, value in only.items()):
            key = JudgeId(row[judge]), TeamId(row[team])
            found[key] = found.get(key, Fraction(0)) + Fraction(row["score"])
    return found


def turned(totals: Totals) -> Totals:
    """The same panel where the lowest is the best."""
    return {key: -one for key, one in totals.items()}


def agrees(value: Fraction | SignedRoot | None, printed: Decimal | int) -> bool:
    """Whether `printed` is `value` rounded to as many decimals as are printed."""
    if isinstance(value, SignedRoot):
        value = value.cut_off(30)
    exponent = Decimal(printed).as_tuple().exponent
    assert isinstance(exponent, int)
    return value is not None and abs(value - Fraction(printed)) <= Fraction(10) ** exponent / 2


def agree_to_six(value: Fraction | SignedRoot | None, computed: Decimal | int) -> bool:
    """Whether `computed` is `value` rounded to six decimals, of which last noughts are dropped."""
    return agrees(value, Decimal(computed).quantize(Decimal("0.000001")))
