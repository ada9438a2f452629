from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.displays.plugging import BEAMER, LAPTOP, Plug, needs_plugging, plug, plugged
from ui.displays import identify as identify_module
from ui.displays.choice import display_id
from ui.displays.identify import Identify
from ui.screen_of import screen_of

pytestmark = needs_plugging


@pytest.fixture(autouse=True)
def _displays() -> Iterator[None]:
    with plugged(LAPTOP, BEAMER):
        yield


@pytest.fixture
def keyboard(qtbot: QtBot) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    qtbot.waitActive(line)
    line.setFocus()
    return line


def _identify(keyboard: QLineEdit) -> Identify:
    made = Identify(keyboard)
    made.show_signs({display_id(one): one for one in QGuiApplication.screens()})
    return made


def test_every_screen_shows_its_number_its_name_and_its_size(
    qtbot: QtBot, keyboard: QLineEdit
) -> None:
    plug(LAPTOP, BEAMER, Plug("Left", x=-1280, width=1280, height=1024))
    shown = _identify(keyboard)
    qtbot.waitUntil(lambda: all(sign.painted for sign in shown.signs))

    assert [(screen_of(sign).name(), sign.painted) for sign in shown.signs] == [
        ("Left", ("1", "Left", "1280 × 1024")),
        ("Laptop", ("2", "Laptop", "1366 × 768")),
        ("Projector", ("3", "Projector", "1920 × 1080")),
    ]
    for sign in shown.signs:
        assert screen_of(sign).geometry().contains(sign.geometry())
        assert sign.accessibleName().startswith("Screen ")
    shown.end()


def test_the_keyboard_stays_where_it_is(qtbot: QtBot, keyboard: QLineEdit) -> None:
    shown = _identify(keyboard)
    qtbot.waitUntil(lambda: all(sign.isVisible() for sign in shown.signs))

    assert keyboard.isActiveWindow()
    assert keyboard.hasFocus()
    assert not any(sign.isActiveWindow() for sign in shown.signs)
    shown.end()


def test_the_signs_go_by_themselves(
    qtbot: QtBot, keyboard: QLineEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert identify_module.SHOWN_MS == 4_000
    monkeypatch.setattr(identify_module, "SHOWN_MS", 1)
    shown = _identify(keyboard)

    assert len(shown.signs) == 2
    qtbot.waitUntil(lambda: not shown.signs)


def test_asked_twice_there_is_one_sign_on_each_screen(keyboard: QLineEdit) -> None:
    shown = _identify(keyboard)
    before = shown.signs
    shown.show_signs({display_id(one): one for one in QGuiApplication.screens()})

    assert len(shown.signs) == 2
    assert not any(sign.isVisible() for sign in before)
    shown.end()
