"""The projector's run order: who has presented, who is on, and who is next."""

from PySide6.QtCore import QPointF, QRectF

from judging_app.present.wall.faces import TurnRow, Turns, TurnState
from judging_app.present.wall.view import WallView
from ui.wall.canvas import EDGE, RIGHT, Canvas
from ui.wall.frame import BOTTOM, paint_band, paint_foot
from ui.wall.marks import icon, play
from ui.wall.type import ROW, ROW_LARGE, SMALL, Type, fitted, lines_of, width_of

_TOP = 159
_BLEED = 32
"""By how much a lit row reaches beyond the text's edge."""

_STATE = 250
"""The room of a state at the right."""


def paint_turns(canvas: Canvas, view: WallView, face: Turns, page: int) -> None:
    """The teams in order: the one whose turn it is large, those that are done quiet."""
    shown = face.pages[page]
    paint_band(canvas, view, more=shown.label)
    every = [row for each in face.pages for row in each.rows]
    strong = Type(ROW, is_strong=True).figures
    lead = max(width_of(row.lead, strong) for row in every) + 68
    room = int(canvas.inner - lead - _STATE)
    heights = [_height(row, room) for row in shown.rows]
    squeezed = min((BOTTOM - _TOP) / sum(heights), 1.0)
    y, before = float(_TOP), TurnState.NOW
    for row, height in zip(shown.rows, heights, strict=True):
        box = QRectF(EDGE, y, canvas.inner, height * squeezed)
        if TurnState.NOW not in (before, row.state):
            canvas.hairline(y)
        _paint_row(canvas, row, box, EDGE + lead, room)
        y, before = box.bottom(), row.state
    paint_foot(canvas, view)


def _name(row: TurnRow, room: int) -> tuple[Type, tuple[str, ...]]:
    if row.state is TurnState.NOW:
        return fitted(row.team, ((ROW_LARGE, 1), (ROW, 2), (SMALL, 4)), room)
    if row.is_beside:
        return fitted(row.team, ((SMALL, 2),), room, is_strong=False)
    is_strong = row.state is not TurnState.DONE
    return fitted(row.team, ((ROW, 2), (SMALL, 4)), room, is_strong=is_strong)


def _height(row: TurnRow, room: int) -> float:
    type_, lines = _name(row, room)
    more = len(lines_of(row.challenge, Type(SMALL), room)) * 44 if row.challenge else 0
    text = len(lines) * type_.line + more
    return text + 58 if row.state is TurnState.NOW else max(text + 18, 92)


def _paint_row(canvas: Canvas, row: TurnRow, box: QRectF, left: float, room: int) -> None:
    is_now, is_done = row.state is TurnState.NOW, row.state is TurnState.DONE
    colour = "band-ink" if is_now else "text-quiet" if is_done or row.is_beside else "text"
    if is_now:
        canvas.rounded(box.adjusted(-_BLEED, 0, _BLEED, 0), "band")
    middle = box.center().y()
    lead = Type(SMALL if row.is_beside else ROW, is_strong=True).figures
    canvas.line(EDGE, middle - lead.line / 2, row.lead, lead, colour)
    type_, lines = _name(row, room)
    small = Type(SMALL)
    more = lines_of(row.challenge, small, room) if row.challenge else ()
    top = middle - (len(lines) * type_.line + len(more) * 44) / 2
    y = canvas.block(left, top, lines, type_, colour, text=row.team)
    quiet = "band-quiet" if is_now else "text-quiet"
    canvas.block(left, y, more, small, quiet, text=row.challenge, leading=44)
    _paint_state(canvas, row, middle)


def _paint_state(canvas: Canvas, row: TurnRow, middle: float) -> None:
    """A shape and a word: a tick for done, a filled arrow for now, a hollow one for next."""
    if not row.state_text:
        return
    if row.state is TurnState.DONE:
        wide = canvas.line(
            canvas.right, middle - 24, row.state_text, Type(SMALL), "text-quiet", RIGHT
        )
        icon(canvas, "check", canvas.right - wide - 58, middle - 20, 40, "text-quiet")
        return
    is_now = row.state is TurnState.NOW
    colour, type_ = "band-ink" if is_now else "act", Type(ROW, is_strong=True)
    wide = canvas.line(canvas.right, middle - 31, row.state_text, type_, colour, RIGHT)
    play(canvas, QPointF(canvas.right - wide - 46, middle), 20, colour, is_filled=is_now)
