"""A set-up with names for the teams, judges and criteria of a small panel."""

from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.setup import Setup
from judging_app.tally.basis import Basis
from tests.builders import set_up

_JUDGES = (
    "Ada Reed",
    "Bo Lund",
    "Cy Orr",
    "Di Nash",
    "Ed Poe",
    *(f"Judge {at}" for at in range(6, 13)),
)


def setup_of(basis: Basis) -> Setup:
    """Team A is "Team A", and J1 is Ada Reed."""
    return set_up(
        teams=tuple(Team(team, f"Team {team}") for team in basis.teams),
        rubric=basis.rubric,
        judges=tuple(
            Judge(judge, name) for judge, name in zip(basis.judges, _JUDGES, strict=False)
        ),
    )
