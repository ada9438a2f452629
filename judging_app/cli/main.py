"""The command `judging-app`."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from judging_app.cli.arguments import parsed
from judging_app.cli.door import guarded


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status is 0, 1 for a refusal, 2 for wrong use."""
    words = sys.argv[1:] if argv is None else argv
    return guarded(lambda: _run(parsed(words)))


def _run(arguments: Namespace) -> int:  # noqa: C901, PLR0912 - one case for each command
    """Do one command; each is imported only when it is asked for, to start fast."""
    match arguments.command:
        case "demo":
            from judging_app.cli.demo import demo as run  # noqa: PLC0415 - as said above
        case "new":
            from judging_app.cli.new import new as run  # noqa: PLC0415
        case "standings":
            from judging_app.cli.standings import standings as run  # noqa: PLC0415
        case "explain":
            from judging_app.cli.explain import explain as run  # noqa: PLC0415
        case "checks":
            from judging_app.cli.checks import checks as run  # noqa: PLC0415
        case "agreement":
            from judging_app.cli.agreement import agreement as run  # noqa: PLC0415
        case "ballots":
            from judging_app.cli.ballots import ballots as run  # noqa: PLC0415
        case "certificates":
            from judging_app.cli.papers import certificates as run  # noqa: PLC0415
        case "score-sheets":
            from judging_app.cli.papers import score_sheets as run  # noqa: PLC0415
        case "copy":
            from judging_app.cli.copies import copy as run  # noqa: PLC0415
        case "verify":
            from judging_app.cli.verify import verify as run  # noqa: PLC0415
        case "pins":
            from judging_app.cli.pins import pins as run  # noqa: PLC0415
        case _:
            from judging_app.cli.window import window as run  # noqa: PLC0415
    return run(arguments)
