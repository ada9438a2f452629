"""Who it is: names and how large they may be, members in a run, a numeral, and why."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from judging_app.present.wall.faces import (
    First,
    Score,
    ToldTeam,
)
from ui.wall.canvas import EDGE, Canvas
from ui.wall.marks import icon
from ui.wall.timing import (
    WHO_WON,
)
from ui.wall.type import (
    LADDER,
    LARGE,
    NAME,
    ROW,
    ROW_LARGE,
    SMALL,
    Type,
    fitted,
    largest_on_one_line,
    lines_of,
    stands,
    together,
    type_font,
    width_of,
)

_DEEPEST = 8
"""Joint teams that are one below the other before a second column begins."""

BETWEEN = 64
"""Free between two columns."""

FINE = tuple(sorted({*range(NAME, SMALL - 1, -4), *LADDER}, reverse=True))
"""The sizes that the names of joint winners may have: as large as all of them stand."""

_AIR = 12
"""Free between a name and the rule below it."""

JOINT_TALL = 734
"""What joint winners have of the wall's height, where two lines stand below them."""


def paint_people(
    canvas: Canvas,
    people: Sequence[str],
    left: float,
    room: int,
    colour: str,
    when: tuple[int, int],
    between: tuple[float, float],
) -> float:
    """Names in a run, none of them broken, up from the foot; where they begin.

    They are left out where they would need more room than that `between`.
    """
    above, bottom = between
    if not people:
        return bottom
    lines = lines_of(together(people), Type(SMALL), room)
    top = bottom - len(lines) * 48
    if top < above:
        return bottom
    with canvas.moment(*when) as is_there:
        if is_there:
            canvas.block(left, top, lines, Type(SMALL), colour, text=people)
    return top - 20


def paint_score(canvas: Canvas, score: Score, left: float, top: float, most: int) -> None:
    """A score and its unit, none of them larger than `most`."""
    if score.text:
        figures = Type(min(ROW_LARGE, most), is_strong=True).figures
        wide = canvas.line(left, top, score.text, figures)
        room = int(canvas.right - left - wide - 26)
        unit, lines = fitted(score.unit, ((ROW, 1), (SMALL, 2)), room, is_strong=False)
        foot = top + 0.84 * figures.line if len(lines) == 1 else top + figures.line
        at = foot - (len(lines) - 0.18) * unit.line
        canvas.block(left + wide + 26, at, lines, unit, "text-quiet", text=score.unit)


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
    deep, wide, pitch = grid(len(teams), box.width(), box.height())
    below = below_a_name(deep)
    more = below.line + 8 if any(one.challenge for one in teams) else 0
    size, has_more = joint_size([one.team for one in teams], sizes, wide, pitch, more)
    more = more if has_more else 0
    strong = Type(size, is_strong=True)
    for number, one in enumerate(teams):
        left = box.left() + number // deep * (wide + BETWEEN)
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


def winners_name(name: str, room: int) -> tuple[Type, tuple[str, ...]]:
    """On two lines of the largest type; else smaller, a word that is too long broken."""
    rungs = ((NAME, 2), (LARGE, 4), (ROW_LARGE, 7))
    fit = (size for size, most in rungs if stands(name, size, room, most * Type(size).line))
    type_ = Type(next(fit, ROW), is_strong=True)
    return type_, lines_of(name, type_, room)


def grid(count: int, wide: float, tall: float) -> tuple[int, int, float]:
    """How many of `count` joint teams stand in a column, how wide that is and each of them high."""
    columns = -(-count // _DEEPEST)
    deep = -(-count // columns)
    return deep, int((wide - BETWEEN * (columns - 1)) / columns), tall / deep


def below_a_name(deep: int) -> Type:
    """What a joint team's challenge is set in."""
    return Type(ROW if deep <= 2 else SMALL)  # noqa: PLR2004 - a pair


def joint_size(
    names: Sequence[str], sizes: Sequence[int], wide: int, pitch: float, below: int
) -> tuple[int, bool]:
    """The largest of `sizes` that all names have, and whether `below` more has room with them.

    A challenge is left out where its room would make the names smaller than large rows are.
    """
    alone = _size(names, sizes, wide, pitch - _AIR) or SMALL
    with_more = _size(names, sizes, wide, pitch - _AIR - below) if below else 0
    if with_more and with_more >= min(alone, ROW_LARGE):
        return with_more, True
    return alone, False


def _size(names: Sequence[str], sizes: Sequence[int], wide: int, tall: float) -> int:
    """The largest that every name has on one line, or else on more; 0 where none fits."""
    large = [size for size in sizes if size >= LARGE and Type(size).line <= tall]
    if found := largest_on_one_line(names, large, wide):
        return found
    return next(
        (
            size
            for size in sizes
            if size <= LARGE and all(stands(name, size, wide, tall) for name in names)
        ),
        0,
    )


@lru_cache(maxsize=64)
def most_beside(names: Sequence[str], winners: int, inner: int) -> int:
    """The largest size of any text while so many of `names`, no matter which, may be first.

    It follows from all names and from what the room knows, and so gives nothing away.
    """
    alone = min((winners_name(name, inner)[0].size for name in names), default=LARGE)
    if winners == 1:
        return min(alone, LARGE)
    deep, wide, pitch = grid(winners, inner, JOINT_TALL)
    below = below_a_name(deep).line + 8
    sizes = [size for size in FINE if size <= LARGE]
    return min(alone, joint_size(names, sizes, wide, pitch, below)[0])


def held(rungs: Sequence[tuple[int, int]], most: int) -> tuple[tuple[int, int], ...]:
    """Rungs, a size and the most lines, none of them larger than `most`."""
    return tuple((min(size, most), lines) for size, lines in rungs)
