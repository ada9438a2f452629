"""Killed while it is restored, an event is the old one or the new one, and is offered again."""

import random
import shutil
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from judging_app.desk import events
from judging_app.desk.desk import Desk
from judging_app.desk.keeping import copies, recovery
from judging_app.desk.keeping.trouble import Trouble, trouble_with
from judging_app.domain.acts import RestoreEvent, act_name
from judging_app.domain.roles import ORGANISER
from judging_app.errors import EventFileError
from judging_app.store import ballot_rows
from judging_app.store.keeping.copies import copies_folder
from judging_app.store.keeping.good_copies import good_copies
from judging_app.store.verify import verify_file
from tests.desk.keeping.spoiling import zero_table
from tests.desk.small_event import J1, LANTERN, submit_wholly
from tests.faults.restoring import STEPS
from tests.faults.row_run import RowRun
from tests.how_many import COPY_KILLS

_LONGEST_LIFE_US = 60_000


@pytest.fixture
def damaged(desk: Desk) -> Path:
    """A closed event with a copy beside it and damaged tables, left in the middle of a change."""
    submit_wholly(desk, J1, LANTERN)
    copies.copy_now(desk)
    desk.close()
    zero_table(desk.file.path, "score")
    return desk.file.path


@pytest.mark.row(20)
@pytest.mark.parametrize("step", STEPS)
def test_a_restore_killed_at_any_step_leaves_the_old_event_or_the_new_one(
    step: str, damaged: Path, row_run: RowRun
) -> None:
    before = damaged.read_bytes()
    damaged.with_name(f"{damaged.name}-journal").write_bytes(b"half")

    died = subprocess.run(
        [sys.executable, "-m", "tests.faults.restoring", step, str(damaged)],
        check=False,
        capture_output=True,
        text=True,
    )

    assert died.returncode == -signal.SIGKILL, died.stderr
    kept = [damaged, *damaged.parent.glob("*(damaged *).pitchday")]
    (old,) = [path for path in kept if path.exists() and path.read_bytes() == before]
    assert old.with_name(f"{old.name}-journal").read_bytes() == b"half"
    assert (step == "named") is _is_new(damaged)
    _recover(damaged)
    assert _is_new(damaged)
    assert _leftovers(damaged) == []
    row_run.tried("kills", 1)


@pytest.mark.row(20)
def test_copies_and_restores_killed_at_any_instant_leave_a_good_copy_and_an_event(
    damaged: Path, tmp_path: Path, row_run: RowRun
) -> None:
    draw = random.Random(20190603)  # noqa: S311 - a repeatable walk, not a secret
    fell: Counter[str] = Counter()
    lost = 0
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.restoring"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as victims:
        assert victims.stdin
        assert victims.stdout
        for number in range(COPY_KILLS.now):
            what = ("copy", "restore")[number % 2]
            path = _as_it_was(damaged, tmp_path / str(number), is_whole=what == "copy")
            victims.stdin.write(f"{what}\t{path}\t{draw.randrange(_LONGEST_LIFE_US)}\n")
            victims.stdin.flush()
            died = int(victims.stdout.readline())

            fell[f"{what}: {'killed' if died else 'done first'}"] += 1
            lost += not any(good_copies([copies_folder(path)], path))
            _recover(path)
            lost += not _has_all(path)
            shutil.rmtree(path.parent)
        victims.stdin.close()
    killed = fell["copy: killed"] + fell["restore: killed"]
    print(dict(sorted(fell.items())))  # noqa: T201 - shown by pytest -s
    row_run.tried("kills", COPY_KILLS.now, fired=killed, lost=lost)


def _as_it_was(damaged: Path, folder: Path, *, is_whole: bool) -> Path:
    """The event and its copies in a folder of their own, whole or damaged."""
    folder.mkdir()
    shutil.copytree(copies_folder(damaged), folder / copies_folder(damaged).name)
    path = folder / damaged.name
    (copy,) = copies_folder(path).iterdir()
    shutil.copy(copy if is_whole else damaged, path)
    return path


def _recover(path: Path) -> None:
    """What a person does at the next start: open it, and continue from the newest copy if asked."""
    if trouble := _trouble(path):
        found = recovery.looked_into(trouble)
        recovery.restore(found, found.copies[0], ORGANISER)


def _trouble(path: Path) -> Trouble | None:
    try:
        events.open_event(path).close()
    except EventFileError as refusal:
        return trouble_with(path, refusal)
    return None


def _has_all(path: Path) -> bool:
    if verify_file(path).findings:
        return False
    desk = events.open_event(path)
    try:
        return ballot_rows.ballot(desk.file.db, J1, LANTERN).counts
    finally:
        desk.close()


def _is_new(path: Path) -> bool:
    """Whether the event under its own name is one that was restored."""
    with suppress(EventFileError):
        desk = events.open_event(path)
        acts = [entry.act for entry in desk.entries()]
        desk.close()
        return act_name(RestoreEvent) in acts
    return False


def _leftovers(path: Path) -> list[str]:
    names = {one.name for one in path.parent.iterdir()}
    return sorted(name for name in names if name.startswith("."))
