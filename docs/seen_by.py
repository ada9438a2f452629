"""Shows a picture as people with each kind of colour blindness see it, and in grey."""

import math
from array import array
from collections.abc import Sequence
from enum import Enum
from typing import TypeAlias

from PySide6.QtGui import QImage

from judging_app.present.contrast import linear

Matrix: TypeAlias = tuple[tuple[float, float, float], ...]
"""From linear light of red, green and blue to the same; each row adds up to 1, so grey stays."""


class Sight(Enum):
    """Who looks. The value is for a file's name."""

    PROTANOPIA = "protanopia"
    DEUTERANOPIA = "deuteranopia"
    TRITANOPIA = "tritanopia"
    GREY = "grey"


MATRICES: dict[Sight, Matrix] = {
    Sight.PROTANOPIA: (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    Sight.DEUTERANOPIA: (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    Sight.TRITANOPIA: (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    Sight.GREY: ((0.2126, 0.7152, 0.0722),) * 3,
}
"""Colour blindness at its full severity.

Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A physiologically-based model for
simulation of color vision deficiency. IEEE Transactions on Visualization and Computer Graphics
15 (6), 2009, table 1. Grey is the relative luminance of WCAG 2.2.
"""


def seen_by(sight: Sight, picture: QImage) -> QImage:
    """A copy of `picture` as `sight` has it, as large and on the same kind of screen."""
    plain = picture.convertToFormat(QImage.Format.Format_ARGB32)
    # A screen has few colours and many pixels, so each colour is worked out once.
    seen = _Seen(MATRICES[sight])
    pixels = array("I", bytes(plain.constBits()))
    content = array("I", map(seen.__getitem__, pixels)).tobytes()
    made = QImage(content, plain.width(), plain.height(), plain.bytesPerLine(), plain.format())
    made.setDevicePixelRatio(picture.devicePixelRatio())
    return made.copy()  # the first one only borrows its bytes


class _Seen(dict[int, int]):
    """What each colour 0xAARRGGBB is seen as."""

    def __init__(self, matrix: Matrix) -> None:
        super().__init__()
        self._matrix = matrix

    def __missing__(self, pixel: int) -> int:
        light = [linear((pixel >> shift & 255) / 255) for shift in (16, 8, 0)]
        red, green, blue = (_channel(row, light) for row in self._matrix)
        self[pixel] = pixel & 0xFF000000 | red << 16 | green << 8 | blue
        return self[pixel]


def _channel(row: Sequence[float], light: Sequence[float]) -> int:
    """One channel from 0 to 255; what no screen can show is the nearest that one can."""
    mixed = min(max(sum(part * one for part, one in zip(row, light, strict=True)), 0.0), 1.0)
    return round(255 * (mixed * 12.92 if mixed <= _LINEAR_BELOW else _curved(mixed)))


def _curved(light: float) -> float:
    return 1.055 * math.pow(light, 1 / 2.4) - 0.055


_LINEAR_BELOW = 0.0031308
