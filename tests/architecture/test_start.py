"""Nothing heavy is loaded before the first window is on the screen."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

HEAVY = frozenset(
    {
        *("argon2", "attr", "cattrs", "click", "filelock", "nacl", "PIL", "reportlab", "sqlite3"),
        "sqlite_utils",
    }
)
LAYERS = ("judging_app.desk", "judging_app.export", "judging_app.store")
"""Those that load what is heavy."""

NOT_FOR_NAMES = (
    "judging_app.ceremony",
    "judging_app.cli.arguments",
    "judging_app.export",
    "judging_app.intake",
    "judging_app.present.organiser",
    "judging_app.present.result",
    "judging_app.tally",
)
"""What nobody needs to see who can sign in."""

UNTIL_PAINTED = """
import sys, types
from ui.splash import Opening

def paint(opening, event):
    real_paint(opening, event)
    print("painted", opening.isVisible())

def build(app):
    print(*sys.modules)
    raise SystemExit(0)

real_paint, Opening.paintEvent = Opening.paintEvent, paint
sys.modules["ui.windows"] = types.SimpleNamespace(Application=build)
"""
"""Stops where the windows would be built, and says what is loaded by then."""


def loaded_before_the_first_paint(start: str) -> frozenset[str]:
    done = subprocess.run(
        [sys.executable, "-c", UNTIL_PAINTED + start],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    painted, *_, modules = done.stdout.splitlines()
    assert painted == "painted True"
    return frozenset(modules.split())


def test_the_first_window_needs_little_but_qt() -> None:
    loaded = loaded_before_the_first_paint("from ui.application import run; run()")

    ours = {name for name in loaded if name.partition(".")[0] in ("judging_app", "ui")}
    assert ours == {
        "judging_app",
        "judging_app.errors",
        "judging_app.paths",
        "ui",
        "ui.appearance",
        "ui.application",
        "ui.fonts",
        "ui.kept",
        "ui.screen_of",
        "ui.splash",
        "ui.tokens",
        "ui.windows",
    }
    assert not loaded & HEAVY


@pytest.mark.parametrize("words", [[], ["README.md"]], ids=["no file", "a file"])
def test_the_command_loads_nothing_heavy_before_the_first_window(words: list[str]) -> None:
    start = f"from judging_app.cli.main import main; raise SystemExit(main({words!r}))"
    loaded = loaded_before_the_first_paint(start)

    assert not loaded & HEAVY
    assert {name for name in loaded if name.startswith(LAYERS)} == set()
    assert "ui.window" not in loaded


UNTIL_NAMED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from ui.start.sign_in import SignIn

def paint(screen, event):
    QWidget.paintEvent(screen, event)
    if not told:
        told.append(sys.modules.copy())
        print(*told[0])
        QTimer.singleShot(0, screen.window().close)

told = []
SignIn.paintEvent = paint
"""
"""Closes the window once the names are on the screen, and says what is loaded by then."""


def loaded_before_the_names(path: Path) -> frozenset[str]:
    start = f"from judging_app.cli.main import main; raise SystemExit(main([{str(path)!r}]))"
    done = subprocess.run(
        [sys.executable, "-c", UNTIL_NAMED + start],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return frozenset(done.stdout.split())


def test_the_names_are_painted_before_the_desk_is_loaded(small_path: Path) -> None:
    loaded = loaded_before_the_names(small_path)

    assert not loaded & (HEAVY - {"sqlite3"})
    assert {name for name in loaded if name.startswith("judging_app.desk.")} == {
        "judging_app.desk.access",
        "judging_app.desk.access.first_look",
    }
    assert {name for name in loaded if name.startswith("judging_app.store.")} == {
        "judging_app.store.checking",
        "judging_app.store.checking.allowed",
        "judging_app.store.checking.bounds",
        "judging_app.store.glance",
        "judging_app.store.schema",
    }
    in_rooms = [name.split(".") for name in loaded if name.startswith("ui.")]
    rooms = {name[1] for name in in_rooms if len(name) > 2}
    assert rooms == {"behind", "frame", "pins", "start", "widgets"}
    assert not {name for name in loaded if name.startswith(NOT_FOR_NAMES)}
