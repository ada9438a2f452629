"""The window that is shown while the application is loaded; it needs nothing but Qt."""

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.screen_of import screen_of

AT_EASE = QSize(1440, 900)
"""The main window's size where the screen has room to spare."""

TEXT_SIZE = 20
"""In pixels."""

FIRST_PAINT_MS = 1_000
"""How long the first paint is waited for; what is covered from the start is never painted."""


class Opening(QWidget):
    """An empty main window that says what is under way, in the system's own look."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Pitch day")
        self.setAccessibleName(_WORDS)

    def paint_first(self) -> None:
        """Show the window, and come back once it is on the screen."""
        show_at_ease(self)
        loop = QEventLoop(self)
        self.painted.connect(loop.quit)
        QTimer.singleShot(FIRST_PAINT_MS, loop, loop.quit)
        loop.exec()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, font = QPainter(self), self.font()
        font.setPixelSize(TEXT_SIZE)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _WORDS)
        self.painted.emit()


_WORDS = "Opening…"


def show_at_ease(window: QWidget) -> None:
    """Show a main window: filling a laptop's screen, at ease on a larger one."""
    room = screen_of(window).availableSize()
    window.resize(AT_EASE.boundedTo(room))
    if room.width() <= AT_EASE.width():
        window.showMaximized()
    else:
        window.show()
