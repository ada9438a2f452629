"""`judging-app demo`: the sample event, in a window or, without a screen, in print."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from judging_app.cli.new import make
from judging_app.cli.opened import verified
from judging_app.cli.output import say
from judging_app.cli.papers import make_paper
from judging_app.cli.pins import print_pins
from judging_app.cli.standings import print_foot, print_table
from judging_app.cli.window import NoWindowError, open_window
from judging_app.desk.certificates.making import certificates_job
from judging_app.desk.papers import SheetOrder, sheets_job
from judging_app.desk.standings import comparison
from judging_app.domain.event import Audience
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.roles import ORGANISER
from judging_app.export.papers import check_target
from judging_app.intake.sample import FILE_NAME, read_sample
from judging_app.paths import own_folder
from judging_app.present.organiser.papers import Filing


def demo(arguments: Namespace) -> int:
    """Write the sample event and open it."""
    path = write_sample(arguments.file)
    if arguments.no_window:
        return 0
    try:
        return open_window(path)
    except NoWindowError as refusal:
        say()
        say(str(refusal))
        say()
        _show(path)
        return 0


def write_sample(wanted: Path | None) -> Path:
    """Write the sample and say where; the one of an earlier time stays if no file is named.

    Raises:
        EventFileError: if the file named is there already, or can't be written.
    """
    path = wanted or own_folder() / FILE_NAME
    sample = read_sample()
    if wanted is None and path.exists():
        say(f"The sample event already exists: {path}")
    else:
        make(path, sample.event, sample.intake, sample.pins, opens_scoring=True)
        say(f"The sample event was created: {path}")
    say("The people are invented, so the PINs are not secret:")
    say()
    print_pins(sample.intake.setup, sample.pins)
    return path


def _show(path: Path) -> None:
    """All that can be seen without a window: both results, and the papers beside the file."""
    folder = path.with_name(f"{path.stem} papers")
    check_target(folder)
    with verified(path) as desk:
        both = comparison(desk, ORGANISER)
        for view in (both.mean, both.adjusted):
            if view is not None:
                print_table(view)
        print_foot(desk, Audience.PANEL)
        say()
        participants = certificates_job(desk, ORGANISER, CertificateKind.PARTICIPANTS)
        make_paper(replace(participants, filing=Filing.ONE_EACH), folder)
        for by in SheetOrder:
            make_paper(sheets_job(desk, ORGANISER, by), folder)
