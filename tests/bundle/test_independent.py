"""The application, `recompute` and a script that shares no line with them agree on every event."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from judging_app.bundle.reading import read_bundle
from judging_app.bundle.recomputing import recomputed
from judging_app.bundle.rows import ScoreRow
from judging_app.bundle.writing import tables_for
from judging_app.domain.event import Ballots, Method, Reader
from judging_app.domain.tie_breaks import TieRule
from tests.bundle.made_events import MadeEvent, made_event, rebundled
from tests.how_many import MADE_DAYS

SCRIPT = Path(__file__).parents[1] / "independent.py"


def independent(files: Sequence[Path]) -> list[dict[str, object]]:
    """What the script says of each bundle; it runs apart from everything that is installed."""
    words = [sys.executable, "-I", "-S", str(SCRIPT), *map(str, files)]
    said = subprocess.run(words, capture_output=True, check=True).stdout.decode()
    return [json.loads(line) for line in said.splitlines()]


def saved(folder: Path, bundles: Sequence[bytes]) -> list[Path]:
    paths = [folder / f"{number}.zip" for number in range(len(bundles))]
    for path, data in zip(paths, bundles, strict=True):
        path.write_bytes(data)
    return paths


def places(made: MadeEvent) -> list[tuple[object, ...]]:
    return [
        (one.team, one.place, one.is_tied, scored.place, scored.is_tied)
        for one, scored in made.result.in_both_orders()
    ]


def test_all_three_agree_on_every_made_day(tmp_path: Path) -> None:
    made = [made_event(seed) for seed in range(MADE_DAYS.now)]
    named = [one.bundle(Reader.PANEL) for one in made]
    unnamed = [one.bundle(Reader.PUBLIC, has_names=False) for one in made]

    found = independent(saved(tmp_path, [*named, *unnamed]))

    assert [one["differs"] for one in found] == [[]] * 2 * len(made)
    for one, said in zip(made, found, strict=False):
        standings = said["standings"]
        assert isinstance(standings, list)
        keys = ("team", "place", "tied", "scored_place", "scored_tied")
        assert [tuple(row[key] for key in keys) for row in standings] == places(one)
        has_places = any(own.place for own in one.result.standings)
        assert said["code"] == (one.result.fingerprint if has_places else "")
    assert all(recomputed(read_bundle(data)).is_same for data in (*named, *unnamed))


def test_the_made_days_have_every_method_rule_and_decision() -> None:
    made = [made_event(seed) for seed in range(MADE_DAYS.now)]
    asked = {step.tie_break.rule for one in made for tie in one.result.ties for step in tie.steps}

    assert {one.basis.method for one in made} == {*Method}
    assert asked >= {*TieRule} - {TieRule.PANEL}
    for name in ("decision", "awards", "left_out", "points"):
        assert any(getattr(one.result, name) for one in made) or name == "left_out", name
    for name in ("agreed", "exclusions", "penalties"):
        assert any(getattr(one.source, name) for one in made), name


@pytest.mark.parametrize("seed", range(8))
def test_a_score_that_somebody_changed_with_all_digests_is_found_by_both(
    tmp_path: Path, seed: int
) -> None:
    made = made_event(seed, teams=5, judges=5)
    tables = tables_for(made.source, Reader.PANEL, Ballots.NAMED)
    scores = [*(tables.scores or ())]
    criteria = {one.criterion: one for one in tables.criteria or ()}
    out = {one.team for one in tables.exclusions or ()}
    agreed = {(one.judge, one.team, one.criterion) for one in tables.agreed_scores or ()}

    def other(one: ScoreRow) -> ScoreRow:
        scale = criteria[one.criterion]
        return replace(one, steps=scale.lowest if one.steps != scale.lowest else scale.highest)

    changed = [
        other(one)
        if one.team not in out and (one.judge, one.team, one.criterion) not in agreed
        else one
        for one in scores[:6]
    ] + scores[6:]
    data = rebundled(made, replace(tables, scores=tuple(changed)))

    found = independent(saved(tmp_path, [data]))

    assert recomputed(read_bundle(data)).is_same == (found[0]["differs"] == [])
    if made.basis.method is Method.MEAN:
        assert found[0]["differs"] != []
