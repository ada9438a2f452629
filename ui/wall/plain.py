"""The projector's quiet scenes: a billboard in the event's colour, a sentence, a message."""

from PySide6.QtCore import QPointF, QRectF

from judging_app.present.wall.faces import (
    Billboard,
    Message,
    Progress,
    Sentence,
    TurnRow,
    TurnState,
)
from judging_app.present.wall.view import WallView
from ui.wall.canvas import EDGE, LINES, RIGHT, Canvas
from ui.wall.frame import paint_band, paint_foot
from ui.wall.marks import play
from ui.wall.palette import paint_shelf
from ui.wall.type import LARGE, NAME, ROW, ROW_LARGE, SMALL, Type, fitted, lines_of, width_of

_BLOCK = 0.575
"""Of the width, where a list stands beside the block of colour."""

_LISTED_ROW = 92
_TIME_WIDE = 150
_MARK_WIDE = 53
_COLUMN = 48
"""The column of colour beside a message."""

_MOST_MARKS = 60
"""Ballots that have a mark each; more are one bar."""


def paint_billboard(canvas: Canvas, view: WallView, face: Billboard) -> None:
    """A title on the event's colour, what matters now at its foot, a list beside it."""
    bottom = paint_shelf(canvas, face.shelf, view.look.logos)
    wide = canvas.width * _BLOCK if face.listed else canvas.width
    canvas.moving_band(QRectF(0, 0, wide, bottom))
    right = wide - 64 if face.listed else canvas.right
    room = int(right - EDGE)
    type_, lines = fitted(face.title, ((LARGE, 3), (ROW_LARGE, 5), (ROW, 8), (SMALL, 12)), room)
    y = canvas.block(EDGE, 135 if face.listed else 172, lines, type_, "band-ink", text=face.title)
    for text in face.lines:
        small = lines_of(text, Type(SMALL), room)
        first = 25 if text == face.lines[0] else 0
        y = canvas.block(EDGE, y + first, small, Type(SMALL), "band-quiet", text=text)
    if face.below and not face.large:
        low = lines_of(face.below, Type(ROW), room)
        y = canvas.block(EDGE, y + 28, low, Type(ROW), "band-ink", text=face.below)
    if face.said or face.code:
        _paint_said(canvas, face, max(y + 60, 560))
    end = bottom - (55 if bottom < LINES else 110)
    if face.large:
        canvas.line(EDGE, end - 62 - 96, face.large, Type(ROW_LARGE, is_strong=True), "band-ink")
        canvas.line(EDGE, end - 62, face.below, Type(ROW), "band-quiet")
    if face.listed:
        _paint_listed(canvas, view, face, wide + 76, bottom)
    elif view.clock_text:
        quiet = Type(SMALL).figures
        canvas.line(canvas.right, end - 52, view.clock_text, quiet, "band-quiet", RIGHT)


def _paint_said(canvas: Canvas, face: Billboard, top: float) -> None:
    canvas.fill(QRectF(EDGE, top, canvas.inner, 3), "band-tint")
    y = top + 46
    canvas.line(canvas.right, y, face.code_label, Type(SMALL), "band-quiet", RIGHT)
    code = Type(ROW, is_strong=True)
    wide = canvas.line(canvas.right, y + 48, face.code, code, "band-ink", RIGHT)
    room = int(canvas.inner - wide - 80)
    for text in face.said:
        y = canvas.block(
            EDGE, y, lines_of(text, Type(SMALL), room), Type(SMALL), "band-quiet", text=text
        )


def _paint_listed(
    canvas: Canvas, view: WallView, face: Billboard, left: float, bottom: float
) -> None:
    canvas.line(left, 87, face.listed_title, Type(ROW, is_strong=True))
    canvas.line(canvas.right, 96, view.clock_text, Type(SMALL).figures, "text-quiet", RIGHT)
    top = 167.0
    text_left = left + _MARK_WIDE + (_TIME_WIDE if any(":" in r.lead for r in face.listed) else 60)
    for number, row in enumerate(face.listed):
        is_next = row.state in _MARKED
        type_ = Type(SMALL, is_strong=is_next)
        lines = lines_of(row.team, type_, int(canvas.right - text_left))
        height = max(_LISTED_ROW, len(lines) * 44 + 12)
        if top + height > bottom - 30:
            break
        if number:
            canvas.hairline(top, left)
        _paint_listed_row(canvas, row, QRectF(left, top, text_left - left, height), lines)
        top += height


def _paint_listed_row(canvas: Canvas, row: TurnRow, lead: QRectF, lines: tuple[str, ...]) -> None:
    is_next = row.state in _MARKED
    colour = "text-quiet" if row.state is TurnState.DONE else "text"
    middle = lead.center().y()
    if is_next:
        play(canvas, QPointF(lead.left() + 15, middle), 14, "act", is_filled=True)
    time = Type(SMALL, is_strong=True).figures
    canvas.line(lead.left() + _MARK_WIDE, middle - 24, row.lead, time, colour)
    canvas.block(
        lead.right(),
        middle - len(lines) * 22,
        lines,
        Type(SMALL, is_strong=is_next),
        colour,
        text=row.team,
        leading=44,
    )


_MARKED = (TurnState.NOW, TurnState.NEXT)


def paint_sentence(canvas: Canvas, view: WallView, face: Sentence) -> None:
    """One sentence under the band."""
    paint_band(canvas, view)
    type_, lines = fitted(face.text, ((ROW_LARGE, 3), (ROW, 5), (SMALL, 8)), canvas.inner)
    bottom = canvas.block(EDGE, 248, lines, type_, text=face.text)
    below = lines_of(face.below, Type(ROW), canvas.inner)
    canvas.block(EDGE, bottom + 30, below, Type(ROW), "text-quiet", text=face.below)
    paint_foot(canvas, view)


def paint_progress(canvas: Canvas, view: WallView, face: Progress) -> None:
    """How many ballots are in: the number, one mark a ballot, and what is still to come."""
    paint_band(canvas, view)
    wide = canvas.line(EDGE, 255, face.number, Type(NAME, is_strong=True).figures)
    beside = Type(ROW_LARGE if canvas.inner - wide > 900 else ROW)  # noqa: PLR2004 - lines
    canvas.line(EDGE + wide + 36, 439 - beside.line * 0.84, face.beside, beside, "text-quiet")
    _paint_marks(canvas, face, QRectF(EDGE, 560, canvas.inner, 96))
    canvas.line(EDGE, 716, face.left, Type(ROW))
    lines = lines_of(face.not_counted, Type(SMALL), canvas.inner)
    canvas.block(EDGE, 787, lines, Type(SMALL), "text-quiet", text=face.not_counted)
    paint_foot(canvas, view)


def _paint_marks(canvas: Canvas, face: Progress, room: QRectF) -> None:
    count = face.expected
    if not 0 < count <= _MOST_MARKS:
        canvas.rounded(room, "hover")
        share = min(face.ballots_in / max(count, 1), 1.0)
        if share:
            canvas.rounded(QRectF(room.left(), room.top(), room.width() * share, 96), "act")
        return
    gap = 6
    wide = (room.width() - gap * (count - 1)) / count
    for number in range(count):
        mark = QRectF(room.left() + number * (wide + gap), room.top(), wide, room.height())
        if number < face.ballots_in:
            canvas.rounded(mark, "act", 4)
        else:
            canvas.outlined(mark, "line-strong", 2.5, 4)


def paint_message(canvas: Canvas, view: WallView, face: Message) -> None:
    """What the host wrote, as large as it fits beside a column of the event's colour."""
    canvas.moving_band(QRectF(0, 0, _COLUMN, LINES))
    left = EDGE + _COLUMN + 2
    room = int(canvas.right - left)
    type_, lines = _message_lines(face.text, room)
    height = len(lines) * type_.line
    canvas.block(left, max(465 - height / 2, 60), lines, type_, text=face.text)
    paint_foot(canvas, view, left=left)


def _message_lines(text: str, room: int) -> tuple[Type, tuple[str, ...]]:
    """Broken after a sign first, if that takes no more lines than four of the largest."""
    large = Type(LARGE, is_strong=True)
    clauses = text
    for sign in ":;.!?":
        clauses = clauses.replace(f"{sign} ", f"{sign}\n")
    by_clause = tuple(
        line for clause in clauses.split("\n") for line in lines_of(clause, large, room)
    )
    if len(by_clause) <= 4 and all(width_of(line, large) <= room for line in by_clause):  # noqa: PLR2004
        return large, by_clause
    return fitted(text, ((LARGE, 4), (ROW_LARGE, 9), (ROW, 14), (SMALL, 18)), room)
