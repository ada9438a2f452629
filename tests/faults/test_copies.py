"""A process killed while it copies leaves whole copies, or nothing that looks like one."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from judging_app.desk import events
from judging_app.desk.keeping import copies
from judging_app.store.verify import verify_file
from tests.desk.small_event import files_in


@pytest.mark.row(20)
@pytest.mark.parametrize(
    ("step", "whole"),
    [("half-written", 0), ("written", 0), ("checked", 0), ("named", 1)],
)
def test_a_copy_killed_at_any_step_is_whole_or_looks_like_none(
    step: str, whole: int, small_path: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    died = subprocess.run(
        [sys.executable, "-m", "tests.faults.copying", step, str(small_path), str(stick)],
        check=False,
        capture_output=True,
        text=True,
    )

    assert died.returncode == -signal.SIGKILL, died.stderr
    left = [path for path in stick.iterdir() if path.suffix == ".pitchday"]
    assert [path.suffix for path in stick.iterdir() if path not in left] == (
        [] if whole else [".part"]
    )
    assert len(left) == whole
    assert all(verify_file(path).findings == () for path in left)
    assert _copied_again(small_path, stick) == whole + 1


def _copied_again(path: Path, stick: Path) -> int:
    """Copy once more, and count what is there: what was left half is gone."""
    desk = events.open_event(path)
    try:
        copies.copy_now(desk, stick)
        assert desk.verification().findings == ()
    finally:
        desk.close()
    return len(files_in(stick))
