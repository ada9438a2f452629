"""Draws a judge's take-away: one A4 paper, upright, a block for each team."""

from functools import partial

from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, printable
from judging_app.export.lines import width, wrapped
from judging_app.export.pdf import QUIET, About, Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import GRID, LEFT, RIGHT, Head, Sheet, Text, printed
from judging_app.present.judge.take_away import TakeAway, TakeAwayLine, TakeAwayTeam

SHEET_ID = "YOUR-SCORES"
"""Longer than any code of a judge or a team, so that no other sheet has it."""

_SIZE, _SMALL = 10, 8.5
_OWN, _MEAN = RIGHT - 90, RIGHT
_ROOM = RIGHT - LEFT - 190
_ROW, _LINE = 1.5 * GRID, 12.5


def take_away(rows: TakeAway, *, mark: str = "", progress: Progress = unwatched) -> Paper:
    """The take-away as one file, the same bytes from run to run."""
    about = About(f"{rows.title}, {rows.event}", rows.event, "", mark)
    return printed([partial(_laid_out, rows)], about, rows, progress=progress)


def _laid_out(rows: TakeAway) -> Sheet:
    sheet = Sheet(Head(SHEET_ID, rows.event, rows.title, _SUBTITLE, rows.record))
    for sentence in (rows.severity, rows.spread):
        sheet.text(printable(sentence), 11)
    sheet.down(0.5)
    sheet.text(printable(rows.why), _SMALL, colour=QUIET)
    for team in rows.teams:
        _put_team(sheet, team)
    return sheet


_SUBTITLE = "Your own scores beside the panel’s means"


def _put_team(sheet: Sheet, team: TakeAwayTeam) -> None:
    sheet.down(1.5)
    sheet.need(6 * GRID)
    sheet.text(printable(team.team), 12, face=STRONG_FACE)
    _put_heads(sheet, team)
    for line in team.lines:
        _put_line(sheet, line)
    _put_line(sheet, team.total, STRONG_FACE)


def _put_heads(sheet: Sheet, team: TakeAwayTeam) -> None:
    sheet.rule()
    for right, words in ((_OWN, "Yours"), (_MEAN, f"Mean of {team.ballots}")):
        place = right - width(words, TEXT_FACE, _SMALL)
        sheet.put(Text(place, sheet.y - _ROW + 5, words, _SMALL, TEXT_FACE, QUIET))
    sheet.y -= _ROW
    sheet.rule()


def _put_line(sheet: Sheet, line: TakeAwayLine, face: str = TEXT_FACE) -> None:
    titles = wrapped(printable(line.title), face, _SIZE, _ROOM)
    height = _ROW + _LINE * (len(titles) - 1)
    sheet.need(height)
    first = sheet.y - _ROW + 5
    for at, title in enumerate(titles):
        sheet.put(Text(LEFT, first - _LINE * at, title, _SIZE, face))
    sheet.right(_OWN, first, line.own, _SIZE, face=face)
    sheet.right(_MEAN, first, line.mean, _SIZE, face=face)
    sheet.y -= height
    sheet.rule()
