"""Hands and eyes for a day through the windows: what a person presses, and what they then see."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.file_choice import FileChoice
from ui.judge_desk import TeamCard
from ui.shell import EntryButton
from ui.sign_in import NameCard
from ui.wiring.window import Window

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


class Hands:
    """Presses keys and buttons of one main window."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.qtbot, self.window = qtbot, window

    def go_to(self, words: str) -> None:
        """Press an entry of the rail."""
        self._press([*self.window.findChildren(EntryButton)], words)

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Click the one button on show that says this."""
        self._press((within or self.window).findChildren(QPushButton), words)

    def _press(self, buttons: Sequence[QPushButton], words: str) -> None:
        found = [b for b in buttons if b.accessibleName() == words and b.isVisible()]
        assert len(found) == 1, (words, [button.accessibleName() for button in found])
        assert found[0].isEnabled(), words
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def sign_in(self, key: str, pin: str) -> None:
        """Choose a name by its card and type the PIN on the keyboard."""
        card = next(card for card in self.window.findChildren(NameCard) if card.key == key)
        QTest.keyClick(card, Key.Key_Return)
        self.type(pin)
        assert self.window.day.is_signed_in, key
        assert self.window.day.actor.key == key

    def sign_out(self) -> None:
        """Leave the desk."""
        self.press("Sign out")
        assert not self.window.day.is_signed_in

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
        cards = self.window.judge_desk.findChildren(TeamCard)
        card = [card for card in cards if card.isVisible()][row]
        card.setFocus()
        self.key(Key.Key_Return)

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Let the windows go on until something is so; a minute is long enough for anything."""
        self.qtbot.waitUntil(is_so, timeout=60_000)

    def move_ballot(self, row: int, column: int, act: str, reason: str = "") -> None:
        """Choose a ballot of the host's grid, give a reason, and press the act."""
        desk = self.window.host_desk
        desk.grid.setCurrentIndex(desk.grid.grid_model.index(row, column))
        if reason:
            QTest.keyClicks(desk.ballot.reason, reason)
        self.press(act, desk.ballot)


def words_on(widget: QWidget) -> str:
    """Every text of the labels and buttons on show."""
    said = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    said += [button.text() for button in widget.findChildren(QPushButton) if button.isVisible()]
    return "\n".join(said)
