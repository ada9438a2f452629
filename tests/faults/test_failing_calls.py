"""Whichever system call fails: what was said to be saved is, and the rest is told in words."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.failing import Fault, Workers
from tests.faults.row_run import RowRun
from tests.faults.told import reading, told
from tests.faults.tracing import needs_strace
from tests.how_many import ONE_CALL_OF

pytestmark = needs_strace

SEED, ACTS = "7", "4"

NOT_IN_WORDS = ("Errno", "SQLITE", "malformed", "Traceback", "Error:", "errno")
"""What no person can act on."""


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    process = Workers()
    yield process
    process.end()


class Place:
    """A folder of its own for each worker, with a copy of one event in it."""

    def __init__(self, event: Path, folder: Path) -> None:
        self._template, self._folder = event, folder
        self.trace = folder.with_name("trace")

    def fresh(self) -> list[str]:
        """What a worker is asked for."""
        shutil.rmtree(self._folder, ignore_errors=True)
        copies = self._folder / "copies"
        copies.mkdir(parents=True)
        return [str(shutil.copy(self._template, self.event)), SEED, ACTS, str(copies)]

    @property
    def event(self) -> Path:
        return self._folder / "small.pitchday"


@pytest.fixture
def place(scoring_path: Path, tmp_path: Path) -> Place:
    return Place(scoring_path, tmp_path / "work")


@pytest.mark.parametrize(
    ("call", "error", "stays"),
    [
        pytest.param("pwrite64", "ENOSPC", False, marks=pytest.mark.row(4)),
        pytest.param("pwrite64", "ENOSPC", True, marks=pytest.mark.row(4, 8)),
        pytest.param("write", "ENOSPC", False, marks=pytest.mark.row(4)),
        pytest.param("pwrite64", "EIO", False, marks=pytest.mark.row(5)),
        pytest.param("pread64", "EIO", False, marks=pytest.mark.row(5)),
        pytest.param("read", "EIO", False, marks=pytest.mark.row(5)),
        pytest.param("fdatasync", "EIO", False, marks=pytest.mark.row(5)),
        pytest.param("fsync", "EIO", False, marks=pytest.mark.row(5)),
        pytest.param("unlink", "EIO", False, marks=pytest.mark.row(5)),
        pytest.param("rename", "EIO", False, marks=pytest.mark.row(5)),
        pytest.param("openat", "EMFILE", False, marks=pytest.mark.row(6)),
        pytest.param("openat", "EMFILE", True, marks=pytest.mark.row(6)),
    ],
)
def test_each_call_that_fails_is_told_in_words_and_loses_nothing(
    call: str, error: str, *, stays: bool, place: Place, workers: Workers, row_run: RowRun
) -> None:
    count = workers.calls(place.trace, *place.fresh())[call]
    faults = [Fault(call, error, at, stays) for at in range(1, count + 1, ONE_CALL_OF.now)]
    wrong, bugs, fired, untold = [], [], 0, []
    for fault in faults:
        ended = workers.run(fault, place.trace, *place.fresh())
        said, left = told(ended.lines), reading(place.event)
        fired += ended.is_fired
        if left.refusal or not said.agrees(left.scores):
            wrong.append((fault, ended, left))
        bugs += [(fault, bug) for bug in said.bugs]
        untold += [(fault, one) for one in said.refusals if any(w in one for w in NOT_IN_WORDS)]
        assert ended.lines[-1:] == ("done",), (fault, ended)
        assert stays or not any("Another file" in one for one in said.refusals), fault
    print(wrong, bugs, untold, sep="\n")  # noqa: T201 - shown if it fails
    row_run.tried(
        f"{call} with {error}", len(faults), fired=fired, lost=len(wrong), tracebacks=len(bugs)
    )
    assert untold == []
