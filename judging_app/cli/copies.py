"""`judging-app copy`: a safety copy of an event file."""

from argparse import Namespace

from judging_app.cli.door import DONE
from judging_app.cli.opened import held
from judging_app.cli.output import say
from judging_app.desk.keeping.copies import copy_now
from judging_app.present.organiser.verification import record_text


def copy(arguments: Namespace) -> int:
    """Copy a file that nobody has open, and say where the copy is and up to which entry it goes."""
    with held(arguments.file) as desk:
        made = copy_now(desk, arguments.folder)
        say(f"Copied to {made}. {record_text(desk.record_code())}")
    return DONE
