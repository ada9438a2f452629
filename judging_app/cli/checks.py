"""`judging-app checks`: whether the result stays the same with one thing changed at a time."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby

from judging_app.cli.opened import verified
from judging_app.cli.output import say, table, terminal_width
from judging_app.desk.result_questions import checks as asked
from judging_app.domain.roles import ORGANISER
from judging_app.present.result.checks import CheckRow, ChecksView

_HEADS = ("If we changed", "Result")


def checks(arguments: Namespace) -> int:
    """Print the checks of a file that was verified first."""
    with verified(arguments.file) as desk:
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
