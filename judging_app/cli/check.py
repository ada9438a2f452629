"""`judging-app check`: what is or looks wrong in an event's settings."""

from argparse import Namespace
from collections.abc import Sequence

from judging_app.cli.opened import verified
from judging_app.cli.output import say
from judging_app.desk.settings import findings
from judging_app.domain.roles import ORGANISER
from judging_app.planning.settings_check import Finding, Severity
from judging_app.present.settings import SEVERITY_WORDS, summary_text, told


def check(arguments: Namespace) -> int:
    """Print every finding of a file that was verified first; status 1 if something is wrong."""
    with verified(arguments.file) as desk:
        found = findings(desk, ORGANISER)
    say(summary_text(found))
    say()
    print_findings(found)
    return int(any(one.severity is Severity.WRONG for one in found))


def print_findings(found: Sequence[Finding]) -> None:
    """A line to each, with its severity before it."""
    for one in found:
        say(f"{SEVERITY_WORDS[one.severity]}: {told(one)}")
