"""Draws the report of the result: one A4 paper, upright, of as many pages as it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.lines import width, wrapped
from judging_app.export.pdf import QUIET, About, Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import GRID, LEFT, RIGHT, Head, Sheet, Text, printed
from judging_app.present.organiser.report import CriterionRow, Place, Report, Uncounted
from judging_app.present.result.checks import CheckRow

SHEET_ID = "RESULT"
"""Longer than any code of a judge or a team, so that no other sheet has it."""

_ROW = 1.5 * GRID
_LINE = 12
_SIZE = 9.5
_SMALL = 8.5
_TEAM = LEFT + 76


@dataclass(frozen=True, slots=True)
class _Column:
    """One column of a table: words hang at `left` within `room`; figures end at `left` + `room`."""

    head: str
    left: float
    room: float
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a line, and what is said about it `below`, from `hangs_at` to the margin."""

    cells: tuple[str, ...]
    below: str = ""
    hangs_at: float = LEFT + 10


def report(rows: Report, *, mark: str = "", progress: Progress = unwatched) -> Paper:
    """The report as one file, the same bytes from run to run."""
    about = About(f"{rows.title} of {rows.event}", rows.event, rows.title, mark)
    return printed([partial(_laid_out, rows)], about, rows, progress=progress)


def _laid_out(rows: Report) -> Sheet:
    sheet = Sheet(Head(SHEET_ID, rows.event, rows.title, rows.subtitle, rows.record))
    sheet.text(printable(rows.status), 11, face=STRONG_FACE)
    if rows.amended:
        _put_sayings(sheet, "What changed in this edition", rows.amended, "")
    _put_standings(sheet, rows)
    _put_awards(sheet, rows)
    _put_sayings(sheet, "How ties were settled", rows.findings.ties, "No teams were tied.")
    _put_sayings(sheet, "Decisions", rows.findings.decisions, "No decisions were made.")
    _put_method(sheet, rows)
    _put_rubric(sheet, rows)
    _put_ballots(sheet, rows)
    _put_checks(sheet, rows)
    return sheet


def _put_standings(sheet: Sheet, rows: Report) -> None:
    _put_heading(sheet, "Standings")
    unit = f"Score {rows.unit}" if rows.unit.startswith("of ") else "Score"
    columns = [
        _Column("Place", LEFT, 66),
        _Column("Team", _TEAM, 176 if rows.is_decided else 253),
        _Column(unit, LEFT + 339, 60, is_figure=True),
        _Column("Ballots", RIGHT - 90, 90, is_figure=True),
    ]
    if rows.is_decided:
        columns.insert(2, _Column("By the scores", LEFT + 262, 66))
    _put_table(sheet, columns, [_place_row(place, rows) for place in rows.places])
    for note in rows.notes:
        _put_paragraph(sheet, note)
    if rows.is_decided:
        _put_paragraph(
            sheet,
            "“Place” is the panel’s own decision, explained below. “By the scores” is the place "
            "that the scores alone give.",
        )


def _place_row(place: Place, rows: Report) -> _Row:
    by_scores = (place.by_scores,) if rows.is_decided else ()
    return _Row(
        (place.place, place.team, *by_scores, place.score, place.ballots), place.remark, _TEAM
    )


def _put_awards(sheet: Sheet, rows: Report) -> None:
    if not rows.findings.awards:
        return
    _put_heading(sheet, "Awards")
    columns = (_Column("Award", LEFT, 230), _Column("Awarded to", LEFT + 240, RIGHT - LEFT - 240))
    _put_table(
        sheet,
        columns,
        [_Row((one.title, one.winners or "Not awarded"), one.why) for one in rows.findings.awards],
    )


def _put_sayings(sheet: Sheet, heading: str, sayings: Sequence[str], none: str) -> None:
    _put_heading(sheet, heading)
    for saying in sayings or (none,):
        _put_paragraph(sheet, saying)


def _put_method(sheet: Sheet, rows: Report) -> None:
    _put_heading(sheet, "How the result was worked out")
    _put_paragraph(sheet, f"Method: {rows.method}. Scores are {_told(rows.unit)}.", STRONG_FACE)
    _put_paragraph(sheet, rows.definition)
    _put_paragraph(sheet, rows.findings.comparison)


def _told(unit: str) -> str:
    return f"in points, {unit.replace('of ', 'out of ', 1)}" if unit.startswith("of ") else unit


def _put_rubric(sheet: Sheet, rows: Report) -> None:
    _put_heading(sheet, "Rubric")
    columns = (
        _Column("Criterion", LEFT, 260),
        _Column("Weight", LEFT + 270, 50, is_figure=True),
        _Column("Scale", LEFT + 350, RIGHT - LEFT - 350),
    )
    _put_table(sheet, columns, [_criterion_row(one) for one in rows.criteria])
    _put_paragraph(sheet, f"Highest possible total: {rows.full_total}.")


def _criterion_row(one: CriterionRow) -> _Row:
    return _Row((one.title, one.weight, one.scale), one.note)


def _put_ballots(sheet: Sheet, rows: Report) -> None:
    _put_heading(sheet, "Ballots")
    _put_paragraph(sheet, rows.ballots)
    if rows.findings.closed_because:
        _put_paragraph(
            sheet,
            f"Scoring was closed with ballots missing. Reason: {rows.findings.closed_because}",
        )
    columns = (
        _Column("Judge", LEFT, 200),
        _Column("Team", LEFT + 210, 190),
        _Column("Not counted", LEFT + 410, RIGHT - LEFT - 410),
    )
    if rows.uncounted:
        sheet.down(0.5)
        _put_table(sheet, columns, [_uncounted_row(one) for one in rows.uncounted])


def _uncounted_row(ballot: Uncounted) -> _Row:
    return _Row((ballot.judge, ballot.team, ballot.state), ballot.reason or "No reason given.")


def _put_checks(sheet: Sheet, rows: Report) -> None:
    _put_heading(sheet, "What would change the result?")
    _put_paragraph(sheet, rows.findings.checks.sentence, STRONG_FACE)
    if rows.is_decided:
        _put_paragraph(
            sheet, "These checks use the result by the scores, not the panel’s decision."
        )
    for group, checks in groupby(rows.findings.checks.rows, key=_group):
        sheet.down(0.5)
        columns = (
            _Column(group, LEFT, 320),
            _Column("Winner", LEFT + 330, RIGHT - LEFT - 330),
        )
        _put_table(sheet, columns, [_check_row(one) for one in checks])


def _group(check: CheckRow) -> str:
    return check.group


def _check_row(check: CheckRow) -> _Row:
    """A moved weight is beside its criterion; why a method refuses takes lines of its own."""
    if check.is_same is None:
        return _Row((check.what, check.mark_text), check.detail)
    what = ", ".join(part for part in (check.what, check.detail) if part)
    return _Row((what, check.mark_text))


def _put_heading(sheet: Sheet, heading: str) -> None:
    sheet.down(2)
    sheet.need(6 * GRID)
    sheet.text(printable(heading), 11.5, face=STRONG_FACE)
    sheet.down(0.25)


def _put_paragraph(sheet: Sheet, text: str, face: str = TEXT_FACE) -> None:
    for paragraph in text.splitlines():
        sheet.text(printable(paragraph) or " ", _SIZE, face=face)
    sheet.down(0.5)


def _put_table(sheet: Sheet, columns: Sequence[_Column], rows: Sequence[_Row]) -> None:
    sheet.need(3 * _ROW)
    _put_heads(sheet, columns)
    for row in rows:
        lines = [_lines(cell, one) for cell, one in zip(row.cells, columns, strict=True)]
        height = _ROW + _LINE * (max(map(len, lines)) - 1)
        if sheet.need(height + (_LINE if row.below else 0)):
            _put_heads(sheet, columns)
        for column, cell in zip(columns, lines, strict=True):
            _put_cell(sheet, column, cell)
        sheet.y -= height
        _put_below(sheet, row)
        sheet.rule()
    sheet.down(0.5)


def _put_heads(sheet: Sheet, columns: Sequence[_Column]) -> None:
    sheet.rule()
    for column in columns:
        shift = column.room - width(column.head, TEXT_FACE, _SMALL) if column.is_figure else 0
        place = column.left + shift
        sheet.put(Text(place, sheet.y - _ROW + 5, column.head, _SMALL, TEXT_FACE, QUIET))
    sheet.y -= _ROW
    sheet.rule()


def _lines(cell: str, column: _Column) -> list[str]:
    return wrapped(printable(cell), TEXT_FACE, _SIZE, column.room)


def _put_cell(sheet: Sheet, column: _Column, lines: Sequence[str]) -> None:
    for number, line in enumerate(lines):
        y = sheet.y - _ROW + 5 - _LINE * number
        if column.is_figure:
            sheet.right(column.left + column.room, y, line, _SIZE)
        else:
            sheet.put(Text(column.left, y, line, _SIZE))


def _put_below(sheet: Sheet, row: _Row) -> None:
    if not row.below:
        return
    for paragraph in row.below.splitlines():
        sheet.text(printable(paragraph) or " ", _SMALL, colour=QUIET, x=row.hangs_at)
    sheet.down(0.25)
