"""The organiser's passphrase on the command line: asked for, set, changed and taken away."""

import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path

from judging_app.cli.door import DONE
from judging_app.cli.output import say
from judging_app.desk.access.passphrase import (
    enter,
    has_passphrase,
    remove_passphrase,
    set_passphrase,
)
from judging_app.desk.desk import Desk
from judging_app.domain.roles import ORGANISER
from judging_app.errors import DeskError, SignInError


def ask_for_passphrase(desk: Desk, file: Path | None) -> None:
    """Let nobody go on who doesn't know the passphrase, if the event has one.

    Raises:
        SignInError: if it is wrong, or nobody can be asked.
        DeskError: if the file in which it should be can't be read.
    """
    if has_passphrase(desk):
        enter(desk, typed_passphrase(file))


def typed_passphrase(file: Path | None) -> str:
    """What is in the first line of `file`, or is typed now.

    Raises:
        SignInError: if nobody can be asked.
        DeskError: if the file can't be read.
    """
    if file is not None:
        return _first_line(file)
    if is_somebody_there():
        return getpass("Passphrase: ")
    raise SignInError(
        "This event has a passphrase. Type the command in a terminal, or name a file that "
        "contains it with --passphrase-file."
    )


def passphrase(arguments: Namespace) -> int:
    """Set, change or take away the passphrase of an event that was opened with the old one."""
    from judging_app.cli.opened import opened  # noqa: PLC0415 - it asks for the old one by this

    with opened(arguments.file, arguments.passphrase_file) as desk:
        if arguments.remove:
            remove_passphrase(desk, ORGANISER)
            say("The passphrase was removed. The command line asks for none any more.")
        else:
            set_passphrase(desk, ORGANISER, _new(arguments.new_file))
            say(
                "The passphrase is set. Copies that were made before don’t ask for it: delete "
                "them, or keep them elsewhere."
            )
    return DONE


def is_somebody_there() -> bool:
    """Whether a person can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _new(file: Path | None) -> str:
    if file is not None:
        return _first_line(file)
    if not is_somebody_there():
        raise DeskError(
            "Nobody can be asked for the new passphrase. Type the command in a terminal, or name "
            "a file that contains it with --new-file."
        )
    typed = getpass("New passphrase: ")
    if getpass("Once more: ") != typed:
        raise DeskError("The two are not the same, so nothing was changed. Start again.")
    return typed


def _first_line(file: Path) -> str:
    try:
        return next(iter(file.read_text(encoding="utf-8").splitlines()), "")
    except UnicodeDecodeError as error:
        raise DeskError(f"{file} is not plain text in UTF-8. Save it as that.") from error
