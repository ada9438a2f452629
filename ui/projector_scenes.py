"""The projector's scenes, painted from what the view holds and nothing else."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRectF

from judging_app.domain.event import Scene
from judging_app.present.projector import ProjectorRow, ProjectorStep, ProjectorView
from ui.projector_canvas import CENTRE, LEFT, NAME, RIGHT, SMALLEST, TITLE, Canvas

LARGEST = 1 / 8
"""The name on a reveal's step, of the height."""

BAND = 0.19
FOOT = 0.075
"""Parts of the height."""


def paint_scene(canvas: Canvas, view: ProjectorView, page: int) -> None:
    """Paint everything of `view` but the rows of a board, which move by themselves."""
    ground = "#000000" if view.scene is Scene.BLACK else "ground"
    canvas.fill(QRectF(0, 0, canvas.width, canvas.height), ground)
    if view.scene is not Scene.BLACK:
        _SCENES[view.scene](canvas, view, page)


def board_room(canvas: Canvas) -> tuple[float, float]:
    """Where a board's rows begin and end, in pixels from the top."""
    return canvas.height * (BAND + 0.02), canvas.height * (1 - FOOT - 0.015)


def _paint_holding(canvas: Canvas, view: ProjectorView, _page: int) -> None:
    height = canvas.height
    band = QRectF(0, height * 0.3, canvas.width, height * 0.26)
    canvas.fill(band, canvas.band)
    canvas.lines(_inset(canvas, band), view.title, TITLE * 1.15, colour=canvas.on_band)
    for number, line in enumerate(view.lines):
        box = QRectF(canvas.margin, height * (0.6 + 0.075 * number), canvas.inner, height * 0.07)
        canvas.text(box, line, NAME, align=CENTRE, colour="text" if not number else "text-quiet")
    _paint_foot(canvas, view)


def _paint_progress(canvas: Canvas, view: ProjectorView, _page: int) -> None:
    height = canvas.height
    _paint_band(canvas, view.title, ())
    box = QRectF(canvas.margin, height * 0.38, canvas.inner, height * 0.16)
    canvas.text(box, " ".join(view.lines), TITLE, align=CENTRE, is_strong=True)
    room = QRectF(canvas.width * 0.2, height * 0.58, canvas.width * 0.6, height * 0.035)
    canvas.bar(room, "hover")
    if view.ballots_in:
        share = min(view.ballots_in / max(view.ballots_expected, 1), 1.0)
        canvas.bar(QRectF(room.left(), room.top(), room.width() * share, room.height()), "act")
    _paint_foot(canvas, view)


def _paint_standings(canvas: Canvas, view: ProjectorView, page: int) -> None:
    label = view.pages[page].label if view.pages else ""
    _paint_band(canvas, view.title, tuple(text for text in (*view.lines, label) if text))
    _paint_foot(canvas, view)


def _paint_reveal(canvas: Canvas, view: ProjectorView, _page: int) -> None:
    if view.step is None:
        _paint_holding(canvas, view, 0)
        return
    height = canvas.height
    _paint_band(canvas, view.step.heading, ())
    room = QRectF(
        canvas.margin, height * (BAND + 0.03), canvas.inner, height * (1 - BAND - FOOT - 0.05)
    )
    if view.earlier:
        aside = canvas.inner * 0.34
        box = QRectF(room.right() - aside, room.top(), aside, room.height())
        canvas.fill(QRectF(box.left() - canvas.margin / 2, box.top(), 1, box.height()), "line")
        _paint_earlier(canvas, view.earlier, box)
        room.setRight(box.left() - canvas.margin)
    _paint_step(canvas, view.step, room)
    _paint_foot(canvas, view)


def _paint_step(canvas: Canvas, step: ProjectorStep, room: QRectF) -> None:
    """One name as large as it fits; joint names at one size, one below the other."""
    score = QRectF(
        room.left(), room.bottom() - room.height() * 0.24, room.width(), room.height() * 0.18
    )
    names = QRectF(room.left(), room.top(), room.width(), score.top() - room.top())
    if len(step.teams) == 1:
        canvas.lines(names, step.teams[0], LARGEST, colour="text")
    else:
        _paint_joint(canvas, step.teams, names)
    canvas.text(score, step.score_text, NAME, align=CENTRE, colour="text-quiet")


def _paint_joint(canvas: Canvas, teams: Sequence[str], room: QRectF) -> None:
    columns = -(-len(teams) // _DEEPEST)
    deep = -(-len(teams) // columns)
    pitch = min(room.height() / deep, canvas.height * LARGEST * 1.35)
    width = room.width() / columns
    widest = max(canvas.text_width(team, LARGEST, is_strong=True) for team in teams)
    size = min(LARGEST, pitch / canvas.height / 1.3, LARGEST * width * 0.97 / widest)
    top = room.center().y() - pitch * deep / 2
    for number, team in enumerate(teams):
        left = room.left() + (number // deep) * width
        box = QRectF(left, top + (number % deep) * pitch, width, pitch)
        canvas.text(box, team, max(size, SMALLEST * 1.2), align=CENTRE, is_strong=True)


_DEEPEST = 12
"""Joint teams that stand one below the other before a second column begins."""


def _paint_earlier(canvas: Canvas, rows: Sequence[ProjectorRow], room: QRectF) -> None:
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


def _paint_band(canvas: Canvas, title: str, asides: Sequence[str]) -> None:
    band = QRectF(0, 0, canvas.width, canvas.height * BAND)
    canvas.fill(band, canvas.band)
    room = _inset(canvas, band)
    wide = max((canvas.text_width(text, SMALLEST) for text in asides), default=0.0)
    pitch = canvas.height * SMALLEST * 1.5
    top = room.center().y() - pitch * len(asides) / 2
    for number, text in enumerate(asides):
        line = QRectF(room.right() - wide - 2, top + number * pitch, wide + 2, pitch)
        canvas.text(line, text, SMALLEST, align=RIGHT, colour=canvas.on_band)
    if asides:
        room.setRight(room.right() - wide - canvas.margin)
    canvas.text(room, title, TITLE, align=LEFT, colour=canvas.on_band, is_strong=True)


def _paint_foot(canvas: Canvas, view: ProjectorView) -> None:
    height = canvas.height
    room = QRectF(canvas.margin, height * (1 - FOOT), canvas.inner, height * FOOT)
    canvas.fill(QRectF(room.left(), room.top(), room.width(), 1), "line")
    clock = canvas.text_width(view.clock_text, SMALLEST) + 2
    canvas.text(
        QRectF(room.right() - clock, room.top(), clock, room.height()),
        view.clock_text,
        SMALLEST,
        align=RIGHT,
        colour="text-quiet",
    )
    room.setRight(room.right() - clock - canvas.margin)
    canvas.text(room, view.foot, SMALLEST, align=LEFT, colour="text-quiet")


def _inset(canvas: Canvas, band: QRectF) -> QRectF:
    return QRectF(canvas.margin, band.top(), canvas.inner, band.height())


_SCENES: Mapping[Scene, Callable[[Canvas, ProjectorView, int], None]] = {
    Scene.HOLDING: _paint_holding,
    Scene.PROGRESS: _paint_progress,
    Scene.STANDINGS: _paint_standings,
    Scene.REVEAL: _paint_reveal,
}
