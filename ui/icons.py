"""Line icons, tinted by a colour's purpose."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from judging_app.paths import RESOURCES
from ui import theme

RATIO = 2
"""Pixels of a pixmap for each pixel of a plain screen, so that it stays sharp on a dense one."""


def icon(name: str, token: str = "text") -> QIcon:  # noqa: S107 - a colour's purpose, no secret
    """The icon `name` in the colour for `token`; it keeps that colour when the theme changes."""
    made = QIcon()
    for size in (16, 20, 24, 32, 48):
        made.addPixmap(pixmap(name, token, size))
    return made


def pixmap(name: str, token: str = "text", size: int = 20) -> QPixmap:  # noqa: S107 - as above
    """The icon `name` as a square of `size` pixels."""
    return _tinted(name, theme.token(token).name(), size)


def mark(size: int, ground: str, figure: str) -> QPixmap:
    """The product's own mark, in the colours for two purposes."""
    return _marked(theme.token(ground).name(), theme.token(figure).name(), size)


@lru_cache(maxsize=16)
def _marked(ground: str, figure: str, size: int) -> QPixmap:
    drawn = (RESOURCES / "mark" / "mark.svg").read_text(encoding="utf-8")
    return _rendered(drawn.replace("currentColor", ground).replace("white", figure), size)


@lru_cache(maxsize=256)
def _tinted(name: str, colour: str, size: int) -> QPixmap:
    return _rendered(drawing(name).replace("currentColor", colour), size)


def _rendered(drawn: str, size: int) -> QPixmap:
    made = QPixmap(size * RATIO, size * RATIO)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawn.encode())).render(
        painter, QRectF(0, 0, size * RATIO, size * RATIO)
    )
    painter.end()
    made.setDevicePixelRatio(RATIO)
    return made


@lru_cache(maxsize=64)
def drawing(name: str) -> str:
    """The icon `name` as SVG, its lines in the current colour."""
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
