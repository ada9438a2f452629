"""Hands and eyes for a day through the windows: what a person presses, and what they then see."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from judging_app.paths import RESOURCES
from tests.ui import screens
from ui.control.control import HostProjector
from ui.file_choice import FileChoice
from ui.frame.rail import EntryButton
from ui.judge.team_row import TeamCard
from ui.start.name_buttons import NameButton
from ui.wall.projector import Projector
from ui.widgets.picker import Picker
from ui.window import Window

TEAMS = ("Lantern", "Kingfisher", "Groundwork", "Halfway", "Perch", "Millrace")
"""The sample's teams in their order, without the word Team."""

BALLOTS = RESOURCES / "samples" / "tech-connect" / "ballots.csv"

A_LONG_TIME_S = 60
"""Long enough for anything that comes at all."""

MOST_STOPS = 400
"""More than any screen has for Tab."""

MOST_PARTS = 12
"""More than any screen shows in turn."""

Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Chosen(FileChoice):
    """Answers the file dialogs as a person would."""

    def __init__(self, event: Path, source: Path, papers: Path) -> None:
        self._event, self._source, self._papers = event, source, papers

    def event(self) -> Path | None:
        return self._event

    def new_event(self, suggested: Path) -> Path | None:
        assert suggested.suffix == ".pitchday"
        return self._event

    def folder(self, title: str) -> Path | None:
        return self._papers if "papers" in title else self._source

    def lists(self, title: str) -> tuple[Path, ...]:
        assert title
        return (self._source,)


class Hands:
    """Presses keys and buttons of one main window."""

    def __init__(self, window: Window) -> None:
        self.window = window

    def go_to(self, words: str) -> None:
        """Press an entry of the rail, or choose one of the menu under the name."""
        rare = [one for one in self.window.top.menu.actions() if one.text() == words]
        if rare:
            rare[0].trigger()
        else:
            self._press([*self.window.findChildren(EntryButton)], words)

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Click the one button on show that says this."""
        self._press((within or self.window).findChildren(QPushButton), words)

    def _press(self, buttons: Sequence[QPushButton], words: str) -> None:
        QTest.mouseClick(the_one(buttons, words), Qt.MouseButton.LeftButton)

    def sign_in(self, key: str, pin: str) -> None:
        """Choose a name by its card and type the PIN on the keyboard."""
        card = self.name_card(key)
        QTest.keyClick(card, Key.Key_Return)
        self.type(pin)
        self.key(Key.Key_Shift)  # so that an Enter that follows isn't taken for the PIN's
        assert self.window.day.is_signed_in, key
        assert self.window.day.actor.key == key

    def name_card(self, key: str) -> NameButton:
        """The card of a name that is offered now; those of before are on their way out."""
        cards = screens.sign_in(self.window).findChildren(NameButton)
        return next(card for card in cards if card.isVisible() and card.key == key)

    def sign_out(self) -> None:
        """Leave the desk."""
        self.press("Sign out")
        assert not self.window.day.is_signed_in

    def enter_pin_again(self, pin: str) -> None:
        """Answer the question for the PIN of whoever is signed in."""
        asked = self.window.again.question
        assert asked.isVisible()
        QTest.keyClicks(asked.entry.pad.dots, pin)
        assert not asked.isVisible()
        self.window.activateWindow()  # as a window manager does when a dialog has closed

    def type(self, keys: str) -> None:
        """Type on whatever has the keyboard."""
        for key in keys:
            QTest.keyClicks(self.focus, key)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key on whatever has the keyboard."""
        QTest.keyClick(self.focus, key, modifier)

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        focused = self.window.focusWidget()
        assert focused is not None
        return focused

    def score_card(self, scores: Sequence[int]) -> None:
        """Score an open card by keys alone: a digit, or 0 for 10, and Tab; then submit it."""
        for score in scores:
            self.type(str(score)[-1])  # 0 stands for 10
            self.key(Key.Key_Tab)
        self.key(Key.Key_Return, CTRL)
        self.key(Key.Key_Return)

    def open_team(self, row: int) -> None:
        """Walk down one's teams with Tab, and open one."""
        cards = screens.judge_desk(self.window).findChildren(TeamCard)
        card = [card for card in cards if card.isVisible()][row]
        card.setFocus()
        self.key(Key.Key_Return)

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Let the windows go on until something is so."""
        wait_until(is_so)

    def move_ballot(self, row: int, column: int, act: str, reason: str = "") -> None:
        """Choose a ballot of the host's grid and an act, give a reason, and press the button."""
        self.go_to("Ballots")
        desk = screens.ballots(self.window)
        desk.grid.setCurrentIndex(desk.grid.model().index(row, column))
        the_radio(desk.ballot, act).click()
        if reason:
            QTest.keyClicks(desk.ballot.reason.field, reason)
        desk.ballot.do.click()


class Keys(Hands):
    """Hands that never leave the keyboard: what is to be pressed is walked to by Tab first."""

    def _press(self, buttons: Sequence[QPushButton], words: str) -> None:
        self.press_on(the_one(buttons, words))

    def press_on(self, part: QWidget, key: Qt.Key = Key.Key_Return) -> None:
        """Walk to something, and press a key there."""
        self.tab_to(part)
        self.key(key)

    def tab_to(self, part: QWidget) -> None:
        """Press Tab until something has the keyboard."""
        walked: list[str] = []
        while self.focus is not part:
            walked.append(stop_words(self.focus))
            assert len(walked) < MOST_STOPS, (stop_words(part), list(dict.fromkeys(walked)))
            self.key(Key.Key_Tab)

    def sign_in(self, key: str, pin: str) -> None:
        """Type the name, or walk to one who runs the day, then type the PIN."""
        card = self.name_card(key)
        if card.row.is_staff:
            self.tab_to(card)
        else:
            self.type(card.row.name)
        self.key(Key.Key_Return)
        self.type(pin)
        self.key(Key.Key_Shift)
        assert self.window.day.is_signed_in, words_on(screens.sign_in(self.window))
        assert self.window.day.actor.key == key

    def type(self, keys: str) -> None:
        """Type ASCII as the system hands it on, to whatever has the keyboard of the window."""
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), ord(key))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key, as the system hands it on."""
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def show_part(self, inside: QWidget) -> None:
        """Go through the parts of a screen to the one that something is in."""
        for _ in range(MOST_PARTS):
            if inside.isVisible():
                return
            self.key(Key.Key_PageDown, CTRL)
        raise AssertionError(stop_words(inside))

    def go_down(self, times: int) -> None:
        """Press the arrow down so often."""
        for _ in range(times):
            self.key(Key.Key_Down)

    def go_to_comment(self, words: str) -> QPlainTextEdit:
        """Walk to the comment on show whose name begins so."""
        fields = [one for one in self.window.findChildren(QPlainTextEdit) if one.isVisible()]
        found = next(one for one in fields if one.accessibleName().startswith(words))
        self.tab_to(found)
        return found

    def open_team(self, row: int) -> None:
        """Walk to one's team, and open it."""
        cards = screens.judge_desk(self.window).findChildren(TeamCard)
        self.press_on([card for card in cards if card.isVisible()][row])

    def choose(self, picker: Picker, words: str) -> None:
        """Walk down a list to what is wanted."""
        self.tab_to(picker.box)
        self.key(Key.Key_Home)
        for _ in range(picker.box.count()):
            if picker.box.currentText() == words:
                return
            self.key(Key.Key_Down)
        raise AssertionError(words)

    def move_ballot(self, row: int, column: int, act: str, reason: str = "") -> None:
        """Walk over the host's grid to a ballot and to an act, give a reason, and press Enter."""
        self.go_to("Ballots")
        desk = screens.ballots(self.window)
        self.show_part(desk.grid)
        self.tab_to(desk.grid)
        self._walk(Key.Key_Up, Key.Key_Down, row, lambda: desk.grid.currentIndex().row())
        self._walk(Key.Key_Left, Key.Key_Right, column, lambda: desk.grid.currentIndex().column())
        self.key(Key.Key_Return)
        wanted = the_radio(desk.ballot, act)
        for _ in desk.ballot.findChildren(QRadioButton):
            if wanted.isChecked():
                break
            self.key(Key.Key_Space if wanted.hasFocus() else Key.Key_Down)
        assert wanted.isChecked(), act
        if reason:
            self.tab_to(desk.ballot.reason.field)
            self.type(reason)
        self.press_on(desk.ballot.do)

    def _walk(self, back: Qt.Key, on: Qt.Key, to: int, at: Callable[[], int]) -> None:
        while at() != to:
            before = at()
            self.key(on if before < to else back)
            assert at() != before, "an arrow key led nowhere"


def cards_by_judge() -> dict[str, dict[str, list[int]]]:
    """The sample's scores, by a judge's key and a team's name, in the order of the criteria."""
    cards: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    with BALLOTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            team = row["team"].removeprefix("Team ")
            cards[row["judge"]][team].append(int(row["score"]))
    return cards


def bring_up(window: Window) -> None:
    """Show a window on the laptop's screen, with the keyboard."""
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)


def make_event(hands: Hands, title: str) -> dict[str, str]:
    """From the folder to the PINs; the answer is everyone's PIN by their key."""
    window, screen = hands.window, screens.new_event(hands.window)
    hands.press("New event…")
    hands.type(title)
    hands.press("Change…", screen)
    hands.press("A folder of files…", screen)
    hands.wait_until(screen.open_event.isVisible)
    lines = words_on(screen).splitlines()
    pins = {name: pin for name, pin in pairwise(lines) if pin.isdigit()}
    hands.press("Open the event", screen)
    cards = window.findChildren(NameButton)
    keys = {card.accessibleName().split(",")[0]: card.key for card in cards}
    return {keys[name]: pin for name, pin in pins.items()}


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the windows go on until something is so."""
    until = monotonic() + A_LONG_TIME_S
    while not is_so():
        assert monotonic() < until, "it never came"
        QTest.qWait(5)


def offers(window: Window, words: str) -> bool:
    """Whether the rail, which is built anew with every phase, shows this entry."""
    return any(
        entry.isVisible() and entry.accessibleName() == words
        for entry in window.findChildren(EntryButton)
    )


def is_ready(hold: HostProjector) -> bool:
    """Whether another press would count as one."""
    return hold.hold.is_ready


def has_told(room: Projector, count: int) -> bool:
    """Whether so many steps of the reveal have arrived, and the room can read whom they name."""
    is_there = room.view.number == count and room._at is None
    return is_there and set(room.view.announced) <= told_in(room)


def told_in(room: Projector) -> set[str]:
    """The teams that the room can read on the projector."""
    return {text for text in room.painted if text.removeprefix("Team ") in TEAMS}


def the_one(buttons: Iterable[QPushButton], words: str) -> QPushButton:
    """The only button on show that says this, and can be pressed."""
    found = [b for b in buttons if b.accessibleName() == words and b.isVisible()]
    assert len(found) == 1, (words, [button.accessibleName() for button in found])
    assert found[0].isEnabled(), words
    return found[0]


def the_radio(part: QWidget, words: str) -> QRadioButton:
    """The choice on show whose name begins so, and that can be made."""
    found = [
        one
        for one in part.findChildren(QRadioButton)
        if one.isVisible() and (one.accessibleName() or one.text()).startswith(words)
    ]
    assert len(found) == 1, (words, [one.text() for one in part.findChildren(QRadioButton)])
    assert found[0].isEnabled(), words
    return found[0]


def stop_words(part: QWidget) -> str:
    """What a stop of Tab is called."""
    said = part.text() if isinstance(part, QAbstractButton) else ""
    return part.accessibleName() or said or type(part).__name__


def words_on(widget: QWidget) -> str:
    """Every text of the labels and buttons on show."""
    said = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    said += [button.text() for button in widget.findChildren(QPushButton) if button.isVisible()]
    return "\n".join(said)
