"""The teams in order, with their places."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from types import MappingProxyType

from judging_app.domain.ballots import unknown_ballot
from judging_app.domain.decisions import PanelDecision
from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.standings import Exclusion, Standing
from judging_app.tally.basis import Basis
from judging_app.tally.methods import METHODS, outcome
from judging_app.tally.outcome import Order, Outcome, penalised, places
from judging_app.tally.totals import Totals

Exclusions = Mapping[TeamId, Exclusion]
Penalties = Mapping[TeamId, Fraction]

NO_EXCLUSIONS: Exclusions = MappingProxyType({})
NO_PENALTIES: Penalties = MappingProxyType({})


def standings(
    teams: Sequence[TeamId],
    judges: Sequence[JudgeId],
    totals: Totals,
    method: Method,
    *,
    exclusions: Exclusions = NO_EXCLUSIONS,
    penalties: Penalties = NO_PENALTIES,
) -> tuple[Standing, ...]:
    """Order `teams` by what `method` finds, best first, then by their own order.

    Teams that are exactly level share a place, and the next place counts them all: 1, 2, 2, 4.
    A team without submitted ballots comes after them and has neither place nor score; a team
    that is out comes last, and its ballots enter no computation.

    Raises:
        MethodError: if the method gives no result on these ballots.
        UnknownError: if a total is of a judge or a team that isn't listed.
    """
    check_known(teams, judges, totals)
    eligible = {key: one for key, one in totals.items() if key[1] not in exclusions}
    found = penalised(METHODS[method](eligible), penalties)
    counts = Counter(team for _, team in totals)
    return _placed(teams, found, counts, len(judges), exclusions, penalties)


def standings_of(basis: Basis) -> tuple[Standing, ...]:
    """The standings that follow from `basis`, before any tie is broken."""
    counts = Counter(ballot.team for ballot in basis.ballots if ballot.counts)
    return _placed(
        basis.teams, outcome(basis), counts, len(basis.judges), basis.exclusions, basis.penalties
    )


def ranked(
    teams: Sequence[TeamId],
    scores: Mapping[TeamId, Fraction],
    counts: Mapping[TeamId, int],
    *,
    expected: int,
    order: Order | None = None,
    exclusions: Exclusions = NO_EXCLUSIONS,
    penalties: Penalties = NO_PENALTIES,
) -> tuple[Standing, ...]:
    """`teams` in `order`, by default of the highest score; one without a score has no place.

    `counts` are the submitted ballots of each team, `expected` the judges of the panel.
    """
    keys = {team: (-score,) for team, score in scores.items()} if order is None else order
    place_of, sharing = places(keys), Counter(keys.values())
    at = {team: number for number, team in enumerate(teams)}
    placed = sorted((team for team in teams if team in keys), key=lambda t: (keys[t], at[t]))
    unplaced = [team for team in teams if team not in keys and team not in exclusions]
    out = [team for team in teams if team in exclusions]
    return tuple(
        Standing(
            team,
            place_of.get(team),
            is_tied=team in keys and sharing[keys[team]] > 1,
            score=scores.get(team),
            ballots=counts.get(team, 0),
            expected=expected,
            exclusion=exclusions.get(team),
            penalty=penalties.get(team, Fraction(0)),
        )
        for team in (*placed, *unplaced, *out)
    )


def winners(standings: Sequence[Standing]) -> tuple[TeamId, ...]:
    """The team in first place, or all that share it; empty while no team has a place."""
    return tuple(standing.team for standing in standings if standing.place == 1)


def check_known(teams: Sequence[TeamId], judges: Sequence[JudgeId], totals: Totals) -> None:
    """Refuse a total that belongs to nobody here, which would otherwise vanish in silence.

    Raises:
        UnknownError: if a total is of a judge or a team that isn't listed.
    """
    known_teams, known_judges = frozenset(teams), frozenset(judges)
    for judge, team in totals:
        if team not in known_teams or judge not in known_judges:
            raise unknown_ballot(judge, team)


def _placed(
    teams: Sequence[TeamId],
    found: Outcome,
    counts: Mapping[TeamId, int],
    expected: int,
    exclusions: Exclusions,
    penalties: Penalties,
) -> tuple[Standing, ...]:
    return ranked(
        teams,
        found.scores,
        counts,
        expected=expected,
        order=found.order,
        exclusions=exclusions,
        penalties=penalties,
    )


def decided(standings: Sequence[Standing], decision: PanelDecision) -> tuple[Standing, ...]:
    """`standings` in the panel's order; scores stay those of the arithmetic.

    The teams that the decision names come first, those of one entry joint; the other placed teams
    follow as they were, and teams without a place stay at the end. A team that the decision
    names and that has no place (it has no ballot, or is out) isn't given one.
    """
    by_team = {one.team: one for one in standings}
    named = {team for joint in decision.order for team in joint}
    levels = [
        [by_team[team] for team in joint if by_team[team].place is not None]
        for joint in decision.order
    ]
    others = [one for one in standings if one.place is not None and one.team not in named]
    levels += [list(level) for _, level in groupby(others, key=lambda one: one.place)]
    placed: list[Standing] = []
    for level in levels:
        place = len(placed) + 1
        placed.extend(replace(one, place=place, is_tied=len(level) > 1) for one in level)
    return (*placed, *(one for one in standings if one.place is None))
