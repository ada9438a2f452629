"""`judging-app verify`: whether an event file says what was recorded."""

from argparse import Namespace

from judging_app.cli.door import DONE, REFUSED
from judging_app.cli.opened import checked
from judging_app.cli.output import say, warn


def verify(arguments: Namespace) -> int:
    """Check a file; each fault is one line on standard error."""
    found = checked(arguments.file)
    for fault in found.faults:
        warn(fault)
    if found.faults:
        return REFUSED
    say(found.summary)
    return DONE
