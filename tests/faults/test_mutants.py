"""Thousands of damaged event files: each says the same as before, or is refused in a sentence."""

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from judging_app.desk import events, scoring
from judging_app.domain.roles import HOST
from judging_app.intake.sample import read_sample
from tests import how_many
from tests.faults.row_run import HANG_S, RowRun

SEED = 1
SMALL_MB = 160
"""What Python and the application take before any file is opened, and a bit for the file."""


@pytest.fixture
def closed_path(tmp_path: Path) -> Path:
    """The sample with every ballot in, and scoring closed."""
    path, sample = tmp_path / "day.pitchday", read_sample()
    events.create_event(path, sample.event, sample.intake, sample.pins, opens_scoring=True)
    with closing(events.open_event(path)) as desk:
        scoring.close_scoring(desk, HOST, "All are in.")
    return path


@pytest.mark.row(36, 37)
def test_a_damaged_file_says_what_it_said_or_is_refused_in_a_sentence(
    closed_path: Path, row_run: RowRun
) -> None:
    count = how_many.MUTANTS.now

    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.mutating", closed_path, str(SEED), str(count)],
        capture_output=True,
        text=True,
        check=True,
    )
    *kinds, used = map(json.loads, done.stdout.splitlines())

    for one in kinds:
        outcomes = one["of"]
        assert set(outcomes) <= {"same", "refused"}, one
        row_run.tried(
            f"event files with {one['kind']}",
            one["count"],
            fired=one["fired"],
            hangs=int(one["slowest"] > HANG_S),
            peak_mb=used["peak_mb"],
        )
    assert sum(one["of"].get("refused", 0) for one in kinds) > count  # of twice as many looks
    assert used["peak_mb"] < SMALL_MB
