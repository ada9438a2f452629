"""Panels with published answers, read with nothing but `csv` and `json`; all figures exact."""

import csv
import json
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.tally.exact import SignedRoot

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
