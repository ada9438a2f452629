"""The organiser's passphrase: what can be one, and how one is recognised."""

import unicodedata

from judging_app import pins
from judging_app.domain.roles import LEAST_PASSPHRASE, MOST_PASSPHRASE

_FEWEST_DIFFERENT = 5


def tidied(typed: str) -> str:
    """A passphrase as it is kept and compared: however a keyboard makes its letters."""
    return unicodedata.normalize("NFC", typed.strip())


def problem(typed: str) -> str:
    """Why this can't be a passphrase, and what to do; empty if it can."""
    said = tidied(typed)
    if not LEAST_PASSPHRASE <= len(said) <= MOST_PASSPHRASE:
        return (
            f"A passphrase has {LEAST_PASSPHRASE} to {MOST_PASSPHRASE} characters. Choose four "
            "or five words."
        )
    if len(set(said)) < _FEWEST_DIFFERENT:
        return "This passphrase is too easy to guess. Choose four or five words."
    if not said.isprintable():
        return "A passphrase is one line of plain text. Leave out anything else."
    return ""


def passphrase_hash(typed: str) -> str:
    """What is kept of a passphrase, with its own salt."""
    return pins.hash_of(tidied(typed))


def is_right(typed: str, kept: str) -> bool:
    """Whether this is the passphrase that `kept` was made from."""
    return not problem(typed) and pins.was_made_from(tidied(typed), kept)
