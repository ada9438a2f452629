"""Starts the windows, and catches at one door what nobody foresaw."""

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from judging_app.cli.door import logged
from ui import theme
from ui.wiring.window import Window

UNFORESEEN = (
    "Something went wrong inside the application. What was saved is safe; go on, and if it "
    "happens again, close the event and open it anew."
)


def run(path: Path | None = None) -> int:
    """Open the main window, with an event if there is one; the answer is the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Pitch day")
    theme.apply(app, preferred_theme(app))
    window = Window()
    sys.excepthook = Door(window)
    window.resize(1366, 768)
    window.show()
    if path is not None:
        QTimer.singleShot(0, lambda: window.open_event(path))
    return app.exec()


def preferred_theme(app: QApplication) -> str:
    """The theme that the system asks for."""
    is_dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


class Door:
    """What every exception in a slot comes to: one sentence on screen, its place in a log file."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def __call__(
        self,
        _kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        """Say so; the loop goes on."""
        log = logged(error)
        told = f" The details are in {log}." if log else ""
        self._window.show_message(UNFORESEEN + told, "loss")
