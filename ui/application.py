"""Starts the windows: one is painted at once, and what fills it is loaded after that."""

import sys
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from judging_app.paths import RESOURCES
from ui.appearance import kept_look
from ui.splash import Opening


def run(path: Path | None = None) -> int:
    """Open the main window, with an event if there is one; the answer is the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Pitch day")
    app.setWindowIcon(window_icon())
    opening = Opening(kept_look(app))
    opening.paint_first()
    # Loading this takes several times as long as showing a window.
    from ui.windows import Application  # noqa: PLC0415 - as just said

    Application(app).begin(opening, path)
    return app.exec()


def window_icon() -> QIcon:
    """The mark, as the system shows it in title bars, docks and lists of windows."""
    made = QIcon()
    for size in (32, 256):
        made.addFile(str(RESOURCES / "mark" / f"mark-{size}.png"))
    return made
