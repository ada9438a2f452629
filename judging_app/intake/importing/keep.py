"""How files were read, and what was answered, as a text that the next import is given."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from cattrs import ClassValidationError, structure

from judging_app.errors import IntakeError
from judging_app.intake.importing.values import Preview
from judging_app.intake.tables.matching import Matching

_VERSION = 1
_TAKEN_FOR = re.compile(r"([a-z_]+(#[1-9][0-9]?)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was settled before: how sheets are read, and the answers by question or kind."""

    matchings: tuple[Matching, ...]
    answers: Mapping[str, str]


def kept_text(preview: Preview, answers: Mapping[str, str]) -> str:
    """What `preview` was made by; a question that is open has the answer that is proposed."""
    told = {question.id: question.proposed for question in preview.open} | dict(answers)
    matchings = [asdict(one) for one in preview.matchings]
    kept = {"version": _VERSION, "matchings": matchings, "answers": told}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def kept_from(name: str, text: str) -> Kept:
    """What such a text says.

    Raises:
        IntakeError: if it is none.
    """
    try:
        found = json.loads(text)
        kept = structure({"answers": {}, **found}, Kept)
        is_ours = found.get("version") == _VERSION and all(
            _TAKEN_FOR.fullmatch(column.taken_for)
            for one in kept.matchings
            for column in one.columns
        )
    except (ValueError, TypeError, AttributeError, RecursionError, ClassValidationError):
        is_ours = False
    if not is_ours:
        refusal = "This doesn’t say which column is which. Name another file, or a new one."
        raise IntakeError((f"{name}: {refusal}",))
    return kept
