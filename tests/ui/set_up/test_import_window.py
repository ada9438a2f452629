"""An organiser's own lists come into an event through the window."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.desk import events, undo
from judging_app.desk.scoring import open_scoring
from judging_app.domain.event import Event, Phase
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.setup import Intake
from judging_app.intake.sheets.reading import read_sheets
from judging_app.intake.tables.problems import Problems
from judging_app.paths import RESOURCES
from tests.builders import set_up
from tests.desk.small_event import make_small_event
from tests.intake.importing.importing import people_of
from tests.ui import screens
from ui.day import Day
from ui.pages import IMPORT, SET_UP
from ui.set_up.importing import ImportScreen
from ui.window import Window

WORKBOOK = Path(__file__).parents[2] / "data" / "lists" / "cohort-as-received.xlsx"
CLEAN = RESOURCES / "samples" / "tech-connect" / "participants.csv"
A_LONG_TIME_MS = 60_000


def clean() -> list[tuple[str, ...]]:
    with CLEAN.open(encoding="utf-8", newline="") as opened:
        return [tuple(row) for row in csv.reader(opened)][1:]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """An event with nobody in it, the organiser at its set-up."""
    path = tmp_path / "new.pitchday"
    events.create_event(path, Event("Tech Connect"), Intake(set_up()), {})
    made = Window(Day())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.open_event(path)
    made.day.enter(ORGANISER)
    yield made
    made.close()


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    def until(is_so: Callable[[], bool]) -> None:
        qtbot.waitUntil(is_so, timeout=A_LONG_TIME_MS)

    return until


Wait = Callable[[Callable[[], bool]], None]


def read(window: Window, wait: Wait) -> ImportScreen:
    wait(lambda: not window.importing._worker.is_busy)
    return screens.importing(window)


def confirm_all(window: Window, wait: Wait) -> int:
    """Go from doubt to doubt and confirm what is proposed; how many there were."""
    screen, confirmed = screens.importing(window), 0
    while screen.preview.doubts.open:
        QTest.mouseClick(screen.preview.doubts.open[0].confirm, Qt.MouseButton.LeftButton)
        confirmed += 1
        wait(lambda: not window.importing._worker.is_busy)
    return confirmed


def test_the_workbook_as_received_gives_the_38_people_with_two_confirmations(
    window: Window, wait: Wait
) -> None:
    window.importing.take([WORKBOOK])
    screen = read(window, wait)
    screen.go.click()
    confirmed = confirm_all(window, wait)
    screen.go.click()

    setup = window.day.desk.recorded_setup()
    names = {one.id: (one.name, *one.other_names) for one in setup.organisations}
    assert confirmed <= 3
    for person, wanted, said in zip(setup.participants, clean(), people_of(setup), strict=True):
        assert (*said[:3], *said[4:]) == (*wanted[:3], *wanted[4:])
        assert wanted[3] in names[person.organisation]  # type: ignore[index]  # each has one
    assert len(setup.participants) == 38
    assert window._key == SET_UP


def test_four_presses_of_enter_take_the_workbook_in(window: Window, wait: Wait) -> None:
    def press(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, held)
        wait(lambda: not window.importing._worker.is_busy)

    window.importing.take([WORKBOOK])
    read(window, wait)
    go_on, settle = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    for held in (go_on, settle, settle, go_on):
        press(Qt.Key.Key_Return, held)

    assert len(window.day.desk.recorded_setup().participants) == 38
    assert window._key == SET_UP


def test_it_is_one_act_which_can_be_undone(window: Window, wait: Wait) -> None:
    before = window.day.desk.recorded_setup()
    entries = len(window.day.desk.entries())
    window.importing.take([WORKBOOK])
    screen = read(window, wait)
    screen.go.click()
    confirm_all(window, wait)
    nothing_yet = window.day.desk.recorded_setup(), len(window.day.desk.entries())
    screen.go.click()
    acts = len(window.day.desk.entries()) - entries
    undo.undo(window.day.desk, ORGANISER)

    assert nothing_yet == (before, entries)
    assert acts == 1
    assert window.day.desk.recorded_setup() == before


def test_a_pasted_list_and_a_dropped_file_come_in_the_same_way(
    window: Window, wait: Wait, tmp_path: Path
) -> None:
    QApplication.clipboard().setText("Name\tTeam\nAda Rees\tPerch\n")
    QTest.keyClick(screens.set_up(window), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    screen = read(window, wait)
    screen.go.click()
    screen.go.click()
    (tmp_path / "more.csv").write_text("Name,Team\nBo Lund,Perch\n", "utf-8")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "more.csv"))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    screen = read(window, wait)
    screen.go.click()
    screen.go.click()

    people = window.day.desk.recorded_setup().participants
    assert [one.name for one in people] == ["Ada Rees", "Bo Lund"]


def test_a_corrected_list_changes_people_and_never_doubles_them(
    window: Window, wait: Wait, tmp_path: Path
) -> None:
    for text in ("Name,Email\nHamza Yildiz,h@e.org\n", "Name,Email\nHamza Yıldız,h@e.org\n"):
        (tmp_path / "list.csv").write_text(text, "utf-8")
        window.importing.take([tmp_path / "list.csv"])
        screen = read(window, wait)
        screen.go.click()
        screen.go.click()

    people = window.day.desk.recorded_setup().participants
    assert [one.name for one in people] == ["Hamza Yıldız"]


def test_what_a_column_is_taken_for_can_be_changed_and_is_remembered(
    window: Window, wait: Wait, tmp_path: Path
) -> None:
    (tmp_path / "odd.csv").write_text("Wer,Woher,Name\nAda Rees,HMRC,x\n", "utf-8")
    window.importing.take([tmp_path / "odd.csv"])
    screen = read(window, wait)
    for place, taken_for in ((0, "name"), (1, "organisation")):
        box = screen.columns.boxes[place]
        box.setCurrentIndex(box.findData(taken_for))
        box.activated.emit(box.currentIndex())
        read(window, wait)
    screen.go.click()
    screen.go.click()
    (tmp_path / "next.csv").write_text("Wer,Woher,Name\nBo Lund,DWP,y\n", "utf-8")
    window.importing.take([tmp_path / "next.csv"])
    screen = read(window, wait)

    assert [str(box.currentData()) for box in screen.columns.boxes] == ["name", "organisation", ""]
    screen.go.click()
    screen.go.click()
    setup = window.day.desk.recorded_setup()
    assert [one.name for one in setup.participants] == ["Ada Rees", "Bo Lund"]
    assert [one.name for one in setup.organisations] == ["HMRC", "DWP"]


def test_how_lists_were_read_is_kept_without_what_is_in_them(
    window: Window, wait: Wait, own_folder: Path
) -> None:
    window.importing.take([WORKBOOK])
    screen = read(window, wait)
    screen.go.click()
    confirm_all(window, wait)
    screen.go.click()

    text = json.loads((own_folder / "kept.json").read_text("utf-8"))["import matchings"]
    assert "Gov / Industry" in text
    assert not [name for name, *_ in clean() if name in text]


def test_a_list_of_which_nothing_is_understood_can_be_told_column_by_column(
    window: Window, wait: Wait, tmp_path: Path
) -> None:
    (tmp_path / "odd.csv").write_text("Qui,D'où\nAda Rees,HMRC\n", "utf-8")
    window.importing.take([tmp_path / "odd.csv"])
    screen = read(window, wait)
    assert not screen.go.isEnabled()
    box = screen.columns.boxes[0]
    box.setCurrentIndex(box.findData("name"))
    box.activated.emit(box.currentIndex())
    read(window, wait)
    screen.go.click()
    screen.go.click()

    assert [one.name for one in window.day.desk.recorded_setup().participants] == ["Ada Rees"]


def test_a_row_that_cant_be_used_is_put_right_where_it_is_shown(
    window: Window, wait: Wait, tmp_path: Path
) -> None:
    (tmp_path / "teams.csv").write_text("Team\nPerch\n", "utf-8")
    (tmp_path / "visits.csv").write_text(
        "Host organisation,Date,Team\nHMRC,in March,Perch\n", "utf-8"
    )
    window.importing.take([tmp_path / "teams.csv", tmp_path / "visits.csv"])
    screen = read(window, wait)
    screen.go.click()
    (card,) = screen.preview.doubts.open
    card._fix.setText("2019-03-04")
    QTest.keyClick(card._fix, Qt.Key.Key_Return)
    read(window, wait)

    assert screen.preview.doubts.open == []
    screen.go.click()
    (visit,) = window.day.desk.recorded_setup().visits
    assert visit.held_on.isoformat() == "2019-03-04"


def test_ten_thousand_doubts_of_a_kind_are_one_line(
    window: Window, wait: Wait, tmp_path: Path
) -> None:
    rows = "".join(f"HMRC,never,Team {at}\n" for at in range(300))
    teams = "".join(f"Team {at}\n" for at in range(300))
    (tmp_path / "teams.csv").write_text(f"Team\n{teams}", "utf-8")
    (tmp_path / "visits.csv").write_text(f"Host organisation,Date,Team\n{rows}", "utf-8")
    window.importing.take([tmp_path / "teams.csv", tmp_path / "visits.csv"])
    screen = read(window, wait)
    screen.go.click()

    assert len(screen.preview.doubts.cards) == 1


def test_reading_can_be_cancelled_and_nothing_is_changed(
    window: Window, wait: Wait, tmp_path: Path
) -> None:
    rows = "".join(f"Ada {at},a{at}@example.org\n" for at in range(20_000))
    (tmp_path / "big.csv").write_text(f"Name,Email\n{rows}", "utf-8")
    before = len(window.day.desk.entries())
    window.importing.take([tmp_path / "big.csv"])
    was_offered = screens.importing(window).cancel.isVisible()
    screens.importing(window).cancel.click()
    wait(lambda: window._key != IMPORT)

    assert was_offered
    assert len(window.day.desk.entries()) == before


def test_escape_goes_back_a_step_and_then_leaves_everything_as_it_was(
    window: Window, wait: Wait
) -> None:
    before = window.day.desk.recorded_setup()
    window.importing.take([WORKBOOK])
    screen = read(window, wait)
    screen.go.click()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    at_columns = not screen.is_previewing
    QTest.keyClick(screen, Qt.Key.Key_Escape)

    assert at_columns
    assert window._key == SET_UP
    assert window.day.desk.recorded_setup() == before


def test_once_scoring_has_opened_an_import_takes_a_reason(
    qtbot: QtBot, tmp_path: Path, wait: Wait
) -> None:
    make_small_event(tmp_path / "small.pitchday")
    window = Window(Day())
    qtbot.addWidget(window)
    window.show()
    window.open_event(tmp_path / "small.pitchday")
    open_scoring(window.day.desk, HOST)
    window.day.enter(ORGANISER)
    (tmp_path / "late.csv").write_text("Name,Team\nEve Low,Perch\n", "utf-8")
    window.importing.take([tmp_path / "late.csv"])
    screen = read(window, wait)
    screen.go.click()
    screen.go.click()
    without = len(window.day.desk.recorded_setup().participants)
    screen.preview.reason.field.setText("She was left off the list.")
    screen.go.click()

    assert window.day.desk.event().phase is Phase.SCORING
    assert (without, len(window.day.desk.recorded_setup().participants)) == (3, 4)
    window.close()


def test_nobody_but_the_organiser_drops_files(window: Window) -> None:
    of_organiser = window._may_import()
    window.day.enter(HOST)

    assert of_organiser
    assert not window._may_import()


def test_the_tests_own_workbook_is_read_as_a_person_sees_it() -> None:
    sheets = read_sheets("cohort.xlsx", WORKBOOK.read_bytes(), Problems())

    assert [sheet.name for sheet in sheets] == ["Cohort list FINAL v3", "Notes"]
