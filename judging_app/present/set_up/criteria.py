"""The rubric as a table that is typed into: what its cells say, and what they add up to."""

from collections.abc import Mapping

from judging_app.closed_sets import complete
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric, decimal, rubric_code
from judging_app.domain.setup import Setup
from judging_app.present.judge.card import CriterionRow, scorecard
from judging_app.present.numbers import readable, shown
from judging_app.words import counted, listed

KIND_WORDS: Mapping[CriterionKind, str] = complete(
    {
        CriterionKind.JUDGED: "judges",
        CriterionKind.ORGANISER: "organiser",
        CriterionKind.BONUS: "judges, as a bonus",
    }
)
"""Who scores a criterion, as its cell says it."""
HIGHEST, LOWEST = "highest", "lowest"
"""Which end of a scale is best."""
NEEDED, IF_WANTED = "needed", "if wanted"
"""Whether a comment is asked for."""


def criterion_cells(one: Criterion, rubric: Rubric) -> Mapping[str, str]:
    """A criterion's cells by column; the scale is in points."""
    return {
        "title": one.title,
        "weight": decimal(one.weight),
        "share": share_text(one, rubric),
        "scale": f"{decimal(one.in_points(one.lowest))}–{decimal(one.in_points(one.highest))} by "
        f"{decimal(one.step)}",
        "best": LOWEST if one.is_inverted else HIGHEST,
        "kind": KIND_WORDS[one.kind],
        "comment": NEEDED if one.needs_comment else IF_WANTED,
        "section": one.section,
        "described": counted(len(one.levels), "level") if one.levels else "none",
    }


def criterion_marks(one: Criterion) -> Mapping[str, str]:
    """What is to be looked at in a criterion."""
    if one.is_judged and not one.levels:
        return {"described": "doesn’t say what a score means"}
    return {}


def share_text(one: Criterion, rubric: Rubric) -> str:
    """How much of the whole it counts: "30%", or what a bonus adds: "+ 5"."""
    if one.kind is CriterionKind.BONUS:
        return f"+ {readable(one.weight)}"
    share = 100 * one.weight / rubric.full_total
    return f"{shown(share, 0 if share.denominator == 1 else 1)}%"


def sum_words(rubric: Rubric) -> str:
    """What the weights come to; any sum is allowed, and one that isn't round is said."""
    if not rubric.criteria:
        return ""
    total = readable(rubric.full_total)
    bonus = f", and up to {readable(rubric.bonus)} as a bonus" if rubric.bonus else ""
    if rubric.full_total % 10:
        return f"They count {total} together{bonus}. That is allowed; each share follows from it."
    return f"They count {total} together{bonus}."


def lock_words(rubric: Rubric, phase: Phase) -> str:
    """When the rubric can't change any more, and the code that papers carry of it."""
    code = rubric_code(rubric)
    if phase is Phase.SETTING_UP:
        return f"Locked when scoring opens. Then papers carry its code, which is now {code}."
    return f"Locked since scoring opened. Its code is {code}."


def levels_typed(one: Criterion) -> tuple[tuple[str, str], ...]:
    """A criterion's levels as they are typed: points and words."""
    return tuple((decimal(one.in_points(level.score)), level.text) for level in one.levels)


def preview(setup: Setup) -> tuple[CriterionRow, ...]:
    """The rows of the scorecard with two invented scores; nothing of it is recorded."""
    judged = setup.rubric.judged
    scores = {one.id: max(one.lowest, one.highest - 3 * at) for at, one in enumerate(judged[:2])}
    ballot = Ballot(JudgeId(""), TeamId(""), scores=scores)
    return scorecard(Event(""), setup, ballot).criteria


def cannot_be(text: str, choices: tuple[str, ...]) -> str:
    """Why a cell can't say that."""
    quoted = [f"“{one}”" for one in choices]
    return f"“{text}” can’t be chosen here. Type {listed(quoted).replace(' and ', ' or ')}."
