"""From a damaged file back to scoring, in the window: by the mouse, and by keys alone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots
from judging_app.desk.desk import Desk
from judging_app.desk.keeping import copies
from judging_app.desk.keeping.trouble import has_copies
from judging_app.domain.acts import RestoreEvent, act_name
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.store import ballot_rows
from tests.desk.keeping.spoiling import cut, make_rubbish, zero_pages, zero_table
from tests.desk.small_event import (
    BO,
    IMPACT,
    J1,
    J2,
    LANTERN,
    PERCH,
    PINS,
    Clock,
    files_in,
    submit_wholly,
)
from tests.ui import screens
from ui.day import Day
from ui.pages import RECOVERY, SIGN_IN, START
from ui.start.name_buttons import NameButton
from ui.start.recent import recent_rows, remember
from ui.start.recovery import CopyCard
from ui.start.recovery_wiring import RecoveryWiring
from ui.widgets.labels import WrappedLabel
from ui.window import Window


class Seat:
    """A window, and whoever sits at it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = Window(Day())
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        qtbot.waitExposed(self.window)

    def open(self, path: Path) -> None:
        """Open an event, and wait until its copies are found."""
        self.window.open_event(path)
        self.wait_for_copies()

    def wait_for_copies(self) -> None:
        assert self.window._key == RECOVERY
        self.qtbot.waitUntil(lambda: not self.wiring._searching.is_busy, timeout=60_000)

    @property
    def wiring(self) -> RecoveryWiring:
        found = self.window.wiring_of(RECOVERY)
        assert isinstance(found, RecoveryWiring)
        return found

    @property
    def cards(self) -> list[CopyCard]:
        return screens.recovery(self.window)._cards

    def click(self, button: QPushButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            at = self.window.focusWidget()
            assert at is not None
            QTest.keyClick(at, key, held or Qt.KeyboardModifier.NoModifier)

    def type_pin(self, pin: str) -> None:
        self.type(*(Qt.Key(ord(digit)) for digit in pin))

    def wait_until_open(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.day.is_open, timeout=60_000)


@pytest.fixture
def seat(qtbot: QtBot) -> Iterator[Seat]:
    made = Seat(qtbot)
    yield made
    made.window.close()


@pytest.fixture
def scored(desk: Desk, clock: Clock) -> Path:
    """A closed event with two copies beside it, and one score after them."""
    submit_wholly(desk, J1, LANTERN)
    copies.copy_now(desk)
    clock.pass_s(60)
    submit_wholly(desk, J2, LANTERN)
    copies.copy_now(desk)
    clock.pass_s(60)
    ballots.score(desk, BO, J2, PERCH, IMPACT, 6)
    desk.close()
    return desk.file.path


def _person(seat: Seat, actor_key: str) -> NameButton:
    cards = screens.recovery(seat.window).sign_in.findChildren(NameButton)
    return next(card for card in cards if card.key == actor_key)


@pytest.mark.row(37)
def test_two_clicks_and_a_pin_lead_from_a_damaged_file_to_signing_in(
    seat: Seat, scored: Path
) -> None:
    zero_table(scored, "score")
    seat.open(scored)
    screen = screens.recovery(seat.window)
    seat.click(screen._continue)
    seat.click(_person(seat, ORGANISER.key))
    seat.type_pin(PINS[ORGANISER])
    seat.wait_until_open()

    desk = seat.window.day.desk
    assert seat.window._key == SIGN_IN
    assert "1 entry put back; nothing known is lost." in seat.window._toast.text
    assert desk.file.path == scored
    assert desk.entries()[-1].act == act_name(RestoreEvent)
    there = ballot_rows.ballots(desk.file.db)
    assert there[J2, LANTERN].counts
    assert there[J2, PERCH].scores == {IMPACT: 6}


@pytest.mark.row(37)
def test_keys_alone_lead_there_too(seat: Seat, scored: Path) -> None:
    cut(scored)
    seat.open(scored)
    seat.type(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert [card.isChecked() for card in seat.cards] == [False, True]
    seat.type(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    seat.type(Qt.Key.Key_H, Qt.Key.Key_Return)
    seat.type_pin(PINS[HOST])
    seat.wait_until_open()

    last = seat.window.day.desk.entries()[-1]
    assert (last.act, last.actor) == (act_name(RestoreEvent), HOST.key)
    assert (J2, LANTERN) not in {
        key for key, one in ballot_rows.ballots(seat.window.day.desk.file.db).items() if one.counts
    }


def test_a_wrong_pin_changes_nothing_and_is_said(seat: Seat, scored: Path) -> None:
    cut(scored)
    before = files_in(scored.parent)
    seat.open(scored)
    seat.click(screens.recovery(seat.window)._continue)
    seat.click(_person(seat, ORGANISER.key))
    seat.type_pin("000001")
    sign_in = screens.recovery(seat.window).sign_in
    seat.qtbot.waitUntil(lambda: "wrong" in sign_in.pin._entry.refusal.text(), timeout=60_000)

    assert not seat.window.day.is_open
    assert files_in(scored.parent) == before


def test_looking_at_a_copy_changes_nothing(seat: Seat, scored: Path) -> None:
    make_rubbish(scored)
    before = files_in(scored.parent), files_in(scored.with_name("small copies"))
    seat.open(scored)
    seat.type(Qt.Key.Key_V)
    seat.wait_until_open()
    desk = seat.window.day.desk

    assert desk.is_read_only
    assert ballot_rows.ballots(desk.file.db)[J2, LANTERN].counts
    seat.window.day.close()
    assert (files_in(scored.parent), files_in(scored.with_name("small copies"))) == before


def test_a_copy_that_was_looked_at_leads_back_to_the_copies(seat: Seat, scored: Path) -> None:
    make_rubbish(scored)
    seat.open(scored)
    seat.type(Qt.Key.Key_V)
    seat.wait_until_open()
    seat.qtbot.waitUntil(lambda: seat.window._has_begun, timeout=60_000)
    back = seat.window._close_event

    assert back.isVisible()
    assert back.text() == "Back to the copies"
    assert recent_rows(has_copies) == ()
    seat.click(back)
    seat.wait_for_copies()
    assert not seat.window.day.is_open
    assert len(seat.cards) == 2


def test_each_copy_says_what_it_has_and_what_it_lacks(seat: Seat, scored: Path) -> None:
    zero_table(scored, "score")
    seat.open(scored)
    newest, older = (card.accessibleName() for card in seat.cards)

    assert "2 ballots submitted" in newest
    assert newest.endswith("Lacks 1 change to a ballot")
    assert "the newest" in newest
    assert "1 ballot submitted" in older
    assert older.endswith("Lacks 4 changes to ballots")


def test_a_score_is_nowhere_on_the_page(seat: Seat, scored: Path) -> None:
    zero_table(scored, "score")
    seat.open(scored)
    screen = screens.recovery(seat.window)

    assert screen._losses.count() == 1
    assert screen._put_back.text() == "Put 1 change to a ballot back"
    texts = [label.text() for label in screen.findChildren(WrappedLabel)]
    assert "Bo Lund · Perch · Impact" in texts


def test_an_event_whose_file_is_gone_is_still_offered_and_recovered(
    seat: Seat, scored: Path
) -> None:
    remember(scored, "Small pitch day")
    scored.unlink()
    offered = [row.key for row in recent_rows(has_copies)]
    seat.open(scored)

    assert offered == [str(scored)]
    assert screens.recovery(seat.window)._title.text() == "This event’s file is missing"


def test_a_damaged_file_without_a_copy_says_what_to_do(seat: Seat, small_path: Path) -> None:
    zero_pages(small_path, 1)
    seat.open(small_path)
    screen = screens.recovery(seat.window)

    assert screen._found.text() == "No good copy was found."
    assert screen._steps.isVisible()
    assert not screen._continue.isVisible()


def test_a_copy_that_is_opened_by_hand_is_not_worked_in(seat: Seat, scored: Path) -> None:
    copy = min(scored.with_name("small copies").iterdir())
    before = copy.read_bytes()
    seat.open(copy)

    assert screens.recovery(seat.window)._title.text() == "This is a safety copy"
    assert copy.read_bytes() == before
    assert not seat.window.day.is_open


def test_an_older_file_is_known_before_anybody_works_in_it(
    seat: Seat, desk: Desk, tmp_path: Path
) -> None:
    older = copies.copy_now(desk, tmp_path)
    submit_wholly(desk, J1, LANTERN)
    copies.copy_now(desk)
    desk.close()
    shutil.copy(older, desk.file.path)
    seat.window.open_event(desk.file.path)
    seat.qtbot.waitUntil(lambda: seat.window._key == RECOVERY, timeout=60_000)
    seat.wait_for_copies()
    screen = screens.recovery(seat.window)

    assert screen._title.text() == "This file is older than its copies"
    assert screen.stay.isVisible()
    assert not seat.window.day.is_open
    seat.click(screen.stay)
    seat.click(_person(seat, HOST.key))
    seat.type_pin(PINS[HOST])
    seat.wait_until_open()
    assert act_name(RestoreEvent) in [one.act for one in seat.window.day.desk.entries()]


def test_a_file_that_is_no_event_at_all_is_refused_where_another_is_chosen(
    seat: Seat, tmp_path: Path
) -> None:
    other = tmp_path / "letter.pitchday"
    other.write_text("Dear all", encoding="utf-8")
    seat.window.open_event(other)

    assert seat.window._key == START
