"""The window that is shown while the application is loaded; it needs little but Qt."""

from PySide6.QtCore import QEventLoop, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from judging_app.paths import RESOURCES
from ui import fonts
from ui.appearance import Look
from ui.screen_of import screen_of
from ui.tokens import tokens

AT_EASE = QSize(1440, 900)
"""The main window's size where the screen has room to spare."""

MARK, NAME_SIZE, WORDS_SIZE, GAP = 72, 28, 16, 24
"""In pixels at 100 % text."""

FIRST_PAINT_MS = 1_000
"""How long the first paint is waited for; what is covered from the start is never painted."""

NAME, WORDS = "Pitch day", "Opening…"


class Opening(QWidget):
    """The mark, the name and what is under way, in the theme and the type that come after it."""

    painted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        fonts.load()
        self._scale, self._colours = look.text_scale, tokens(look.theme)
        self._mark = QPixmap(str(RESOURCES / "mark" / "mark-256.png"))
        self.setWindowTitle(NAME)
        self.setAccessibleName(WORDS)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paint_first(self) -> None:
        """Show the window, and come back once it is on the screen."""
        show_at_ease(self)
        loop = QEventLoop(self)
        self.painted.connect(loop.quit)
        QTimer.singleShot(FIRST_PAINT_MS, loop, loop.quit)
        loop.exec()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(self._colours["ground"]))
        middle, mark = self.rect().center(), self._scaled(MARK)
        box = QRect(0, 0, mark, mark)
        box.moveCenter(middle)
        box.moveBottom(middle.y() - self._scaled(GAP) // 2)
        painter.drawPixmap(box, self._mark)
        below = box.bottom() + self._scaled(GAP)
        for words, pixels, token in (
            (NAME, NAME_SIZE, "text"),
            (WORDS, WORDS_SIZE, "text-quiet"),
        ):
            size = self._scaled(pixels)
            line = QRect(0, below, self.width(), round(size * 1.4))
            painter.setFont(fonts.screen_font(size, is_strong=words == NAME))
            painter.setPen(QColor(self._colours[token]))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
            below = line.bottom() + self._scaled(4)
        self.painted.emit()

    def _scaled(self, pixels: int) -> int:
        return round(pixels * self._scale)


def show_at_ease(window: QWidget) -> None:
    """Show a main window: filling a laptop's screen, at ease on a larger one."""
    room = screen_of(window).availableSize()
    window.resize(AT_EASE.boundedTo(room))
    if room.width() <= AT_EASE.width():
        window.showMaximized()
    else:
        window.show()
