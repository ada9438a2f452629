"""Each ballot as its distance from its judge's mean, counted in that judge's own spread."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction

from judging_app.domain.event import Method
from judging_app.domain.ids import TeamId
from judging_app.errors import MethodError
from judging_app.tally.exact import approximations
from judging_app.tally.outcome import Outcome, highest_first
from judging_app.tally.totals import Totals, by_judge, by_team


def z_scores(totals: Totals) -> Outcome:
    """The mean of each team's z = (total − judge's mean) ÷ judge's sample standard deviation.

    A judge with one ballot, or with the same total for every team, has no spread to count in:
    such a judge is left out and named in `silent`. Ties and places are exact; the scores
    approximate sums of square roots, within 10⁻⁴⁰ of them.

    Raises:
        MethodError: if a team has ballots, but none from a judge with a spread.

    Source: F. Mosteller and J. W. Tukey, Data Analysis and Regression (Addison-Wesley, 1977), for
    the standard score; the deviation is the sample's (n − 1).
    """
    sums: dict[TeamId, defaultdict[int, Fraction]] = {}
    spread = {judge: _variance(given.values()) for judge, given in by_judge(totals).items()}
    centre = {judge: _mean(given.values()) for judge, given in by_judge(totals).items()}
    for team, given in by_team(totals).items():
        heard = {judge: total for judge, total in given.items() if spread[judge]}
        if not heard:
            raise _no_spread(team)
        sums[team] = defaultdict(Fraction)
        for judge, total in heard.items():
            # 1 ÷ √(a/b) = √(ab) ÷ a
            above, below = spread[judge].as_integer_ratio()
            sums[team][above * below] += (total - centre[judge]) / above / len(heard)
    silent = tuple(sorted(judge for judge, variance in spread.items() if not variance))
    return replace(highest_first(Method.Z_SCORE, approximations(sums)), silent=silent)


def _variance(values: Collection[Fraction]) -> Fraction:
    """The sample's; zero for a single value, which has none."""
    if len(values) == 1:
        return Fraction(0)
    centre = _mean(values)
    return sum(((one - centre) ** 2 for one in values), Fraction(0)) / (len(values) - 1)


def _mean(values: Collection[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _no_spread(team: TeamId) -> MethodError:
    return MethodError(
        f"No judge of team “{team}” has given different totals, so it has no z-score. Wait for "
        "more ballots, or use the mean."
    )
