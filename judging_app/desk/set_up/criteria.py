"""What is typed of a criterion, as a criterion: figures in points become steps of its scale."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from judging_app.domain.figures import figure, share
from judging_app.domain.ids import CriterionId
from judging_app.domain.names import tidy
from judging_app.domain.rubric import Criterion, CriterionKind, Level, decimal
from judging_app.errors import DeskError, FigureError, ScoreOffScaleError
from judging_app.present.set_up.criteria import (
    HIGHEST,
    IF_WANTED,
    KIND_WORDS,
    LOWEST,
    NEEDED,
    cannot_be,
)

LEVELS = "levels"
"""The column of a criterion's levels, as `levels_text` writes them."""

_SCALE = ("lowest", "highest", "step")
_NUMBER = r"[-−]?[\d.,/]+"
_SCALE_TEXT = re.compile(rf"({_NUMBER})\s*(?:[–—-]|to)\s*({_NUMBER})(?:\s*by\s*({_NUMBER}))?")
_NEW_WEIGHT = Fraction(10)


def new_criterion(code: str, title: str) -> Criterion:
    """A criterion of which only the title is known yet."""
    return Criterion(CriterionId(code), title, _NEW_WEIGHT)


def typed_criterion(one: Criterion, texts: Mapping[str, str]) -> Criterion:
    """A criterion in which several columns say something else, all at once.

    Raises:
        DeskError: if one can't say that, or a level would be off the new scale.
    """
    texts = {**texts, **_scale(texts.get("scale", ""))}
    made = _rescaled(one, texts) if texts.keys() & {*_SCALE} else one
    for column, text in texts.items():
        match column:
            case "title":
                made = replace(made, title=_filled(text))
            case "weight":
                made = replace(made, weight=_number(text, is_weight=True))
            case "section":
                made = replace(made, section=text)
            case "best":
                made = replace(made, is_inverted=_chosen(text, (HIGHEST, LOWEST)) == LOWEST)
            case "comment":
                made = replace(made, needs_comment=_chosen(text, (NEEDED, IF_WANTED)) == NEEDED)
            case "kind":
                made = _of_kind(made, text)
            case "levels":
                made = replace(made, levels=_levels(made, text))
            case _:
                pass
    return made


def levels_text(levels: Iterable[tuple[str, str]]) -> str:
    """Levels by points and words as one text, a line to each."""
    return "".join(f"{points}={words}\n" for points, words in levels)


def _scale(text: str) -> Mapping[str, str]:
    """What a scale such as "1–10 by 0.5" says; the step stays where it says none."""
    if not text:
        return {}
    found = _SCALE_TEXT.fullmatch(text)
    if found is None:
        raise DeskError("Scale: Type where it begins and ends, such as 1–10, or 1–10 by 0.5.")
    return {part: said for part, said in zip(_SCALE, found.groups(), strict=True) if said}


def _rescaled(one: Criterion, texts: Mapping[str, str]) -> Criterion:
    """On another scale, where each level keeps its points."""
    step = _number(texts["step"]) if "step" in texts else one.step
    if step <= 0:
        raise DeskError(f"A step can’t be {decimal(step)}. Type a step above 0.")
    ends = []
    for column in ("lowest", "highest"):
        steps = getattr(one, column)
        points = _number(texts[column]) if column in texts else one.in_points(steps)
        ends.append(_steps(points, step))
    bare = replace(one, lowest=ends[0], highest=ends[1], step=step, levels=())
    if LEVELS in texts:
        return bare
    kept = []
    for level in one.levels:
        points = one.in_points(level.score)
        try:
            kept.append(Level(bare.in_steps(points), level.text))
        except ScoreOffScaleError:
            said = f"The level at {decimal(points)} would be off this scale."
            raise DeskError(f"{said} Change or remove it first.") from None
    return replace(bare, levels=tuple(kept))


def _steps(points: Fraction, step: Fraction) -> int:
    steps = points / step
    if steps.denominator != 1:
        raise DeskError(
            f"{decimal(points)} isn’t a whole number of steps of {decimal(step)}. Change it, or "
            "change the step."
        )
    return int(steps)


def _of_kind(one: Criterion, text: str) -> Criterion:
    """Scored by somebody else; who writes no comment isn't asked for one."""
    words = _chosen(text, tuple(KIND_WORDS.values()))
    kind = next(kind for kind, said in KIND_WORDS.items() if said == words)
    needs_comment = one.needs_comment and kind is not CriterionKind.ORGANISER
    return replace(one, kind=kind, needs_comment=needs_comment)


def _levels(one: Criterion, text: str) -> tuple[Level, ...]:
    found: dict[int, Level] = {}
    for line in text.splitlines():
        points, _, words = line.partition("=")
        said = tidy(words)
        if not points.strip() and not said:
            continue
        if not points.strip() or not said:
            raise DeskError("A level has a score and words. Type both, or empty both.")
        steps = one.in_steps(_number(points))
        if steps in found:
            raise DeskError(f"Two levels are at {points.strip()}. Keep one for each score.")
        found[steps] = Level(steps, said)
    return tuple(found[steps] for steps in sorted(found))


def _number(text: str, *, is_weight: bool = False) -> Fraction:
    try:
        return share(text) if is_weight else figure(text, takes_fractions=True)
    except FigureError as error:
        raise DeskError(str(error)) from None


def _chosen(text: str, choices: Sequence[str]) -> str:
    """The choice that a text begins, whatever its capitals."""
    found = [one for one in choices if one.casefold() == text.casefold()]
    found += [one for one in choices if text and one.casefold().startswith(text.casefold())]
    if not found:
        raise DeskError(cannot_be(text, tuple(choices)))
    return found[0]


def _filled(text: str) -> str:
    if not text:
        raise DeskError("This can’t be empty. Type something, or remove the row.")
    return text
