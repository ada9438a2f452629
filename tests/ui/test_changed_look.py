"""Another text size or theme in the living window: as if it had been built so, and nothing lost."""

import gc
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from shutil import copy
from time import monotonic

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCommonStyle,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from judging_app.desk.desk import Desk
from judging_app.domain.journal import fingerprint
from judging_app.present import time_of_day
from tests.ui.every_screen import DayOnFile, sample_day, states
from tests.ui.test_every_screen import LAPTOP, settled
from ui import theme
from ui.day import Day
from ui.wall.projector import Projector
from ui.window import Window
from ui.worker import Worker

Look = tuple[str, float]

USUAL: Look = ("light", 1.0)
OTHER: Look = ("dark", 2.0)
CHANGES = 12
SOON_MS, PATIENCE_S = 200, 60
SEEN = 16
"""Of 255 levels of a colour: by how many a pixel must differ to be seen to."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the window: each widget's place and wishes, by its path, and the picture."""

    parts: dict[str, tuple[object, ...]]
    picture: QImage


@dataclass(frozen=True, slots=True)
class Built:
    """The window built in `OTHER`: its states, and every window that came up meanwhile."""

    states: dict[str, Shown]
    windows: list[str]


class ShowWatch(QObject):
    """Notes each window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture(scope="module")
def on_file(tmp_path_factory: pytest.TempPathFactory) -> DayOnFile:
    """The sample's event file, to be copied."""
    return sample_day(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="module")
def built(
    qapp: QApplication, on_file: DayOnFile, tmp_path_factory: pytest.TempPathFactory
) -> Built:
    watch, found = ShowWatch(), dict[str, Shown]()
    qapp.installEventFilter(watch)
    with every_state(qapp, tmp_path_factory.mktemp("built"), on_file, OTHER) as at:
        for window, state in at:
            lay_out_again(window)
            found[state] = shown(qapp, window)
    qapp.removeEventFilter(watch)
    return Built(found, watch.shown)


def test_no_window_ever_shows_but_the_main_window(built: Built) -> None:
    assert built.windows == ["Window"]


def test_a_changed_look_is_that_of_a_window_built_so(
    qapp: QApplication, built: Built, on_file: DayOnFile, tmp_path: Path
) -> None:
    different: list[str] = []
    with every_state(qapp, tmp_path, on_file, USUAL) as at:
        for window, state in at:
            before = shown(qapp, window)
            theme.apply(qapp, *OTHER)
            different += differences(state, built.states[state], shown(qapp, window))
            theme.apply(qapp, *USUAL)
            different += differences(f"{state}, and back", before, shown(qapp, window))

    assert "\n".join(different) == ""
    assert len(built.states) > 40


def test_many_changes_of_the_look_leave_nothing_behind(
    qapp: QApplication, on_file: DayOnFile, tmp_path: Path
) -> None:
    counts: list[tuple[int, int]] = []
    with every_state(qapp, tmp_path, on_file, USUAL) as at:
        next(window for window, state in at if state == "scorecard")
        for change in range(CHANGES):
            theme.apply(qapp, *(OTHER, USUAL)[change % 2])
            settled(qapp)
            counts.append((len(qapp.allWidgets()), len(theme._look.followers)))

    assert len(set(counts[2:])) == 1


def test_a_widget_keeps_nothing_of_the_style_sheets_before(qapp: QApplication) -> None:
    label, counts = QLabel("Lantern"), list[int]()
    for change in range(CHANGES):
        theme.apply(qapp, *(OTHER, USUAL)[change % 2])
        theme.restyle(label, kind="quiet")
        counts.append(sum(type(one) is QCommonStyle for one in gc.get_objects()))
    label.deleteLater()

    assert len(set(counts[2:])) == 1


def test_only_a_widgets_own_method_follows_the_look() -> None:
    with pytest.raises(TypeError, match="no widget's method"):
        theme.follow(lambda: None)


def _attended(window: Window, day: DayOnFile) -> Iterator[tuple[Window, str]]:
    """Every state, with somebody there all the time, however slow the computer is."""
    for state in states(window, day):
        window._idle.follow()
        yield window, state


@contextmanager
def every_state(
    app: QApplication, folder: Path, on_file: DayOnFile, look: Look
) -> Iterator[Iterator[tuple[Window, str]]]:
    """A window built in `look` on a laptop's screen, and brought into every state in turn."""
    with pytest.MonkeyPatch.context() as patch:
        stop_the_time(patch)
        own = DayOnFile(Path(copy(on_file.path, folder)), on_file.judge)
        app.setCursorFlashTime(0)
        theme.apply(app, *look)
        window = Window(Day(), Projector(is_motion_reduced=True))
        window.resize(LAPTOP)
        window.show()
        window.activateWindow()
        yield _attended(window, own)
        window.close()
        window.projector.deleteLater()
        window.deleteLater()
        settled(app)


@cache
def the_time() -> datetime:
    """When it was first asked for, after all that the days on file hold."""
    return datetime.now(UTC)


def stop_the_time(patch: pytest.MonkeyPatch) -> None:
    """Show one time of day and one code only, and let it be now all the time.

    What is to come on a day that is planned hangs on the time.
    """
    patch.setattr(Desk, "now", lambda _desk: the_time())
    times = (time_of_day.saved_text, time_of_day.clock_text, time_of_day.moment_text)
    for told, always in (*((one, "12:00") for one in times), (fingerprint, "1234-5678-9ABC-DEFG")):
        for module in [*sys.modules.values()]:
            if getattr(module, told.__name__, None) is told:
                patch.setattr(module, told.__name__, lambda _of, one=always: one)


def lay_out_again(window: Window) -> None:
    """Qt at times leaves what has just been shown with the room of a moment before."""
    for one in window.findChildren(QWidget):
        if (layout := one.layout()) is not None and one.isVisible():
            layout.invalidate()


def shown(app: QApplication, window: Window) -> Shown:
    """What is on show, scrolled to the top: how far it was scrolled hangs on what was before."""
    settled(app)
    started = monotonic()
    while at_work := who_works(window):
        assert monotonic() - started < PATIENCE_S, at_work
        settled(app)
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    settled(app)
    return Shown(dict(_parts(window)), window.grab().toImage())


def who_works(window: Window) -> list[str]:
    """Who still draws pages or makes a copy, and who is about to begin something."""
    timers = (one for one in window.findChildren(QTimer) if one.isActive() and one.isSingleShot())
    soon = [one for one in timers if one.interval() <= SOON_MS]
    busy = [one for one in window.findChildren(Worker) if one.is_busy]
    return [type(one.parent()).__name__ for one in (*busy, *soon)]


def _parts(within: QWidget, path: str = "") -> Iterator[tuple[str, tuple[object, ...]]]:
    counted = Counter[str]()
    for part in within.children():
        if isinstance(part, QWidget):
            name = type(part).__name__
            counted[name] += 1
            if part.isVisible():
                own = f"{path}/{name} {counted[name]}"
                yield own, (part.geometry(), _wish(part), part.minimumSize(), part.maximumSize())
                yield from _parts(part, own)


def _wish(part: QWidget) -> QSize | None:
    """Its size hint, where Qt doesn't keep that from the first time that it was asked for."""
    kept = (QStackedWidget, QAbstractScrollArea)
    if isinstance(part, kept) or isinstance(part.parentWidget(), QScrollArea):
        return None
    return None if any(part.findChild(kind) for kind in kept) else part.sizeHint()


def differences(state: str, expected: Shown, found: Shown) -> Iterator[str]:
    """Each widget that is elsewhere or wants another size, and whether the picture differs."""
    for path in sorted(expected.parts.keys() | found.parts.keys()):
        one, other = expected.parts.get(path), found.parts.get(path)
        if one != other:
            yield f"{state}: {path} {one} {other}"
    if _looks_different(expected.picture, found.picture):
        yield f"{state}: another picture"


def _looks_different(one: QImage, other: QImage) -> bool:
    """Whether an eye would see it: a letter’s edge may lie a fraction of a pixel elsewhere."""
    if one == other or one.size() != other.size():
        return one != other
    pairs = zip(_levels(one), _levels(other), strict=True)
    return max(abs(a - b) for a, b in pairs) > SEEN


def _levels(picture: QImage) -> memoryview:
    return memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("B")
