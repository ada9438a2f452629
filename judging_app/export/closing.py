"""Draws the record at closing: one A4 page with the code large enough to be copied by hand."""

from functools import partial

from judging_app.export.fonts import STRONG_FACE, printable
from judging_app.export.pdf import QUIET, About, Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import Head, Sheet, printed
from judging_app.present.organiser.closing import CLOSING_TITLE, HOW_TO_CHECK, ClosingRecord

SHEET_ID = "RECORD"
"""Longer than any code of a judge or a team, so that no other sheet has it."""

_SIZE, _SMALL, _CODE = 11, 9, 26


def closing(rows: ClosingRecord, *, mark: str = "", progress: Progress = unwatched) -> Paper:
    """The record at closing as one file, the same bytes from run to run."""
    about = About(f"{CLOSING_TITLE}, {rows.event}", rows.event, "", mark)
    return printed([partial(_laid_out, rows)], about, rows, progress=progress)


def _laid_out(rows: ClosingRecord) -> Sheet:
    head = Head(SHEET_ID, rows.event, CLOSING_TITLE, rows.subtitle, f"Record {rows.code}")
    sheet = Sheet(head)
    for sentence in (rows.closed, rows.ballots, rows.reason and f"Reason: {rows.reason}"):
        sheet.text(printable(sentence), _SIZE)
    _put_code(sheet, "Record code", rows.code, _CODE)
    _put_code(sheet, "Key", rows.key, _SIZE + 3)
    sheet.down(1)
    sheet.rule()
    for sentence in HOW_TO_CHECK:
        sheet.down(1)
        sheet.text(printable(sentence), _SIZE)
    return sheet


def _put_code(sheet: Sheet, title: str, code: str, size: float) -> None:
    sheet.down(1.5)
    sheet.text(title, _SMALL, colour=QUIET)
    sheet.text(code, size, face=STRONG_FACE)
