"""The projector's scenes of one team: up next, and now pitching with its members."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from judging_app.present.wall.view import Person, WallView
from ui.wall.canvas import LEFT, SMALLEST, Canvas
from ui.wall.frame import BAND, FOOT, paint_band, paint_foot

_TEAM = 1 / 8
"""Size of the team's name, of the height."""

_CHALLENGE = 1 / 18
_OWNER = 1 / 30
_MEMBER = 1 / 25
_ONE_COLUMN, _TWO_COLUMNS = 4, 14
"""Members that are in one column, and in two."""

_WITH_ORGANISATION = 0.078
"""The least height of a member's cell, of the picture's, that takes the organisation too."""


def paint_team(canvas: Canvas, view: WallView, _page: int) -> None:
    """The team's name large, its challenge below, then its members."""
    height = canvas.height
    paint_band(canvas, view.label)
    bottom = height * (1 - FOOT - 0.02)
    top = height * (BAND + 0.03)
    share = 0.4 if view.people else 0.62
    name = QRectF(canvas.margin, top, canvas.inner, (bottom - top) * share)
    canvas.lines(name, view.title, _TEAM, align=LEFT)
    room = QRectF(canvas.margin, name.bottom(), canvas.inner, height * 0.15)
    _paint_challenge(canvas, view.lines, room)
    if view.people:
        below = room.bottom() + height * 0.02
        _paint_people(
            canvas, view.people, QRectF(canvas.margin, below, canvas.inner, bottom - below)
        )
    paint_foot(canvas, view.foot, view.clock_text)


def _paint_challenge(canvas: Canvas, lines: Sequence[str], room: QRectF) -> None:
    """What the team took on, and below it who owns the question."""
    title = QRectF(room.left(), room.top(), room.width(), room.height() * 0.66)
    owner = QRectF(room.left(), title.bottom(), room.width(), room.height() * 0.34)
    for line, box, size, colour in zip(
        lines, (title, owner), (_CHALLENGE, _OWNER), ("act", "text-quiet"), strict=False
    ):
        canvas.paragraph(box, line, size, align=LEFT, colour=colour)


def _paint_people(canvas: Canvas, people: Sequence[Person], room: QRectF) -> None:
    columns = 1 if len(people) <= _ONE_COLUMN else 2 if len(people) <= _TWO_COLUMNS else 3
    deep = -(-len(people) // columns)
    gap = canvas.margin
    width = (room.width() - gap * (columns - 1)) / columns
    pitch = min(room.height() / deep, canvas.height * 0.1)
    for number, person in enumerate(people):
        left = room.left() + number // deep * (width + gap)
        cell = QRectF(left, room.top() + number % deep * pitch, width, pitch)
        _paint_person(canvas, person, cell)


def _paint_person(canvas: Canvas, person: Person, cell: QRectF) -> None:
    """The organisation is below the name if the name leaves it room."""
    size = min(_MEMBER, cell.height() / canvas.height / 1.25)
    is_long = canvas.text_width(person.name, SMALLEST, is_strong=True) > cell.width()
    is_low = cell.height() < canvas.height * _WITH_ORGANISATION
    if is_long or is_low or not person.organisation:
        canvas.lines(cell, person.name, size, align=LEFT)
        return
    name = QRectF(cell.left(), cell.top(), cell.width(), cell.height() * 0.54)
    below = QRectF(cell.left(), name.bottom(), cell.width(), cell.height() * 0.42)
    canvas.text(name, person.name, size, is_strong=True)
    canvas.text(below, person.organisation, SMALLEST, colour="text-quiet")
