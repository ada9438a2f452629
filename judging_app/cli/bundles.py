"""`judging-app export` and `recompute`, and `verify` of a bundle: the event as data."""

from argparse import Namespace

from judging_app.bundle.bundle import Bundle
from judging_app.bundle.checking import faults
from judging_app.bundle.reading import bundle_data, read_bundle
from judging_app.bundle.recomputing import Recomputed, recomputed
from judging_app.bundle.values import event_of, setup_of
from judging_app.cli.door import DONE, REFUSED
from judging_app.cli.opened import verified
from judging_app.cli.output import progress_bar, say, table, terminal_width, warn
from judging_app.desk.open_data.bundles import data_job
from judging_app.domain.event import Reader
from judging_app.domain.roles import ORGANISER
from judging_app.export.open_data.files import write_data
from judging_app.export.papers import check_target
from judging_app.present.open_data.kinds import DataChoice, DataKind
from judging_app.present.open_data.recomputed import (
    HEADS,
    RIGHT,
    bundle_text,
    recomputed_rows,
    verdict,
)
from judging_app.present.words.methods import refusing_by_name
from judging_app.words import counted


def export(arguments: Namespace) -> int:
    """Save the data of a file that was verified first."""
    check_target(arguments.folder)
    choice = DataChoice(
        Reader(arguments.audience),
        has_names=not arguments.without_names,
        has_ballots=arguments.with_ballots,
    )
    kinds = [kind for kind in DataKind if kind.value in (arguments.kinds or ())]
    with verified(arguments.file, arguments.passphrase_file) as desk:
        job = data_job(desk, ORGANISER, choice, kinds)
    with progress_bar("Data") as progress:
        files = write_data(job, arguments.folder, progress)
    say(f"{counted(len(files), 'file')} in {arguments.folder}")
    return DONE


def recompute(arguments: Namespace) -> int:
    """Work the result of a bundle out again and print it."""
    bundle = read_bundle(bundle_data(arguments.file))
    with refusing_by_name(setup_of(bundle.tables)):
        found = recomputed(bundle)
    _print(bundle, found)
    if not found.is_same:
        warn(verdict(bundle, found))
        return REFUSED
    say(verdict(bundle, found))
    return DONE


def _print(bundle: Bundle, found: Recomputed) -> None:
    say(event_of(bundle.tables).title)
    say()
    rows = recomputed_rows(bundle, found)
    for line in table(HEADS, rows, right=RIGHT, room=terminal_width()):
        print(line)
    say()


def verify_bundle(arguments: Namespace) -> int:
    """Check a bundle; each fault is one line on standard error."""
    data = bundle_data(arguments.file)
    found = faults(data)
    for fault in found:
        warn(fault)
    if found:
        return REFUSED
    bundle = read_bundle(data)
    for sentence in bundle_text(bundle):
        say(sentence)
    if arguments.code is None:
        return DONE
    is_own = arguments.code.strip().upper() == bundle.head.code
    (say if is_own else warn)(
        "This is the code of its result." if is_own else "This code isn’t that of its result."
    )
    return DONE if is_own else REFUSED
