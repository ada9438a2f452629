"""The projector's scenes, each painted from what its template holds and nothing else."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

from judging_app.present.wall.faces import (
    AwardName,
    AwardWinner,
    Billboard,
    Board,
    Corrected,
    First,
    Message,
    Nothing,
    OneTeam,
    Pedestal,
    PlaceList,
    Podium,
    Progress,
    Sentence,
    StageClock,
    TestCard,
    Turns,
)
from judging_app.present.wall.view import WallView
from ui.wall.awards import paint_award, paint_award_winner
from ui.wall.board import paint_board_frame
from ui.wall.canvas import LINES, RIGHT, Canvas
from ui.wall.clock import paint_clock
from ui.wall.correction import paint_correction
from ui.wall.place_list import paint_list
from ui.wall.plain import paint_billboard, paint_message, paint_progress, paint_sentence
from ui.wall.podium import paint_podium
from ui.wall.team import paint_team
from ui.wall.test_card import paint_test_card
from ui.wall.turns import paint_turns
from ui.wall.type import ROW, ROW_LARGE, SMALL, Type, fitted
from ui.wall.upper_places import paint_first, paint_pedestal

REHEARSAL = "Rehearsal"
NOT_REAL = "Nothing here is the real result."
"""Below every scene of a rehearsal, outside the scene itself, so that it covers nothing."""

SHRUNK = 0.875
"""What the scene of a rehearsal is of its usual size, within a hatched frame."""

_HATCH = 48


def paint_scene(canvas: Canvas, view: WallView, page: int) -> None:
    """Paint everything of `view` but the rows of a board, which move by themselves."""
    if view.rehearsal:
        paint_rehearsal(canvas)
        canvas = canvas.inside(SHRUNK)
    ground = "#000000" if isinstance(view.face, Nothing) else "ground"
    canvas.painter.setClipRect(canvas.all, Qt.ClipOperation.IntersectClip)
    canvas.fill(canvas.all, ground)
    _paint_face(canvas, view, page)


def _paint_face(canvas: Canvas, view: WallView, page: int) -> None:  # noqa: PLR0912, C901 - a table
    match face := view.face:
        case Nothing():
            pass
        case Billboard():
            paint_billboard(canvas, view, face)
        case Sentence():
            paint_sentence(canvas, view, face)
        case Message():
            paint_message(canvas, view, face)
        case Turns():
            paint_turns(canvas, view, face, page)
        case OneTeam():
            paint_team(canvas, view, face)
        case StageClock():
            paint_clock(canvas, view, face)
        case Progress():
            paint_progress(canvas, view, face)
        case Board():
            paint_board_frame(canvas, view, face, page)
        case PlaceList():
            paint_list(canvas, view, face)
        case Pedestal():
            paint_pedestal(canvas, view, face)
        case First():
            paint_first(canvas, view, face)
        case AwardName():
            paint_award(canvas, view, face)
        case AwardWinner():
            paint_award_winner(canvas, view, face)
        case Podium():
            paint_podium(canvas, view, face)
        case Corrected():
            paint_correction(canvas, view, face, page)
        case TestCard():
            paint_test_card(canvas, face)
        case _:
            assert_never(face)


def paint_rehearsal(canvas: Canvas) -> None:
    """Paint the frame of a rehearsal: hatched at both sides, and in words at the foot."""
    canvas.fill(canvas.all, "rehearsal-ground")
    _paint_hatch(canvas)
    foot = LINES * SHRUNK
    canvas.fill(QRectF(0, foot, canvas.width, LINES - foot), "rehearsal")
    side = canvas.width * (1 - SHRUNK) / 2
    left, right = side + 84, canvas.width - side - 84
    strong = Type(ROW_LARGE, is_strong=True)
    wide = canvas.line(left, foot + 16, REHEARSAL, strong, "on-rehearsal")
    type_, _ = fitted(
        NOT_REAL, ((ROW, 1), (SMALL, 1)), int(right - left - wide - 30), is_strong=False
    )
    canvas.line(right, foot + 67 - type_.line / 2, NOT_REAL, type_, "on-rehearsal", RIGHT)


def _paint_hatch(canvas: Canvas) -> None:
    """Broad stripes, which no lens or old projector takes for anything else."""
    step = 2 * _HATCH
    for number in range(-int(LINES / step) - 1, int(canvas.width / step) + 1):
        left = number * step
        stripe = QPolygonF(
            [
                QPointF(left, LINES),
                QPointF(left + LINES, 0),
                QPointF(left + LINES + _HATCH, 0),
                QPointF(left + _HATCH, LINES),
            ]
        )
        outline = QPainterPath()
        outline.addPolygon(stripe)
        canvas.shape(outline, "rehearsal")
