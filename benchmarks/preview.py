"""How long the designer's page takes to follow a key, in each design; prints ratios only.

Run it as `python -m benchmarks.preview [presses]`. A ratio above 1 is faster than the goal of
100 ms of processor time from the key to the painted page, drawn from the PDF itself. The floor is
the same window painted whole.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import quantiles
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from judging_app.desk.events import create_event
from judging_app.domain.papers.certificates import House
from judging_app.domain.roles import ORGANISER
from judging_app.intake.sample import read_sample
from ui import theme
from ui.day import Day
from ui.organiser.certificates import CertificateDesigner
from ui.pages import CERTIFICATES
from ui.window import Window

GOAL_MS = 100
LAPTOP = QSize(1366, 768)
WARM_UP = 3


def pressed_ms(designer: CertificateDesigner) -> float:
    """From a key in the heading to the page that says so, painted."""
    start = process_time()
    QTest.keyClicks(designer.words.title, "!")
    designer.page.repaint()
    return (process_time() - start) * 1000


def painted_ms(window: Window) -> float:
    """The window alone."""
    start = process_time()
    window.grab()
    return (process_time() - start) * 1000


def main(presses: int) -> None:
    """Print how much faster than the goal each design is, at the middle and the 95th percentile."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    sample = read_sample(with_ballots=False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "day.pitchday"
        create_event(path, sample.event, sample.intake, sample.pins)
        window = Window(Day())
        window.open_event(path)
        window.day.enter(ORGANISER)
        window.resize(LAPTOP)
        window.show()
        window.entry_asked.emit(CERTIFICATES)
        designer = window.screen_by(CERTIFICATES, CertificateDesigner)
        for house in House:
            designer.houses.cards[house].click()
            designer.words.title.setFocus()
            took = [pressed_ms(designer) for _ in range(WARM_UP + presses)][WARM_UP:]
            floor = min(painted_ms(window) for _ in range(presses))
            middle, most = quantiles(took, n=20)[9], quantiles(took, n=20)[18]
            print(
                f"{house.code}: {GOAL_MS / middle:.1f} x as fast as the goal, "
                f"{GOAL_MS / most:.1f} x at the 95th percentile ({middle:.0f} and {most:.0f} ms, "
                f"the window alone {floor:.0f} ms)"
            )
        window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
