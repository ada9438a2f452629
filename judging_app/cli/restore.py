"""`judging-app restore`: which copies of an event there are, and continuing from one of them."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from judging_app.cli.door import DONE, REFUSED
from judging_app.cli.opened import opened
from judging_app.cli.output import progress_bar, say, table, terminal_width, warn
from judging_app.cli.passphrase import typed_passphrase
from judging_app.desk.keeping import difference, recovery
from judging_app.desk.keeping.recovery import Recovery
from judging_app.desk.keeping.trouble import Trouble, trouble_with, trouble_with_copy
from judging_app.desk.record.checking import check_file
from judging_app.domain.roles import ORGANISER
from judging_app.errors import DeskError, UnknownError
from judging_app.present.start.recovery import (
    LOSS_WORDS,
    NO_COPY_STEPS,
    TITLES,
    Cause,
    CopyRow,
    losses_title,
    recovery_view,
    restored_text,
)


def restore(arguments: Namespace) -> int:
    """Show the good copies of an event; continue from the one that is chosen."""
    found = _looked_into(_trouble(arguments.file, arguments.passphrase_file))
    rows = _print_copies(found)
    if arguments.look:
        return DONE if found.trouble.cause in _AS_RECORDED else REFUSED
    if not rows:
        return DONE
    row = _chosen(rows, found, arguments.copy)
    if row is None:
        say("Nothing was changed.")
        return DONE
    if found.trouble.cause not in _OPENED:  # which asked for it when it was opened
        recovery.check_passphrase(found, partial(typed_passphrase, arguments.passphrase_file))
    copy = found.copies[row.key]
    done = recovery.restore(found, copy, ORGANISER)
    now, lost = datetime.now(UTC), done.lost
    say(restored_text(now, copy.at, done.put_back, lost, is_compared=done.is_compared))
    if done.aside is not None:
        say(f"The file that was there is kept as {done.aside}.")
    return DONE


_AS_RECORDED = (Cause.WHOLE, Cause.IS_COPY)
_OPENED = (Cause.WHOLE, Cause.CHANGED)


def _trouble(path: Path, passphrase_file: Path | None) -> Trouble:
    """What is the matter with the event, as `verify` says it; that it can be opened, if nothing is.

    Raises:
        EventFileError: if copies are no help.
    """
    if trouble := trouble_with_copy(path):
        return trouble
    try:
        with opened(path, passphrase_file):
            pass
        checked = check_file(path)
    except DeskError as refusal:
        if trouble := trouble_with(path, refusal):
            return trouble
        raise
    for fault in checked.faults:
        warn(fault)
    if checked.faults:
        told = f"{path.name} is damaged, or was changed outside the application."
        return Trouble(path.resolve(), Cause.CHANGED, told)
    return Trouble(path.resolve(), Cause.WHOLE, f"{path.name} can be opened.")


def _looked_into(trouble: Trouble) -> Recovery:
    with progress_bar("Copies") as progress:
        return recovery.looked_into(trouble, progress)


def _print_copies(found: Recovery) -> Sequence[CopyRow]:
    """Print what the window shows: what is the matter, the copies, and what the newest lacks."""
    title, told = TITLES[found.trouble.cause], found.trouble.told
    facts = recovery.facts(found)
    view = recovery_view(title, told, facts, datetime.now(UTC), found.compared)
    say(f"{view.title}. {view.told}")
    say(view.found)
    if not view.rows:
        for step in NO_COPY_STEPS[1:]:
            say(step)
        return ()
    heads = ("", "Copy of", "Where", "Has", "Against the file")
    lines = [
        (str(row.key + 1), f"{row.time} {row.day}", row.place, row.has, row.against)
        for row in view.rows
    ]
    for line in table(heads, lines, room=terminal_width(), wraps=4):
        print(line)
    losses = difference.difference(found, found.copies[0]).losses
    if losses:
        say(f"{losses_title(losses, found.compared)} (1):")
    for loss in losses:
        say(" · ".join(part for part in (loss.time, loss.text, LOSS_WORDS[loss.state]) if part))
    return view.rows


def _chosen(rows: Sequence[CopyRow], found: Recovery, wanted: str | None) -> CopyRow | None:
    """The copy that was named, or that a person at a terminal chooses now; `None` for none.

    Raises:
        UnknownError: if there is no such copy.
    """
    if wanted is not None:
        return _named(rows, found, wanted)
    if not sys.stdin.isatty():
        say("To continue from a copy, add --from and its number.")
        return None
    answer = input("Number of the copy to continue from (Enter for none): ").strip()
    return _named(rows, found, answer) if answer else None


def _named(rows: Sequence[CopyRow], found: Recovery, wanted: str) -> CopyRow:
    for row in rows:
        path = found.copies[row.key].path
        if wanted in (str(row.key + 1), path.name) or Path(wanted).resolve() == path.resolve():
            return row
    raise UnknownError(f"There is no good copy “{wanted}”. Choose a number from 1 to {len(rows)}.")
