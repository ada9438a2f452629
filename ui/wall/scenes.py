"""The projector's scenes in one table, painted from what the view holds and nothing else."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF

from judging_app.closed_sets import complete
from judging_app.domain.event import Scene
from judging_app.present.wall.view import WallView
from ui.wall.board import paint_board_frame
from ui.wall.canvas import CENTRE, SMALLEST, Canvas
from ui.wall.clock import paint_clock
from ui.wall.correction import paint_correction
from ui.wall.palette import dress
from ui.wall.plain import paint_logo_scene, paint_message, paint_progress, paint_titled
from ui.wall.reveal import paint_reveal
from ui.wall.team import paint_team
from ui.wall.test_card import paint_test_card
from ui.wall.turns import paint_turns

REHEARSAL = "REHEARSAL"
"""Shown at the top of every scene of a rehearsal."""

_MARK = 0.04
"""The height of that mark."""


def paint_scene(canvas: Canvas, view: WallView, page: int) -> None:
    """Paint everything of `view` but the rows of a board, which move by themselves."""
    dress(canvas, view.look)
    ground = "#000000" if view.scene is Scene.BLACK else "ground"
    canvas.fill(QRectF(0, 0, canvas.width, canvas.height), ground)
    _SCENES[view.scene](canvas, view, page)
    if view.rehearsal:
        paint_rehearsal(canvas)


def paint_rehearsal(canvas: Canvas) -> None:
    """Paint the mark of a rehearsal, above where the titles are."""
    wide = canvas.text_width(REHEARSAL, SMALLEST, is_strong=True) + canvas.margin
    tall = canvas.height * _MARK
    room = QRectF(canvas.width - canvas.margin - wide, 0, wide, tall)
    canvas.fill(room, "rehearsal-ground")
    canvas.fill(
        QRectF(room.left(), tall - canvas.height / 240, wide, canvas.height / 240), "rehearsal"
    )
    canvas.text(room, REHEARSAL, SMALLEST, align=CENTRE, colour="rehearsal", is_strong=True)


def _leave_dark(_canvas: Canvas, _view: WallView, _page: int) -> None:
    """Leave the black ground alone."""


_SCENES: Mapping[Scene, Callable[[Canvas, WallView, int], None]] = complete(
    {
        Scene.HOLDING: paint_titled,
        Scene.RUN_ORDER: paint_turns,
        Scene.UP_NEXT: paint_team,
        Scene.NOW_PITCHING: paint_team,
        Scene.CLOCK: paint_clock,
        Scene.PROGRESS: paint_progress,
        Scene.STANDINGS: paint_board_frame,
        Scene.PEOPLES_CHOICE: paint_turns,
        Scene.DELIBERATION: paint_titled,
        Scene.REVEAL: paint_reveal,
        Scene.CORRECTION: paint_correction,
        Scene.MESSAGE: paint_message,
        Scene.THANK_YOU: paint_titled,
        Scene.LOGO: paint_logo_scene,
        Scene.TEST_CARD: paint_test_card,
        Scene.BLACK: _leave_dark,
    }
)
