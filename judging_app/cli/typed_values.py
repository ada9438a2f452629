"""Reads single values that were typed: a file that isn't a misspelt command, a day."""

import argparse
import re
from datetime import date
from pathlib import Path

COMMANDS = ("demo", "new", "standings", "certificates", "score-sheets", "verify", "pins")


def event_file(text: str) -> Path:
    """A path; a single word that is no file was meant as a command.

    Raises:
        ArgumentTypeError: for such a word.
    """
    path = Path(text)
    if not (path.suffix or len(path.parts) > 1 or path.exists()):
        raise argparse.ArgumentTypeError(
            f"“{text}” is neither a file that is there nor a command; the commands are "
            f"{', '.join(COMMANDS)}"
        )
    return path


def day(text: str) -> date:
    """A date written year-month-day.

    Raises:
        ArgumentTypeError: for anything else.
    """
    try:
        # fromisoformat also reads 20190304 and 2019-W10-1.
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(
        f"“{text}” isn't a date; write it as year-month-day, such as 2019-06-03"
    )
