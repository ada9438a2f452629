"""The published schemas against what the command line really writes."""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from judging_app.cli.standings import KEYS
from judging_app.desk import decisions, events, scoring
from judging_app.domain.ids import TeamId
from judging_app.domain.roles import ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.present.formats import AGREEMENT, STANDINGS, Format
from tests.cli.typing_words import Type

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
EVERY = pytest.mark.parametrize("kind", [STANDINGS, AGREEMENT], ids=lambda kind: kind.name)


def _schema(kind: Format) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{kind.name}.schema.json").read_text("utf-8"))
    return found


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with nothing allowed that it doesn't name."""
    found = dict(schema)
    if "properties" in found:
        found["additionalProperties"] = False
        found["properties"] = {key: _closed(one) for key, one in found["properties"].items()}
    if "items" in found:
        found["items"] = _closed(found["items"])
    return found


def _check(kind: Format) -> Callable[[Any], Any]:
    check: Callable[[Any], Any] = fastjsonschema.compile(_closed(_schema(kind)))
    return check


@EVERY
def test_every_format_is_published_under_its_own_name_and_version(kind: Format) -> None:
    properties = _schema(kind)["properties"]

    assert {key: properties[key]["const"] for key in kind.head} == kind.head


def test_the_columns_of_csv_are_the_keys_of_the_schema_in_its_order() -> None:
    row = _schema(STANDINGS)["properties"]["standings"]["items"]

    assert tuple(row["required"]) == tuple(row["properties"]) == KEYS


@EVERY
@pytest.mark.parametrize("change", ["version", "lead", "standings"])
def test_the_schemas_refuse_what_is_another_form(
    kind: Format, change: str, sample: Path, typed: Type
) -> None:
    told = json.loads(typed(kind.name, sample, "--format", "json").out)
    told[change] = None

    with pytest.raises(fastjsonschema.JsonSchemaException):
        _check(kind)(told)


@pytest.mark.parametrize("audience", ["panel", "public"])
def test_standings_keep_to_their_schema_at_every_step_of_the_day(
    audience: str, sample: Path, typed: Type
) -> None:
    asked = ("standings", sample, "--audience", audience, "--format", "json")
    _check(STANDINGS)(json.loads(typed(*asked).out))
    desk = events.open_event(sample)
    decisions.exclude(desk, ORGANISER, TeamId("T1"), Exclusion.DISQUALIFIED, "Too many members.")
    decisions.set_penalty(desk, ORGANISER, TeamId("T2"), Fraction(99), "Late.")
    scoring.close_scoring(desk, ORGANISER, "Enough.")
    scoring.publish(desk, ORGANISER)
    desk.close()
    told = _check(STANDINGS)(json.loads(typed(*asked).out))

    assert [row["remark"] != "" for row in told["standings"]] == [False] * 4 + [True] * 2


def test_the_agreement_keeps_to_its_schema_with_every_ballot_and_with_none(
    sample: Path, day_files: Path, here: Path, typed: Type
) -> None:
    for name in ("ballots.csv", "not-scored.csv"):
        (day_files / name).unlink()
    typed("new", here / "day.pitchday", "--title", "Day", "--from", day_files)

    for path in (sample, here / "day.pitchday"):
        _check(AGREEMENT)(json.loads(typed("agreement", path, "--format", "json").out))
