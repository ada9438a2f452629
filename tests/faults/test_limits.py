"""Memory that runs out, and files that may not grow: told in words, and nothing is lost."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from judging_app.desk import events
from judging_app.domain.event import Phase
from judging_app.domain.ids import ParticipantId
from judging_app.domain.people import Participant
from judging_app.domain.setup import Intake
from tests.desk.small_event import (
    EVENT,
    LANTERN,
    PINS,
    Clock,
    bring_to,
    files_in,
    small_setup,
    submit_all,
)
from tests.faults.row_run import RowRun
from tests.faults.told import reading, told

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="limits are set on Linux only"
)

PEOPLE = 500


@pytest.fixture(scope="module")
def large_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published event with 500 people to thank."""
    path, setup = tmp_path_factory.mktemp("large") / "large.pitchday", small_setup()
    people = tuple(
        Participant(
            ParticipantId(f"P{at}"), f"Person number {at}", "", "industry",
            setup.organisations[0].id, "", LANTERN,
        )
        for at in range(1, PEOPLE + 1)
    )  # fmt: skip
    intake = Intake(replace(setup, participants=people))
    events.create_event(path, EVENT, intake, PINS, clocks=Clock())
    desk = events.open_event(path, Clock())
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    desk.close()
    return path


def limited(limit: str, *asked: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.limited", limit, *map(str, asked)],
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.row(34)
def test_papers_for_which_the_memory_does_not_suffice_are_told_in_words_and_leave_nothing(
    large_path: Path, tmp_path: Path, row_run: RowRun
) -> None:
    before, failed, bugs = large_path.read_bytes(), [], []
    limits = (5, 8, 12, 400)
    for limit in limits:
        folder = tmp_path / str(limit)
        done = limited(f"memory={limit}", "certificates", large_path, folder)
        left = files_in(folder) if folder.exists() else {}
        if done.returncode:
            failed.append(done.stderr)
            assert left == {}
        else:
            assert len(left) == PEOPLE
        bugs += [done.stderr] * ("Traceback" in done.stderr or done.returncode < 0)
    print(failed)  # noqa: T201 - shown if it fails

    is_whole = large_path.read_bytes() == before and not reading(large_path).refusal
    row_run.tried(
        "limits of memory",
        len(limits),
        fired=len(failed),
        lost=int(not is_whole),
        tracebacks=len(bugs),
    )
    assert all("memory" in sentence for sentence in failed)
    assert len(failed) < len(limits)


@pytest.mark.row(9)
def test_a_limit_on_the_size_of_files_ends_no_process_and_loses_nothing(
    scoring_path: Path, row_run: RowRun
) -> None:
    size, lost, fired = scoring_path.stat().st_size, 0, 0
    sizes: list[str] = []
    untold: list[str] = []
    bugs: list[str] = []
    limits = range(4_096, size, 60_000)
    for limit in limits:
        before = reading(scoring_path).scores
        done = worked(scoring_path, limit)
        assert done.returncode == 0, done
        said, left = told(done.stdout, before), reading(scoring_path)
        lost += bool(left.refusal) or not said.agrees(left.scores)
        is_told = any("NOT saved" in one or "saved to" in one for one in said.refusals)
        fired += is_told
        sizes += [one for one in said.refusals if "the size that this computer allows" in one]
        bugs += said.bugs
        untold += [one for one in said.refusals if "SQLITE" in one]
    print(untold, bugs)  # noqa: T201 - shown if it fails
    row_run.tried(
        "limits of a file’s size", len(limits), fired=fired, lost=lost, tracebacks=len(bugs)
    )
    assert untold == []
    assert sizes


def worked(path: Path, limit: int) -> subprocess.CompletedProcess[str]:
    """A worker that is told how large a file may be; its bytecode would be cut off, too."""
    asked: Sequence[str] = [sys.executable, "-B", "-m", "tests.faults.worker", str(path), "1", "4"]
    return subprocess.run(
        ["prlimit", f"--fsize={limit}", *asked], check=False, capture_output=True, text=True
    )
