"""The projector's clock: the time left as large as it can be read, and how urgent it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from judging_app.closed_sets import complete
from judging_app.present.wall.faces import ClockState, StageClock
from judging_app.present.wall.view import WallView
from ui.wall.canvas import CENTRE, EDGE, Canvas
from ui.wall.frame import paint_band, paint_foot
from ui.wall.type import NAME, ROW, Type, largest_on_one_line, width_of

_TIME = (2 * NAME, 324, NAME)
"""Sizes of the figures; the smaller ones where overtime has more of them than the wall is wide."""

_MIDDLE = 512
_HALF = 15
"""Half a shape beside a word."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How a state looks: its colour, its ground, how thick its frame is, and its corners.

    `corners` are those of the shape beside the word, and 0 makes a disc.
    """

    colour: str
    ground: str
    frame: int
    corners: int


_STYLES: Mapping[ClockState, _Style] = complete(
    {
        ClockState.NORMAL: _Style("text", "ground", 0, 0),
        ClockState.WARNING: _Style("attention", "ground", 8, 3),
        ClockState.DANGER: _Style("loss", "ground", 18, 4),
        ClockState.OVERTIME: _Style("loss", "loss-ground", 18, 0),
    }
)
_UNLIT_FRAME = 8


def clock_room(canvas: Canvas) -> QRectF:
    """The part of the wall that changes from one second to the next."""
    return QRectF(0, 156, canvas.width, 796)


def paint_clock(canvas: Canvas, view: WallView, clock: StageClock) -> None:
    """Whose turn it is on the band, the time, and who comes next at the foot."""
    paint_band(canvas, view)
    style = _STYLES[clock.state]
    panel = QRectF(EDGE - 32, 164, canvas.width - 2 * EDGE + 64, 776)
    if style.ground != "ground":
        canvas.rounded(panel, style.ground)
    if style.frame:
        width = style.frame if canvas.is_lit else _UNLIT_FRAME
        canvas.outlined(panel, style.colour, width)
    middle, strong = canvas.width / 2, Type(ROW, is_strong=True)
    canvas.line(middle, 200, clock.part_text, strong, "text-quiet", CENTRE)
    room = canvas.inner - 80
    size = largest_on_one_line((clock.time_text,), _TIME, room) or NAME
    figures = Type(size, is_strong=True, is_tabular=True)
    canvas.line(middle, _MIDDLE - size / 2, clock.time_text, figures, style.colour, CENTRE)
    is_over = clock.state is ClockState.OVERTIME
    _paint_state(canvas, clock, style, 797 if is_over else 779)
    if not is_over:
        _paint_share(canvas, clock, style)
    paint_foot(canvas, view)


def _paint_state(canvas: Canvas, clock: StageClock, style: _Style, top: float) -> None:
    if not clock.state_text:
        return
    strong = Type(ROW, is_strong=True)
    shape = 0 if clock.state is ClockState.NORMAL else _HALF * 2 + 28
    wide = width_of(clock.state_text, strong) + shape
    left = canvas.width / 2 - wide / 2
    if shape:
        centre = QPointF(left + _HALF, top + strong.line / 2 + 2)
        canvas.shape(_outline(centre, _HALF * 1.4, style.corners), style.colour)
    canvas.line(left + shape, top, clock.state_text, strong, style.colour)


def _paint_share(canvas: Canvas, clock: StageClock, style: _Style) -> None:
    """What is left of the time, as a bar that grows shorter."""
    room = QRectF(EDGE + 164, 876, canvas.inner - 328, 20)
    canvas.rounded(room, "hover", 10)
    colour = "act" if clock.state is ClockState.NORMAL else style.colour
    wide = room.width() * float(clock.share)
    if wide >= 1:
        canvas.rounded(QRectF(room.left(), room.top(), max(wide, 20), 20), colour, 10)


def _outline(centre: QPointF, half: float, corners: int) -> QPainterPath:
    """A triangle for a warning, a diamond for danger, a disc for overtime."""
    outline = QPainterPath()
    x, y = centre.x(), centre.y()
    if not corners:
        outline.addEllipse(centre, half, half)
        return outline
    points = [
        QPointF(x, y - half),
        QPointF(x + half, y),
        QPointF(x, y + half),
        QPointF(x - half, y),
    ]
    if corners == 3:  # noqa: PLR2004 - a triangle
        points = [QPointF(x, y - half), QPointF(x + half, y + half), QPointF(x - half, y + half)]
    outline.moveTo(points[0])
    for point in points[1:]:
        outline.lineTo(point)
    outline.closeSubpath()
    return outline
