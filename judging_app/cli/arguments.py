"""What can be typed after `judging-app`, and the help for it."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from judging_app.cli.commands import data, papers, record, result, set_up
from judging_app.cli.commands.command import Command
from judging_app.version import own_version
from judging_app.words import capitalised

_COMMANDS = (*set_up.SETTING_UP, *result.RESULT, *papers.PAPERS, *record.RECORD, *data.DATA)
COMMANDS: Mapping[str, Command] = {one.name: one for one in _COMMANDS}

OPEN = "open"
"""No command at all: the window."""

_NO_PIN = """\
The command line acts as the organiser and asks for no PIN, only for the
passphrase, if the organiser has set one. The file is not encrypted: whoever
uses this account can read it with other programs. Keep it as safe as the
ballots."""

_DESCRIPTION = """\
Runs the judging of a pitch day from one laptop, with no network.

  judging-app             opens the window
  judging-app FILE        opens an event in the window
  judging-app COMMAND …   runs one command and exits
"""

_EPILOGUE = f"""\
{_NO_PIN}

Exit status: 0 done, 1 refused (the message says why), 2 wrong usage.
Help for one command: judging-app COMMAND --help"""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence; `argparse` would print the usage above it.

    With `takes_names`, a word such as "-Minus" that is none of its flags is a name.
    """

    takes_names = False

    def parse_known_args(  # type: ignore[override] # only the first of its overloads is used here
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As `argparse`, which takes whatever begins with a blank for no flag."""
        words = list(args or ())
        if self.takes_names:
            end = words.index("--") if "--" in words else len(words)
            words[:end] = [f" {one}" if _is_name(one) else one for one in words[:end]]
        return super().parse_known_args(words, namespace)

    def error(self, message: str) -> NoReturn:
        """End with status 2."""
        said = message.replace("unrecognized", "unrecognised")
        self.exit(2, f"{self.prog}: {said}. See {self.prog} --help.\n")


def _is_name(word: str) -> bool:
    """Whether a word begins with one dash but is no flag: all but -h have two."""
    return word.startswith("-") and not word.startswith("--") and word not in ("-", "-h")


class _ShowVersion(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"judging-app {own_version()}")
        parser.exit()


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """What was typed; `command` is one of `COMMANDS`, or `OPEN`.

    Raises:
        SystemExit: with 2 for wrong use, with 0 after help or the version.
    """
    words = list(argv)
    if not words or not (words[0].startswith("-") or words[0] in COMMANDS):
        return _window_parser().parse_args(words, argparse.Namespace(command=OPEN))
    parser = _parser()
    arguments = parser.parse_args(words)
    if arguments.command is None:
        parser.error("type a command")
    return arguments


def _window_parser() -> Parser:
    parser = Parser("judging-app", allow_abbrev=False)
    parser.add_argument("file", type=_event_file, metavar="FILE", nargs="?")
    return parser


def _event_file(text: str) -> Path:
    """A path; a single word that is no file was meant as a command."""
    path = Path(text)
    if not (path.suffix or len(path.parts) > 1 or path.exists()):
        raise argparse.ArgumentTypeError(
            f"“{text}” is neither a file nor a command. The commands are {', '.join(COMMANDS)}"
        )
    return path


def _parser() -> Parser:
    parser = Parser(
        "judging-app",
        usage="judging-app [FILE]\n       judging-app COMMAND …",
        description=_DESCRIPTION,
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(
        title="commands", dest="command", metavar="COMMAND FILE …", prog="judging-app"
    )
    for one in COMMANDS.values():
        command = commands.add_parser(
            one.name,
            help=one.does,
            description=f"{capitalised(one.does)}. {one.more}",
            epilog=_NO_PIN,
            allow_abbrev=False,
        )
        command.takes_names = one.takes_names
        for add in one.takes:
            add(command)
    return parser
