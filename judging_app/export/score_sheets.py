"""Draws score sheets, filled or blank: A4 upright, any number of them in one file."""

from collections.abc import Sequence
from functools import partial
from math import ceil

from judging_app.errors import OutputError
from judging_app.export.blank_sheets import lay_out_blank
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.lines import width, wrapped
from judging_app.export.pdf import QUIET, About, Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import GRID, LEFT, RIGHT, Head, Sheet, Text, printed
from judging_app.present.organiser.blank_sheets import BlankSheet
from judging_app.present.organiser.papers import AnySheet
from judging_app.present.organiser.score_sheets import (
    BallotBlock,
    JudgeColumn,
    JudgeSheet,
    Remark,
    TeamSheet,
)
from judging_app.present.organiser.score_steps import ScoreStep

_ROW = 1.5 * GRID
_SIZE = 9.5
_COLUMNS = {"Weight": 372.0, "Score": 426.0, "Maximum": 490.0, "Points": RIGHT}
"""The right edge of each column of a judge's sheet."""

_TITLE_ROOM = 270
_TEAM_TITLE_ROOM = 180
_LEAST_COLUMN = 35
_STEP_ROOM = RIGHT - LEFT - 110


def score_sheets(
    sheets: Sequence[AnySheet],
    *,
    mark: str = "",
    progress: Progress = unwatched,
) -> Paper:
    """All sheets in one file; each begins on a new page and counts its own pages."""
    if not sheets:
        raise OutputError(
            "There are no score sheets to print. Add teams and judges, or choose another paper."
        )
    event = sheets[0].event
    about = About(f"Score sheets of {event}", event, "Score sheets", mark)
    lay_outs = [partial(_lay_out, sheet) for sheet in sheets]
    return printed(lay_outs, about, sheets, progress=progress)


def _lay_out(sheet: AnySheet) -> Sheet:
    match sheet:
        case JudgeSheet():
            return _lay_out_judge(sheet)
        case TeamSheet():
            return _lay_out_team(sheet)
        case BlankSheet():
            return lay_out_blank(sheet)


def _lay_out_judge(judge: JudgeSheet) -> Sheet:
    sheet = Sheet(Head(judge.id, judge.event, judge.title, judge.subtitle, judge.record))
    _put_closing(sheet, judge.closing)
    for block in judge.blocks:
        sheet.need(_block_height(block))
        _put_block(sheet, block, judge.full_total)
        sheet.down(2)
    return sheet


def _put_closing(sheet: Sheet, closing: str) -> None:
    if closing:
        sheet.text(printable(closing), _SIZE)
        sheet.down(1)


def _block_height(block: BallotBlock) -> float:
    rows = sum(
        _row_height(_in_one_line(line.title, line.agreed), _TITLE_ROOM) for line in block.lines
    )
    return rows + (2 * _ROW if block.lines else 0) + 3 * GRID


def _put_block(sheet: Sheet, block: BallotBlock, full_total: str) -> None:
    sheet.text(printable(block.team), 11.5, face=STRONG_FACE)
    words = _in_one_line(block.challenge, block.state, block.receipt, block.keyed_by)
    sheet.text(printable(words), _SIZE, colour=QUIET)
    sheet.down(0.25)
    if block.lines:
        _put_heads(sheet)
    for line in block.lines:
        figures = (line.weight, line.score, line.highest, line.part)
        _put_row(sheet, _in_one_line(line.title, line.agreed), figures)
    if block.total:
        _put_total(sheet, f"Total, out of {full_total}", block.total)
    _put_remarks(sheet, block.remarks)


def _in_one_line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _put_heads(sheet: Sheet) -> None:
    sheet.rule()
    sheet.y -= _ROW
    sheet.put(Text(LEFT, sheet.y + 5, "Criterion", 8.5, TEXT_FACE, QUIET))
    for head, right in _COLUMNS.items():
        place = right - width(head, TEXT_FACE, 8.5)
        sheet.put(Text(place, sheet.y + 5, head, 8.5, TEXT_FACE, QUIET))
    sheet.rule()


def _put_row(sheet: Sheet, title: str, figures: Sequence[str]) -> None:
    if sheet.need(_row_height(title, _TITLE_ROOM)):
        _put_heads(sheet)
    top = sheet.y
    for column, figure in zip(_COLUMNS.values(), figures, strict=True):
        sheet.right(column, top - _ROW + 5, figure, _SIZE)
    _put_title(sheet, title, _TITLE_ROOM)
    sheet.rule()


def _put_title(sheet: Sheet, title: str, room: float) -> None:
    top = sheet.y
    for line in wrapped(printable(title), TEXT_FACE, _SIZE, room):
        sheet.put(Text(LEFT, sheet.y - _ROW + 5, line, _SIZE))
        sheet.y -= 12
    sheet.y = top - _row_height(title, room)


def _row_height(title: str, room: float) -> float:
    return _ROW + 12 * (len(wrapped(printable(title), TEXT_FACE, _SIZE, room)) - 1)


def _put_total(sheet: Sheet, words: str, figure: str) -> None:
    sheet.need(_ROW)
    sheet.y -= _ROW
    sheet.put(Text(LEFT, sheet.y + 5, words, _SIZE, STRONG_FACE))
    sheet.right(RIGHT, sheet.y + 5, figure, _SIZE, face=STRONG_FACE)


def _put_remarks(sheet: Sheet, remarks: Sequence[Remark]) -> None:
    for remark in remarks:
        sheet.down(0.5)
        sheet.need(3 * GRID)
        sheet.text(printable(remark.label), 8.5, colour=QUIET)
        for paragraph in remark.text.splitlines():
            sheet.text(printable(paragraph) or " ", _SIZE)


def _lay_out_team(team: TeamSheet) -> Sheet:
    sheet = Sheet(Head(team.id, team.event, team.title, team.subtitle, team.record))
    sheet.text(printable(team.result), 11, face=STRONG_FACE)
    sheet.down(1)
    _put_closing(sheet, team.closing)
    for columns, is_last in _shares(team):
        _put_grid(sheet, team, columns, has_mean=is_last)
        sheet.down(1.5)
    _put_steps(sheet, team.steps)
    _put_panel(sheet, team.columns)
    if team.remarks:
        sheet.down(1)
        sheet.need(5 * GRID)
        sheet.text("Comments for the team", 11.5, face=STRONG_FACE)
        _put_remarks(sheet, team.remarks)
    return sheet


def _put_steps(sheet: Sheet, steps: Sequence[ScoreStep]) -> None:
    """From the ballots to the score and the place, a line a step, the last two strong."""
    if not steps:
        return
    sheet.need(5 * GRID)
    sheet.text("How the score came about", 11.5, face=STRONG_FACE)
    sheet.down(0.25)
    sheet.rule()
    for number, step in enumerate(steps):
        face = STRONG_FACE if number >= len(steps) - 2 else TEXT_FACE
        lines = wrapped(printable(step.text), face, _SIZE, _STEP_ROOM)
        sheet.need(_ROW + 12 * (len(lines) - 1))
        sheet.right(RIGHT, sheet.y - _ROW + 5, step.figure, _SIZE, face=face)
        for line in lines:
            sheet.put(Text(LEFT, sheet.y - _ROW + 5, line, _SIZE, face))
            sheet.y -= 12
        sheet.y -= _ROW - 12
        sheet.rule()
    sheet.down(1.5)


def _shares(team: TeamSheet) -> list[tuple[tuple[JudgeColumn, ...], bool]]:
    """The judges in even shares, each of which fits across the page beside the titles.

    The mean takes a column too, in the last share.
    """
    most = max(1, int((RIGHT - LEFT - _TEAM_TITLE_ROOM) / _column_width(team)) - 1)
    count = max(1, ceil(len(team.columns) / most))
    size = max(1, ceil(len(team.columns) / count))
    return [
        (team.columns[start : start + size], start + size >= len(team.columns))
        for start in range(0, max(1, len(team.columns)), size)
    ]


def _column_width(team: TeamSheet) -> float:
    cells = [
        text for column in team.columns for text in (column.code, column.total, *column.scores)
    ]
    cells += [team.mean_total, "Mean", *(line.mean for line in team.criteria)]
    return max(_LEAST_COLUMN, *(width(cell, STRONG_FACE, _SIZE) + 7 for cell in cells))


def _put_grid(
    sheet: Sheet, team: TeamSheet, columns: Sequence[JudgeColumn], *, has_mean: bool
) -> None:
    heights = [_row_height(line.title, _TEAM_TITLE_ROOM) + 11 for line in team.criteria]
    sheet.need(min(sum(heights) + 2 * _ROW, 40 * GRID))
    step = _column_width(team)
    heads = [*(column.code for column in columns), *(["Mean"] if has_mean else [])]
    rights = [LEFT + _TEAM_TITLE_ROOM + step * number for number in range(1, len(heads) + 1)]
    _put_codes(sheet, rights, heads)
    for number, (line, height) in enumerate(zip(team.criteria, heights, strict=True)):
        if sheet.need(height):
            _put_codes(sheet, rights, heads)
        cells = [*(c.scores[number] for c in columns), *([line.mean] if has_mean else [])]
        sheet.y -= _ROW
        _put_cells(sheet, rights, cells, TEXT_FACE)
        sheet.y += _ROW
        _put_title(sheet, line.title, _TEAM_TITLE_ROOM - 6)
        sheet.y -= 11
        sheet.put(Text(LEFT, sheet.y + 5, line.scale, 8, TEXT_FACE, QUIET))
        sheet.rule()
    sheet.need(_ROW)
    sheet.y -= _ROW
    sheet.put(Text(LEFT, sheet.y + 5, "Total", _SIZE, STRONG_FACE))
    totals = [*(column.total for column in columns), *([team.mean_total] if has_mean else [])]
    _put_cells(sheet, rights, totals, STRONG_FACE)


def _put_codes(sheet: Sheet, rights: Sequence[float], heads: Sequence[str]) -> None:
    sheet.rule()
    sheet.y -= _ROW
    sheet.put(Text(LEFT, sheet.y + 5, "Criterion", 8.5, TEXT_FACE, QUIET))
    _put_cells(sheet, rights, heads, TEXT_FACE)
    sheet.rule()


def _put_cells(sheet: Sheet, rights: Sequence[float], cells: Sequence[str], face: str) -> None:
    for right, cell in zip(rights, cells, strict=True):
        sheet.right(right, sheet.y + 5, cell, _SIZE, face=face)


def _put_panel(sheet: Sheet, columns: Sequence[JudgeColumn]) -> None:
    """Who is behind each code, and why a ballot isn't there."""
    sheet.need(4 * GRID)
    sheet.text("Ballots", 11.5, face=STRONG_FACE)
    sheet.down(0.25)
    for column in columns:
        state = _in_one_line(column.state, column.receipt, column.keyed_by)
        words = f"{column.name} – {state}"
        sheet.need(_ROW)
        sheet.put(Text(LEFT, sheet.y - 10, column.code, _SIZE, STRONG_FACE))
        sheet.text(printable(words), _SIZE, x=LEFT + 3 * GRID)
