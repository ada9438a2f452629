"""`judging-app check` and `checks`: what looks wrong, and whether the winner stays the same."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby

from judging_app.cli.opened import verified
from judging_app.cli.output import say, table, terminal_width
from judging_app.desk.keeping.copies import free_bytes
from judging_app.desk.result_questions import checks as asked
from judging_app.desk.set_up.doors import findings as doors_findings
from judging_app.desk.set_up.doors import names_shown
from judging_app.desk.settings import findings
from judging_app.domain.event import Phase
from judging_app.domain.roles import ORGANISER
from judging_app.export.fonts import unprintable
from judging_app.planning.settings_check import Finding, Severity, worst_first
from judging_app.power import power
from judging_app.present.host.lights import disk_light, power_light
from judging_app.present.result.checks import CheckRow, ChecksView
from judging_app.present.set_up.doors import of_lights
from judging_app.present.settings import SEVERITY_WORDS, summary_text, told

_HEADS = ("If we changed", "Result")


def checks(arguments: Namespace) -> int:
    """Print the checks of a file that was verified first."""
    with verified(arguments.file, arguments.passphrase_file) as desk:
        print_checks(asked(desk, ORGANISER, arguments.first))
    return 0


def print_checks(shown: ChecksView) -> None:
    """Print the sentence, then every check under its group."""
    if shown.decision:
        say(shown.decision)
    say(shown.sentence)
    if not shown.rows:
        return
    say()
    for line in table(_HEADS, _cells(shown.rows), wraps=0, room=terminal_width()):
        print(line)
    if refused := [row for row in shown.rows if row.is_same is None]:
        say()
        for row in refused:
            say(f"{row.what}: {row.detail}")


def _cells(rows: Sequence[CheckRow]) -> Iterator[tuple[str, str]]:
    """A line to each group, then its checks; why one was refused has no room here."""
    for group, checks_of_group in groupby(rows, key=lambda row: row.group):
        yield f"{group}:", ""
        for row in checks_of_group:
            detail = f", {row.detail}" if row.detail and row.is_same is not None else ""
            yield f"- {row.what}{detail}", row.mark_text


def check(arguments: Namespace) -> int:
    """Print every finding of a file that was verified first; status 1 if something is wrong.

    Before scoring opens, all that the check before doors looks at is among them.
    """
    with verified(arguments.file, arguments.passphrase_file) as desk:
        if desk.event().phase is Phase.SETTING_UP:
            lacking = [(one.text, one.letters) for one in unprintable(names_shown(desk))]
            here = (disk_light(free_bytes(desk)), power_light(power()))
            lights = of_lights(one for one in here if one)
            found = worst_first((*doors_findings(desk, ORGANISER, lacking), *lights))
        else:
            found = findings(desk, ORGANISER)
    say(summary_text(found))
    say()
    print_findings(found)
    return int(any(one.severity is Severity.WRONG for one in found))


def print_findings(found: Sequence[Finding]) -> None:
    """A line to each, with its severity before it."""
    for one in found:
        say(f"{SEVERITY_WORDS[one.severity]}: {told(one)}")
