"""The projector's reveal: a place, an award by its name alone, then who gets it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from judging_app.domain.reveal import StepKind
from judging_app.present.wall.board import WallRow
from judging_app.present.wall.view import WallStep, WallView
from ui.wall.board import paint_board, paint_board_frame
from ui.wall.canvas import CENTRE, LEFT, NAME, RIGHT, SMALLEST, Canvas
from ui.wall.frame import BAND, FOOT, inset, paint_band, paint_foot
from ui.wall.plain import paint_titled

LARGEST = 1 / 8
"""The name on a step, of the height."""

_LEADING = 1.2
"""From one line of a joint name to the next, of its size."""

_TWO_LINES = 1.7
"""How much longer than a line a name on two lines may be, for it isn't cut into even halves."""

_SAID_LINE = 0.12
"""A line below the names, of the height of the room for both."""

_DEEPEST = 12
"""Joint teams that are one below the other before a second column begins."""


def paint_reveal(canvas: Canvas, view: WallView, page: int) -> None:
    """The step that is on; running standings are a board."""
    if view.pages:
        paint_board_frame(canvas, view, page)
        paint_board(canvas, view, page)
    elif view.step is None:
        paint_titled(canvas, view, page)
    elif view.step.kind is StepKind.AWARD:
        _paint_award(canvas, view, view.step)
    else:
        _paint_told(canvas, view, view.step)


def _paint_award(canvas: Canvas, view: WallView, step: WallStep) -> None:
    height = canvas.height
    band = QRectF(0, height * 0.28, canvas.width, height * 0.34)
    canvas.fill(band, canvas.band)
    canvas.lines(inset(canvas, band), step.heading, LARGEST, colour=canvas.on_band)
    paint_foot(canvas, view.foot, view.clock_text)


def _paint_told(canvas: Canvas, view: WallView, step: WallStep) -> None:
    height = canvas.height
    paint_band(canvas, step.heading, ())
    room = QRectF(
        canvas.margin, height * (BAND + 0.03), canvas.inner, height * (1 - BAND - FOOT - 0.05)
    )
    if view.earlier:
        aside = canvas.inner * 0.34
        box = QRectF(room.right() - aside, room.top(), aside, room.height())
        canvas.fill(QRectF(box.left() - canvas.margin / 2, box.top(), 1, box.height()), "line")
        _paint_earlier(canvas, view.earlier, box)
        room.setRight(box.left() - canvas.margin)
    _paint_step(canvas, step, room)
    paint_foot(canvas, view.foot, view.clock_text)


def _paint_step(canvas: Canvas, step: WallStep, room: QRectF) -> None:
    """One name as large as it fits; joint names at one size, one below the other."""
    height = room.height()
    lines = [(step.award, "act"), (step.score_text, "text-quiet"), (step.note, "text-quiet")]
    said = [(text, colour) for text, colour in lines if text]
    deep = height * _SAID_LINE * max(len(said), 2)
    foot = QRectF(room.left(), room.bottom() - deep - height * 0.04, room.width(), deep)
    names = QRectF(room)
    if said:
        names.setBottom(foot.top())
    if len(step.teams) == 1:
        canvas.lines(names, step.teams[0], LARGEST, colour="text")
    else:
        _paint_joint(canvas, step.teams, names)
    pitch = height * _SAID_LINE
    for number, (text, colour) in enumerate(said):
        line = QRectF(foot.left(), foot.top() + pitch * number, foot.width(), pitch)
        canvas.text(line, text, NAME, align=CENTRE, colour=colour)


def _paint_joint(canvas: Canvas, teams: Sequence[str], room: QRectF) -> None:
    columns = -(-len(teams) // _DEEPEST)
    deep = -(-len(teams) // columns)
    pitch = min(room.height() / deep, canvas.height * LARGEST * 1.35)
    width = room.width() / columns
    size = _joint_size(canvas, teams, width, pitch)
    top = room.center().y() - pitch * deep / 2
    for number, team in enumerate(teams):
        left = room.left() + (number // deep) * width
        box = QRectF(left, top + (number % deep) * pitch, width, pitch)
        canvas.lines(box, team, size, align=CENTRE)


def _joint_size(canvas: Canvas, teams: Sequence[str], width: float, pitch: float) -> float:
    """The size at which every name fits on one line or on two, the same for all."""
    size = LARGEST
    while size > SMALLEST * 1.2:
        line = canvas.height * size * _LEADING
        on_one = width if line <= pitch else 0.0
        on_two = width * _TWO_LINES if 2 * line <= pitch else 0.0
        widest = max(canvas.text_width(team, size, is_strong=True) for team in teams)
        if widest <= max(on_one, on_two):
            break
        size *= 0.95
    return max(size, SMALLEST * 1.2)


def _paint_earlier(canvas: Canvas, rows: Sequence[WallRow], room: QRectF) -> None:
    size = SMALLEST * 1.15
    pitch = min(room.height() / len(rows), canvas.height * 0.08)
    place = max(canvas.text_width(row.place_text, size, is_strong=True) for row in rows) + 2
    score = max(canvas.text_width(row.score_text, size) for row in rows) + 2
    gap = canvas.height * size * 0.6
    for number, row in enumerate(rows):
        box = QRectF(room.left(), room.top() + number * pitch, room.width(), pitch)
        left = QRectF(box.left(), box.top(), place, pitch)
        canvas.text(left, row.place_text, size, align=RIGHT, is_strong=True)
        right = QRectF(box.right() - score, box.top(), score, pitch)
        canvas.text(right, row.score_text, size, align=RIGHT, colour="text-quiet")
        name = QRectF(left.right() + gap, box.top(), right.left() - left.right() - 2 * gap, pitch)
        canvas.text(name, row.team, size, align=LEFT)
