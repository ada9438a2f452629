"""The command `judging-app`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from judging_app.cli.door import guarded

EVENTS_END_IN = ".pitchday"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status is 0, 1 for a refusal, 2 for wrong use."""
    words = sys.argv[1:] if argv is None else argv
    return guarded(lambda: _run(words))


def _run(words: Sequence[str]) -> int:
    """Open the window at once where nothing else can be meant, else do what is asked."""
    if not words or (len(words) == 1 and _is_event(words[0])):
        from judging_app.cli.window import window  # noqa: PLC0415 - before what the others need

        return window(Path(words[0]) if words else None)
    return _do(words)


def _is_event(word: str) -> bool:
    return word.endswith(EVENTS_END_IN) and not word.startswith("-")


def _do(words: Sequence[str]) -> int:  # noqa: C901, PLR0912, PLR0915 - one case for each command
    """Do one command; each is imported only when it is asked for, to start fast."""
    from judging_app.cli.arguments import parsed  # noqa: PLC0415 - as just said

    arguments = parsed(words)
    match arguments.command:
        case "demo":
            from judging_app.cli.demo import demo as run  # noqa: PLC0415 - as said above
        case "new":
            from judging_app.cli.new import new as run  # noqa: PLC0415
        case "import":
            from judging_app.cli.importing import take_lists_in as run  # noqa: PLC0415
        case "form-teams":
            from judging_app.cli.forming import form_teams as run  # noqa: PLC0415
        case "standings":
            from judging_app.cli.standings import standings as run  # noqa: PLC0415
        case "explain":
            from judging_app.cli.explain import explain as run  # noqa: PLC0415
        case "check":
            from judging_app.cli.checks import check as run  # noqa: PLC0415
        case "checks":
            from judging_app.cli.checks import checks as run  # noqa: PLC0415
        case "agreement":
            from judging_app.cli.agreement import agreement as run  # noqa: PLC0415
        case "ballots":
            from judging_app.cli.ballots import ballots as run  # noqa: PLC0415
        case "certificates":
            from judging_app.cli.papers import certificates as run  # noqa: PLC0415
        case "paper":
            from judging_app.cli.papers import day as run  # noqa: PLC0415
        case "feedback":
            from judging_app.cli.papers import feedback as run  # noqa: PLC0415
        case "score-sheets":
            from judging_app.cli.papers import score_sheets as run  # noqa: PLC0415
        case "record":
            from judging_app.cli.papers import record as run  # noqa: PLC0415
        case "copy":
            from judging_app.cli.copies import copy as run  # noqa: PLC0415
        case "restore":
            from judging_app.cli.restore import restore as run  # noqa: PLC0415
        case "verify":
            from judging_app.cli.verify import verify as run  # noqa: PLC0415
        case "pins":
            from judging_app.cli.pins import pins as run  # noqa: PLC0415
        case "export":
            from judging_app.cli.bundles import export as run  # noqa: PLC0415
        case "recompute":
            from judging_app.cli.bundles import recompute as run  # noqa: PLC0415
        case "passphrase":
            from judging_app.cli.passphrase import passphrase as run  # noqa: PLC0415
        case "compare":
            from judging_app.cli.afterwards.compare import compare as run  # noqa: PLC0415
        case "archive":
            from judging_app.cli.afterwards.keeping import archive as run  # noqa: PLC0415
        case "forget":
            from judging_app.cli.afterwards.keeping import forget as run  # noqa: PLC0415
        case "held":
            from judging_app.cli.afterwards.keeping import held_on as run  # noqa: PLC0415
        case "delete-on":
            from judging_app.cli.afterwards.keeping import delete_on as run  # noqa: PLC0415
        case _:
            from judging_app.cli.window import window  # noqa: PLC0415

            return window(arguments.file)
    return run(arguments)
