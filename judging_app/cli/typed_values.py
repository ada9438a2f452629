"""Reads single values that were typed: an answer, a day, tie-breaks.

What is none is refused with an `ArgumentTypeError`, which argparse puts into its own sentence.
"""

import argparse
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from judging_app.domain.ids import CriterionId
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.planning.forming.wanted import Importance, Trait
from judging_app.present.words.tie_rules import RULE_WORDS

TRAITS: Mapping[str, Trait] = {one.value: one for one in Trait}
IMPORTANCES: Mapping[str, Importance] = {
    one.name.lower().replace("_", "-"): one for one in Importance
}
_RULES: Mapping[str, TieRule] = {words.typed: rule for rule, words in RULE_WORDS.items()}
_CRITERION = RULE_WORDS[TieRule.NAMED_CRITERION].typed
"""Stands before the code of the criterion that a tie-break names."""

TIE_BREAKS = ", ".join(f"{word}CODE" if word == _CRITERION else word for word in _RULES)
"""What to type for each rule."""


def answer(text: str) -> tuple[str, str]:
    """A question’s id or kind, and the code chosen for it."""
    which, sign, code = text.rpartition("=")
    if not (which and sign and code):
        raise argparse.ArgumentTypeError(f"“{text}” isn’t an answer. Write it as ID=CODE")
    return which, code


def otherwise(text: str) -> tuple[str, str]:
    """A ballot’s code, and what is printed in place of its comment."""
    code, sign, words = text.partition("=")
    if not (code and sign and words):
        raise argparse.ArgumentTypeError(f"“{text}” isn’t understood. Write it as J1-T3=TEXT")
    return code, words


def alike(text: str) -> tuple[Trait, Importance]:
    """What teams are to be alike in, and how much that matters: "role=most"."""
    trait, _, importance = text.partition("=")
    if trait not in TRAITS or importance not in IMPORTANCES:
        raise argparse.ArgumentTypeError(
            f"“{text}” isn’t understood. Write {', '.join(TRAITS)}, then =, then one of "
            f"{', '.join(IMPORTANCES)}"
        )
    return TRAITS[trait], IMPORTANCES[importance]


def folder(text: str) -> Path:
    """A folder; an empty word, such as a variable that isn't set, is none."""
    if not text:
        raise argparse.ArgumentTypeError("the folder name is empty; type one")
    return Path(text)


def day(text: str) -> date:
    """A date written year-month-day."""
    try:
        # fromisoformat also reads 20190304 and 2019-W10-1.
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(
        f"“{text}” isn’t a date. Write it as year-month-day, such as 2019-06-03"
    )


def tie_breaks(text: str) -> tuple[DeclaredTieBreak, ...]:
    """The rules of a list with commas, in its order."""
    return tuple(_tie_break(word.strip()) for word in text.split(","))


def _tie_break(word: str) -> DeclaredTieBreak:
    if word.startswith(_CRITERION) and word != _CRITERION:
        return DeclaredTieBreak(TieRule.NAMED_CRITERION, CriterionId(word[len(_CRITERION) :]))
    if word not in _RULES or word == _CRITERION:
        raise argparse.ArgumentTypeError(
            f"“{word}” isn’t a tie-break. Write one or more of {TIE_BREAKS}, separated by commas"
        )
    return DeclaredTieBreak(_RULES[word])


def places(text: str) -> int:
    """How many first places are asked about."""
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text, re.ASCII):
        raise argparse.ArgumentTypeError(
            f"“{text}” isn’t a number of places. Write 1, 2, 3 or more"
        )
    return int(text)
