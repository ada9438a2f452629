"""The projector's clock: the time left as large as it can be read, and how urgent it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainterPath

from judging_app.closed_sets import complete
from judging_app.present.wall.view import ClockState, StageClock, WallView
from ui.wall.canvas import CENTRE, NAME, RIGHT, SMALLEST, Canvas
from ui.wall.frame import BAND, FOOT, paint_band, paint_foot
from ui.wall.plain import paint_titled

_TIME = 0.4
"""Size of the figures, of the height."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How a state looks: its colour, its ground, how thick its frame is, and its corners.

    `frame` is a part of the height. `corners` are those of the shape beside the word, and 0 makes
    a disc.
    """

    colour: str
    ground: str
    frame: float
    corners: int


_STYLES: Mapping[ClockState, _Style] = complete(
    {
        ClockState.NORMAL: _Style("text", "ground", 0, 0),
        ClockState.WARNING: _Style("attention", "ground", 0.006, 3),
        ClockState.DANGER: _Style("loss", "ground", 0.016, 4),
        ClockState.OVERTIME: _Style("loss", "loss-ground", 0.016, 0),
    }
)
_UNLIT_FRAME = 0.006


def clock_room(canvas: Canvas) -> QRect:
    """The part of the picture that changes from one second to the next."""
    top = round(canvas.height * (BAND + 0.015))
    bottom = round(canvas.height * (1 - FOOT - 0.09))
    return QRect(0, top, round(canvas.width), bottom - top)


def paint_clock(canvas: Canvas, view: WallView, page: int) -> None:
    """Whose turn it is on the band, the time, and who comes next."""
    clock = view.stage_clock
    if clock is None:
        paint_titled(canvas, view, page)
        return
    paint_band(canvas, view.title)
    _paint_time(canvas, clock, clock_room(canvas).toRectF())
    height = canvas.height
    following = QRectF(canvas.margin, height * (1 - FOOT - 0.085), canvas.inner, height * 0.08)
    for line in view.lines:
        canvas.text(following, line, SMALLEST * 1.2, align=RIGHT, colour="text-quiet")
    paint_foot(canvas, view.foot, view.clock_text)


def _paint_time(canvas: Canvas, clock: StageClock, room: QRectF) -> None:
    height, style = canvas.height, _STYLES[clock.state]
    panel = room.adjusted(canvas.margin, 0, -canvas.margin, 0)
    canvas.bar(panel, style.ground)
    if style.frame:
        canvas.frame(panel, style.colour, height * (style.frame if canvas.is_lit else _UNLIT_FRAME))
    part = QRectF(panel.left(), panel.top() + height * 0.02, panel.width(), height * 0.08)
    canvas.text(part, clock.part_text, NAME, align=CENTRE, colour="text-quiet", is_strong=True)
    time = QRectF(panel.left(), part.bottom(), panel.width(), panel.height() - height * 0.27)
    inside = time.adjusted(canvas.margin, 0, -canvas.margin, 0)
    canvas.text(
        inside,
        clock.time_text,
        _TIME,
        align=CENTRE,
        colour=style.colour,
        is_strong=True,
        is_tabular=True,
    )
    state = QRectF(panel.left(), time.bottom(), panel.width(), height * 0.08)
    _paint_state(canvas, clock, style, state)
    _paint_share(canvas, clock, style, state)


def _paint_state(canvas: Canvas, clock: StageClock, style: _Style, room: QRectF) -> None:
    if not clock.state_text:
        return
    height = canvas.height
    wide = min(canvas.text_width(clock.state_text, NAME, is_strong=True), room.width() * 0.8)
    half = height * 0.024
    has_shape = clock.state is not ClockState.NORMAL
    shape_wide = half * 3 if has_shape else 0.0
    left = room.center().x() - (wide + shape_wide) / 2
    if has_shape:
        centre = QPointF(left + half, room.center().y())
        canvas.shape(_outline(centre, half, style.corners), style.colour)
    words = QRectF(left + shape_wide, room.top(), wide + 4, room.height())
    canvas.text(words, clock.state_text, NAME, colour=style.colour, is_strong=True)


def _paint_share(canvas: Canvas, clock: StageClock, style: _Style, above: QRectF) -> None:
    """What is left of the time, as a bar that grows shorter."""
    height = canvas.height
    room = QRectF(above.left() + above.width() * 0.15, above.bottom() + height * 0.02, 0, 0)
    room.setWidth(above.width() * 0.7)
    room.setHeight(height * 0.022)
    canvas.bar(room, "hover")
    colour = "act" if clock.state is ClockState.NORMAL else style.colour
    wide = room.width() * float(clock.share)
    if wide >= 1:
        canvas.bar(QRectF(room.left(), room.top(), wide, room.height()), colour)


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
