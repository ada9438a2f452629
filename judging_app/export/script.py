"""Draws the host's script: upright A4 in large type, a block for each step to tick."""

from functools import partial

from judging_app.errors import OutputError
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.lines import wrapped
from judging_app.export.pdf import INK, QUIET, About, Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import GRID, LEFT, RIGHT, Box, Head, Sheet, Text, printed
from judging_app.present.organiser.script import Script, ScriptRow

SHEET_ID = "SCRIPT"
"""Longer than any code of a judge or a team, so that no other sheet has it."""

_SIZE, _LEADING = 16, 24
_SMALL = 11
_TICK = 16
_NUMBER = LEFT + 28
_WORDS = LEFT + 68
_HEAD = 38
"""From the top of a block to the foot of its first line of words."""

_FOOT = 14
"""From the last line of words to the rule below it."""


def script(rows: Script, *, mark: str = "", progress: Progress = unwatched) -> Paper:
    """The script as one file, the same bytes from run to run."""
    if not rows.rows:
        raise OutputError("There is no script to print. Prepare the reveal first.")
    about = About(f"{rows.title}, {rows.event}", rows.event, "", mark)
    return printed([partial(_laid_out, rows)], about, rows, progress=progress)


def _laid_out(rows: Script) -> Sheet:
    sheet = Sheet(Head(SHEET_ID, rows.event, rows.title, rows.subtitle, rows.record))
    sheet.text(printable(rows.caution), _SMALL, face=STRONG_FACE)
    sheet.down(1)
    for row in rows.rows:
        _put_row(sheet, row)
    return sheet


def _put_row(sheet: Sheet, row: ScriptRow) -> None:
    lines = [
        line
        for paragraph in row.words.split("\n")
        for line in wrapped(printable(paragraph), TEXT_FACE, _SIZE, RIGHT - _WORDS)
    ]
    sheet.need(_HEAD + _LEADING * (len(lines) - 1) + _FOOT)
    _put_mark(sheet, row)
    for at, line in enumerate(lines):
        # A step that is longer than a page goes on over it.
        if at and sheet.need(_LEADING + _FOOT):
            sheet.down(0.5)
        sheet.y -= _LEADING if at else _HEAD
        sheet.put(Text(_WORDS, sheet.y, line, _SIZE))
    sheet.y -= _FOOT
    sheet.rule()


def _put_mark(sheet: Sheet, row: ScriptRow) -> None:
    """The box to tick and the number beside the first line of words, the direction above it."""
    first = sheet.y - _HEAD
    sheet.put(Box(LEFT, first - 2, _TICK, _TICK, 0.9, INK))
    sheet.put(Text(_NUMBER, first, printable(row.number), _SIZE, STRONG_FACE))
    direction = printable(row.direction)
    sheet.put(Text(_WORDS, first + GRID * 1.75, direction, _SMALL, STRONG_FACE, QUIET))
