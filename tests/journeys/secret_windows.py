"""The secret day through real windows: hands to go everywhere, and eyes that look behind all."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from judging_app.domain.roles import Actor
from tests.journeys.said import said_by, said_elsewhere
from tests.journeys.secret_day import (
    DELIVERY,
    IMPACT,
    PINS,
    TEAMS,
    animal,
    found_in,
    make_day,
    scores,
)
from tests.journeys.window_day import CTRL, Chosen, Hands, Key
from tests.ui import screens
from ui.day import Day
from ui.frame.rail import EntryButton
from ui.judge.team_row import TeamCard
from ui.wall.projector import Projector
from ui.widgets.buttons import Button
from ui.window import Window

SHIFT = Qt.KeyboardModifier.ShiftModifier
_BACK, _ON = [(Key.Key_Z, CTRL)] * 12, [(Key.Key_Z, CTRL | SHIFT)] * 12
"""More steps back, and on again, than anybody in these tests has made."""

_PASTE = (Key.Key_V, CTRL)


class Eyes:
    """Looks for what should be nowhere: in the window and the room, and around them."""

    def __init__(
        self,
        roots: Sequence[QObject],
        folder: Path,
        caplog: pytest.LogCaptureFixture,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        self._roots, self._folder, self._caplog, self._capfd = roots, folder, caplog, capfd
        self._streams = ""
        self._noted: list[str] = []
        self.looks = 0

    def note(self, text: str) -> None:
        """Keep what was seen between two looks."""
        self._noted.append(text)

    def leaks(self, secrets: frozenset[str], where: str = "") -> list[str]:
        """Every place where one of the secrets stands, in words."""
        return self.leaks_in(self._roots, secrets, where)

    def leaks_in(
        self, roots: Iterable[QObject], secrets: frozenset[str], where: str = ""
    ) -> list[str]:
        """As `leaks`, in these alone and around them."""
        self.looks += 1
        said = [one for one in (*said_by(roots), *self._around()) if one[1]]
        if not found_in("\n".join(dict.fromkeys(text for _, text in said)), secrets):
            return []
        found = ((place, found_in(text, secrets)) for place, text in said)
        return [f"{where}: {place}: {', '.join(sorted(told))}" for place, told in found if told]

    def _around(self) -> Iterator[tuple[str, str]]:
        yield from said_elsewhere(self._folder)
        yield "seen on the way", "\n".join(self._noted)
        yield "log", self._caplog.text
        said = self._capfd.readouterr()
        self._streams += said.out + said.err
        yield "standard output", self._streams


@pytest.fixture
def event_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The day before it begins, in a folder beside this computer's own."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    for name in ("event", "papers"):
        (tmp_path / name).mkdir()
    make_day(tmp_path / "event" / "day.pitchday")
    return tmp_path / "event" / "day.pitchday"


@pytest.fixture
def hands(qtbot: QtBot, event_path: Path, tmp_path: Path) -> Hands:
    """The main window with the day open, nobody signed in, and nothing on the clipboard."""
    QApplication.clipboard().clear()
    chosen = Chosen(event_path, tmp_path, tmp_path / "papers")
    window = Window(Day(), Projector(is_motion_reduced=True), chosen)
    for one in (window, window.projector):
        qtbot.addWidget(one)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.open_event(event_path)
    return Hands(window)


@pytest.fixture
def eyes(
    hands: Hands,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> Eyes:
    caplog.set_level(logging.DEBUG)
    window = hands.window
    return Eyes((window, window.projector, window.day), tmp_path, caplog, capfd)


def sign_in(hands: Hands, actor: Actor) -> None:
    """Choose a name and enter its PIN."""
    hands.sign_in(actor.key, PINS[actor])


def visits(hands: Hands, eyes: Eyes) -> Iterator[str]:
    """Everything that is offered to whoever is signed in; the window is looked at between two."""
    window = hands.window
    QApplication.processEvents()
    entries = [one for one in window.findChildren(EntryButton) if one.isVisible()]
    for words in [one.accessibleName() for one in entries]:
        _go_to(hands, words)
        yield words
        for part in parts_on_show(window):
            part.click()
            QApplication.processEvents()
            yield f"{words}, {part.text()}"
        for row in range(len(cards_on_show(window))):
            hands.open_team(row)
            yield f"{words}, card {row}"
            pry(window, eyes)
            QTest.keyClick(window, Key.Key_F1)
            yield f"{words}, card {row}, every field pried, and the keys"
            QTest.keyClick(window, Key.Key_F1)
            _go_to(hands, words)


def cards_on_show(window: Window) -> list[TeamCard]:
    """The teams that a judge can open now."""
    return [one for one in screens.judge_desk(window).findChildren(TeamCard) if one.isVisible()]


def parts_on_show(window: Window) -> list[Button]:
    """What leads from one part of a screen to another."""
    return [
        one
        for one in window.findChildren(Button)
        if one.isVisible() and one.isCheckable() and one.property("kind") == "entry"
        if not isinstance(one, EntryButton)
    ]


def pry(window: Window, eyes: Eyes) -> None:
    """In every field, take back whatever can be, put it in again, paste, and copy all."""
    for field in fields_on_show(window):
        field.setFocus()
        for key, held in (*_BACK, *_ON, _PASTE):
            QTest.keyClick(field, key, held)
            eyes.note(_text(field))
        QTest.keyClick(field, Key.Key_A, CTRL)
        QTest.keyClick(field, Key.Key_C, CTRL)


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def fields_on_show(window: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """Every field that can be written in now."""
    found: list[QLineEdit | QPlainTextEdit] = [*window.findChildren(QLineEdit)]
    found += window.findChildren(QPlainTextEdit)
    return [one for one in found if one.isVisible() and one.isEnabled()]


def write_a_card(hands: Hands, judge: Actor, row: int, *, ends: str) -> None:
    """Score and comment through the window, and leave the card as `ends` says."""
    window = hands.window
    assert judge.judge is not None
    hands.open_team(row)
    given = scores(judge.judge, TEAMS[row])
    for criterion in (IMPACT, DELIVERY):
        hands.type(str(given[criterion]))
        hands.key(Key.Key_Tab)
    boxes = [one for one in fields_on_show(window) if isinstance(one, QPlainTextEdit)]
    for box in boxes:
        box.setFocus()
        QTest.keyClicks(box, f"A {animal(judge.judge)} if ever")
        QTest.keyClick(box, Key.Key_A, CTRL)
        QTest.keyClick(box, Key.Key_C, CTRL)
        if ends == "erased":
            QTest.keyClick(box, Key.Key_Delete)
    assert len(boxes) == 2
    if ends in ("submitted", "read back"):
        hands.key(Key.Key_Return, CTRL)
    if ends == "submitted":
        hands.key(Key.Key_Return)


def _go_to(hands: Hands, words: str) -> None:
    hands.go_to(words)
    QApplication.processEvents()  # what was added to a screen in sight is shown by the loop
