"""The projector's quiet scenes: a title on the event's band, a message, a logo."""

from PySide6.QtCore import QRectF

from judging_app.present.wall.view import WallView
from ui.wall.canvas import CENTRE, NAME, TITLE, Canvas
from ui.wall.frame import FOOT, inset, paint_band, paint_foot
from ui.wall.palette import paint_logo

_STRIP = 0.045
"""The height of the band where nothing is on it."""


def paint_titled(canvas: Canvas, view: WallView, _page: int) -> None:
    """A title in the middle, lines below it, the logo above."""
    height = canvas.height
    paint_logo(canvas, view.look, QRectF(canvas.margin, height * 0.07, canvas.inner, height * 0.2))
    band = QRectF(0, height * 0.3, canvas.width, height * 0.26)
    canvas.fill(band, canvas.band)
    canvas.lines(inset(canvas, band), view.title, TITLE * 1.15, colour=canvas.on_band)
    for number, line in enumerate(view.lines):
        box = QRectF(canvas.margin, height * (0.6 + 0.1 * number), canvas.inner, height * 0.1)
        colour = "text" if not number else "text-quiet"
        canvas.paragraph(box, line, NAME, align=CENTRE, colour=colour)
    paint_foot(canvas, view.foot, view.clock_text)


def paint_progress(canvas: Canvas, view: WallView, _page: int) -> None:
    """How many ballots are in, as words over a bar."""
    height = canvas.height
    paint_band(canvas, view.title, ())
    box = QRectF(canvas.margin, height * 0.38, canvas.inner, height * 0.16)
    canvas.text(box, " ".join(view.lines), TITLE, align=CENTRE, is_strong=True)
    room = QRectF(canvas.width * 0.2, height * 0.58, canvas.width * 0.6, height * 0.035)
    canvas.bar(room, "hover")
    if view.ballots_in:
        share = min(view.ballots_in / max(view.ballots_expected, 1), 1.0)
        canvas.bar(QRectF(room.left(), room.top(), room.width() * share, room.height()), "act")
    paint_foot(canvas, view.foot, view.clock_text)


def paint_message(canvas: Canvas, view: WallView, _page: int) -> None:
    """What the host wrote, as large as it fits."""
    height = canvas.height
    canvas.fill(QRectF(0, 0, canvas.width, height * _STRIP), canvas.band)
    top = height * (_STRIP + 0.03)
    room = QRectF(canvas.margin, top, canvas.inner, height * (1 - FOOT - 0.03) - top)
    for line in view.lines:
        canvas.paragraph(room, line, TITLE, is_strong=True)
    paint_foot(canvas, view.foot, view.clock_text)


def paint_logo_scene(canvas: Canvas, view: WallView, page: int) -> None:
    """The logo large over the title; without a logo, the title alone."""
    if not view.look.logo:
        paint_titled(canvas, view, page)
        return
    height = canvas.height
    paint_logo(canvas, view.look, QRectF(canvas.margin, height * 0.1, canvas.inner, height * 0.56))
    title = QRectF(canvas.margin, height * 0.72, canvas.inner, height * 0.2)
    canvas.lines(title, view.title, TITLE)
