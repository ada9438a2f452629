"""A process killed while it exports leaves the old file whole or the new one whole."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from judging_app import files
from judging_app.export.papers import write_paper
from judging_app.present.organiser.closing import closing_leaves
from judging_app.unfinished import unfinished_name
from tests.desk.small_event import files_in, make_small_event, naming
from tests.export.test_closing import ROWS
from tests.faults.exporting import JOB
from tests.faults.row_run import RowRun
from tests.how_many import PAPER_KILLS

LINES = 120
"""Of what puts a paper on the disk: more than there are, so that some children end well."""


@pytest.fixture(scope="module")
def exporter() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.exporting"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        assert process.stdin
        process.stdin.close()


def _died(exporter: subprocess.Popen[str], folder: Path, how: str, number: int) -> int:
    assert exporter.stdin
    assert exporter.stdout
    exporter.stdin.write(f"{folder}\t{how}\t{number}\n")
    exporter.stdin.flush()
    return int(exporter.stdout.readline())


@pytest.mark.row(18)
def test_a_paper_is_the_old_one_whole_or_the_new_one_whole_and_nothing_stays_beside_it(
    exporter: subprocess.Popen[str], tmp_path: Path, row_run: RowRun
) -> None:
    draw = random.Random(18)  # noqa: S311 - drawn again when a test is repeated
    (paper,) = write_paper(JOB, tmp_path).files
    new = paper.read_bytes()
    old_job = replace(JOB, rows=closing_leaves(replace(ROWS, reason="Another.")))
    fired = left = 0

    for turn in range(PAPER_KILLS.now):
        write_paper(old_job, tmp_path)
        old = paper.read_bytes()
        how, last = draw.choice([("byte", len(new) + 200), ("line", LINES)])
        signalled = _died(exporter, tmp_path, how, draw.randrange(1, last))
        fired += bool(signalled)
        left += len(files_in(tmp_path)) > 1

        with naming(f"turn {turn}, {how}, killed by {signalled}"):
            assert signalled in (0, signal.SIGKILL, signal.SIGXFSZ)
            assert paper.read_bytes() in ((old, new) if signalled else (new,))
            files.save(tmp_path / "next.txt", b"")  # the next export sweeps
            assert files_in(tmp_path).keys() == {"next.txt", paper.name}
        (tmp_path / "next.txt").unlink()

    assert left > 0  # something was there to be swept
    row_run.tried("killed exports", PAPER_KILLS.now, fired=fired)


def test_what_a_living_process_is_writing_stays(tmp_path: Path) -> None:
    beside = tmp_path / unfinished_name()
    beside.write_bytes(b"half")

    files.save(tmp_path / "paper.pdf", b"whole")

    assert beside.read_bytes() == b"half"


def test_what_another_computer_or_an_older_version_left_goes_after_a_day(tmp_path: Path) -> None:
    names = [".judging-app-0123456789abcdef.part", ".judging-app-fedcba98-1-0123456789abcdef.part"]
    for name in names:
        (tmp_path / name).write_bytes(b"half")

    files.save(tmp_path / "paper.pdf", b"whole")
    at_once = files_in(tmp_path).keys() - {"paper.pdf"}
    for name in names:
        os.utime(tmp_path / name, (0, time.time() - 90_000))
    files.save(tmp_path / "paper.pdf", b"whole")

    assert at_once == {*names}
    assert files_in(tmp_path).keys() == {"paper.pdf"}


def test_files_of_anybody_else_stay_however_old_they_are(tmp_path: Path) -> None:
    names = [".judging-app-notes.part", "judging-app-0123456789abcdef.part", ".day.part", "x.part"]
    for name in names:
        (tmp_path / name).write_bytes(b"theirs")
        os.utime(tmp_path / name, (0, 0))

    files.save(tmp_path / "paper.pdf", b"whole")

    assert files_in(tmp_path).keys() == {*names, "paper.pdf"}


def test_a_new_event_takes_what_a_killed_one_left_with_its_names_along(tmp_path: Path) -> None:
    left = tmp_path / unfinished_name().replace(str(os.getpid()), "999999999")
    make_small_event(left)
    for beside in ("-journal", ".lock"):
        left.with_name(left.name + beside).write_bytes(b"")

    make_small_event(tmp_path / "day.pitchday")

    assert files_in(tmp_path).keys() == {"day.pitchday"}
