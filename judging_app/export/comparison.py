"""Draws a comparison of events: sentences, a plot a figure, and the tables behind them."""

from collections.abc import Sequence
from functools import partial

from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.pdf import INK, QUIET, About, Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import GRID, LEFT, RIGHT, ROOM, Box, Head, Sheet, Text, printed
from judging_app.present.compare.view import ComparisonView, Plot, Table

SHEET_ID = "COMPARE"
"""Longer than any code of a judge or a team, so that no other sheet has it."""

MOST_ROWS = 40
"""Events of which a plot shows each; of more, it counts how many lie where."""

_SIZE, _SMALL, _HEADING = 10, 8, 12
_AXIS = LEFT + 190


def comparison(rows: ComparisonView, *, mark: str = "", progress: Progress = unwatched) -> Paper:
    """The comparison as one file, the same bytes from run to run."""
    about = About(f"{rows.title}, {rows.subtitle}", "", rows.title, mark)
    return printed([partial(_laid_out, rows)], about, rows, progress=progress)


def _laid_out(rows: ComparisonView) -> Sheet:
    sheet = Sheet(Head(SHEET_ID, "", rows.title, rows.subtitle, ""))
    for one in rows.findings:
        sheet.text(printable(one), _HEADING, face=STRONG_FACE)
        sheet.down(0.5)
    for plot in rows.plots:
        _put_plot(sheet, plot)
    for table in rows.tables:
        _put_heading(sheet, table.title)
        _put_in_parts(sheet, table)
        if table.about:
            sheet.down(0.5)
            sheet.text(printable(table.about), _SMALL, colour=QUIET)
    if rows.gaps:
        _put_heading(sheet, "What can’t be compared, and why")
        for one in rows.gaps:
            sheet.text(printable(one), _SIZE)
    return sheet


def _put_heading(sheet: Sheet, text: str) -> None:
    sheet.down(1.5)
    sheet.need(5 * GRID)
    sheet.text(printable(text), _HEADING, face=STRONG_FACE)
    sheet.down(0.5)


def _put_plot(sheet: Sheet, plot: Plot) -> None:
    plot = plot.within(MOST_ROWS)
    _put_heading(sheet, plot.title)
    for label, value, text in plot.rows:
        sheet.need(1.5 * GRID)
        sheet.y -= 1.25 * GRID
        name = _cut(printable(label), 34)
        sheet.put(Text(LEFT, sheet.y + 2, name, _SMALL))
        length = max(0.5, (value - plot.least) / (plot.most - plot.least) * (RIGHT - 60 - _AXIS))
        sheet.put(Box(_AXIS, sheet.y + 1, length, GRID * 0.6, 0.8, INK))
        sheet.put(Text(_AXIS + length + 4, sheet.y + 2, text, _SMALL, STRONG_FACE))
    ends = f"From {plot.least:.3g} to {plot.most:.3g} {plot.unit}".strip().replace("-", "−")
    sheet.text(printable(ends), _SMALL, colour=QUIET)


def _put_in_parts(sheet: Sheet, table: Table) -> None:
    """The table, in as many parts as its columns need."""
    for start in range(1, len(table.heads), table.beside):
        if start > 1:
            sheet.down(1)
        part = slice(start, start + table.beside)
        heads, *lines = ((line[0], *line[part]) for line in (table.heads, *table.rows))
        _put_table(sheet, heads, lines, LEFT + 150)


def _put_table(
    sheet: Sheet, heads: Sequence[str], rows: Sequence[Sequence[str]], first: float
) -> None:
    """A table whose first column hangs at the left and whose others end in even steps."""
    others = max(1, len(heads) - 1)
    step = (LEFT + ROOM - first) / others
    for at, row in enumerate((heads, *rows)):
        sheet.need(1.5 * GRID)
        sheet.y -= 1.25 * GRID
        face = STRONG_FACE if at == 0 else TEXT_FACE
        room = int((first - LEFT) / 4.6)
        sheet.put(Text(LEFT, sheet.y + 2, _cut(printable(row[0]), room), _SMALL, face))
        for column, cell in enumerate(row[1:], 1):
            text = _cut(printable(cell), max(4, int(step / 4.6)))
            sheet.right(first + column * step, sheet.y + 2, text, _SMALL, face=face)
        if at == 0:
            sheet.rule()


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
