"""Starts the windows: one is painted at once, and what fills it is loaded after that."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.splash import Opening


def run(path: Path | None = None) -> int:
    """Open the main window, with an event if there is one; the answer is the exit status."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Pitch day")
    opening = Opening()
    opening.paint_first()
    # Loading this takes several times as long as showing a window.
    from ui.windows import Application  # noqa: PLC0415 - as just said

    Application(app).begin(opening, path)
    return app.exec()
