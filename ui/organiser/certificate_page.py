"""A page of a paper as it will be printed, as large as there is room for."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

_USUAL = 210 / 297


class CertificatePage(QWidget):
    """Shows a page whole, white in every theme, with a hairline round it.

    It is as wide as its room and as high as the page then is, or always `fixed_high` pixels.
    """

    resized = Signal()
    """A page that is shown one for one would have other pixels now."""

    def __init__(self, parent: QWidget | None = None, *, fixed_high: int = 0) -> None:
        super().__init__(parent)
        self._page: QImage | None = None
        self._fixed_high = fixed_high
        self.setAccessibleName("The page as it will be printed")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if fixed_high:
            theme.follow(self.setFixedHeight, fixed_high)
        else:
            theme.follow(self.setMinimumWidth, 240)

    def show_page(self, page: QImage | None) -> None:
        """Show a page in place of the last."""
        self._page = page
        self._keep_shape()
        self.update()

    @property
    def pixels(self) -> int:
        """How many pixels wide a page is that is shown one for one."""
        return max(64, round(self.width() * self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(560), round(theme.scaled(560) * _USUAL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_shape()
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.rect().adjusted(0, 0, -1, -1)
        if self._page is not None:
            size = self._page.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left = (room.width() - size.width()) // 2
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRect(left, 0, size.width(), size.height()), self._page)
            room = QRect(left, 0, size.width(), size.height())
        painter.setPen(theme.token("line"))
        painter.drawRect(room)

    def _keep_shape(self) -> None:
        if self._fixed_high:
            return
        ratio = self._page.height() / self._page.width() if self._page is not None else _USUAL
        high = round(self.width() * min(ratio, 1.0))
        if self.height() != high:
            self.setFixedHeight(high)
