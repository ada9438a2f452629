"""The projector's awards: the name alone, then who gets it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from judging_app.present.wall.board import TOP
from judging_app.present.wall.faces import (
    AwardName,
    AwardWinner,
)
from judging_app.present.wall.view import WallView
from ui.wall.canvas import EDGE, Canvas
from ui.wall.frame import paint_band
from ui.wall.marks import icon
from ui.wall.timing import BAND, LABEL, NAME_COMES, RISE, SCORE, WHO
from ui.wall.type import (
    LARGE,
    ROW,
    ROW_LARGE,
    SMALL,
    Type,
    fitted,
    lines_of,
)
from ui.wall.who import FINE, held, most_beside, paint_joint, paint_people, paint_score

_BOTTOM = 959
"""Where the last line of people ends."""


def paint_award(canvas: Canvas, view: WallView, face: AwardName) -> None:
    """An award by its name alone, in the middle of the wall."""
    type_, lines = fitted(face.title, _rungs(canvas, view), canvas.inner)
    ground = lines_of(face.ground, Type(SMALL), canvas.inner) if face.ground else ()
    tall = max(len(lines) * type_.line + len(ground) * 48 + 284, 480)
    band = canvas.moving_band(QRectF(0, 540 - tall / 2, canvas.width, tall), *BAND)
    with canvas.moment(600, 400) as is_there:
        if is_there:
            top = band.top() + 72
            left = EDGE + icon(canvas, "award", EDGE, top + 2, 56, "band-quiet") - 4
            canvas.line(left, top, face.lead, Type(ROW), "band-quiet")
            y = canvas.block(EDGE, top + 76, lines, type_, "band-ink", text=face.title)
            small = Type(SMALL)
            canvas.block(EDGE, y + 28, ground, small, "band-quiet", text=face.ground)


def paint_award_winner(canvas: Canvas, view: WallView, face: AwardWinner) -> None:
    """Who gets it, below the award, which has gone up into the band."""
    paint_band(canvas, view, sign="award", when=LABEL)
    if len(face.teams) > 1:
        with canvas.moment(*NAME_COMES, dy=RISE) as is_there:
            if is_there:
                box = QRectF(EDGE, 170, canvas.inner, 790)
                most = _rungs(canvas, view)[0][0]
                sizes = [size for size in FINE if size <= most]
                paint_joint(canvas, face.teams, box, sizes, ("text", "text-quiet"))
        return
    one = face.teams[0]
    type_, lines = fitted(one.team, _rungs(canvas, view), canvas.inner)
    y = 210 + len(lines) * type_.line
    won = 150 if face.score.text else 0
    room = (y + won, _BOTTOM)
    end = paint_people(canvas, face.people, EDGE, canvas.inner, "text-quiet", WHO, room)
    with canvas.moment(*NAME_COMES, dy=RISE) as is_there:
        if is_there:
            canvas.block(EDGE, 210, lines, type_, text=one.team)
    with canvas.moment(*WHO) as is_there:
        challenge = lines_of(one.challenge, Type(ROW), canvas.inner)
        has_room = y + 32 + len(challenge) * Type(ROW).line + won < end
        if is_there and has_room:
            canvas.block(EDGE, y + 32, challenge, Type(ROW), "text-quiet", text=one.challenge)
    y += 32 + len(challenge) * Type(ROW).line if has_room and one.challenge else 0
    with canvas.moment(*SCORE) as is_there:
        if is_there:
            most = most_beside(view.names, TOP, canvas.inner)
            paint_score(canvas, face.score, EDGE, y + 40, most)


def _rungs(canvas: Canvas, view: WallView) -> Sequence[tuple[int, int]]:
    most = most_beside(view.names, TOP, canvas.inner)
    return held(((LARGE, 2), (ROW_LARGE, 4), (ROW, 6), (SMALL, 9)), most)
