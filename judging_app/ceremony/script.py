"""The script of the reveal: what the host reads aloud, and what the next key will do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from judging_app.ceremony.spoken import spoken_count, spoken_ordinal
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.reveal import RevealPlan, RevealStep, StepKind
from judging_app.errors import DeskError
from judging_app.words import listed, ordinal

ALL_TOLD = "Next: nothing. Everything has been announced."
"""What the key does after the last step."""

BY_PANEL = "The panel decided this place."
"""Read aloud where the scores alone would give another place."""

PLACEHOLDERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "running": frozenset({"part", "teams", "count", "event"}),
        "place": frozenset({"place", "teams", "score", "count", "event"}),
        "first_place": frozenset({"place", "teams", "score", "count", "event"}),
        "award": frozenset({"award", "event"}),
        "winner": frozenset({"award", "teams", "count", "event"}),
    }
)
"""What each wording may say; an award's may not name its teams, which the next step announces."""


@dataclass(frozen=True, slots=True)
class ScriptTemplate:
    """The wording of each kind of step, with placeholders in braces.

    `{teams}` are those that the step announces, and in a running step those in front; `{count}` is
    how many they are, in words. `{place}` is the place in words, with "joint" where it is shared.
    `{score}` is the score of the teams, or their scores in the same order where they differ.

    Raises:
        DeskError: if a wording is empty, has a placeholder that means nothing there, or a brace
            that belongs to none.
    """

    running: str = "After {part}, in the lead: {teams}."
    place: str = "In {place} place, {teams}."
    first_place: str = "And in {place} place, {teams}. Congratulations!"
    award: str = "The next award is {award}."
    winner: str = "{award} goes to {teams}."

    def __post_init__(self) -> None:
        for one in fields(self):
            _check(one.name, getattr(self, one.name))


@dataclass(frozen=True, slots=True)
class ScriptNames:
    """How the event, its teams and awards are called, and each team's score in words.

    Of the teams `by_panel` the script says that the panel decided their place.
    """

    event: str
    teams: Mapping[TeamId, str]
    awards: Mapping[AwardId, str]
    scores: Mapping[TeamId, str]
    by_panel: frozenset[TeamId] = frozenset()


def script_lines(plan: RevealPlan, template: ScriptTemplate, names: ScriptNames) -> tuple[str, ...]:
    """What to read aloud once each step is on the screen; one line a step.

    Raises:
        KeyError: if the plan announces a team or an award that `names` doesn't know.
    """
    return tuple(_line(step, template, names) for step in plan.steps)


def prompt_lines(plan: RevealPlan, names: ScriptNames) -> tuple[str, ...]:
    """What to read aloud before each step, so that the name, which is left out, is the last thing.

    Towards the end it says how many teams are left.
    """
    left = [team for step in plan.steps if step.kind is StepKind.PLACE for team in step.teams]
    lines = []
    for step in plan.steps:
        lines.append(_prompt(step, names, len(left)))
        if step.kind is StepKind.PLACE:
            left = left[len(step.teams) :]
    return tuple(lines)


def act_words(step: RevealStep, awards: Mapping[AwardId, str]) -> str:
    """What the key that announces a step does: "Announce 2nd place"."""
    award = "" if step.award is None else awards[step.award]
    match step.kind:
        case StepKind.RUNNING:
            return "Announce the standings so far"
        case StepKind.PLACE:
            joint = "joint " if len(step.teams) > 1 else ""
            return f"Announce {joint}{ordinal(step.place or 0)} place"
        case StepKind.AWARD:
            return "Announce the next award"
        case StepKind.WINNER:
            return f"Announce who wins {award}"


def _prompt(step: RevealStep, names: ScriptNames, left: int) -> str:
    award = "" if step.award is None else names.awards[step.award]
    match step.kind:
        case StepKind.RUNNING:
            return f"After {step.part}, in the lead…"
        case StepKind.AWARD:
            return "The next award is…"
        case StepKind.WINNER:
            return f"{award} goes to…"
        case StepKind.PLACE:
            joint = "joint " if len(step.teams) > 1 else ""
            place = f"{joint}{spoken_ordinal(step.place or 0)}"
            scores = {names.scores.get(team, "") for team in step.teams} - {""}
            score = f", with {next(iter(scores))}" if len(scores) == 1 else ""
            are = "team is" if left == 1 else "teams are"
            count = spoken_count(left, "team").split(" ", maxsplit=1)[0].capitalize()
            begin = f"{count} {are} left.\n" if 1 < left <= _FEW else ""
            word = "And in" if step.place == 1 else "In"
            return f"{begin}{word} {place} place{score}…"


_FEW = 3
"""Teams from which it is said how many are left."""


def next_key_lines(plan: RevealPlan, awards: Mapping[AwardId, str]) -> tuple[str, ...]:
    """What the next key does after none, one, two ... steps, without a team's name.

    For the host's own screen, which others can see; one line more than there are steps.
    """
    return (*(f"Next: {_stealthy(step, awards)}" for step in plan.steps), ALL_TOLD)


def _line(step: RevealStep, template: ScriptTemplate, names: ScriptNames) -> str:
    teams = _leaders(step) if step.kind is StepKind.RUNNING else step.teams
    said = {
        "event": names.event,
        "part": step.part,
        "teams": listed([names.teams[team] for team in teams]),
        "count": spoken_count(len(teams), "team"),
    }
    if step.award is not None:
        said["award"] = names.awards[step.award]
    if step.kind is StepKind.PLACE and step.place is not None:
        joint = "joint " if len(teams) > 1 else ""
        said["place"] = f"{joint}{spoken_ordinal(step.place)}"
        scores = [names.scores[team] for team in teams]
        said["score"] = scores[0] if len(set(scores)) == 1 else listed(scores)
    line = _PLACEHOLDER.sub(lambda found: said[found[1]], _wording(step, template))
    is_by_panel = step.kind is StepKind.PLACE and not names.by_panel.isdisjoint(teams)
    return f"{line} {BY_PANEL}" if is_by_panel else line


def _wording(step: RevealStep, template: ScriptTemplate) -> str:
    match step.kind:
        case StepKind.RUNNING:
            return template.running
        case StepKind.PLACE:
            return template.first_place if step.place == 1 else template.place
        case StepKind.AWARD:
            return template.award
        case StepKind.WINNER:
            return template.winner


def _leaders(step: RevealStep) -> tuple[TeamId, ...]:
    return tuple(one.team for one in step.running if one.place == 1)


def _stealthy(step: RevealStep, awards: Mapping[AwardId, str]) -> str:
    award = "" if step.award is None else awards[step.award]
    match step.kind:
        case StepKind.RUNNING:
            return f"standings so far, with {step.part}"
        case StepKind.PLACE:
            given = f" and {award}" if award else ""
            return (
                f"{ordinal(step.place or 0)} place{given}, {spoken_count(len(step.teams), 'team')}"
            )
        case StepKind.AWARD:
            return f"the name of the award, {award}"
        case StepKind.WINNER:
            return f"who wins {award}, {spoken_count(len(step.teams), 'team')}"


_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

_STEPS: Mapping[str, str] = MappingProxyType(
    {
        "running": "standings so far",
        "place": "a place",
        "first_place": "first place",
        "award": "the name of an award",
        "winner": "an award’s winners",
    }
)


def _check(field: str, wording: str) -> None:
    """Refuse a wording that couldn't be read aloud."""
    where, known = f"The wording for {_STEPS[field]}", PLACEHOLDERS[field]
    if not wording.strip():
        raise DeskError(f"{where} is empty. Type what the host should say.")
    for name in _PLACEHOLDER.findall(wording):
        if name not in known:
            offered = " or ".join(f"{{{one}}}" for one in sorted(known))
            raise DeskError(f"{where} can’t use {{{name}}}. Use {offered}.")
    if re.search("[{}]", _PLACEHOLDER.sub("", wording)):
        raise DeskError(
            f"{where} has a brace without its partner. Remove it, or add the other brace."
        )
