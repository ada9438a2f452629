"""The application, `recompute` and a script that shares no line with them agree on every event."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from judging_app.bundle.bundle import bundle_bytes
from judging_app.bundle.reading import read_bundle
from judging_app.bundle.recomputing import recomputed
from judging_app.bundle.rows import ScoreRow
from judging_app.bundle.writing import tables_for
from judging_app.desk import events
from judging_app.desk.desk import Desk
from judging_app.desk.open_data.bundles import event_data
from judging_app.desk.result import result_by
from judging_app.domain.event import Ballots, Method, Phase, Reader
from judging_app.domain.roles import ORGANISER
from judging_app.domain.tie_breaks import TieRule
from judging_app.present.open_data.kinds import DataChoice
from judging_app.tally.result import Result
from tests.bundle.made_events import made_event, rebundled
from tests.desk.small_event import in_memory
from tests.how_many import MADE_DAYS, MET_ON_A_DAY
from tests.journeys.result_cases import bring, cases, make_scored_day

TESTS = Path(__file__).parents[1]
SCRIPT = TESTS / "independent.py"
VERSION_1 = TESTS / "event_files" / "version 1.pitchday"


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


def assert_same(own: Sequence[Result], bundles: Sequence[bytes], folder: Path) -> None:
    """What the application, `recompute` and the script say of each bundle is the same."""
    for result, data, said in zip(own, bundles, independent(saved(folder, bundles)), strict=True):
        assert said["differs"] == []
        standings = said["standings"]
        assert isinstance(standings, list)
        assert [tuple(row[key] for key in TOLD) for row in standings] == [
            (
                *(one.team, one.place, one.is_tied, scored.place, scored.is_tied),
                *("" if one.score is None else f"{one.score.numerator}/{one.score.denominator}",),
            )
            for one, scored in result.in_both_orders()
        ]
        has_places = any(one.place for one in result.standings)
        assert said["code"] == (result.fingerprint if has_places else "")
        again = recomputed(read_bundle(data))
        assert again.is_same
        assert again.result.standings == result.standings


TOLD = ("team", "place", "tied", "scored_place", "scored_tied", "score")


def test_all_three_agree_on_every_made_day(tmp_path: Path) -> None:
    made = [made_event(seed) for seed in range(MADE_DAYS.now)]
    named = [one.bundle(Reader.PANEL) for one in made]
    unnamed = [one.bundle(Reader.PUBLIC, has_names=False) for one in made]

    assert_same([one.result for one in made] * 2, [*named, *unnamed], tmp_path)


def test_all_three_agree_on_every_kind_of_day_that_was_judged_here(tmp_path: Path) -> None:
    days = {has_bonus: tmp_path / f"{has_bonus}.pitchday" for has_bonus in (False, True)}
    for has_bonus, path in days.items():
        make_scored_day(path, has_bonus=has_bonus)
    own: list[Result] = []
    bundles: list[bytes] = []
    for case in cases(MET_ON_A_DAY.now):
        if not case.is_refused:
            with in_memory(days[case.bonus]) as desk:
                bring(desk, case)
                found = _bundles(desk)
                own += [result_by(desk)] * len(found)
                bundles += found

    assert_same(own, bundles, tmp_path)


def test_all_three_agree_on_an_event_of_an_older_version(tmp_path: Path) -> None:
    path = tmp_path / VERSION_1.name
    shutil.copy(VERSION_1, path)
    with closing(events.open_event(path)) as desk:
        bundles = _bundles(desk)
        assert_same([result_by(desk)] * len(bundles), bundles, tmp_path)


def _bundles(desk: Desk) -> list[bytes]:
    """The event's bundles for the organiser, the panel, and everybody once that may be."""
    is_told = desk.event().phase is Phase.PUBLISHED
    choices = [
        DataChoice(one, has_names=one is not Reader.PANEL, has_ballots=True)
        for one in Reader
        if is_told or one is not Reader.PUBLIC
    ]
    return [bundle_bytes(event_data(desk, ORGANISER, one)) for one in choices]


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
