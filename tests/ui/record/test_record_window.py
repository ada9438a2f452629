"""The code at closing and the check of the record, in a window."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk import events
from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER, Actor
from judging_app.present.organiser.signatures import NOTHING_SIGNED, ONLY_A_CODE
from tests.desk.small_event import bring_to, make_small_event, submit_all
from tests.ui import screens
from ui.day import Day
from ui.file_choice import FileChoice
from ui.pages import HOST_DESK, RECORD
from ui.window import Window


class _Chosen(FileChoice):
    """Chooses one folder, whoever asks."""

    def __init__(self, parent: QWidget, folder: Path) -> None:
        super().__init__(parent)
        self._folder = folder

    def folder(self, title: str) -> Path | None:  # noqa: ARG002 - whatever it is for
        return self._folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "day.pitchday"
    make_small_event(made)
    desk = events.open_event(made)
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    desk.close()
    return made


@pytest.fixture
def window(qtbot: QtBot, path: Path, tmp_path: Path) -> Iterator[Window]:
    """The day while scoring is open, with every ballot in and the organiser signed in."""
    made = Window(Day(), choice=_Chosen(QWidget(), tmp_path))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.open_event(path)
    made.day.enter(ORGANISER)
    yield made
    made.close()


def _words(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def _close(window: Window) -> str:
    """Close scoring at the host’s desk; the code that is shown then."""
    screens.host_desk(window).close_scoring_asked.emit("")
    return window.day.desk.record_code()


def _checked(qtbot: QtBot, window: Window) -> str:
    """Go to the check, and read what it found."""
    window.entry_asked.emit(RECORD)
    screen = screens.record(window)
    qtbot.waitUntil(screen.check.isEnabled)
    QApplication.processEvents()  # what was added is shown by the loop
    return _words(screen)


def test_the_code_is_shown_as_soon_as_scoring_is_closed_and_can_be_printed(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    screen = screens.host_desk(window)
    window.entry_asked.emit(HOST_DESK)
    before = _words(screen.closing)
    code = _close(window)

    assert before == ""
    assert f"Record code {code}. Write it down or print it" in _words(screen.closing)
    screen.closing.printing.asked.emit()
    paper = tmp_path / "Small pitch day - record at closing.pdf"
    qtbot.waitUntil(lambda: "1 file with 1 page" in _words(screen.closing))
    assert paper.is_file()


@pytest.mark.parametrize("actor", [ORGANISER, HOST], ids=["organiser", "host"])
def test_organiser_and_host_read_who_could_have_changed_what(
    actor: Actor, qtbot: QtBot, window: Window
) -> None:
    window.day.enter(actor)
    before = _checked(qtbot, window)
    window.entry_asked.emit(HOST_DESK)
    _close(window)

    after = _checked(qtbot, window)

    assert NOTHING_SIGNED in before
    assert "checked, none changed. Record " in after
    assert "Signed on this computer when scoring was closed, at " in after
    assert ONLY_A_CODE in after


def test_a_code_from_paper_is_answered_right_wrong_and_missing(
    qtbot: QtBot, window: Window
) -> None:
    window.entry_asked.emit(HOST_DESK)
    code = _close(window)
    _checked(qtbot, window)
    card = screens.record(window).code

    def answer(typed: str) -> str:
        card.field.setText(typed)
        QTest.keyClick(card.field, Qt.Key.Key_Return)
        return _words(card)

    assert f"{code} is the code of entry " in answer(code.lower().replace("-", "  "))
    assert "No result and no entry in this file has the code" in answer("AAAA-BBBB-CCCC-DDDD")
    assert "No code was given." in answer("")


def test_a_record_that_was_changed_is_named_and_gives_no_result_from_then_on(
    qtbot: QtBot, window: Window, path: Path
) -> None:
    window.day.close()
    _by_sql(path, "UPDATE ballot SET for_team = 'Poor.' WHERE judge = 'J1' AND team = 'T1'")
    window.open_event(path)
    window.day.enter(ORGANISER)

    found = _checked(qtbot, window)

    assert "1 thing is not as recorded. Open an earlier copy." in found
    assert "submit ballot, ballot of Ada Reed for Lantern): table ballot" in found
    assert "Poor." not in found


def test_a_record_in_the_place_of_the_one_that_was_signed_here_is_told(
    qtbot: QtBot, window: Window, path: Path, tmp_path: Path
) -> None:
    window.day.close()
    earlier = Path(shutil.copy(path, tmp_path / "earlier.pitchday"))
    window.open_event(path)
    window.day.enter(ORGANISER)
    window.entry_asked.emit(HOST_DESK)
    code = _close(window)
    window.open_event(earlier)
    window.day.enter(ORGANISER)

    assert code in _checked(qtbot, window)


def _by_sql(path: Path, change: str) -> None:
    connection = sqlite3.connect(path)
    assert connection.execute(change).rowcount == 1
    connection.commit()
    connection.close()
