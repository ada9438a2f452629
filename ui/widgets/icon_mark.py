"""An icon that is by itself beside words."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import icons, theme


class IconMark(QWidget):
    """Paints an icon in a colour's purpose; it is decoration, so it has no name of its own."""

    def __init__(
        self,
        name: str,
        token: str = "text-quiet",  # noqa: S107 - a colour's purpose, no secret
        size: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._token = name, token
        theme.follow(self.setFixedSize, size, size)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon or colour."""
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, icons.pixmap(self._name, self._token, self.width()))
