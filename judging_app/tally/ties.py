"""Ties settled by the declared rules, with every step kept so that it can be explained."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from judging_app.domain.decisions import PanelDecision
from judging_app.domain.ids import TeamId
from judging_app.domain.standings import Standing
from judging_app.domain.tie_breaks import NO_CRITERION, DeclaredTieBreak, TieBreak, TieRule
from judging_app.tally.basis import Basis
from judging_app.tally.standings import standings_of
from judging_app.tally.tie_values import Values, tie_keys, tie_values

Level = tuple[TeamId, ...]
"""Teams that are level, in their own order."""


@dataclass(frozen=True, slots=True)
class TieStep:
    """One rule applied to teams that were still tied.

    `values` is what it found of each and `split` the same teams as it left them, best first;
    one entry means that it separated none of them. Where it didn't apply, `values` is empty.
    """

    tie_break: TieBreak
    teams: Level
    applied: bool
    values: Values
    split: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Teams that the scores left tied at `place`, and how the tie was settled, if it was."""

    place: int
    teams: Level
    steps: tuple[TieStep, ...]
    settled: tuple[Level, ...]

    @property
    def places(self) -> Mapping[TeamId, int]:
        """The place of each team after the rules; those left joint share it."""
        found: dict[TeamId, int] = {}
        for level in self.settled:
            found.update(dict.fromkeys(level, self.place + len(found)))
        return found


@dataclass(frozen=True, slots=True)
class Settlement:
    """The standings after the rules, and every tie that the arithmetic gave, best place first."""

    standings: tuple[Standing, ...]
    ties: tuple[Tie, ...]


def settlement(basis: Basis) -> Settlement:
    """The result that follows from `basis`, its ties settled by its tie-breaks in their order.

    Each rule is put to a whole tied group. Where it splits the group in part, the teams that
    are still level go on with the *next* rule, among themselves; rules already used are not
    asked again. What no rule splits is joint. Chance is never used.

    Raises:
        MethodError: if the method gives no result on these ballots.
        UnknownError: if a rule names a criterion that the rubric doesn't have.
    """
    before = standings_of(basis)
    tied = [one for one in before if one.is_tied]
    ties = tuple(
        _tie(basis, place, tuple(one.team for one in group))
        for place, group in groupby(tied, key=_place)
    )
    return Settlement(_replaced(before, ties), ties)


def in_force(
    declared: Iterable[DeclaredTieBreak], decision: PanelDecision | None
) -> tuple[TieBreak, ...]:
    """The declared rules; the panel's waits until the panel has decided."""
    found: list[TieBreak] = []
    for one in declared:
        if one.rule is not TieRule.PANEL:
            found.append(TieBreak(one.rule, one.criterion or NO_CRITERION))
        elif decision is not None:
            found.append(TieBreak(one.rule, order=decision.order, reason=decision.reason))
    return tuple(found)


def _tie(basis: Basis, place: int, teams: Level) -> Tie:
    steps: list[TieStep] = []
    settled = _settled(basis, basis.tie_breaks, teams, steps)
    return Tie(place, teams, tuple(steps), settled)


def _settled(
    basis: Basis, tie_breaks: Sequence[TieBreak], teams: Level, steps: list[TieStep]
) -> tuple[Level, ...]:
    """`teams` as `tie_breaks` leave them, each step put down on `steps`."""
    if not tie_breaks or len(teams) == 1:
        return (teams,)
    step = _step(basis, tie_breaks[0], teams)
    steps.append(step)
    if step.tie_break.rule is TieRule.JOINT:
        return (teams,)
    return tuple(
        level for part in step.split for level in _settled(basis, tie_breaks[1:], part, steps)
    )


def _step(basis: Basis, tie_break: TieBreak, teams: Level) -> TieStep:
    values = tie_values(basis, tie_break, teams)
    if values is None:
        return TieStep(tie_break, teams, applied=False, values={}, split=(teams,))
    keys = tie_keys(basis, tie_break, values)
    best_first = sorted(set(keys.values()), reverse=True)
    split = tuple(tuple(team for team in teams if keys[team] == key) for key in best_first)
    return TieStep(tie_break, teams, applied=True, values=values, split=split)


def _replaced(before: Sequence[Standing], ties: Sequence[Tie]) -> tuple[Standing, ...]:
    """The standings in their new order, with the places and ties that are left."""
    places = {team: place for tie in ties for team, place in tie.places.items()}
    joint = {team for tie in ties for level in tie.settled if len(level) > 1 for team in level}
    after = [
        replace(one, place=places[one.team], is_tied=one.team in joint) if one.is_tied else one
        for one in before
    ]
    number = {one.team: at for at, one in enumerate(before)}
    last = len(before) + 1
    return tuple(sorted(after, key=lambda one: (one.place or last, number[one.team])))


def _place(standing: Standing) -> int:
    return standing.place or 0
