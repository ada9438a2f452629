"""How long the living window takes to change its text's size and its theme, and what it keeps.

Run it as `python -m benchmarks.restyle`. The window has built a judge's teams and every page of
the organiser's. It prints times, ratios to building that window anew, and memory; nothing is
asserted, for they hang on the machine.
"""

import gc
import os
import tempfile
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from benchmarks.key_press import make_sample
from benchmarks.saving import timed_ns
from judging_app.domain.ids import JudgeId
from judging_app.domain.roles import ORGANISER, Actor, Role
from ui import theme
from ui.appearance import SCALES
from ui.day import Day
from ui.pages import HOST_DESK, LOOK, PAPERS, PROJECTOR, RESULT, TEAMS
from ui.window import Window

LAPTOP = QSize(1366, 768)
PAGES = (TEAMS, HOST_DESK, PROJECTOR, RESULT, PAPERS, LOOK)
CHANGES = 200
MS = 1_000_000


def main() -> None:
    """Change the look of every page, and then one page's so often that a leak would show."""
    app = QApplication([])
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.pitchday"
        make_sample(path)
        built = timed_ns(lambda: _close(app, _opened(app, path)))
        window = _opened(app, path)
        print(f"building the window anew, every page   {built / MS:7.1f} ms   1.00")
        for key in PAGES:
            window.show_screen(key)
            app.processEvents()
            _tell(key, _change(app, len(SCALES)), built)
        _tell_memory(app)
        window.close()


def _opened(app: QApplication, path: Path) -> Window:
    """A window in which a judge and the organiser have been to all their pages."""
    window = Window(Day())
    window.resize(LAPTOP)
    window.show()
    window.open_event(path)
    window.day.enter(Actor(Role.JUDGE, JudgeId("J1")))
    window.day.enter(ORGANISER)
    for key in PAGES[1:]:
        window.entry_asked.emit(key)
        app.processEvents()
    return window


def _close(app: QApplication, window: Window) -> None:
    window.close()
    window.projector.deleteLater()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _change(app: QApplication, times: int) -> list[int]:
    """How long each of so many changes takes until all is painted again."""
    looks = islice(cycle(zip(cycle(("dark", "light")), (*SCALES, *SCALES[-2:0:-1]))), times)
    return [timed_ns(partial(_apply, app, *look)) for look in looks]


def _apply(app: QApplication, name: str, text_scale: float) -> None:
    theme.apply(app, name, text_scale)
    app.processEvents()


def _tell(what: str, times: list[int], built: int) -> None:
    print(
        f"{what:<38} {median(times) / MS:7.1f} ms   {median(times) / built:.2f}"
        f"   slowest {max(times) / MS:.1f} ms"
    )


def _tell_memory(app: QApplication) -> None:
    """What is alive, and how much memory, before and after many changes."""
    for changes in (10, CHANGES // 2, CHANGES // 2):
        _change(app, changes)
        gc.collect()
        print(
            f"after {changes} more changes: {len(app.allWidgets())} widgets, "
            f"{len(gc.get_objects())} objects, {_resident_kb():,} kB"
        )


def _resident_kb() -> int:
    """What the process holds in memory, as Linux tells it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0])


if __name__ == "__main__":
    main()
