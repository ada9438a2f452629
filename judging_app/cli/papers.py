"""The commands that write papers into a folder, all of them or none."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from judging_app.cli.commands.papers import ALL
from judging_app.cli.opened import verified
from judging_app.cli.output import progress_bar, say, warn
from judging_app.desk.certificates.arranging import plan, read_template
from judging_app.desk.certificates.making import certificates_job
from judging_app.desk.desk import Desk
from judging_app.desk.handing_out.day_papers import DayPaper, day_job
from judging_app.desk.handing_out.sending import as_pictures, merge_job
from judging_app.desk.papers import (
    SheetOrder,
    blank_sheets_job,
    feedback_job,
    filed,
    report_job,
    sheets_job,
)
from judging_app.desk.record.closing import closing_job
from judging_app.domain.papers.certificates import CertificateKind, House, Template
from judging_app.domain.roles import ORGANISER
from judging_app.errors import OutputError
from judging_app.export.papers import check_target, unprintable_in, write_paper
from judging_app.present.organiser.certificate_selection import Selection
from judging_app.present.organiser.papers import Filing, PaperJob, made_text, unprintable_text


def certificates(arguments: Namespace) -> int:
    """Write the certificates of one kind, of a file that was verified first."""
    check_target(arguments.folder)
    with verified(arguments.file, arguments.passphrase_file) as desk:
        kinds = [*CertificateKind] if arguments.kind == ALL else [CertificateKind(arguments.kind)]
        selection = Selection(
            tuple(arguments.only), tuple(arguments.leave_out), is_undone_only=arguments.not_done
        )
        job = certificates_job(
            desk,
            ORGANISER,
            *kinds,
            selection=selection,
            template=_template(desk, arguments.design),
        )
        if arguments.as_pictures:
            job = as_pictures(job)
        missing = unprintable_text(unprintable_in(job))
        if missing and not arguments.accept_missing:
            warn(f"{missing} Nothing was written. To print them so, add --accept-missing.")
            return 1
        filing = Filing.ONE_FILE if arguments.single_file else Filing.ONE_EACH
        make_paper(_filed(desk, job, arguments, filing), arguments.folder)
    return 0


def _template(desk: Desk, design: str) -> Template | None:
    """The design that was asked for: a house's name, or a template's file; none is the event's."""
    if not design:
        return None
    houses = [house.code for house in House]
    if design in houses:
        return Template(replace(plan(desk).design, house=House(design)), {})
    try:
        content = Path(design).read_bytes()
    except OSError as error:
        raise OutputError(
            f"“{design}” is no design, and no file that can be read. The designs are: "
            f"{', '.join(houses)}."
        ) from error
    return read_template(content)


def score_sheets(arguments: Namespace) -> int:
    """Write the score sheets, of a file that was verified first."""
    check_target(arguments.folder)
    by = SheetOrder(arguments.by)
    with verified(arguments.file, arguments.passphrase_file) as desk:
        if arguments.blank:
            job = blank_sheets_job(desk, ORGANISER, by, arguments.spare)
        else:
            job = sheets_job(desk, ORGANISER, by, is_named=not arguments.no_names)
        make_paper(_as_asked(desk, job, arguments), arguments.folder)
    return 0


def feedback(arguments: Namespace) -> int:
    """Write a sheet for every team, of a file that was verified first."""
    check_target(arguments.folder)
    with verified(arguments.file, arguments.passphrase_file) as desk:
        job = feedback_job(desk, ORGANISER, is_named=arguments.with_names)
        make_paper(_as_asked(desk, job, arguments), arguments.folder)
    return 0


def paper(arguments: Namespace) -> int:
    """Write one of the other papers, of a file that was verified first."""
    check_target(arguments.folder)
    with verified(arguments.file, arguments.passphrase_file) as desk:
        match arguments.which:
            case "report":
                job = report_job(desk, ORGANISER, is_exact=arguments.exact)
            case "merge-list":
                job = merge_job(desk, ORGANISER)
            case which:
                job = day_job(desk, ORGANISER, DayPaper(which))
        make_paper(_as_asked(desk, job, arguments), arguments.folder)
    return 0


def _as_asked(desk: Desk, job: PaperJob, arguments: Namespace) -> PaperJob:
    """All in one file, one each or a folder a team, for paper or for a browser."""
    filing = Filing.ONE_EACH if arguments.one_each else Filing.ONE_FILE
    job = replace(job, is_for_browser=arguments.as_page)
    return _filed(desk, job, arguments, filing)


def _filed(desk: Desk, job: PaperJob, arguments: Namespace, otherwise: Filing) -> PaperJob:
    return filed(desk, job, Filing.TEAM_FOLDERS if arguments.team_folders else otherwise)


def record(arguments: Namespace) -> int:
    """Write the record at closing, of a file that was verified first."""
    check_target(arguments.folder)
    with verified(arguments.file, arguments.passphrase_file) as desk:
        make_paper(closing_job(desk, ORGANISER), arguments.folder)
    return 0


def make_paper(job: PaperJob, folder: Path) -> None:
    """Write a paper under a progress bar, and say what was made."""
    if job.caution:
        warn(job.caution)
    with progress_bar("Papers") as progress:
        written = write_paper(job, folder, progress)
    say(made_text(len(written.files), written.pages, str(folder)))
    if names := unprintable_text(written.unprintable):
        warn(names)
