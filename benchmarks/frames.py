"""What a frame of the sliding standings costs, against bare painting and against a table.

Run it as `python -m benchmarks.frames`. It prints times and ratios; nothing is asserted, for they
hang on the machine. The three run in turns, each through the whole animation at 1920 × 1080, with
every row on its way to another place:

- the standings as the room sees them, all rows forced on one page. A real page never has more than
  20; on fuller ones the type is cut off at the row's height;
- a bare QPainter that paints the same rows from QStaticText into a QImage, frame by frame, its type
  as small as the row, which favours it;
- a QTableView whose delegate paints the same columns. Its rows can't slide; every frame paints all
  of them anew.

Of each frame of the slide the fastest round counts, for everything slower is the machine's other
work; the 95th percentile of all rounds, that work included, stands beside it as "busy".
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter_ns

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.frames_otherwise import FRAME_MS, PROGRESS, ROOM, Bare, Table
from benchmarks.saving import Times
from judging_app.domain.event import Scene
from judging_app.domain.ids import TeamId
from judging_app.present.wall.board import TOP
from judging_app.present.wall.faces import Board, WallPage, WallRow
from judging_app.present.wall.showing import WallView
from ui import theme
from ui.wall.standings import MOTION_MS, StandingsBoard

SIZES = (6, 50, 200)
ROUNDS, WARM_UP = 12, 2
"""Whole animations, and those before them that don't count."""

Slide = Callable[[], Sequence[int]]
"""Goes through one animation, and says how long each of its frames took, in nanoseconds."""
Slides = Sequence[Sequence[int]]


def main() -> None:
    """Print the figures for every size."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "dark")
    for count in SIZES:
        print(f"\n{count} rows at {ROOM.width()} × {ROOM.height()}, {len(PROGRESS)} frames a slide")
        report(count)


def report(count: int) -> None:
    """Measure one number of rows and print it."""
    one, other = view(range(count)), view(range(count - 1, -1, -1))
    one_up = view((count - 1, *range(count - 1)))
    ours = Ours()
    frames = in_turns(
        {
            "standings, all rows move": Slider(ours, one, other).slide,
            "standings, the last rises": Slider(ours, one, one_up).slide,
            "bare QPainter, QStaticText": Bare(one, other).slide,
            "QTableView with delegate": Table(one).slide,
        }
    )
    mine, _, bare, table = (best(slides) for slides in frames.values())
    for name, slides in frames.items():
        show(name, slides)
    print(f"    ÷ bare QPainter            {mine.median_ms / bare.median_ms:9.2f} ×")
    print(f"    ÷ QTableView               {mine.median_ms / table.median_ms:9.2f} ×")
    starts = Times(tuple(ours.starts_ns))
    print(f"  a new order taken, once    {starts.median_ms:9.2f} ms   95 %: {starts.slow_ms:.2f}")
    ours.board.close()


def show(name: str, slides: Slides) -> None:
    """Print one line: times, their share of a frame, and how even they are."""
    times, busy = best(slides), Times(tuple(taken for slide in slides for taken in slide))
    print(
        f"  {name:26} {times.median_ms:9.2f} ms   95 %: {times.slow_ms:5.2f}   "
        f"of a frame: {times.median_ms / FRAME_MS:6.1%}, 95 %: {times.slow_ms / FRAME_MS:6.1%}   "
        f"slowest ÷ median: {max(times.all_ns) / 1e6 / times.median_ms:.1f}   "
        f"busy: {busy.slow_ms:.2f} ms"
    )


def best(slides: Slides) -> Times:
    """The fastest that each frame of the slide ever was."""
    return Times(tuple(min(frame) for frame in zip(*slides, strict=True)))


def in_turns(slides: Mapping[str, Slide]) -> dict[str, Slides]:
    """The slides of each, taken in turns."""
    taken: dict[str, list[Sequence[int]]] = {name: [] for name in slides}
    for _ in range(WARM_UP + ROUNDS):
        for name, slide in slides.items():
            taken[name].append(slide())
    return {name: frames[WARM_UP:] for name, frames in taken.items()}


def view(order: Sequence[int]) -> WallView:
    """The standings with the teams in this order, on one page."""
    count = len(order)
    rows = tuple(
        WallRow(
            TeamId(f"T{team}"),
            str(place),
            f"Team Kingfisher {team}",
            f"{100 - 50 * place / count:.2f}",
            "7 of 8 ballots",
            "7 ballots",
            is_top=place <= TOP,
        )
        for place, team in enumerate(order, start=1)
    )
    return WallView(
        Scene.STANDINGS,
        Board((WallPage(rows),)),
        title="Standings",
        aside="Tech Connect",
        foot="Mean out of 100, of all 8 ballots unless the row says fewer",
        clock_text="14:32",
    )


class Ours:
    """The standings' own window."""

    def __init__(self) -> None:
        self.board = StandingsBoard()
        self.board.resize(ROOM)
        self.board.show()
        self.starts_ns: list[int] = []

    def take(self, shown: WallView) -> None:
        """Take a new order, and hold its motion at the start."""
        start = perf_counter_ns()
        self.board.show_view(shown)
        self.starts_ns.append(perf_counter_ns() - start)
        self.board.motion.pause()
        QApplication.processEvents()


@dataclass(slots=True)
class Slider:
    """Takes one order and slides to the other."""

    ours: Ours
    one: WallView
    other: WallView

    def slide(self) -> list[int]:
        """Slide once, as the running animation would, frame by frame."""
        motion = self.ours.board.motion
        self.ours.take(self.one)
        motion.setCurrentTime(MOTION_MS)
        QApplication.processEvents()
        self.ours.take(self.other)
        return [self._frame_ns(round(progress * MOTION_MS)) for progress in PROGRESS]

    def _frame_ns(self, at_ms: int) -> int:
        start = perf_counter_ns()
        self.ours.board.motion.setCurrentTime(at_ms)
        QApplication.processEvents()
        return perf_counter_ns() - start


if __name__ == "__main__":
    main()
