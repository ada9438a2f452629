"""How far the panel agrees: every number about it, or why there is none."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from judging_app.tally.agreement_measures import (
    Form,
    Metric,
    alpha,
    concordance,
    intraclass,
    mean_squares,
)
from judging_app.tally.complete_panel import Obstacle, complete_panel, obstacle
from judging_app.tally.judge_profile import JudgeProfile, judge_profiles
from judging_app.tally.totals import Totals

REPORTED = (Metric.INTERVAL, Metric.ORDINAL, Metric.NOMINAL)
"""The metrics that suit totals; their ratio has no meaning, for a scale may start above zero."""


@dataclass(frozen=True, slots=True)
class Statistic:
    """One number about the panel; exactly one of the two is None."""

    value: Fraction | None
    why_not: Obstacle | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of the judges and teams that have a submitted ballot; `judges` in order of their ids."""

    teams: int
    ballots: int
    kendall_w: Statistic
    intraclass: Mapping[Form, Statistic]
    krippendorff_alpha: Mapping[Metric, Statistic]
    judges: tuple[JudgeProfile, ...]


def agreement(totals: Totals) -> Agreement:
    """Every number on these ballots.

    W and the intraclass correlations need every ballot; α and the judges' own numbers don't.
    W allows for ties.
    """
    found = obstacle(totals)
    return Agreement(
        teams=len({team for _, team in totals}),
        ballots=len(totals),
        kendall_w=_none(found) if found else _kendall_w(totals),
        intraclass=dict.fromkeys(Form, _none(found)) if found else _intraclass(totals),
        krippendorff_alpha={metric: _alpha(totals, metric) for metric in REPORTED},
        judges=judge_profiles(totals),
    )


def _kendall_w(totals: Totals) -> Statistic:
    return _statistic(concordance(complete_panel(totals)).w)


def _intraclass(totals: Totals) -> dict[Form, Statistic]:
    found = intraclass(mean_squares(complete_panel(totals)))
    return {form: _statistic(value) for form, value in found.items()}


def _alpha(totals: Totals, metric: Metric) -> Statistic:
    found = obstacle(totals)
    if found in (Obstacle.FEW_JUDGES, Obstacle.FEW_TEAMS):
        return _none(found)
    shared = sum(count > 1 for count in Counter(team for _, team in totals).values())
    if shared < _FEWEST_SHARED:
        return _none(Obstacle.FEW_SHARED_TEAMS)
    return _statistic(alpha(totals, metric))


_FEWEST_SHARED = 2


def _statistic(value: Fraction | None) -> Statistic:
    return Statistic(value, Obstacle.NO_SPREAD if value is None else None)


def _none(found: Obstacle | None) -> Statistic:
    return Statistic(None, found)
