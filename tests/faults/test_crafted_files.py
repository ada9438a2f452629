"""Event files that were made to do harm are refused at once, in a sentence, at every door."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.crafted import CRAFTED
from tests.faults.row_run import HANG_S, RowRun

REFUSALS = ("is damaged", "isn’t an event file", "is too large", "by a newer version")


@pytest.mark.row(44, 45, 46, 47)
@pytest.mark.parametrize("name", CRAFTED)
def test_a_crafted_file_is_refused_at_once_in_a_sentence(
    name: str, scoring_path: Path, row_run: RowRun
) -> None:
    before = scoring_path.read_bytes()
    CRAFTED[name](scoring_path)
    size = scoring_path.stat().st_size
    names = sorted(one.name for one in scoring_path.parent.iterdir())

    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.examining", scoring_path],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    told = json.loads(done.stdout)

    assert any(words in told["said"]["open"] for words in REFUSALS), told
    assert told["said"]["verify"], told
    assert len(told["said"]["open"]) < 200, told
    row_run.tried(
        f"files with {name}",
        1,
        fired=int(size > 10**9 or scoring_path.read_bytes() != before or len(names) > 1),
        hangs=int(told["s"] > HANG_S),
        peak_mb=told["peak_mb"],
    )
    assert sorted(one.name for one in scoring_path.parent.iterdir()) == names
