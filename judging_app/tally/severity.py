"""How much each judge's totals lie above the panel's, all teams being equal."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.errors import MethodError
from judging_app.tally.exact import solved, summed


def severities(teams: Mapping[TeamId, Mapping[JudgeId, Fraction]]) -> dict[JudgeId, Fraction]:
    """The judges' effects in total = team + judge by least squares; they sum to zero.

    A generous judge's effect is above zero. Least squares asks of each judge j that the
    residuals of j's ballots sum to zero; with each team's own equation put in, what remains is

        Σ over j's teams t of (effect_j − mean of effects of t's judges) =
        Σ over j's teams t of (total_jt − mean of t's totals)

    which fixes the effects up to a constant as long as every judge is linked to every other.

    Raises:
        MethodError: if the judges fall into groups that share no team.
    """
    _check_links(teams)
    judges = sorted({judge for by_judge in teams.values() for judge in by_judge})
    if not judges:
        return {}
    free = [*_solution(judges, teams), Fraction(0)]
    centre = summed(free) / len(judges)
    return {judge: effect - centre for judge, effect in zip(judges, free, strict=True)}


def _solution(
    judges: Sequence[JudgeId], teams: Mapping[TeamId, Mapping[JudgeId, Fraction]]
) -> tuple[Fraction, ...]:
    """The effects of all judges but the last, where the last one's is held at zero."""
    row_of = {judge: row for row, judge in enumerate(judges)}
    sizes = lcm(*(len(by_judge) for by_judge in teams.values()))
    matrix = [[0] * len(judges) for _ in judges]
    for panel, count in Counter(frozenset(by_judge) for by_judge in teams.values()).items():
        share = count * sizes // len(panel)
        for judge in panel:
            row = matrix[row_of[judge]]
            row[row_of[judge]] += count * sizes
            for other in panel:
                row[row_of[other]] -= share
    given: list[list[Fraction]] = [[] for _ in judges]
    centres: list[list[Fraction]] = [[] for _ in judges]
    for by_judge in teams.values():
        centre = summed(by_judge.values()) / len(by_judge)
        for judge, one in by_judge.items():
            given[row_of[judge]].append(one)
            centres[row_of[judge]].append(centre)
    above = [
        sizes * (summed(own) - summed(means)) for own, means in zip(given, centres, strict=True)
    ]
    return solved([row[:-1] for row in matrix[:-1]], above[:-1])


def _check_links(teams: Mapping[TeamId, Mapping[JudgeId, Fraction]]) -> None:
    """Refuse teams of which some can't be reached from the first by way of shared judges."""
    if not teams:
        return
    first = min(teams)
    linked, judges, waiting = {first}, set[JudgeId](), [first]
    teams_of: dict[JudgeId, list[TeamId]] = {}
    for team, by_judge in teams.items():
        for judge in by_judge:
            teams_of.setdefault(judge, []).append(team)
    while waiting:
        for judge in teams[waiting.pop()].keys() - judges:
            judges.add(judge)
            waiting.extend(team for team in teams_of[judge] if team not in linked)
            linked.update(teams_of[judge])
    if apart := teams.keys() - linked:
        raise MethodError(
            f"No judges connect team “{min(apart)}” with team “{first}”, so their scores can’t "
            "be adjusted. Let one judge score both, or use the mean."
        )
