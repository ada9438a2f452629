"""Every screen, on three very different days, looked over by every check of the audit."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import LEAST_ON_CARD, LEAST_TARGET, Finding, controls, findings, told
from tests.ui.every_screen import (
    DayOnFile,
    empty_day,
    large_day,
    on_show,
    sample_day,
    states,
)
from tests.ui.layout import layout_findings
from ui import keys, theme
from ui.day import Day
from ui.keys import Key
from ui.wall.projector import Projector
from ui.window import Window

LAPTOP = QSize(1366, 768)
Made = Callable[[str], DayOnFile]
MADE: dict[str, Callable[[Path], DayOnFile]] = {
    "sample": sample_day,
    "large": large_day,
    "empty": empty_day,
}
SMALL = QSize(1280, 720)
LOOKS = [
    # A theme changes no size, and a size no colour: two looks say it all.
    *((day, *look) for day in MADE for look in (("light", 1.0, LAPTOP), ("dark", 2.0, LAPTOP))),
    *(
        pytest.param(day, *look, marks=pytest.mark.full)
        for day, look in (
            *(
                (day, look)
                for day in MADE
                for look in (("light", 2.0, LAPTOP), ("dark", 1.0, LAPTOP))
            ),
            # What holds for the longest names and the most rows holds for the other days.
            ("large", ("light", 1.5, LAPTOP)),
            ("large", ("light", 1.0, SMALL)),
        )
    ),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Each day's event file, made when it is first asked for, to be copied."""
    return cache(lambda name: MADE[name](tmp_path_factory.mktemp(name)))


@contextmanager
def opened(qtbot: QtBot) -> Iterator[Window]:
    """The window on a laptop's screen."""
    window = Window(Day(), Projector(is_motion_reduced=True))
    qtbot.addWidget(window)
    qtbot.addWidget(window.projector)
    window.resize(LAPTOP)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.close()


def settled(app: QApplication) -> None:
    """Lay out what has just been shown, and let go of what it replaced."""
    for _ in range(4):
        app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()


@pytest.mark.row(54)
@pytest.mark.parametrize(("day", "look", "text_scale", "size"), LOOKS)
def test_everything_on_every_screen_can_be_named_reached_read_and_hit_and_has_its_place(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    made: Made,
    day: str,
    look: str,
    text_scale: float,
    size: QSize,
) -> None:
    own = copied(made(day), tmp_path)
    found, seen = audited(qapp, qtbot, own, [(look, text_scale)], size)

    assert told(found) == "nothing"
    assert seen > (20 if made(day).judge is not None else 15)


@pytest.mark.full  # without it, `test_changed_look` shows that a changed look is as one built so
@pytest.mark.parametrize("day", ["sample", "large"])
def test_everything_on_every_screen_stays_so_when_the_living_window_changes_its_look(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, made: Made, day: str
) -> None:
    looks = [("dark", 2.0), ("light", 1.0)]
    found, seen = audited(qapp, qtbot, copied(made(day), tmp_path), looks)

    assert told(found) == "nothing"
    assert seen > 20


def test_each_screen_listens_to_the_keys_in_the_table_and_to_no_others(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    made: Made,
) -> None:
    heard: dict[str, set[Key]] = {}
    asked: list[Key] = []
    monkeypatch.setattr(Key, "is_pressed", lambda key, _event: asked.append(key))
    bound = bindings(monkeypatch)
    own = copied(made("sample"), tmp_path)
    with opened(qtbot) as window:
        for _ in states(window, own):
            settled(qapp)
            screen = window._screens[window._key]
            for control in controls(screen):
                qapp.sendEvent(control, nothing_at_all())
            shortcuts = {
                key for key, where in bound if where is screen or screen.isAncestorOf(where)
            }
            heard.setdefault(window._key, set()).update(asked, shortcuts)
            asked.clear()

    everywhere = set(keys.keys_of("everywhere"))
    for name, found in heard.items():
        listed = {key for key in keys.keys_of(name) if not key.is_qts}
        assert found - everywhere == listed, name


def audited(
    app: QApplication,
    qtbot: QtBot,
    day: DayOnFile,
    looks: Sequence[tuple[str, float]],
    size: QSize = LAPTOP,
) -> tuple[list[Finding], int]:
    """What is found in every state, brought into each look in turn, and how many states."""
    found: list[Finding] = []
    seen = 0
    theme.apply(app, *looks[-1])
    with opened(qtbot) as window:
        for state in states(window, day):
            seen += 1
            window._idle.follow()  # somebody is there all the time, however slow the computer is
            least = LEAST_ON_CARD if state.startswith(("scorecard", "read-back")) else LEAST_TARGET
            for look in looks:
                theme.apply(app, *look)
                window.resize(size)
                settled(app)
                shown = on_show(window)
                if shown is window:  # nothing covers the page
                    found += layout_findings(state, window._screens[window._key])
                found += findings(state, shown, room=size, least=least)
    return found, seen


def copied(day: DayOnFile, folder: Path) -> DayOnFile:
    """The same day on a file of its own."""
    return DayOnFile(Path(copy(day.path, folder)), day.judge)


def bindings(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Key, QWidget]]:
    """The rows that are bound as shortcuts from now on, and where."""
    bound: list[tuple[Key, QWidget]] = []
    bind = keys.bind

    def listening(
        key: Key, screen: QWidget, slot: Callable[[], object], *, repeats: bool = True
    ) -> tuple[QShortcut, ...]:
        bound.append((key, screen))
        return bind(key, screen, slot, repeats=repeats)

    monkeypatch.setattr(keys, "bind", listening)
    return bound


def nothing_at_all() -> QKeyEvent:
    """A key that means nothing anywhere, so that it is offered to everyone who listens."""
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F24, Qt.KeyboardModifier.NoModifier)
