"""Lays out a score sheet that is filled in by hand."""

from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.lines import width, wrapped
from judging_app.export.pdf import INK, QUIET
from judging_app.export.sheet import GRID, LEFT, RIGHT, ROOM, Box, Head, Sheet, Text
from judging_app.present.organiser.blank_sheets import BlankLine, BlankSheet

_KEY = 22
_PITCH = 25
_TITLE_ROOM = 205
_WRITE_WIDTH = 76
_SIZE = 10

_HOW = (
    "Mark one box for each criterion. To change a mark, cross it out and write the score beside "
    "it. If you leave a criterion empty, it is not scored. It does not count as 0."
)


def lay_out_blank(blank: BlankSheet) -> Sheet:
    """Criteria with their boxes, room for both comments, and who signed and keyed it."""
    subtitle = " · ".join(part for part in (f"Judge: {blank.judge}", blank.subtitle) if part)
    sheet = Sheet(Head(blank.id, blank.event, blank.title, subtitle, blank.record))
    sheet.text(_HOW, 9, colour=QUIET)
    sheet.down(0.5)
    sheet.rule()
    for line in blank.lines:
        _put_criterion(sheet, line)
    sheet.need(20 * GRID)
    for label in ("For the team", "For the panel"):
        sheet.down(0.75)
        _put_comment_lines(sheet, label)
    _put_signatures(sheet)
    return sheet


def _put_criterion(sheet: Sheet, line: BlankLine) -> None:
    titles = wrapped(printable(line.title), STRONG_FACE, _SIZE, _TITLE_ROOM)
    height = max(_KEY + 12, 13 * len(titles) + 22)
    sheet.need(height)
    top = sheet.y
    for number, title in enumerate(titles):
        sheet.put(Text(LEFT, top - 15 - 13 * number, title, _SIZE, STRONG_FACE))
    below = top - 15 - 13 * len(titles)
    sheet.put(Text(LEFT, below, f"{line.weight} · {line.scale}", 8.5, TEXT_FACE, QUIET))
    base = top - height / 2 - _KEY / 2
    if line.keys and all(width(key, TEXT_FACE, 9) < _KEY for key in line.keys):
        _put_keys(sheet, line.keys, base)
    else:
        sheet.put(Box(RIGHT - _WRITE_WIDTH, base, _WRITE_WIDTH, _KEY, 0.7, INK))
    sheet.y = top - height
    sheet.rule()


def _put_keys(sheet: Sheet, keys: tuple[str, ...], base: float) -> None:
    first = RIGHT - _PITCH * (len(keys) - 1) - _KEY
    for number, key in enumerate(keys):
        x = first + _PITCH * number
        sheet.put(Box(x, base, _KEY, _KEY, 0.7, INK))
        middle = x + (_KEY - width(key, TEXT_FACE, 9)) / 2
        sheet.put(Text(middle, base + 7.5, key, 9))


def _put_comment_lines(sheet: Sheet, label: str) -> None:
    sheet.text(label, 9, colour=QUIET)
    for _ in range(3):
        sheet.down(1.75)
        sheet.rule()


def _put_signatures(sheet: Sheet) -> None:
    sheet.down(3.5)
    share = ROOM / 4
    for number, label in enumerate(("Judge’s signature", "", "First entry by", "Second entry by")):
        x = LEFT + share * number
        if not label:
            continue
        wide = 2 * share - GRID if number == 0 else share - GRID
        sheet.put(Box(x, sheet.y, wide, 0, 0.7, INK))
        sheet.put(Text(x, sheet.y - GRID, label, 8.5, TEXT_FACE, QUIET))
