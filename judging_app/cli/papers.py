"""`judging-app certificates` and `score-sheets`: papers into a folder, all of them or none."""

from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from judging_app.cli.opened import verified
from judging_app.cli.output import progress_bar, say, warn
from judging_app.desk.ballots import all_ballots
from judging_app.desk.desk import Desk
from judging_app.desk.scoring import owed_ballots
from judging_app.desk.standings import view
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Audience, Phase
from judging_app.domain.roles import ORGANISER
from judging_app.domain.standings import Standing
from judging_app.export import certificates as certificate_pages
from judging_app.export import score_sheets as sheet_pages
from judging_app.export.certificates import NamedPaper
from judging_app.export.file_names import file_name
from judging_app.export.save import check_folder, prepare_folder, save_all
from judging_app.present import blank_sheets
from judging_app.present import certificates as certificate_rows
from judging_app.present import score_sheets as sheet_rows
from judging_app.present.certificates import CertificateKind
from judging_app.present.sheet_ids import team_codes
from judging_app.present.verification import record_text
from judging_app.words import counted, listed

_RANKED = (CertificateKind.WINNERS, CertificateKind.ALL)


def certificates(arguments: Namespace) -> int:
    """Write the certificates of one kind, of a file that was verified first."""
    check_target(arguments.folder)
    with verified(arguments.file) as desk:
        kind = CertificateKind(arguments.kind)
        papers = certificates_of(desk, kind, is_single_file=arguments.single_file)
    write(arguments.folder, papers)
    return 0


def score_sheets(arguments: Namespace) -> int:
    """Write the score sheets, of a file that was verified first."""
    check_target(arguments.folder)
    with verified(arguments.file) as desk:
        papers = score_sheets_of(desk, arguments.by, is_blank=arguments.blank)
    write(arguments.folder, papers)
    return 0


def certificates_of(
    desk: Desk, kind: CertificateKind, *, is_single_file: bool
) -> tuple[NamedPaper, ...]:
    """The certificates of one kind, ready to save."""
    event, setup = desk.event(), desk.setup()
    ranked = _standings(desk) if kind in _RANKED else ()
    record = record_text(desk.record_code())
    rows = certificate_rows.certificates(kind, event, setup, ranked, record=record)
    with progress_bar("Certificates") as progress:
        if not is_single_file:
            return tuple(certificate_pages.certificates_each(rows, progress=progress))
        name = file_name(f"{event.title} - certificates for {kind.value}", ".pdf")
        return (NamedPaper(name, certificate_pages.certificates(rows, progress=progress)),)


def score_sheets_of(desk: Desk, by: str, *, is_blank: bool) -> tuple[NamedPaper, ...]:
    """The score sheets in one file, ready to save; `by` is "judge" or "team"."""
    sheets = _blank_sheets(desk, by) if is_blank else _filled_sheets(desk, by)
    filled = "blank score sheets" if is_blank else "score sheets"
    name = file_name(f"{desk.event().title} - {filled} by {by}", ".pdf")
    with progress_bar("Score sheets") as progress:
        return (NamedPaper(name, sheet_pages.score_sheets(sheets, progress=progress)),)


def check_target(folder: Path) -> None:
    """Refuse, before any work is done, a folder that can't be written to or made.

    Raises:
        OutputError: saying which.
    """
    check_folder(folder if folder.exists() else folder.parent)


def write(folder: Path, papers: Sequence[NamedPaper]) -> None:
    """Save all papers in `folder`, or none of them, and say what was made.

    Raises:
        OutputError: if they can't be saved; a folder made for them goes again.
    """
    was_there = folder.exists()
    prepare_folder(folder)
    try:
        save_all(folder, [(one.file_name, one.paper.content) for one in papers])
    except BaseException:
        if not was_there:
            with suppress(OSError):
                folder.rmdir()
        raise
    pages = counted(sum(one.paper.pages for one in papers), "page")
    say(f"{counted(len(papers), 'file')} with {pages} in {folder}")
    _warn_of_names([text for one in papers for text in one.paper.unprintable])


def _standings(desk: Desk) -> tuple[Standing, ...]:
    """The panel's standings by the declared method; a place that may change is warned of."""
    if desk.event().phase in (Phase.SETTING_UP, Phase.SCORING):
        owed = owed_ballots(desk)
        still = f", and {counted(len(owed), 'ballot')} still owed" if owed else ""
        warn(f"Scoring isn't closed{still}: the places on these certificates may still change.")
    return tuple(
        Standing(row.team_id, row.place, row.is_tied, row.score, row.ballots, row.expected)
        for row in view(desk, ORGANISER, Audience.PANEL).rows
    )


def _filled_sheets(desk: Desk, by: str) -> Sequence[sheet_pages.AnySheet]:
    make = sheet_rows.by_team if by == "team" else sheet_rows.by_judge
    ballots = all_ballots(desk, ORGANISER).values()
    return make(desk.event(), desk.setup(), ballots, record=record_text(desk.record_code()))


def _blank_sheets(desk: Desk, by: str) -> Sequence[sheet_pages.AnySheet]:
    """A sheet for each ballot owed; where none is, for each that could have been scored."""
    setup = desk.setup()
    settled: Sequence[Ballot] = tuple(all_ballots(desk, ORGANISER).values())
    if not owed_ballots(desk):
        settled = [ballot for ballot in settled if ballot.state is not BallotState.SUBMITTED]
    record = record_text(desk.record_code())
    sheets = blank_sheets.blank(desk.event(), setup, settled, record=record)
    if by == "judge":
        return sheets
    places = {code: place for place, code in enumerate(team_codes(setup).values())}
    return sorted(sheets, key=lambda sheet: (places[sheet.id.rpartition("-")[2]], sheet.id))


def _warn_of_names(texts: Sequence[str]) -> None:
    found = tuple(dict.fromkeys(texts))
    if not found:
        return
    named = listed([f"“{text}”" for text in found[:_MOST_NAMED]])
    more = f", and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    warn(
        f"These hold characters that can't be printed and stand as □ on the paper: {named}{more}. "
        "Write them by hand, or spell them in letters that can be printed."
    )


_MOST_NAMED = 20
