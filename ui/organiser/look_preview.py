"""The event's look in small: the projector's band, and the head of a certificate."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.present.organiser.look import Colours, LookView, logo_picture
from judging_app.present.wall.scenes import SHELF
from ui import fonts, theme
from ui.wall.canvas import Canvas
from ui.wall.palette import paint_shelf

WIDTH = 320
"""Pixels at 100 % text."""

_SAMPLE = ("Certificate of participation", "Full name")


class _Preview(QWidget):
    """A picture `_SHAPE` as high as it is wide, with what it shows said in words."""

    _NAME = ""
    _SHAPE = 1.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = LookView("", "", "", "")
        self._colours: Colours | None = None
        self._logos: list[QImage] = []
        self.setAccessibleName(self._NAME)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_look(self, view: LookView, colours: Colours) -> None:
        """Replace what is shown."""
        if view.logos != self._view.logos:
            self._logos = [QImage.fromData(logo_picture(logo)) for logo in view.logos]
        self._view, self._colours = view, colours
        self.setAccessibleDescription(colours.said)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, theme.scaled(WIDTH)) * self._SHAPE)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH), self.heightForWidth(theme.scaled(WIDTH)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH) // 2, self.heightForWidth(theme.scaled(WIDTH) // 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._colours is None:
            return
        width = min(self.width(), self.height() / self._SHAPE)
        box = QRectF(0, 0, width, width * self._SHAPE)
        painter = QPainter(self)
        painter.setClipRect(box)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint(painter, box, self._colours)
        painter.setPen(theme.token("line-strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _paint(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        raise NotImplementedError


class WallPreview(_Preview):
    """The band with the event's title, a line in the accent below it, and the logos' shelf."""

    _NAME = "How the projector will look"
    _SHAPE = 9 / 16

    def __init__(self, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground

    def _paint(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        painter.fillRect(box, QColor(self._ground))
        width, height = box.width(), box.height()
        band = QRectF(0, height * 0.26, width, height * 0.3)
        painter.fillRect(band, QColor(colours.band))
        margin = width * 0.06
        _write(
            painter,
            band.adjusted(margin, 0, -margin, 0),
            self._view.event,
            height * 0.12,
            colours.band_text,
            Qt.AlignmentFlag.AlignCenter,
        )
        line = QRectF(margin, height * 0.64, width - 2 * margin, height * 0.14)
        words = self._view.when_and_where or self._view.event
        _write(painter, line, words, height * 0.075, colours.accent, Qt.AlignmentFlag.AlignCenter)
        painter.save()
        paint_shelf(Canvas(painter, width, height), SHELF, self._view.logos)
        painter.restore()


class PaperPreview(_Preview):
    """The upper part of a certificate; places are those of the paper, by its width."""

    _NAME = "How certificates will look"
    _SHAPE = 345 / 842

    def _paint(self, painter: QPainter, box: QRectF, colours: Colours) -> None:
        painter.fillRect(box, Qt.GlobalColor.white)
        point = box.width() / 842
        painter.fillRect(QRectF(0, 0, 72 * point, box.height()), QColor(colours.band))
        painter.fillRect(
            QRectF(136 * point, 323 * point, 634 * point, max(1.5 * point, 1)), QColor(colours.band)
        )
        self._paint_logos(painter, QRectF(442 * point, 63 * point, 328 * point, 56 * point))
        heading, name = _SAMPLE
        for text, top, size, colour in (
            (self._view.event, 62, 24, _QUIET),
            (heading, 185, 28, colours.accent),
            (name, 235, 50, _INK),
        ):
            room = 290 if top == 62 else 634  # noqa: PLR2004 - the logos stand beside the first
            place = QRectF(136 * point, top * point, room * point, size * 1.4 * point)
            _write(painter, place, text, size * point, colour, Qt.AlignmentFlag.AlignVCenter)

    def _paint_logos(self, painter: QPainter, box: QRectF) -> None:
        """From the right, each in an equal share."""
        right = box.right()
        for logo in reversed(self._logos):
            room = QSizeF(box.width() / len(self._logos) - 4, box.height())
            size = QSizeF(logo.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRectF(right - size.width(), box.top(), *size.toTuple()), logo)
            right -= size.width() + 4


_INK, _QUIET = "#1b2430", "#55606e"
"""Of every paper."""


def _write(
    painter: QPainter,
    box: QRectF,
    text: str,
    size: float,
    colour: str,
    align: Qt.AlignmentFlag,
) -> None:
    """One strong line: smaller if it must be, then cut off with an ellipsis."""
    wide = QFontMetricsF(fonts.screen_font(max(round(size), 1), is_strong=True))
    fitted = size * min(1.0, box.width() / max(wide.horizontalAdvance(text), 1.0))
    painter.setFont(fonts.screen_font(max(round(fitted), round(size * _LEAST), 1), is_strong=True))
    painter.setPen(QColor(colour))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, shown)


_LEAST = 0.6
"""How small a line may get against its full size before it is cut off."""
