"""No power cut loses what was said to be saved, as far as a model of a disk can tell."""

import hashlib
import random
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path

import pytest

from tests.faults.power import Call, Disk, traced
from tests.faults.row_run import RowRun
from tests.faults.told import Reading, Told, reading, told
from tests.faults.tracing import needs_strace
from tests.how_many import POWER_STATES

pytestmark = needs_strace

ACTS = 12
A_WORKER = 1_000
"""Cuts; then another one, with other scores."""


class Judged:
    """Opens what a power cut left, each different state once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Reading] = {}

    def reading(self, files: Mapping[str, bytes], event: str) -> Reading:
        digest = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()
        if digest not in self._read:
            self._folder.mkdir()
            for path, content in files.items():
                (self._folder / Path(path).name).write_bytes(content)
            self._read[digest] = reading(self._folder / event)
            shutil.rmtree(self._folder)
        return self._read[digest]

    @property
    def count(self) -> int:
        """How many states were different."""
        return len(self._read)


def states(
    calls: Sequence[Call], before: Mapping[str, bytes], draw: random.Random, count: int
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """What was said until a cut, and what may be left by it, for cuts drawn among the calls."""
    cuts = Counter(draw.choices(range(len(calls)), k=count))
    parts = cycle(("none", "all", "any", "any"))
    disks = [Disk(before, keeps_order=keeps_order) for keeps_order in (True, False)]
    said = ""
    for place, call in enumerate(calls):
        if call.name == "said":
            said += call.data.decode()
        for disk in disks:
            disk.take(call)
        for _ in range(cuts[place]):
            yield said, draw.choice(disks).left(draw, next(parts))


def outcomes(
    path: Path, folder: Path, count: int, *settings: str
) -> Iterator[tuple[Told, Reading]]:
    """Cut the power of several workers so often: what was said each time, and what is left."""
    workers = max(1, count // A_WORKER)
    for worker in range(workers):
        home = folder / str(worker)
        home.mkdir(parents=True)
        event = Path(shutil.copy(path, home))
        before = {str(event): event.read_bytes()}
        calls = traced(home, str(event), str(worker), str(ACTS), *settings)
        draw, judged = random.Random(worker), Judged(folder / "left")  # noqa: S311 - repeatable
        for said, files in states(calls, before, draw, count // workers):
            yield told(said), judged.reading(files, event.name)


@pytest.mark.row(2)
def test_no_power_cut_after_any_call_loses_a_saved_score_or_damages_the_file(
    scoring_path: Path, tmp_path: Path, row_run: RowRun
) -> None:
    found = list(outcomes(scoring_path, tmp_path / "cuts", POWER_STATES.now))

    wrong = [
        (said.lines, left) for said, left in found if left.refusal or not said.agrees(left.scores)
    ]
    print(wrong[:1])  # noqa: T201 - shown if it fails
    row_run.tried("states after a power cut", len(found), lost=len(wrong))
    assert any(said.open_score for said, _ in found)


@pytest.mark.row(2)
@pytest.mark.parametrize("setting", ["FULL", "NORMAL", "OFF"])
def test_weaker_settings_would_be_found_to_lose_saved_scores(
    setting: str, scoring_path: Path, tmp_path: Path
) -> None:
    found = outcomes(scoring_path, tmp_path / "cuts", 300, f"synchronous={setting}")

    assert any(left.refusal or not said.agrees(left.scores) for said, left in found)
