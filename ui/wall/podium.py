"""The projector's podium, which stays while photographs are taken."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from judging_app.present.wall.faces import (
    Podium,
    Step,
)
from judging_app.present.wall.view import WallView
from ui.wall.canvas import EDGE, LINES, RIGHT, Canvas
from ui.wall.type import (
    LARGE,
    NAME,
    ROW,
    ROW_LARGE,
    SMALL,
    Type,
    fitted,
    lines_of,
)
from ui.wall.who import held, most_beside

_HEIGHTS = {1: 640, 2: 470, 3: 350}
_JOINT_HEIGHTS = {1: 560, 2: 440, 3: 330}
_BETWEEN = 24
_HEAD = 200
"""Kept free above a step with many names, for what the podium is of."""


def paint_podium(canvas: Canvas, view: WallView, face: Podium) -> None:
    """The first three on steps, the highest in the middle; equal places equally high."""
    half = (canvas.inner - 60) // 2 if face.award else canvas.inner
    type_, lines = fitted(face.title, ((ROW, 1), (SMALL, 2)), half)
    y = canvas.block(EDGE, 53, lines, type_, text=face.title)
    canvas.line(EDGE, y + 6, face.day, Type(SMALL), "text-quiet")
    if face.award:
        canvas.line(canvas.right, 60, face.award, Type(SMALL), "text-quiet", RIGHT)
        strong = Type(SMALL, is_strong=True)
        lines = lines_of(face.award_teams, strong, half)
        canvas.block(canvas.right, 108, lines, strong, text=face.award_teams, align=RIGHT)
    columns = _columns(face.steps)
    most = 3 if len(face.steps) <= 3 else len(columns)  # noqa: PLR2004 - columns
    wide = (canvas.inner - _BETWEEN * (most - 1)) / most
    left = EDGE + (canvas.inner - len(columns) * (wide + _BETWEEN) + _BETWEEN) / 2
    firsts = sum(step.rank == 1 for step in face.steps)
    beside = most_beside(view.names, max(firsts, 1), canvas.inner)
    for number, column in enumerate(columns):
        heights = _HEIGHTS if firsts == 1 else _JOINT_HEIGHTS
        height = min(heights[column[0].rank], LINES - _HEAD - _tall(column, int(wide)))
        box = QRectF(left + number * (wide + _BETWEEN), LINES - height, wide, height + 20)
        is_alone = firsts == len(column) == 1 and column[0].rank == 1
        _paint_step(canvas, column, box, min(beside, ROW_LARGE if is_alone else ROW))


def _columns(steps: Sequence[Step]) -> list[Sequence[Step]]:
    """A column a team, second on the left; where more than three stand there, one a place."""
    columns: list[Sequence[Step]] = [[step] for step in steps]
    if len(steps) > 3:  # noqa: PLR2004 - columns
        ranks = sorted({step.rank for step in steps})
        columns = [[step for step in steps if step.rank == rank] for rank in ranks]
    if len(columns) > 1 and columns[0][0].rank != columns[1][0].rank:
        columns[0], columns[1] = columns[1], columns[0]
    return columns


def _paint_step(canvas: Canvas, steps: Sequence[Step], box: QRectF, most: int) -> None:
    first = steps[0]
    is_highest = first.rank == 1
    canvas.rounded(box, "band" if is_highest else "hover", 10)
    ink, quiet = ("band-ink", "band-quiet") if is_highest else ("text", "text-quiet")
    figures = Type(NAME if is_highest else LARGE, is_strong=True)
    canvas.line(box.left() + 44, box.top() + 28, first.place_text, figures, ink)
    score = Type(ROW, is_strong=True).figures
    if len({step.score_text for step in steps}) == 1:
        wide = canvas.line(box.left() + 46, 953, first.score_text, score, ink)
        canvas.line(
            box.left() + 46 + wide + 12, 962, first.unit if wide else "", Type(SMALL), quiet
        )
    room = int(box.width())
    if len(steps) == 1:
        rungs = ((ROW_LARGE, 2), (ROW, 4), (SMALL, 6)) if most > ROW else ((ROW, 4), (SMALL, 8))
        type_, lines = fitted(first.team, held(rungs, most), room)
        top = box.top() - 22 - len(lines) * type_.line
        canvas.block(box.left(), max(top, 0), lines, type_, text=first.team)
        return
    small = Type(SMALL, is_strong=True)
    y = box.top() - 14 - _tall(steps, room)
    for step in steps:
        lines = lines_of(step.team, small, room)
        y = canvas.block(box.left(), y, lines, small, text=step.team, leading=44) + 12


def _tall(steps: Sequence[Step], room: int) -> int:
    """What the names of several teams on one step take above it."""
    if len(steps) == 1:
        return 0
    small = Type(SMALL, is_strong=True)
    return sum(len(lines_of(step.team, small, room)) * 44 + 12 for step in steps)
