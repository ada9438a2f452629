"""How ties were settled, step by step in sentences."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.ids import TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.present.numbers import exact, shown
from judging_app.present.words.tie_rules import RULE_WORDS
from judging_app.tally.ties import Level, Tie, TieStep
from judging_app.words import capitalised, counted, listed, ordinal


@dataclass(frozen=True, slots=True)
class TieView:
    """One tie: who was level, what each rule that was asked found, and where that left them."""

    lead: str
    steps: tuple[tuple[str, str], ...]
    ending: str

    @property
    def paragraph(self) -> str:
        """All of it in sentences."""
        return " ".join((self.lead, *(found for _, found in self.steps), self.ending))


def tie_views(
    setup: Setup, ties: Sequence[Tie], decided: Collection[TeamId] = ()
) -> tuple[TieView, ...]:
    """Every tie in its parts; a step is the rule's name and what it found.

    Of teams `decided` about by the panel, it ends with that.
    """
    return tuple(
        _tie_view(setup, tie, is_decided=not set(tie.teams).isdisjoint(decided)) for tie in ties
    )


def tie_sentences(
    setup: Setup, ties: Sequence[Tie], decided: Collection[TeamId] = ()
) -> tuple[str, ...]:
    """The same, one paragraph a tie."""
    return tuple(view.paragraph for view in tie_views(setup, ties, decided))


BY_PANEL = "The panel’s decision replaces this."


def step_text(setup: Setup, step: TieStep) -> str:
    """What one rule found about the teams that it was put to, or why it didn't apply."""
    names, rule = _names(setup), rule_text(setup.rubric, step.tie_break)
    if not step.applied:
        return f"{capitalised(rule)} doesn’t apply: {_why_not(step, names)}."
    if step.tie_break.rule is TieRule.JOINT:
        return f"By the event’s rules, {_listed(step.teams, names)} stay joint."
    ahead = "no team is ahead" if len(step.split) == 1 else _order(step.split, names)
    found = _found(step, names, setup.rubric)
    return f"By {rule}, {ahead}: {found}{'' if found.endswith(_ENDS) else '.'}"


def rule_text(rubric: Rubric, tie_break: TieBreak) -> str:
    """A rule within a sentence: "head to head", "the criterion Impact"."""
    words = RULE_WORDS[tie_break.rule].in_sentence
    if tie_break.rule is TieRule.NAMED_CRITERION:
        return f"{words} {_title(rubric.criterion(tie_break.criterion))}"
    return words


_ENDS = (".”", "!”", "?”")
"""A quoted reason that is a sentence already."""

Names = Mapping[TeamId, str]


def _tie_view(setup: Setup, tie: Tie, *, is_decided: bool) -> TieView:
    names = _names(setup)
    ending = _ending(tie, names)
    return TieView(
        f"{_listed(tie.teams, names)} are tied for {ordinal(tie.place)} place.",
        tuple(
            (capitalised(rule_text(setup.rubric, step.tie_break)), step_text(setup, step))
            for step in tie.steps
        ),
        f"{ending} {BY_PANEL}" if is_decided else ending,
    )


def _ending(tie: Tie, names: Names) -> str:
    if not tie.steps:
        return f"There is no tie-break, so they are joint {ordinal(tie.place)}."
    places = tie.places
    verbs = (("are joint" if len(level) > 1 else "is") for level in tie.settled)
    parts = [
        f"{_listed(level, names)} {verb} {ordinal(places[level[0]])}"
        for level, verb in zip(tie.settled, verbs, strict=True)
    ]
    return f"So {listed(parts)}."


def _why_not(step: TieStep, names: Names) -> str:
    teams = _listed(step.teams, names)
    match step.tie_break.rule:
        case TieRule.NAMED_CRITERION:
            return "it is scored by the organiser, not by the judges"
        case TieRule.HEAD_TO_HEAD:
            return f"two of {teams} have no judge who scored both"
        case TieRule.SMALLEST_SPREAD:
            return f"one of {teams} has only one ballot, so it has no spread"
        case TieRule.PANEL:
            return f"it doesn’t name all of {teams}"
        case _:
            return f"it says nothing about {teams}"


def _order(split: Sequence[Level], names: Names) -> str:
    if len(split) == _PAIR and all(len(level) == 1 for level in split):
        return f"{names[split[0][0]]} is ahead of {names[split[1][0]]}"
    levels = (
        f"{_listed(level, names)}{' still tied' if len(level) > 1 else ''}" for level in split
    )
    return f"the order is {', then '.join(levels)}"


_PAIR = 2


def _found(step: TieStep, names: Names, rubric: Rubric) -> str:
    match step.tie_break.rule:
        case TieRule.CRITERIA_IN_ORDER:
            return _by_criterion(step, names, rubric)
        case TieRule.FIRST_PLACES:
            return _by_place(step, names)
        case TieRule.HEAD_TO_HEAD:
            return _wins(step, names)
        case TieRule.PANEL:
            return f"“{step.tie_break.reason.strip()}”"
        case _:
            return _each(step, names, _figures(_part(step, 0)))


def _by_criterion(step: TieStep, names: Names, rubric: Rubric) -> str:
    titles = [_title(criterion) for criterion in rubric.judged]
    level, apart = _parts_asked(step)
    if not apart:
        return "equal on every criterion"
    same = [f"equal on {listed([titles[at] for at in level])}"] if level else []
    told = [f"on {titles[at]} {_each(step, names, _figures(_part(step, at)))}" for at in apart]
    return "; ".join((*same, *told))


def _by_place(step: TieStep, names: Names) -> str:
    level, apart = _parts_asked(step)
    if not apart:
        return "equal on every place"
    same = [f"equal on {listed([ordinal(at + 1) for at in level])} places"] if level else []
    told = [
        f"share of ballots in {ordinal(at + 1)} place: {_each(step, names, _shares(step, at))}"
        for at in apart
    ]
    return "; ".join((*same, *told))


def _title(criterion: Criterion) -> str:
    return f"{criterion.title}{' (lower is better)' if criterion.is_inverted else ''}"


def _parts_asked(step: TieStep) -> tuple[list[int], list[int]]:
    """The parts of the values, by number, that had to be looked at: those level, those not."""
    last = next(
        number
        for number in range(len(step.values[step.teams[0]]) + 1)
        if len({values[:number] for values in step.values.values()}) == len(step.split)
    )
    level = [at for at in range(last) if len(set(_part(step, at))) == 1]
    return level, [at for at in range(last) if at not in level]


def _wins(step: TieStep, names: Names) -> str:
    """For a pair the leader's ballots say it all; the other's are the same turned round."""
    leader, *others = (team for level in step.split for team in level)
    above, below = (int(count) for count in step.values[leader])
    if len(others) == 1:
        return (
            f"{names[leader]} is above {names[others[0]]} on {counted(above, 'ballot')} and below "
            f"on {below or 'none'}"
        )
    return _each(step, names, [f"above {up} and below {down}" for up, down in step.values.values()])


def _each(step: TieStep, names: Names, told: Sequence[str]) -> str:
    """Every team with its own, best first."""
    own = dict(zip(step.values, told, strict=True))
    return ", ".join(f"{names[team]} {own[team]}" for level in step.split for team in level)


def _part(step: TieStep, at: int) -> list[Fraction]:
    return [values[at] for values in step.values.values()]


def _figures(values: Sequence[Fraction]) -> list[str]:
    """Two decimals, or fractions where these would hide a difference."""
    texts = [shown(value) for value in values]
    if len(set(texts)) < len(set(values)):
        return [exact(value) for value in values]
    return texts


def _shares(step: TieStep, at: int) -> list[str]:
    words = {Fraction(0): "none", Fraction(1): "all"}
    return [words.get(share, str(share)) for share in _part(step, at)]


def _names(setup: Setup) -> Names:
    return {team.id: team.name for team in setup.teams}


def _listed(teams: Sequence[TeamId], names: Names) -> str:
    return listed([names[team] for team in teams])
