"""The command `judging-app`."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
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


def _do(words: Sequence[str]) -> int:
    """Do one command; each is imported only when it is asked for, to start fast."""
    from judging_app.cli.arguments import COMMANDS, OPEN, parsed  # noqa: PLC0415 - as just said

    arguments = parsed(words)
    if arguments.command == OPEN:
        from judging_app.cli.window import window  # noqa: PLC0415

        return window(arguments.file)
    module, function = COMMANDS[arguments.command].done_by
    run: Callable[[Namespace], int] = getattr(import_module(f"judging_app.cli.{module}"), function)
    return run(arguments)
