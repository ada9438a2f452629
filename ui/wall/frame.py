"""What is round a projector's scene: the event's band above it and the line at its foot."""

from PySide6.QtCore import QRectF

from judging_app.present.wall.view import WallView
from ui.wall.canvas import EDGE, RIGHT, Canvas
from ui.wall.marks import icon
from ui.wall.type import ROW, SMALL, Type, fitted, lines_of, width_of

BAND = 132
"""The height of the band of a working scene."""

FOOT = 978
"""Where the line at the foot begins."""

TOP, BOTTOM = 150, 962
"""Between these stands what a scene has to show."""

_GAP = 40
_TITLE = Type(ROW, is_strong=True)
_QUIET = Type(SMALL)


def paint_band(
    canvas: Canvas,
    view: WallView,
    *,
    more: str = "",
    sign: str = "",
    aside: float = 0,
    top: float = 0,
    height: float = BAND,
    when: tuple[int, int] = (-1, 0),
) -> None:
    """The scene's name, `more` beside it such as which page it is, and the event's name.

    With `aside`, so much is kept free at the right in place of the event's name. What is on the
    band comes at its time, `when`.
    """
    canvas.moving_band(QRectF(0, top, canvas.width, height))
    with canvas.moment(*when) as is_there:
        if is_there:
            _paint_on_band(canvas, view, more, sign, aside, top + height / 2)


def _paint_on_band(
    canvas: Canvas, view: WallView, more: str, sign: str, aside: float, middle: float
) -> None:
    right, room = canvas.right, canvas.inner
    name = "" if aside else view.aside
    wide = aside or min(width_of(name, _QUIET), room * 0.45)
    if name:
        lines = lines_of(name, _QUIET, int(room * 0.45))[:2]
        start = middle - len(lines) * _QUIET.line / 2
        canvas.block(right, start, lines, _QUIET, "band-quiet", text=name, align=RIGHT)
    left = EDGE + (icon(canvas, sign, EDGE, middle - 24, 48, "band-ink") if sign else 0)
    more_wide = width_of(more, Type(ROW)) + _GAP if more else 0
    free = int(right - left - wide - more_wide - (_GAP if wide else 0))
    type_, lines = fitted(view.title, ((ROW, 1), (SMALL, 2)), free)
    start = middle - len(lines) * type_.line / 2
    canvas.block(left, start, lines, type_, "band-ink", text=view.title)
    if more:
        after = max((width_of(line, type_) for line in lines), default=0)
        canvas.line(left + after + _GAP, middle - 31, more, Type(ROW), "band-ink")


def paint_foot(canvas: Canvas, view: WallView, end: str = "", left: float = EDGE) -> None:
    """The one sentence that is true of the whole scene, and the time of day or an `end`."""
    said = end or view.clock_text
    wide = canvas.line(canvas.right, FOOT, said, _QUIET.figures, "text-quiet", RIGHT)
    room = int(canvas.right - left - wide - _GAP)
    lines = lines_of(view.foot, _QUIET, room)
    top = FOOT - (len(lines) - 1) * 40
    canvas.block(
        left,
        top,
        lines,
        _QUIET,
        "text-quiet",
        text=view.foot,
        leading=40 * (len(lines) > 1) or None,
    )


def foot_box(canvas: Canvas) -> QRectF:
    """All that a new time of day changes."""
    return QRectF(0, FOOT - 4, canvas.width, 60)
