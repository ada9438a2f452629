"""A screen outlives the windows that asked for it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

TAKEN = """
import gc, sys
from PySide6.QtWidgets import QApplication, QWidget
from ui.screen_of import screen_of

app = QApplication([])
ask = QWidget.screen if "bare" in sys.argv else screen_of
for _ in range(5):
    first = QWidget()
    ask(first)
    second = QWidget()
    second.own = second
    ask(second)
    del first, second
    gc.collect()
    QWidget().show()
    app.processEvents()
print(len(app.screens()))
"""
"""The collector takes a window together with the screen that it asked for, and another comes."""


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", TAKEN, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_no_screen_goes_with_the_windows_that_asked_for_it() -> None:
    done = _run()

    assert (done.returncode, done.stdout) == (0, "2\n"), done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems end a crash in other ways")
def test_whoever_asks_the_window_itself_crashes() -> None:
    """Once this fails, PySide is mended, and `screen_of` can go."""
    assert _run("bare").returncode < 0


def test_nothing_asks_a_window_past_this() -> None:
    asking = [
        path.relative_to(ROOT).as_posix()
        for folder in ("ui", "tests", "docs")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if ".screen()" in path.read_text(encoding="utf-8")
    ]

    assert asking == ["ui/screen_of.py", "tests/ui/test_screen_of.py"]
