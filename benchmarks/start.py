"""How long the application takes to start, against an empty window of the same toolkit.

Run it as `python -m benchmarks.start`. Each start is a fresh process; an empty window and the
application with the sample event start in turns, both with their modules compiled, as installed
ones are. It prints times and ratios; nothing is asserted, for they hang on the machine.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic_ns

from benchmarks.key_press import make_sample

STARTS = 15
WARM_UP = 2

EMPTY = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Empty(QWidget):
    def paintEvent(self, event):
        print(time.monotonic_ns())
        QTimer.singleShot(0, app.exit)

app = QApplication([])
window = Empty()
window.resize(1366, 768)
window.show()
app.exec()
"""

EVENT = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from ui.splash import Opening

def paint_first(opening, event):
    paint(opening, event)
    print(time.monotonic_ns())
    QTimer.singleShot(0, watch_names)

def watch_names():
    global real_open
    from ui.day import Day
    from ui.start.sign_in import SignIn
    SignIn.paintEvent = paint_names
    real_open, Day.open = Day.open, open_event

def paint_names(screen, event):
    QWidget.paintEvent(screen, event)
    QTimer.singleShot(0, tell_names)

def tell_names():
    if not told:
        print(time.monotonic_ns())
    told.append("names")

def open_event(day, path):
    is_open = real_open(day, path)
    print(time.monotonic_ns())
    QTimer.singleShot(0, QApplication.exit)
    return is_open

told = []
paint, Opening.paintEvent = Opening.paintEvent, paint_first
from judging_app.cli.main import main
main([sys.argv[1]])
"""


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.pitchday"
        environment = {
            **{name: value for name, value in os.environ.items() if name not in _NO_BYTECODE},
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
            "XDG_DATA_HOME": folder,
            "QT_QPA_PLATFORM": "offscreen",
        }
        os.environ["XDG_DATA_HOME"] = folder
        make_sample(path)
        starts = [
            (started(environment, EMPTY), started(environment, EVENT, str(path)))
            for _ in range(WARM_UP + STARTS)
        ][WARM_UP:]
    show([empty for (empty,), _ in starts], [event for _, event in starts])


def started(environment: Mapping[str, str], code: str, *words: str) -> Sequence[float]:
    """Milliseconds from the start of a process to each moment that it tells."""
    start = monotonic_ns()
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return [(int(line) - start) / 1e6 for line in done.stdout.split()]


def show(empty: Sequence[float], event: Sequence[Sequence[float]]) -> None:
    """Print the medians, and the ratios to the empty window's."""
    floor = statistics.median(empty)
    first, names, last = (statistics.median(times) for times in zip(*event, strict=True))
    print(f"  an empty window painted        {floor:9.1f} ms")
    print(f"  our window painted             {first:9.1f} ms   {first / floor:6.2f} ×")
    print(f"  its names painted              {names:9.1f} ms   {names / floor:6.2f} ×")
    print(f"  the event open behind them     {last:9.1f} ms   {last / floor:6.2f} ×")


_NO_BYTECODE = ("PYTHONDONTWRITEBYTECODE",)


if __name__ == "__main__":
    main()
