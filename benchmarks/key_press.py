"""How long a judge waits from a key to *Saved*, and the room from a submit to its new board.

Run it as `python -m benchmarks.key_press`, with TMPDIR on the drive that is meant. It prints times
and ratios; nothing is asserted, for they hang on the machine. Each key press and the floors beneath
it run in turns: one write and fsync of as many bytes as the press writes, and the same windows
painted whole without an act.
"""

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.saving import Times, fill, make, timed_ns
from judging_app.desk import ballots, projector
from judging_app.desk.desk import Desk
from judging_app.desk.events import create_event, open_event
from judging_app.domain.event import Board, Scene
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.intake.sample import read_sample
from ui import theme
from ui.day import Day
from ui.judge.card import Scorecard
from ui.judge.desk import JudgeDesk
from ui.judge.scale_keys import ScaleKeys
from ui.pages import CARD, TEAMS
from ui.wall.projector import Projector
from ui.window import Window

LAPTOP, ROOM = QSize(1366, 768), QSize(1920, 1080)
LARGE = (60, 30)
"""Teams, judges."""
PRESSES = 200
WARM_UP = 20
FRAME_MS = 16.7
DIGITS = "1234567890"
"""A score each, another than the one before it; nought is for ten."""
PAGE_BYTES = 4096
COUNTS = Path("/proc/self/io")
"""Where Linux counts what a process writes."""
MOST_TURNS = 10_000
"""Of the loop; what isn't painted by then never is."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one key press took, and the floors right before it, in nanoseconds."""

    sync_ns: int
    paint_ns: int
    press_ns: int

    @property
    def floor_ns(self) -> int:
        """The least that anything durable and visible can take."""
        return self.sync_ns + self.paint_ns


class Painted(QObject):
    """Sees when all of some widgets have been painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._waits_for: set[QObject] = set()
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Let every event pass, and remember a paint."""
        if event.type() is QEvent.Type.Paint:
            self._waits_for.discard(watched)
        return False

    def wait_after(self, do: Callable[[], object]) -> None:
        """Do something, and go on until all have been painted after it."""
        self._waits_for = set(self._widgets)
        do()
        for _ in range(MOST_TURNS):
            QApplication.processEvents()
            if not self._waits_for:
                return
        raise RuntimeError(f"not painted: {self._waits_for}")


class Card:
    """A judge's card on show in the main window, with a room that watches the standings live."""

    def __init__(self, path: Path) -> None:
        self.window = Window(Day(), Projector(is_motion_reduced=True))
        self.window.resize(LAPTOP)
        self.window.show()
        self.activate()
        self.window.open_event(path)
        setup = self.desk.setup()
        self._judge, self._team = setup.judges[0].id, setup.teams[0].id
        self._own = Actor(Role.JUDGE, self._judge)
        self._scores = cycle(setup.rubric.judged[0].scale)
        self._digits = cycle(DIGITS)
        self.window.day.enter(self._own)
        self.open()
        card = self.window.screen_by(CARD, Scorecard)
        self._keys = card.findChildren(ScaleKeys)[0]
        self.saved = self.window.top.saved

    @property
    def desk(self) -> Desk:
        """The open event."""
        return self.window.day.desk

    @property
    def room(self) -> Projector:
        """What the room watches."""
        return self.window.projector

    def open(self) -> None:
        """Show the card as a judge does, and let the window settle."""
        self.window.screen_by(TEAMS, JudgeDesk).team_asked.emit(self._team)
        QApplication.processEvents()

    def press_score(self) -> None:
        """Press the next digit on the first criterion."""
        QTest.keyClicks(self._keys, next(self._digits))

    def reopen(self) -> None:
        """Let the organiser reopen the ballot, and give it another score."""
        ballots.reopen(self.desk, ORGANISER, self._judge, self._team, "Again")
        criterion = self.desk.setup().rubric.judged[0].id
        ballots.score(self.desk, self._own, self._judge, self._team, criterion, next(self._scores))
        self.open()

    def submit(self) -> None:
        """Submit the ballot as the card does once it was read back."""
        self.window.screen_by(CARD, Scorecard).submit_asked.emit()

    def put_board_on(self) -> None:
        """Submit the ballot, and let the room watch the standings as ballots arrive."""
        ballots.submit(self.desk, self._own, self._judge, self._team)
        projector.show_board(self.desk, HOST, Board.LIVE)
        projector.show_scene(self.desk, HOST, Scene.STANDINGS)
        self.room.resize(ROOM)
        self.room.show()
        self.room.show_view(projector.shown(self.desk))
        self.activate()

    def activate(self) -> None:
        """Give the keyboard to the main window."""
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)


def main() -> None:
    """Print the figures for the sample and for a large event."""
    theme.apply(QApplication([]), "light")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        sample, large = Path(folder) / "sample.pitchday", Path(folder) / "large.pitchday"
        make_sample(sample)
        report(sample, "sample event, 6 teams × 8 judges")
        make(large, *LARGE)
        report(large, f"{LARGE[0]} teams × {LARGE[1]} judges")


def report(path: Path, title: str) -> None:
    """Measure one event and print it."""
    put_ballots_in(path)
    card = Card(path)
    print(f"\n{title}")
    with (path.parent / "floor").open("wb", buffering=0) as file:
        painted = Painted(card.saved)
        turns = measured(card.press_score, _nothing, painted, [card.window], file.fileno())
        show("score to Saved", turns)
        card.put_board_on()
        board = card.room.board
        painted, windows = Painted(board), [card.window, board]
        turns = measured(card.submit, card.reopen, painted, windows, file.fileno())
        show("submit to the room", turns)
    card.window.close()


def measured(
    press: Callable[[], None],
    prepare: Callable[[], None],
    painted: Painted,
    windows: Sequence[QWidget],
    handle: int,
) -> Sequence[Turn]:
    """Press again and again, each time after one bare fsync and one bare painting."""

    def paint() -> None:
        for window in windows:
            window.repaint()

    prepare()
    size = written_by(lambda: painted.wait_after(press))
    print(f"  written by a press       {size:9,} bytes")
    turns = []
    for _ in range(WARM_UP + PRESSES):
        prepare()
        sync_ns = timed_ns(lambda: write_and_sync(handle, size))
        paint_ns = timed_ns(lambda: painted.wait_after(paint))
        turns.append(Turn(sync_ns, paint_ns, timed_ns(lambda: painted.wait_after(press))))
    return turns[WARM_UP:]


def show(what: str, turns: Sequence[Turn]) -> None:
    """Print the floors, the key press and their ratio."""
    sync, paint, floor, press = (
        Times(times)
        for times in zip(
            *((one.sync_ns, one.paint_ns, one.floor_ns, one.press_ns) for one in turns),
            strict=True,
        )
    )
    for name, times in (("one write and fsync", sync), ("painted whole", paint), (what, press)):
        print(f"  {name:24} {times.median_ms:9.2f} ms   95 %: {times.slow_ms:.2f}")
    for name, median_ms, slow_ms in (
        ("(fsync + painted whole)", floor.median_ms, floor.slow_ms),
        ("one frame", FRAME_MS, FRAME_MS),
    ):
        ratio, slow_ratio = press.median_ms / median_ms, press.slow_ms / slow_ms
        print(f"  ÷ {name:24} {ratio:7.2f} ×    95 %: {slow_ratio:.2f}")


def write_and_sync(handle: int, size: int) -> None:
    """The least that anything durable can do with so many bytes."""
    os.write(handle, bytes(size))
    os.fsync(handle)


def written_by(do: Callable[[], object]) -> int:
    """How many bytes something writes; a page where the system doesn't count them."""
    before = written()
    do()
    return written() - before or PAGE_BYTES


def written() -> int:
    """How many bytes this process has written; 0 where the system doesn't count them."""
    lines = COUNTS.read_text(encoding="ascii").splitlines() if COUNTS.exists() else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("wchar:"))


def make_sample(path: Path) -> None:
    """The sample event before its first ballot."""
    sample = read_sample(with_ballots=False)
    create_event(path, sample.event, sample.intake, sample.pins, opens_scoring=True)


def put_ballots_in(path: Path) -> None:
    """Score all ballots, and submit all but those of the judge who presses the keys."""
    desk = open_event(path)
    fill(desk)
    desk.file.db.execute("PRAGMA synchronous = OFF")
    setup = desk.setup()
    for judge in setup.judges[1:]:
        for team in setup.teams:
            ballots.submit(desk, Actor(Role.JUDGE, judge.id), judge.id, team.id)
    desk.close()


def _nothing() -> None:
    """There is nothing to prepare."""


if __name__ == "__main__":
    main()
