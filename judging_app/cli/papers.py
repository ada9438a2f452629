"""`judging-app certificates` and `score-sheets`: papers into a folder, all of them or none."""

from argparse import Namespace
from pathlib import Path

from judging_app.cli.opened import verified
from judging_app.cli.output import progress_bar, say, warn
from judging_app.desk.desk import Desk
from judging_app.desk.look import look
from judging_app.desk.papers import (
    SheetOrder,
    blank_sheet_rows,
    caution,
    certificate_rows,
    sheet_rows,
)
from judging_app.domain.roles import ORGANISER
from judging_app.export.papers import check_target, write_certificates, write_score_sheets
from judging_app.present.organiser.certificates import CertificateKind
from judging_app.present.organiser.papers import (
    Written,
    certificates_stem,
    made_text,
    sheets_stem,
    unprintable_text,
)


def certificates(arguments: Namespace) -> int:
    """Write the certificates of one kind, of a file that was verified first."""
    check_target(arguments.folder)
    with verified(arguments.file) as desk:
        kind = CertificateKind(arguments.kind)
        make_certificates(desk, kind, arguments.folder, is_single_file=arguments.single_file)
    return 0


def score_sheets(arguments: Namespace) -> int:
    """Write the score sheets, of a file that was verified first."""
    check_target(arguments.folder)
    with verified(arguments.file) as desk:
        by = SheetOrder(arguments.by)
        make_score_sheets(desk, by, arguments.folder, is_blank=arguments.blank)
    return 0


def make_certificates(
    desk: Desk, kind: CertificateKind, folder: Path, *, is_single_file: bool
) -> None:
    """Write the certificates of one kind, and say what was made.

    Raises:
        OutputError: if they can't be written; then nothing is.
    """
    if said := caution(desk, kind):
        warn(said)
    rows = certificate_rows(desk, ORGANISER, kind)
    stem = certificates_stem(desk.event().title, kind)
    with progress_bar("Certificates") as progress:
        written = write_certificates(
            rows, folder, stem, look(desk), is_single_file=is_single_file, progress=progress
        )
    _tell(written, folder)


def make_score_sheets(desk: Desk, by: SheetOrder, folder: Path, *, is_blank: bool) -> None:
    """Write the score sheets in one file, and say what was made.

    Raises:
        OutputError: if they can't be written; then nothing is.
    """
    sheets = (blank_sheet_rows if is_blank else sheet_rows)(desk, ORGANISER, by)
    stem = sheets_stem(desk.event().title, by.value, is_blank=is_blank)
    with progress_bar("Score sheets") as progress:
        written = write_score_sheets(sheets, folder, stem, progress=progress)
    _tell(written, folder)


def _tell(written: Written, folder: Path) -> None:
    say(made_text(len(written.files), written.pages, str(folder)))
    if names := unprintable_text(written.unprintable):
        warn(names)
