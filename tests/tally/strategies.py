"""Panels for the property tests: teams, judges and any totals between them."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric

TEAMS = tuple(TeamId(f"T{number}") for number in range(1, 6))
JUDGES = tuple(JudgeId(f"J{number}") for number in range(1, 5))


@dataclass(frozen=True, slots=True)
class Panel:
    """What the tally is given; ballots may be missing."""

    teams: tuple[TeamId, ...]
    judges: tuple[JudgeId, ...]
    totals: dict[tuple[JudgeId, TeamId], Fraction]


# Few different values, so that ties are common.
points = st.builds(Fraction, st.integers(0, 12), st.sampled_from([1, 2, 3]))


@st.composite
def panels(draw: st.DrawFn, *, is_complete: bool = False, is_linked: bool = False) -> Panel:
    """A panel with any ballots missing; or none; or one that every method can score."""
    teams = TEAMS[: draw(st.integers(1, len(TEAMS)))]
    judges = JUDGES[: draw(st.integers(1, len(JUDGES)))]
    everyone = list(product(judges, teams))
    keys = set(everyone) if is_complete else draw(st.sets(st.sampled_from(everyone)))
    if is_linked:
        keys |= {(judges[0], team) for team in teams}
    return Panel(teams, judges, {key: draw(points) for key in sorted(keys)})


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """One to three criteria with weights and scales that don't divide evenly."""
    weights = draw(st.lists(st.sampled_from([1, 2, 5, 30]), min_size=1, max_size=3))
    return Rubric(
        tuple(
            Criterion(
                CriterionId(f"C{number}"),
                f"Criterion {number}",
                Fraction(weight, draw(st.sampled_from([1, 3]))),
                lowest=0,
                highest=draw(st.sampled_from([4, 7, 10])),
                step=draw(st.sampled_from([Fraction(1), Fraction(1, 2)])),
            )
            for number, weight in enumerate(weights)
        )
    )
