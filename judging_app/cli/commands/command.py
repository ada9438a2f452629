"""What a command is, and the arguments that several of them take."""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from operator import methodcaller
from pathlib import Path
from typing import TypeAlias

from judging_app.cli.typed_values import folder
from judging_app.domain.event import Method

Takes: TypeAlias = Callable[[ArgumentParser], object]
"""Adds one argument."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the module and the function that do it, what it does, and what it takes.

    `takes` are in order; `more` is what else to know.
    """

    name: str
    done_by: tuple[str, str]
    does: str
    more: str
    takes: tuple[Takes, ...]
    takes_names: bool = False


takes = partial(methodcaller, "add_argument")
"""An argument, as `argparse` takes it."""
several = partial(takes, action="append", default=[])
"""The same, which may be typed again and again."""


def command(
    name: str,
    done_by: tuple[str, str],
    does: str,
    more: str,
    *takes: Takes,
    takes_names: bool = False,
) -> Command:
    """A command that takes these arguments, in this order."""
    return Command(name, done_by, does, more, takes, takes_names)


def flag(word: str, what: str) -> Takes:
    """A word that is typed or not."""
    return takes(word, action="store_true", help=what)


def choice(word: str, choices: Sequence[str], what: str, dest: str | None = None) -> Takes:
    """One of `choices`, of which the first is taken where none is typed."""
    told = f"{what} (default: %(default)s)"
    return takes(word, choices=choices, default=choices[0], help=told, dest=dest)


METHODS = tuple(method.value for method in Method)
METHODS_TOLD = ", ".join(METHODS)

FILE = takes("file", type=Path, metavar="FILE", help="the event file; its name ends in .pitchday")
METHOD = takes(
    "--method",
    choices=METHODS,
    metavar="METHOD",
    help=f"the method to use: {METHODS_TOLD} (default: the event’s method)",
)
FOLDER = takes(
    "folder",
    type=folder,
    metavar="FOLDER",
    help="the folder to save in; it is created if it doesn’t exist",
)
PASSPHRASE = takes(
    "--passphrase-file",
    type=Path,
    metavar="FILE",
    help="a file whose first line is the organiser’s passphrase, if there is one (default: ask)",
)
