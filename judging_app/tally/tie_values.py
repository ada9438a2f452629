"""What each tie-break finds about tied teams: one value a team, or that it doesn't apply."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from judging_app.closed_sets import complete
from judging_app.domain.ids import TeamId
from judging_app.domain.rubric import Criterion
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.tally.basis import Basis
from judging_app.tally.totals import by_judge, by_team

Values = Mapping[TeamId, tuple[Fraction, ...]]
"""What a rule found of each tied team, in the unit that an official would read out."""

Finder = Callable[[Basis, TieBreak, Sequence[TeamId]], Values | None]


def tie_values(basis: Basis, tie_break: TieBreak, tied: Sequence[TeamId]) -> Values | None:
    """What `tie_break` finds about the teams in `tied`; None where it doesn't apply.

    - CRITERIA_IN_ORDER: the mean score in points of each criterion that is judged, in the
      rubric's order.
    - NAMED_CRITERION: the mean score in points of that criterion; doesn't apply to one that
      the organiser scores.
    - HEAD_TO_HEAD: how many ballots put the team above another of the tied, and below.
      A judge counts for two teams who scored both; where two of the tied have no such judge,
      the rule doesn't apply.
    - FIRST_PLACES: the share of the team's ballots that are their judge's first, then second,
      and so on; teams that a judge puts level share the better place.
    - HIGHEST_BALLOT: the total of the team's best ballot.
    - SMALLEST_SPREAD: its best ballot less its worst; doesn't apply to a single ballot.
    - PANEL: the level at which the panel put the team, the first being 1; doesn't apply
      unless the decision names every tied team.
    - JOINT: nothing.

    Penalties play no part: they are in the score that tied. Means and shares are over the
    ballots that the team has, so one that is missing is never taken for a bad one.

    Raises:
        UnknownError: if the rubric hasn't the named criterion.
    """
    return _FINDERS[tie_break.rule](basis, tie_break, tied)


def tie_keys(basis: Basis, tie_break: TieBreak, values: Values) -> Values:
    """`values` turned into keys of which the greatest comes first.

    On an inverted scale the lower score is the better one.
    """
    match tie_break.rule:
        case TieRule.CRITERIA_IN_ORDER:
            return _by_merit(basis.rubric.judged, values)
        case TieRule.NAMED_CRITERION:
            return _by_merit((basis.rubric.criterion(tie_break.criterion),), values)
        case TieRule.HEAD_TO_HEAD:
            return {team: (above - below,) for team, (above, below) in values.items()}
        case TieRule.SMALLEST_SPREAD | TieRule.PANEL:
            return {team: (-value,) for team, (value,) in values.items()}
        case _:
            return values


def _by_merit(criteria: Sequence[Criterion], values: Values) -> Values:
    return {
        team: tuple(
            -one if criterion.is_inverted else one
            for criterion, one in zip(criteria, own, strict=True)
        )
        for team, own in values.items()
    }


def _criteria_in_order(basis: Basis, _: TieBreak, tied: Sequence[TeamId]) -> Values:
    criteria = basis.rubric.judged
    return {team: tuple(_mean_score(basis, team, one) for one in criteria) for team in tied}


def _named_criterion(basis: Basis, tie_break: TieBreak, tied: Sequence[TeamId]) -> Values | None:
    named = basis.rubric.criterion(tie_break.criterion)
    if not named.is_judged:
        return None
    return {team: (_mean_score(basis, team, named),) for team in tied}


def _head_to_head(basis: Basis, _: TieBreak, tied: Sequence[TeamId]) -> Values | None:
    above, below = Counter[TeamId](), Counter[TeamId]()
    judges = by_judge(basis.totals).values()
    for one, other in combinations(tied, 2):
        both = [(given[one], given[other]) for given in judges if one in given and other in given]
        if not both:
            return None
        wins = sum(mine > theirs for mine, theirs in both)
        losses = sum(mine < theirs for mine, theirs in both)
        above += Counter({one: wins, other: losses})
        below += Counter({one: losses, other: wins})
    return {team: (Fraction(above[team]), Fraction(below[team])) for team in tied}


def _first_places(basis: Basis, _: TieBreak, tied: Sequence[TeamId]) -> Values:
    last = len({ballot.team for ballot in basis.counted})
    counts: dict[TeamId, Counter[int]] = {team: Counter() for team in tied}
    for given in by_judge(basis.totals).values():
        for team in given.keys() & counts.keys():
            counts[team][1 + sum(other > given[team] for other in given.values())] += 1
    return {
        team: tuple(Fraction(count[place], count.total()) for place in range(1, last + 1))
        for team, count in counts.items()
    }


def _highest_ballot(basis: Basis, _: TieBreak, tied: Sequence[TeamId]) -> Values:
    teams = by_team(basis.totals)
    return {team: (max(teams[team].values()),) for team in tied}


def _smallest_spread(basis: Basis, _: TieBreak, tied: Sequence[TeamId]) -> Values | None:
    teams = by_team(basis.totals)
    if any(len(teams[team]) == 1 for team in tied):
        return None
    return {team: (max(teams[team].values()) - min(teams[team].values()),) for team in tied}


def _panel(_basis: Basis, tie_break: TieBreak, tied: Sequence[TeamId]) -> Values | None:
    levels = {
        team: Fraction(number)
        for number, level in enumerate(tie_break.order, start=1)
        for team in level
    }
    if not levels.keys() >= set(tied):
        return None
    return {team: (levels[team],) for team in tied}


def _joint(_basis: Basis, _: TieBreak, tied: Sequence[TeamId]) -> Values:
    return dict.fromkeys(tied, ())


_FINDERS: Mapping[TieRule, Finder] = complete(
    {
        TieRule.CRITERIA_IN_ORDER: _criteria_in_order,
        TieRule.NAMED_CRITERION: _named_criterion,
        TieRule.HEAD_TO_HEAD: _head_to_head,
        TieRule.FIRST_PLACES: _first_places,
        TieRule.HIGHEST_BALLOT: _highest_ballot,
        TieRule.SMALLEST_SPREAD: _smallest_spread,
        TieRule.PANEL: _panel,
        TieRule.JOINT: _joint,
    }
)


def _mean_score(basis: Basis, team: TeamId, criterion: Criterion) -> Fraction:
    scores = [one.scores[criterion.id] for one in basis.counted if one.team == team]
    return criterion.in_points(sum(scores)) / len(scores)
