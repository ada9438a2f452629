"""A panel on which every judge scored every team, and what keeps a panel from being one."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import product

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.errors import MethodError
from judging_app.tally.totals import Totals


class Obstacle(Enum):
    """Why a number about the panel's agreement doesn't exist on these ballots."""

    FEW_JUDGES = "fewer than two judges"
    FEW_TEAMS = "fewer than two teams"
    MISSING_BALLOTS = "ballots missing"
    FEW_SHARED_TEAMS = "fewer than two teams with two ballots"
    NO_SPREAD = "no spread"


@dataclass(frozen=True, slots=True)
class CompletePanel:
    """The totals of judges × teams with no gap; a row to each judge, in order of their ids."""

    judges: tuple[JudgeId, ...]
    teams: tuple[TeamId, ...]
    rows: tuple[tuple[Fraction, ...], ...]

    @property
    def columns(self) -> tuple[tuple[Fraction, ...], ...]:
        """The same totals, a column to each team."""
        return tuple(zip(*self.rows, strict=True))


def complete_panel(totals: Totals) -> CompletePanel:
    """The judges and teams that have a submitted ballot, with all their totals.

    Raises:
        MethodError: if there are fewer than two of either, or a ballot is missing between them.
    """
    judges, teams = _judges(totals), _teams(totals)
    if found := obstacle(totals):
        raise MethodError(_refusal(found, totals))
    rows = tuple(tuple(totals[judge, team] for team in teams) for judge in judges)
    return CompletePanel(judges, teams, rows)


def obstacle(totals: Totals) -> Obstacle | None:
    """What keeps these totals from making a complete panel; None if nothing does."""
    judges, teams = len(_judges(totals)), len(_teams(totals))
    if judges < _FEWEST:
        return Obstacle.FEW_JUDGES
    if teams < _FEWEST:
        return Obstacle.FEW_TEAMS
    return Obstacle.MISSING_BALLOTS if len(totals) < judges * teams else None


def fully_judged(totals: Totals) -> dict[tuple[JudgeId, TeamId], Fraction]:
    """The totals of those teams alone that every judge scored who submitted any ballot."""
    judges, counts = len(_judges(totals)), Counter(team for _, team in totals)
    return {key: one for key, one in totals.items() if counts[key[1]] == judges}


_FEWEST = 2


def _judges(totals: Totals) -> tuple[JudgeId, ...]:
    return tuple(sorted({judge for judge, _ in totals}))


def _teams(totals: Totals) -> tuple[TeamId, ...]:
    return tuple(sorted({team for _, team in totals}))


def _refusal(found: Obstacle, totals: Totals) -> str:
    if found is not Obstacle.MISSING_BALLOTS:
        return (
            "Agreement can’t be measured yet. It needs submitted ballots from two judges for two "
            "teams."
        )
    everyone = product(_judges(totals), _teams(totals))
    judge, team = next(key for key in everyone if key not in totals)
    return (
        f"Judge “{judge}” has no submitted ballot for team “{team}”, and this number needs every "
        "ballot. Submit it, or leave out the teams that not every judge scored."
    )
