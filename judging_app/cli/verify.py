"""`judging-app verify`: whether an event file says what was recorded."""

from argparse import Namespace

from judging_app.cli.door import DONE, REFUSED
from judging_app.cli.opened import checked, opened
from judging_app.cli.output import say, warn
from judging_app.desk.standings import edition_of
from judging_app.present.organiser.verification import code_text


def verify(arguments: Namespace) -> int:
    """Check a file; each fault is one line on standard error."""
    found = checked(arguments.file)
    for fault in found.faults:
        warn(fault)
    if found.faults:
        return REFUSED
    say(found.summary)
    if arguments.code is None:
        return DONE
    with opened(arguments.file) as desk:
        said = edition_of(desk, arguments.code) or code_text(arguments.code, found.digests)
    if said:
        say(said)
        return DONE
    warn(
        f"No result and no entry in this file has the code {arguments.code}. The paper belongs to "
        "another file, or this file was shortened or rewritten."
    )
    return REFUSED
