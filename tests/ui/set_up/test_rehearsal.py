"""A day is rehearsed in the window on a copy, and the event's own file stays as it was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk.keeping.copies import REHEARSALS
from judging_app.desk.set_up import dress_rehearsal
from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.set_up.invented import Mishap
from judging_app.present.set_up.doors import BeforeDoors
from tests.desk.small_event import make_small_event
from ui.day import Day
from ui.pages import HOST_DESK, REHEARSAL, SET_UP
from ui.set_up.rehearsal import RehearsalScreen
from ui.set_up.set_up import SetUpScreen
from ui.window import LEAVE_REHEARSAL, PLAY_THE_DAY, Window


def test_a_day_is_played_to_its_end_again_and_left_with_the_event_untouched(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dress_rehearsal, "own_folder", lambda: tmp_path / "own")
    (tmp_path / "own").mkdir()
    real = tmp_path / "small.pitchday"
    make_small_event(real)
    window = Window(Day())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_event(real)
    window.day.enter(ORGANISER)
    window.new_pins.take({HOST: "123456"})
    window.screen_by(SET_UP, SetUpScreen).doors_asked.emit(BeforeDoors.REHEARSE)
    assert window.day.desk.file.path == real
    assert window.new_pins.pins
    window.screen_by(SET_UP, SetUpScreen).doors_asked.emit(BeforeDoors.REHEARSE)
    screen, before = window.screen_by(REHEARSAL, RehearsalScreen), real.read_bytes()

    assert window._key == REHEARSAL
    assert window.day.desk.file.path != real
    assert window.rehearsal.text.startswith("REHEARSAL")
    screen.mishaps[Mishap.RESTART].setChecked(True)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(screen, Qt.Key.Key_Right)
    assert window.day.desk.event().phase is Phase.SCORING
    window.go_to(HOST_DESK)
    assert window.rehearsal.isVisible()
    window.rehearsal.act_asked.emit(PLAY_THE_DAY)
    while screen.step.isEnabled():
        screen.step.click()
    assert window._key == REHEARSAL
    assert window.day.desk.event().phase is Phase.PUBLISHED
    first = screen.methods.rows.rowCount()
    assert first > 5

    QTest.keyClick(screen, Qt.Key.Key_Home)
    assert window.day.desk.event().phase is Phase.SETTING_UP
    assert real.read_bytes() == before
    window.rehearsal.act_asked.emit(LEAVE_REHEARSAL)
    assert window.day.desk.file.path == real
    assert not window.rehearsal.isVisible()
    assert not window.day.is_signed_in
    assert not any((tmp_path / "own" / REHEARSALS).iterdir())
    assert not window.day.desk.event().is_rehearsal
    window.close()


def test_a_rehearsal_that_the_window_is_closed_on_leaves_no_copy_behind(
    qtbot: QtBot, tmp_path: Path, own_folder: Path
) -> None:
    real = tmp_path / "[2026] A day.pitchday"
    make_small_event(real)
    window = Window(Day())
    qtbot.addWidget(window)
    window.show()
    window.open_event(real)
    window.day.enter(ORGANISER)
    window.screen_by(SET_UP, SetUpScreen).doors_asked.emit(BeforeDoors.REHEARSE)
    copies = [*(own_folder / REHEARSALS).iterdir()]
    assert window.day.desk.file.path in copies

    assert window.close()

    assert not any((own_folder / REHEARSALS).iterdir())
    assert real.exists()
