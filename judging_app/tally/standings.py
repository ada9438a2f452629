"""The teams in order, with their places."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from judging_app.domain.ballots import unknown_ballot
from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.standings import Standing
from judging_app.tally.methods import METHODS
from judging_app.tally.totals import Totals


def standings(
    teams: Sequence[TeamId], judges: Sequence[JudgeId], totals: Totals, method: Method
) -> tuple[Standing, ...]:
    """Order `teams` by their score under `method`, best first, then by their own order.

    Scores that are exactly equal share a place, and the next place counts them all: 1, 2, 2, 4.
    A team without submitted ballots comes last and has neither place nor score.

    Raises:
        MethodError: if the method gives no result on these ballots.
        UnknownError: if a total is of a judge or a team that isn't listed.
    """
    check_known(teams, judges, totals)
    counts = Counter(team for _, team in totals)
    return ranked(teams, METHODS[method](totals), counts, expected=len(judges))


def ranked(
    teams: Sequence[TeamId],
    scores: Mapping[TeamId, Fraction],
    counts: Mapping[TeamId, int],
    *,
    expected: int,
) -> tuple[Standing, ...]:
    """`teams` in order of `scores`; one that has none comes last, without a place.

    `counts` are the submitted ballots of each team, `expected` the judges of the panel.
    """
    order = {team: at for at, team in enumerate(teams)}
    scored = sorted(
        (team for team in teams if team in scores), key=lambda team: (-scores[team], order[team])
    )
    placed: list[Standing] = []
    for score, group in groupby(scored, key=scores.__getitem__):
        joint, place = tuple(group), len(placed) + 1
        placed.extend(
            Standing(team, place, len(joint) > 1, score, counts[team], expected) for team in joint
        )
    unplaced = (
        Standing(team, None, is_tied=False, score=None, ballots=0, expected=expected)
        for team in teams
        if team not in scores
    )
    return (*placed, *unplaced)


def check_known(teams: Sequence[TeamId], judges: Sequence[JudgeId], totals: Totals) -> None:
    """Refuse a total that belongs to nobody here, which would otherwise vanish in silence.

    Raises:
        UnknownError: if a total is of a judge or a team that isn't listed.
    """
    known_teams, known_judges = frozenset(teams), frozenset(judges)
    for judge, team in totals:
        if team not in known_teams or judge not in known_judges:
            raise unknown_ballot(judge, team)
