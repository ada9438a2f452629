"""Who it is: names of one size, members in a run, a numeral, and why."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from judging_app.present.wall.faces import (
    First,
    ToldTeam,
)
from ui.wall.canvas import EDGE, Canvas
from ui.wall.marks import icon
from ui.wall.timing import (
    WHO_WON,
)
from ui.wall.type import (
    LARGE,
    ROW,
    SMALL,
    Type,
    fitted,
    largest_on_one_line,
    lines_of,
    together,
    type_font,
    width_of,
)


def paint_people(
    canvas: Canvas,
    people: Sequence[str],
    left: float,
    room: int,
    colour: str,
    when: tuple[int, int],
    bottom: float,
) -> float:
    """Names in a run, none of them broken; where they begin."""
    if not people:
        return bottom
    lines = lines_of(together(people), Type(SMALL), room)
    top = bottom - len(lines) * 48
    with canvas.moment(*when) as is_there:
        if is_there:
            canvas.block(left, top, lines, Type(SMALL), colour, text=people)
    return top - 20


def paint_why(canvas: Canvas, face: First, room: int) -> float:
    """Who decided the first place, up from the foot; where it begins."""
    strong = Type(SMALL, is_strong=True)
    lines = lines_of(face.why, strong, room - 80)
    more = lines_of(face.why_more, Type(SMALL), room - 80) if face.why_more else ()
    top = 983 - 48 * (len(lines) + len(more))
    with canvas.moment(*WHO_WON) as is_there:
        if is_there:
            left = EDGE + icon(canvas, "gavel", EDGE, top - 6, 54, "band-ink")
            y = canvas.block(left, top, lines, strong, "band-ink", text=face.why)
            canvas.block(left, y, more, Type(SMALL), "band-ink", text=face.why_more)
    return top - 20


def paint_joint(
    canvas: Canvas,
    teams: Sequence[ToldTeam],
    box: QRectF,
    sizes: Sequence[int],
    colours: tuple[str, str],
) -> None:
    """Names at one size, the largest at which all stand, with rules between them."""
    columns = -(-len(teams) // _DEEPEST)
    deep = -(-len(teams) // columns)
    pitch, wide = box.height() / deep, int((box.width() - 64 * (columns - 1)) / columns)
    names = [one.team for one in teams]
    below = Type(ROW if deep <= 2 else SMALL)  # noqa: PLR2004 - a pair
    more = below.line + 8 if any(one.challenge for one in teams) else 0
    size = _joint_size(names, sizes, wide, pitch - more - 12)
    if not size:  # the names before all else
        more, size = 0, _joint_size(names, sizes, wide, pitch - 12) or SMALL
    strong = Type(size, is_strong=True)
    for number, one in enumerate(teams):
        left = box.left() + number // deep * (wide + 64)
        top = box.top() + number % deep * pitch
        lines = lines_of(one.team, strong, wide)
        leading = min(strong.line, (pitch - 12) / len(lines))
        y = top + max((pitch - len(lines) * leading - more) / 2 - 6, 4)
        y = canvas.block(left, y, lines, strong, colours[0], text=one.team, leading=leading)
        if more and one.challenge:
            type_ = fitted(one.challenge, ((below.size, 1), (SMALL, 1)), wide, is_strong=False)[0]
            if width_of(one.challenge, type_) <= wide:
                canvas.line(left, y + 4, one.challenge, type_, colours[1])
        if number % deep:
            rule = colours[1] if colours[0] != "text" else "line"
            canvas.fill(QRectF(left, top - 2, wide, 4), rule)


def _joint_size(names: Sequence[str], sizes: Sequence[int], wide: int, tall: float) -> int:
    """The largest that every name has on one line, or else on more; 0 where none fits."""
    large = [size for size in sizes if size >= LARGE and Type(size).line <= tall]
    if found := largest_on_one_line(names, large, wide):
        return found
    for size in sizes:
        type_ = Type(size, is_strong=True)
        if size <= LARGE and all(
            len(lines_of(name, type_, wide)) * type_.line <= tall for name in names
        ):
            return size
    return 0


_DEEPEST = 8
"""Joint teams that are one below the other before a second column begins."""


def paint_numeral(
    canvas: Canvas, number: int, size: int, middle: float, baseline: float, colour: str
) -> None:
    """A numeral as a shape, about `middle` and on `baseline`."""
    outline = _numeral(number, size)
    canvas.painter.save()
    canvas.painter.translate(middle - outline.boundingRect().center().x(), baseline)
    canvas.shape(outline, colour)
    canvas.painter.restore()


@lru_cache(maxsize=8)
def _numeral(number: int, size: int) -> QPainterPath:
    outline = QPainterPath()
    outline.addText(0, 0, type_font(Type(size, is_strong=True)), str(number))
    return outline
