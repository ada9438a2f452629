"""The projector's scenes of one team: up next, and now pitching with its members."""

from collections.abc import Sequence

from judging_app.present.wall.faces import OneTeam, Person
from judging_app.present.wall.view import WallView
from ui.wall.canvas import EDGE, Canvas
from ui.wall.frame import BOTTOM, paint_band, paint_foot
from ui.wall.type import (
    LARGE,
    ROW,
    ROW_LARGE,
    SMALL,
    Type,
    fitted,
    lines_of,
    together,
)

_NAMES = ((LARGE, 1), (ROW_LARGE, 2), (ROW, 3), (SMALL, 5))
_TWO_COLUMNS, _THREE_COLUMNS = 6, 9
_BETWEEN = 24
_LINE = 44
"""From line to line of a person, who stands closer than a paragraph."""


def paint_team(canvas: Canvas, view: WallView, face: OneTeam) -> None:
    """The team's name large, its challenge below, then its members or when it is on."""
    paint_band(canvas, view)
    loose = not face.people
    type_, lines = fitted(face.team, _NAMES, canvas.inner)
    y = canvas.block(EDGE, 245 if loose else 161, lines, type_, text=face.team)
    if face.challenge:
        cut, lines = fitted(face.challenge, ((ROW, 2), (SMALL, 5)), canvas.inner, is_strong=False)
        y = canvas.block(EDGE, y + (40 if loose else 16), lines, cut, text=face.challenge)
    if face.owner:
        small = lines_of(face.owner, Type(SMALL), canvas.inner)
        y = canvas.block(EDGE, y + 8, small, Type(SMALL), "text-quiet", text=face.owner)
    if face.people:
        canvas.hairline(y + 36)
        _paint_people(canvas, face.people, y + 66)
    if face.when:
        top = max(y + 60, 725.0)
        canvas.hairline(top)
        time = Type(ROW_LARGE, is_strong=True).figures
        wide = canvas.line(EDGE, top + 37, face.when, time, "act")
        canvas.line(EDGE + wide + 36, top + 67, face.when_text, Type(ROW))
    paint_foot(canvas, view)


def _paint_people(canvas: Canvas, people: Sequence[Person], top: float) -> None:
    """In columns, each with the organisation directly below; without it where room is short."""
    for columns, has_more in ((2, True), (3, True), (2, False), (3, False), (4, False)):
        most = {2: _TWO_COLUMNS, 3: _THREE_COLUMNS}.get(columns, 99)
        if has_more and len(people) > most:
            continue
        wide = int((canvas.inner - 48 * (columns - 1)) / columns)
        cells = [_lines_of_one(one, wide, has_more=has_more) for one in people]
        deep = -(-len(people) // columns)
        runs = [cells[at : at + deep] for at in range(0, len(cells), deep)]
        gap = _BETWEEN if has_more else 0
        tall = [sum((len(a) + len(b)) * _LINE + gap for a, b in run) - gap for run in runs]
        if top + max(tall) <= BOTTOM:
            for number, run in enumerate(runs):
                left = EDGE + number * (wide + 48)
                _paint_run(canvas, people[number * deep :], run, left, top, gap)
            return
    names = [one.name for one in people]
    lines = lines_of(together(names), Type(SMALL), canvas.inner)
    leading = min(48, (BOTTOM - top) / len(lines))
    canvas.block(EDGE, top, lines, Type(SMALL), text=names, leading=leading)


def _lines_of_one(
    one: Person, wide: int, *, has_more: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    name = lines_of(one.name, Type(SMALL, is_strong=True), wide)
    more = one.organisation if has_more else ""
    return name, lines_of(more, Type(SMALL), wide) if more else ()


def _paint_run(
    canvas: Canvas,
    people: Sequence[Person],
    run: Sequence[tuple[tuple[str, ...], tuple[str, ...]]],
    left: float,
    y: float,
    gap: int,
) -> None:
    strong = Type(SMALL, is_strong=True)
    for one, (name, more) in zip(people, run, strict=False):
        y = canvas.block(left, y, name, strong, text=one.name, leading=_LINE)
        quiet = "text-quiet"
        y = canvas.block(
            left, y, more, Type(SMALL), quiet, text=one.organisation if more else "", leading=_LINE
        )
        y += gap
