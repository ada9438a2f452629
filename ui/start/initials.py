"""A person's initials in a disc, as decoration beside their name."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import fonts, theme

SIZE = 40


class Initials(QWidget):
    """Paints one or two letters."""

    def __init__(self, letters: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = letters
        theme.follow(self.setFixedSize, SIZE, SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc, then the letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("act-ground"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(theme.token("act"))
        painter.setFont(fonts.screen_font(theme.scaled(14), is_strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
