"""Draws what is held on a person: headings with paragraphs, on as many A4 pages as it takes."""

from functools import partial

from judging_app.export.fonts import STRONG_FACE, printable
from judging_app.export.pdf import QUIET, About, Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import GRID, Head, Sheet, printed
from judging_app.present.organiser.held import HELD_TITLE, WHAT_IT_IS, Held

SHEET_ID = "PERSON"
"""Longer than any code of a judge or a team, so that no other sheet has it."""

_SIZE, _HEADING = 10, 12


def held(rows: Held, *, mark: str = "", progress: Progress = unwatched) -> Paper:
    """The paper as one file, the same bytes from run to run."""
    about = About(f"{HELD_TITLE}, {rows.event}", rows.event, "", mark)
    return printed([partial(_laid_out, rows)], about, rows, progress=progress)


def _laid_out(rows: Held) -> Sheet:
    title = f"{HELD_TITLE}: {rows.name}"
    sheet = Sheet(Head(SHEET_ID, rows.event, title, rows.subtitle, rows.record))
    sheet.text(printable(WHAT_IT_IS), _SIZE, colour=QUIET)
    for part in rows.parts:
        sheet.down(1)
        sheet.need(3 * GRID)
        sheet.text(printable(part.title), _HEADING, face=STRONG_FACE)
        for line in part.lines:
            sheet.text(printable(line), _SIZE)
    return sheet
