"""The projector's list of the lower places, which builds from below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from judging_app.present.wall.board import TOP as PLACES
from judging_app.present.wall.faces import (
    PlaceList,
    PlaceRow,
)
from judging_app.present.wall.paging import paged
from judging_app.present.wall.view import WallView
from ui.wall.canvas import EDGE, RIGHT, Canvas
from ui.wall.frame import FOOT, TOP, paint_band
from ui.wall.timing import (
    COME,
    ROW_NAME,
    ROW_SCORE,
    SWEEP,
)
from ui.wall.type import (
    ROW,
    ROW_LARGE,
    SMALL,
    Type,
    fitted,
    lines_of,
    width_of,
)
from ui.wall.who import held, most_beside

_LEADING = 45
"""From line to line in a row of the list in two columns."""

_BLEED = 32


def paint_list(canvas: Canvas, view: WallView, face: PlaceList) -> None:
    """The list builds from below; the newest line is lit, and those to come have their place."""
    paint_band(canvas, view)
    few = len(face.rows) <= 5  # noqa: PLR2004 - as many as stand in large type
    if few:
        _paint_few(canvas, face, most_beside(view.names, PLACES, canvas.inner))
    else:
        _paint_many(canvas, face)
    canvas.line(EDGE, FOOT, view.foot, Type(SMALL), "text-quiet")
    with canvas.moment(*ROW_SCORE) as is_there:
        if is_there:
            canvas.line(canvas.right, FOOT, view.foot_end, Type(SMALL), "text-quiet", RIGHT)


def _paint_few(canvas: Canvas, face: PlaceList, most: int) -> None:
    is_large = len(face.rows) <= 3  # noqa: PLR2004 - of large rows
    pitch, height = (256, 224) if is_large else (160, 148)
    strong = Type(min(ROW_LARGE if is_large else ROW, most), is_strong=True).figures
    wide = max(width_of(row.place_text, strong) for row in face.rows)
    left = EDGE + max(wide + 40, 264 if is_large else 200)
    score = max(width_of(row.score_text, strong) for row in face.rows)
    room = int(canvas.right - left - score - 48)
    for number, row in enumerate(face.rows):
        top = 188 + pitch * number if is_large else 154 + pitch * number
        box = QRectF(EDGE, top, canvas.inner, height)
        colours = _paint_lit(canvas, row, box)
        follows = face.rows[number + 1 : number + 2]
        if not row.is_new and not any(one.is_new for one in follows) and follows and row.team:
            canvas.hairline(top + (height + pitch) / 2)
        middle = box.center().y()
        canvas.line(EDGE, middle - strong.line / 2, row.place_text, strong, colours[0])
        with canvas.moment(*_when(row, ROW_NAME), dx=COME if row.is_new else 0) as is_there:
            if is_there:
                box = QRectF(left, middle - height / 2, room, height)
                _paint_few_name(canvas, row, box, strong.size, colours)
        with canvas.moment(*_when(row, ROW_SCORE)) as is_there:
            if is_there:
                at = middle - strong.line / 2
                canvas.line(canvas.right, at, row.score_text, strong, colours[0], RIGHT)


def _paint_few_name(
    canvas: Canvas, row: PlaceRow, box: QRectF, most: int, colours: tuple[str, str]
) -> None:
    room = int(box.width())
    large = ((most, 1), (ROW, 2), (SMALL, 3)) if most > ROW else ((ROW, 1), (SMALL, 3))
    type_, lines = fitted(row.team, held(large, most), room)
    said = row.note or row.challenge
    fits = lines_of(said, Type(SMALL), room) if said else ()
    if len(lines) * type_.line + len(fits) * 48 > box.height():
        fits = fits if row.note else ()
    top = box.center().y() - (len(lines) * type_.line + len(fits) * 48) / 2
    y = canvas.block(box.left(), top, lines, type_, colours[0], text=row.team)
    canvas.block(box.left(), y, fits, Type(SMALL), colours[1], text=said if fits else "")


def _paint_many(canvas: Canvas, face: PlaceList) -> None:
    """Two columns of even rows, so that an empty one doesn't give away how long its name is."""
    height = max(int(_LEADING * face.name_lines), 89 if face.name_lines <= 2 else 0)  # noqa: PLR2004
    deep = max(812 // height, 1)
    start, end = _window(face.rows, 2 * deep)
    shown = face.rows[start:end]
    deep = -(-len(shown) // 2)
    width = (canvas.inner - 64) / 2
    strong = Type(SMALL, is_strong=True).figures
    place = max(width_of(row.place_text, strong) for row in face.rows)
    score = max(width_of(row.score_text, strong) for row in face.rows)
    room = int(width - place - 30 - score - 24)
    for number, row in enumerate(shown):
        left = EDGE + number // deep * (width + 64)
        box = QRectF(left, TOP + number % deep * height, width, height)
        colours = _paint_lit(canvas, row, box, 24)
        middle = box.center().y()
        is_last = number % deep == deep - 1 or number == len(shown) - 1
        if not (is_last or row.is_new or shown[number + 1].is_new):
            canvas.hairline(box.bottom(), left, left + width)
        canvas.line(left + place, middle - 24, row.place_text, strong, colours[0], RIGHT)
        with canvas.moment(*_when(row, ROW_NAME), dx=COME if row.is_new else 0) as is_there:
            if is_there:
                said = f"{row.team}  {row.note}" if row.note else row.team
                lines = lines_of(said, Type(SMALL), room)
                leading = min(_LEADING, (height - 2) / len(lines))
                top = middle - len(lines) * leading / 2
                x = left + place + 30
                canvas.block(x, top, lines, Type(SMALL), colours[0], text=row.team, leading=leading)
                canvas.said += [row.note] if row.note else []
        with canvas.moment(*_when(row, ROW_SCORE)) as is_there:
            if is_there:
                canvas.line(left + width, middle - 24, row.score_text, strong, colours[0], RIGHT)


def _window(rows: Sequence[PlaceRow], most: int) -> tuple[int, int]:
    """The lines that are shown: a page of them, but all that are new together."""
    new = [number for number, row in enumerate(rows) if row.is_new] or [0]
    start = end = 0
    for page, _ in paged(rows, most):
        start, end = end, end + len(page)
        if new[0] < end:
            break
    if new[-1] >= end:
        start = min(new[0], max(len(rows) - most, 0))
        end = start + most
    return start, end


def _paint_lit(
    canvas: Canvas, row: PlaceRow, box: QRectF, bleed: float = _BLEED
) -> tuple[str, str]:
    """Light the newest line from the left; the colours of what is on it."""
    if not row.is_new:
        return ("text", "text-quiet") if row.team else ("text-quiet", "text-quiet")
    lit = box.adjusted(-bleed, 0, bleed, 0)
    done = canvas.progress(*SWEEP)
    if canvas.at is not None and canvas.at < SWEEP[0]:
        return "text-quiet", "text-quiet"
    lit.setWidth(max(lit.width() * done, 16))
    canvas.rounded(lit, "band")
    return "band-ink", "band-quiet"


def _when(row: PlaceRow, moment: tuple[int, int]) -> tuple[int, int]:
    """Only the newest line arrives; the others are there."""
    return moment if row.is_new else (-1, 0)
