"""The projector's first three places: a numeral in a column of colour, then all of the wall."""

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import QRectF

from judging_app.present.wall.ceremony import counted_up
from judging_app.present.wall.faces import (
    First,
    Pedestal,
)
from judging_app.present.wall.view import WallView
from ui.wall.canvas import CENTRE, EDGE, LINES, RIGHT, Canvas
from ui.wall.marks import icon
from ui.wall.timing import (
    BAND,
    LABEL,
    NAME_COMES,
    RISE,
    SCORE,
    SCORE_WON,
    WHO,
    WHO_WON,
)
from ui.wall.type import (
    LARGE,
    NAME,
    ROW,
    ROW_LARGE,
    SMALL,
    Type,
    fitted,
    lines_of,
    width_of,
)
from ui.wall.who import (
    FINE,
    JOINT_TALL,
    held,
    most_beside,
    paint_joint,
    paint_numeral,
    paint_people,
    paint_score,
    paint_why,
    winners_name,
)

_BOTTOM = 959
"""Where the last line of people ends on a pedestal."""


def paint_pedestal(canvas: Canvas, view: WallView, face: Pedestal) -> None:
    """A huge numeral in a column of the event's colour, higher places in a wider one.

    While this place is told, fewer teams than its number can be first.
    """
    most = most_beside(view.names, face.place - 1, canvas.inner)
    share = 860 if face.place == 2 else 640  # noqa: PLR2004 - second place
    column = share * canvas.width / 1920
    canvas.moving_band(QRectF(0, 0, column, LINES), *BAND)
    with canvas.moment(*LABEL) as is_there:
        if is_there:
            size = 4 * NAME if column >= 560 else 3 * NAME  # noqa: PLR2004 - as wide as a figure is
            paint_numeral(canvas, face.place, size, column / 2, 818, "band-ink")
            strong = Type(ROW, is_strong=True)
            canvas.line(column / 2, 947, face.label, strong, "band-ink", CENTRE)
    left = column + 81
    room = int(canvas.right - left)
    if len(face.teams) == 1:
        _paint_one(canvas, face, left, room, most)
    else:
        _paint_shared(canvas, face, left, room, most)


def _paint_one(canvas: Canvas, face: Pedestal, left: float, room: int, most: int) -> None:
    """The name, then the score; the members where those leave them room."""
    one = face.teams[0]
    rungs = ((LARGE, 2), (ROW_LARGE, 4), (ROW, 6), (SMALL, 8))
    type_, lines = fitted(one.team, held(rungs, most), room)
    tall = len(lines) * type_.line
    top = max(300 - tall / 2, 110)
    y = top + tall
    score = 150 if face.score.text else 0
    end = _paint_who(canvas, face, left, room, y + score)
    with canvas.moment(*NAME_COMES, dy=RISE) as is_there:
        if is_there:
            canvas.block(left, top, lines, type_, text=one.team)
            if face.award:
                canvas.line(left, top - 76, face.award, Type(ROW), "act")
    y += _paint_what(canvas, one.challenge, left, y, room, end - score)
    with canvas.moment(*SCORE) as is_there:
        if is_there:
            paint_score(canvas, face.score, left, y + 40, most)


def _paint_what(
    canvas: Canvas, challenge: str, left: float, y: float, room: int, end: float
) -> float:
    """What the team took on, if that has room before `end`; how much of it it took."""
    for size in (ROW, SMALL):
        type_ = Type(size)
        lines = lines_of(challenge, type_, room)
        tall = 32 + len(lines) * type_.line
        if challenge and y + tall <= end:
            with canvas.moment(*WHO) as is_there:
                if is_there:
                    canvas.block(left, y + 32, lines, type_, "text-quiet", text=challenge)
            return tall
    return 0


def _paint_shared(canvas: Canvas, face: Pedestal, left: float, room: int, most: int) -> None:
    """Joint teams: their names of one size, one below the other."""
    end = _paint_who(canvas, face, left, room, 0)
    score = 130 if face.score.text else 0
    with canvas.moment(*NAME_COMES, dy=RISE) as is_there:
        if is_there:
            box = QRectF(left, 110, room, end - 140 - score)
            sizes = [size for size in FINE if size <= min(ROW_LARGE, most)]
            paint_joint(canvas, face.teams, box, sizes, ("text", "text-quiet"))
    with canvas.moment(*SCORE) as is_there:
        if is_there:
            paint_score(canvas, face.score, left, end - score, most)


def _paint_who(canvas: Canvas, face: Pedestal, left: float, room: int, above: float) -> float:
    """The members below `above`, or who decided, up from the foot; where that begins."""
    if face.why:
        lines = lines_of(face.why, Type(SMALL, is_strong=True), room - 80)
        top = _BOTTOM - len(lines) * 48
        with canvas.moment(*WHO) as is_there:
            if is_there:
                x = left + icon(canvas, "gavel", left, top - 6, 54, "act")
                canvas.block(x, top, lines, Type(SMALL, is_strong=True), text=face.why)
        return top - 20
    return paint_people(canvas, face.people, left, room, "text-quiet", WHO, (above, _BOTTOM))


def paint_first(canvas: Canvas, _view: WallView, face: First) -> None:
    """The whole wall in the event's colour: nothing else is on it, and no text is larger."""
    canvas.moving_band(canvas.all, *BAND)
    is_alone = len(face.teams) == 1
    with canvas.moment(*LABEL) as is_there:
        if is_there:
            if is_alone:
                paint_numeral(canvas, 1, 8 * NAME, canvas.width - 442, 1338, "band-tint")
            strong = Type(ROW, is_strong=True)
            wide = canvas.line(EDGE, 84, face.label, strong, "band-ink") + 30
            size = fitted(
                face.beside, ((ROW, 1), (SMALL, 1)), int(canvas.inner - wide), is_strong=False
            )[0]
            canvas.line(EDGE + wide, 84 + (62 - size.line) / 2, face.beside, size, "band-ink")
    if is_alone:
        _paint_winner(canvas, face)
        return
    lines = lines_of(face.end, Type(SMALL), canvas.inner)
    with canvas.moment(*NAME_COMES, dy=RISE) as is_there:
        if is_there:
            box = QRectF(EDGE, 156, canvas.inner, JOINT_TALL + 48 * (2 - len(lines)))
            paint_joint(canvas, face.teams, box, FINE, ("band-ink", "band-ink"))
    with canvas.moment(*WHO_WON) as is_there:
        if is_there:
            canvas.block(
                EDGE, 1006 - 48 * len(lines), lines, Type(SMALL), "band-quiet", text=face.end
            )


def _paint_winner(canvas: Canvas, face: First) -> None:
    """The name before all else: what has no room left below it is left out, the members first."""
    one, score = face.teams[0], face.score
    type_, lines = winners_name(one.team, canvas.inner)
    name_top = _NAME_TOP + max(_TWO_LINES - len(lines) * type_.line, 0) / 2
    y = name_top + len(lines) * type_.line
    with canvas.moment(*NAME_COMES, dy=RISE) as is_there:
        if is_there:
            canvas.block(EDGE, name_top, lines, type_, "band-ink", text=one.team)
    figures = Type(min(LARGE, type_.size), is_strong=True).figures
    unit = Type(SMALL, is_strong=True)
    room = int(canvas.inner - max(width_of(score.text, figures), width_of(score.unit, unit)) - 60)
    foot = _paint_foot_of(canvas, face, room, y)
    top = 944 - figures.line if score.text else foot
    _paint_challenge(canvas, one.challenge, y, ((canvas.inner, min(foot, top)), (room, foot)))
    fades = 1 if score.start is not None else SCORE_WON[1]
    with canvas.moment(SCORE_WON[0], fades) as is_there:
        if is_there and score.text:
            text = counted_up(score, canvas.progress(*SCORE_WON))
            canvas.line(canvas.right, 944 - figures.line, text, figures, "band-ink", RIGHT)
            canvas.line(canvas.right, 935, score.unit, unit, "band-ink", RIGHT)


def _paint_foot_of(canvas: Canvas, face: First, room: int, y: float) -> float:
    """Who decided, or the members if the name leaves them room; where that begins."""
    if face.why:
        return paint_why(canvas, face, room)
    return paint_people(canvas, face.people, EDGE, room, "band-ink", WHO_WON, (y + 10, _FOOT))


def _paint_challenge(
    canvas: Canvas, challenge: str, y: float, rooms: Sequence[tuple[int, float]]
) -> None:
    """Above the score, across the wall; else beside it, as wide and as deep as it goes there."""
    for size, (room, foot) in product((ROW, SMALL), rooms):
        type_ = Type(size)
        lines = lines_of(challenge, type_, room)
        tall = len(lines) * type_.line
        if challenge and y + 12 + tall <= foot:
            top = max(min(y + 48, foot - tall - 12), y + 12)
            with canvas.moment(*WHO_WON) as is_there:
                if is_there:
                    canvas.block(EDGE, top, lines, type_, "band-ink", text=challenge)
            return


_NAME_TOP, _FOOT = 186, 983
"""Where the winner's name begins, and the last line below it ends."""

_TWO_LINES = 424
"""Of the largest type: a name that is lower stands in the middle of them."""
