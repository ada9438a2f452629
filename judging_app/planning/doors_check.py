"""What is or looks wrong before the doors open, besides the settings: people, PINs, order."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.setup import Setup
from judging_app.planning.settings_check import Finding, Severity, Subject
from judging_app.words import capitalised, counted, listed

MOST_NAMED = 3
"""People or teams that are named in a sentence; of more, the others are counted."""


@dataclass(frozen=True, slots=True)
class DoorsFacts:
    """What is looked at; `undecided` counts conflicts, `added` the teams that came after the draw.

    `without_pin` names who has none, `not_handed_out` who has one that nobody gave them.

    `unprintable` holds the names with letters that no font on paper has, and these letters.
    """

    setup: Setup
    undecided: int = 0
    decided: int = 0
    without_pin: tuple[str, ...] = ()
    not_handed_out: tuple[str, ...] = ()
    is_drawn: bool = False
    added: int = 0
    unprintable: tuple[tuple[str, str], ...] = ()
    names: int = 0
    proven: int = 0


def doors_findings(facts: DoorsFacts) -> Iterator[Finding]:
    """Everything that was looked at, subject by subject."""
    for subject, check in _CHECKS.items():
        severity, sentence, remedy = check(facts)
        yield Finding(severity, sentence, remedy, subject)
    yield from _missing(facts.setup)


def named(names: Sequence[str]) -> str:
    """Some names, then how many more there are: "Ada, Bo, Cy and 9 others"."""
    more = len(names) - MOST_NAMED
    if more <= 1:
        return listed(names)
    return listed([*names[:MOST_NAMED], counted(more, "other")])


_Found = tuple[Severity, str, str]
_WRONG, _LOOK, _RIGHT = Severity.WRONG, Severity.LOOK, Severity.RIGHT


def _missing(setup: Setup) -> Iterator[Finding]:
    if not setup.rubric.judged:
        said = "There is no rubric."
        yield Finding(_WRONG, said, "Choose a template, or import your own.", Subject.RUBRIC)
    if not setup.judges:
        yield Finding(_WRONG, "There are no judges.", "Add the panel.", Subject.PANEL)


def _conflicts(facts: DoorsFacts) -> _Found:
    if facts.undecided:
        is_ = "isn’t" if facts.undecided == 1 else "aren’t"
        said = f"{counted(facts.undecided, 'conflict')} of interest {is_} decided."
        return _WRONG, capitalised(said), "Decide before any ballot counts."
    said = f"All {facts.decided} are decided." if facts.decided else "None were found or declared."
    return _RIGHT, said, ""


def _pins(facts: DoorsFacts) -> _Found:
    if facts.without_pin:
        has = "has" if len(facts.without_pin) == 1 else "have"
        return _WRONG, f"{named(facts.without_pin)} {has} no PIN.", "Make one, and hand it out."
    if waiting := facts.not_handed_out:
        said = f"{counted(len(waiting), 'PIN')} may not have been handed out: {named(waiting)}."
        return _LOOK, capitalised(said), "Print or note them, or press “They have theirs”."
    return _RIGHT, "Everybody who signs in has one.", ""


def _people(facts: DoorsFacts) -> _Found:
    people = facts.setup.participants
    if not people:
        return _LOOK, "No participants are listed.", "Without them nobody gets a certificate."
    alone = [one.name for one in people if one.team is None]
    if alone:
        is_ = "is" if len(alone) == 1 else "are"
        return _LOOK, f"{named(alone)} {is_} in no team.", "Choose a team, or nobody misses it."
    return _RIGHT, f"{counted(len(people), 'person', 'people')}, each in a team.", ""


def _teams(facts: DoorsFacts) -> _Found:
    teams, members = facts.setup.teams, Counter(one.team for one in facts.setup.participants)
    if not teams:
        return _WRONG, "There is no team.", "Add the teams that pitch."
    empty = [team.name for team in teams if not members[team.id]]
    if empty and facts.setup.participants:
        has = "has" if len(empty) == 1 else "have"
        return _LOOK, f"{named(empty)} {has} nobody in it.", "Add its members, or remove it."
    return _RIGHT, f"{counted(len(teams), 'team')}.", ""


def _run_order(facts: DoorsFacts) -> _Found:
    if facts.added:
        was = "was" if facts.added == 1 else "were"
        said = f"{counted(facts.added, 'team')} {was} added after the order was drawn by lot."
        return _LOOK, capitalised(said), "Draw again, or leave it: teams added later pitch last."
    if facts.is_drawn:
        return _RIGHT, "Drawn by lot.", ""
    return _LOOK, "The order isn’t drawn by lot.", "Draw it: the order can affect scores."


def _letters(facts: DoorsFacts) -> _Found:
    if facts.unprintable:
        lacking = [f"{name} ({letters})" for name, letters in facts.unprintable]
        said = f"No font on paper has all letters of {named(lacking)}."
        return _LOOK, said, "Ask how to write it in others, or write it by hand."
    return _RIGHT, "Every name can be printed.", ""


def _names(facts: DoorsFacts) -> _Found:
    if left := facts.names - facts.proven:
        is_ = "isn’t" if left == 1 else "aren’t"
        said = f"{left} of {counted(facts.names, 'name')} {is_} ticked yet."
        return _LOOK, said, "Let each team check its own."
    said = "Every name is ticked as right." if facts.names else "There are no names yet."
    return _RIGHT, said, ""


_CHECKS: Mapping[Subject, Callable[[DoorsFacts], _Found]] = {
    Subject.CONFLICTS: _conflicts,
    Subject.PINS: _pins,
    Subject.PEOPLE: _people,
    Subject.TEAMS: _teams,
    Subject.RUN_ORDER: _run_order,
    Subject.LETTERS: _letters,
    Subject.NAMES: _names,
}
