"""A real disk that loses its power, or is pulled out, loses nothing that was said to be saved."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.faults.drives import ext4_image, mounted, needs_mounts, pull
from tests.faults.row_run import RowRun
from tests.faults.running import Running
from tests.faults.told import Score, reading, told
from tests.how_many import DISK_CUTS, PULLS

pytestmark = needs_mounts

A_DISK = 20
"""Cuts; then another one, because a longer record takes longer to check."""


def disk_with(event: Path, folder: Path) -> Path:
    """An ext4 disk on which the event lies."""
    image = ext4_image(folder / "disk")
    with mounted(image, folder / "made") as made:
        shutil.copy(event, made)
        subprocess.run(["sync", "-f", str(made)], check=True)
    return image


def cuts(event: Path, folder: Path, count: int, *settings: str) -> list[tuple[int, bool]]:
    """For each cut: how many scores were saved until then, and whether they are all there."""
    draw, found = random.Random(3), []  # noqa: S311 - a repeatable walk, not a secret
    image, cut_image = disk_with(event, folder), folder / "cut"
    with mounted(image, folder / "disk on") as disk:
        worker = Running(disk / event.name, 5, 0, *settings)
        try:
            worker.wait_for("saved")
            for _ in range(count):
                worker.wait_for("asked", draw.randint(1, 6))
                worker.stop()
                shutil.copyfile(image, cut_image)
                said = told(worker.said())
                worker.go_on()
                with mounted(cut_image, folder / "after") as after:
                    left = reading(after / event.name)
                found.append((len(said.saved), not left.refusal and said.agrees(left.scores)))
        finally:
            worker.kill()
    return found


@pytest.mark.row(3)
def test_no_power_cut_on_a_real_disk_loses_a_saved_score(
    scoring_path: Path, tmp_path: Path, row_run: RowRun
) -> None:
    found: list[tuple[int, bool]] = []
    while len(found) < DISK_CUTS.now:
        home = tmp_path / str(len(found))
        home.mkdir()
        found += cuts(scoring_path, home, min(A_DISK, DISK_CUTS.now - len(found)))

    row_run.tried("cuts", len(found), lost=sum(not is_there for _, is_there in found))
    assert all(saved for saved, _ in found)


@pytest.mark.full
@pytest.mark.row(3)
def test_a_disk_that_is_not_asked_to_sync_would_be_found_to_lose_scores(
    scoring_path: Path, tmp_path: Path
) -> None:
    found = cuts(scoring_path, tmp_path, 20, "synchronous=OFF")

    assert not all(is_there for _, is_there in found)


@pytest.mark.row(10)
def test_a_stick_that_is_pulled_out_while_a_judge_saves_has_everything_when_it_is_back(
    scoring_path: Path, tmp_path: Path, row_run: RowRun
) -> None:
    lost = 0
    untold: list[str] = []
    bugs: list[str] = []
    kept: dict[Score, int] = {}
    image = disk_with(scoring_path, tmp_path)
    for turn in range(PULLS.now):
        with mounted(image, tmp_path / f"stick {turn}") as stick:
            worker = Running(stick / scoring_path.name, turn, 0)
            worker.wait_for("saved", 1 + turn % 4)
            pull(stick)
            worker.wait_for("refused", 2)
            said = told(worker.kill(), kept)
        with mounted(image, tmp_path / f"back {turn}") as back:
            left = reading(back / scoring_path.name)
        if left.refusal or not said.agrees(left.scores):
            lost += 1
            print(said.lines[-12:], kept, left)  # noqa: T201 - shown if it fails
        untold += [one for one in said.refusals[:1] if "unplugged" not in one]
        bugs += said.bugs
        kept = dict(left.scores)
    print(untold, bugs)  # noqa: T201 - shown if it fails
    row_run.tried("pulls", PULLS.now, lost=lost, tracebacks=len(bugs))
    assert untold == []
