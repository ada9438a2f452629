"""Draws slips with a PIN each: one below the other on A4, with lines to cut along."""

from functools import partial

from judging_app.export.fonts import STRONG_FACE, printable
from judging_app.export.pdf import QUIET, About, Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import GRID, Head, Sheet, printed
from judging_app.present.organiser.slips import SLIPS_HINT, SLIPS_TITLE, PinSlips

SHEET_ID = "PINS"
_NAME, _SMALL, _PIN = 14, 10, 26
_HIGH = 9 * GRID
"""One slip, in points."""


def slips(rows: PinSlips, *, mark: str = "", progress: Progress = unwatched) -> Paper:
    """Every slip in one file, the same bytes from run to run."""
    about = About(f"{SLIPS_TITLE}, {rows.event}", rows.event, "", mark)
    return printed([partial(_laid_out, rows)], about, rows, progress=progress)


def _laid_out(rows: PinSlips) -> Sheet:
    sheet = Sheet(Head(SHEET_ID, rows.event, SLIPS_TITLE, SLIPS_HINT, ""))
    for slip in rows.slips:
        sheet.need(_HIGH)
        sheet.down(1)
        sheet.text(printable(slip.name), _NAME, face=STRONG_FACE, lines=2)
        detail = " · ".join(part for part in (slip.detail, rows.event, rows.day) if part)
        sheet.text(printable(detail), _SMALL, colour=QUIET, lines=2)
        sheet.down(0.5)
        sheet.text(slip.pin, _PIN, face=STRONG_FACE)
        sheet.down(1)
        sheet.rule()
    return sheet
