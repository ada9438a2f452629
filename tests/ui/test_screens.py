import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.projector import Projector
from ui.screens import BACK, LOST, OFF, WINDOWED, Screens

_TWO_SCREENS = """
from PySide6.QtWidgets import QApplication, QWidget
from ui import theme
from ui.projector import Projector
from ui.screens import Screens

app = QApplication([])
theme.apply(app, "light")
by_name = {screen.name(): screen for screen in app.screens()}
host = QWidget()
host.setScreen(by_name["laptop"])
host.setGeometry(by_name["laptop"].availableGeometry().adjusted(50, 50, -50, -50))
host.show()
host.activateWindow()
app.processEvents()
projector = Projector(is_motion_reduced=True)
screens = Screens(projector, host)
said, back = [], []
screens.said.connect(said.append)
screens.came_back.connect(lambda: back.append(True))
screens.show_projector(is_shown=True)
app.processEvents()
second = by_name["beamer"]
print(projector.screen().name(), projector.isFullScreen(), projector.geometry().getRect())
print(projector.isActiveWindow(), host.isActiveWindow())
app.screenRemoved.emit(second)
print(projector.isVisible(), said[-1])
app.screenAdded.emit(second)
print(projector.isVisible(), projector.screen().name(), len(back), said[-1])
"""


def _screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    return {
        "name": name,
        "x": x,
        "y": 0,
        "width": width,
        "height": height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }


def test_the_projector_fills_the_second_display_hides_when_it_goes_and_comes_back(
    tmp_path: Path,
) -> None:
    screens = [_screen("laptop", 0, 1366, 768), _screen("beamer", 1366, 1920, 1080)]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = f"offscreen:configfile={tmp_path / 'screens.json'}"

    done = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS],
        env={**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout.splitlines() == [
        "beamer True (1366, 0, 1920, 1080)",
        "False True",
        f"False {LOST}",
        f"True beamer 1 {BACK}",
    ]


def test_with_one_display_the_projector_is_a_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.screens.display_beside", lambda _own: None)
    projector = Projector(is_motion_reduced=True)
    qtbot.addWidget(projector)
    host = QWidget()
    qtbot.addWidget(host)
    screens = Screens(projector, host)

    with qtbot.waitSignal(screens.said) as said:
        screens.show_projector(is_shown=True)

    assert said.args == [WINDOWED]
    assert projector.isVisible()
    assert not projector.isFullScreen()


def test_switching_the_projector_off_hides_it(qtbot: QtBot) -> None:
    projector = Projector(is_motion_reduced=True)
    qtbot.addWidget(projector)
    host = QWidget()
    qtbot.addWidget(host)
    screens = Screens(projector, host)
    screens.show_projector(is_shown=True)

    with qtbot.waitSignal(screens.said) as said:
        screens.show_projector(is_shown=False)

    assert said.args == [OFF]
    assert not projector.isVisible()
