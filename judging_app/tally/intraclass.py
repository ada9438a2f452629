"""The intraclass correlations: how much of the spread in the totals is the teams' own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from judging_app.tally.complete_panel import CompletePanel


class Form(Enum):
    """Which correlation: whose judges, then whether of one judge or of the panel's mean.

    1: each team had judges of its own. 2: these judges stand for all who might have sat.
    3: these judges and no others, so that their severity doesn't count.
    """

    OWN_JUDGES_SINGLE = "1,1"
    ANY_JUDGES_SINGLE = "2,1"
    THESE_JUDGES_SINGLE = "3,1"
    OWN_JUDGES_MEAN = "1,k"
    ANY_JUDGES_MEAN = "2,k"
    THESE_JUDGES_MEAN = "3,k"


@dataclass(frozen=True, slots=True)
class MeanSquares:
    """The two-way analysis of variance of a complete panel with one total in each cell.

    `within` is that of the judges and the error together: what is left in a team.
    """

    team_count: int
    judge_count: int
    teams: Fraction
    judges: Fraction
    error: Fraction
    within: Fraction


def mean_squares(panel: CompletePanel) -> MeanSquares:
    """The mean squares of teams, judges, error, and within teams, in squared points.

    Source: P. E. Shrout and J. L. Fleiss, Intraclass correlations: uses in assessing rater
    reliability, Psychological Bulletin 86 (1979), 420–428, tables 1 to 3.
    """
    teams, judges = len(panel.teams), len(panel.judges)
    every = [one for row in panel.rows for one in row]
    nothing = _square(every) / len(every)
    of_all = sum((one * one for one in every), Fraction(0)) - nothing
    of_judges = sum((_square(row) for row in panel.rows), Fraction(0)) / teams - nothing
    of_teams = sum((_square(one) for one in panel.columns), Fraction(0)) / judges - nothing
    return MeanSquares(
        team_count=teams,
        judge_count=judges,
        teams=of_teams / (teams - 1),
        judges=of_judges / (judges - 1),
        error=(of_all - of_teams - of_judges) / ((teams - 1) * (judges - 1)),
        within=(of_all - of_teams) / (teams * (judges - 1)),
    )


def intraclass(squares: MeanSquares) -> Mapping[Form, Fraction | None]:
    """The six correlations; None where the spread that one divides by isn't above zero.

    None is above 1. One is below zero where the teams differ less than the judges' own
    scatter would make them differ.

    Source: P. E. Shrout and J. L. Fleiss, as for `mean_squares`, pages 422 to 426.
    """
    teams, error, within = squares.teams, squares.error, squares.within
    others = squares.judge_count - 1
    leaning = (squares.judges - error) / squares.team_count
    by_own, by_same = teams - within, teams - error
    return {
        Form.OWN_JUDGES_SINGLE: _share(by_own, teams + others * within),
        Form.ANY_JUDGES_SINGLE: _share(
            by_same, teams + others * error + squares.judge_count * leaning
        ),
        Form.THESE_JUDGES_SINGLE: _share(by_same, teams + others * error),
        Form.OWN_JUDGES_MEAN: _share(by_own, teams),
        Form.ANY_JUDGES_MEAN: _share(by_same, teams + leaning),
        Form.THESE_JUDGES_MEAN: _share(by_same, teams),
    }


def _square(values: Sequence[Fraction]) -> Fraction:
    """The square of their sum."""
    whole = sum(values, Fraction(0))
    return whole * whole


def _share(part: Fraction, whole: Fraction) -> Fraction | None:
    return part / whole if whole > 0 else None
