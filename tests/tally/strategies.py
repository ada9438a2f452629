"""Panels and rubrics for the property tests: teams, judges, totals, criteria of every kind."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.tally.basis import Basis

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
def panels(
    draw: st.DrawFn,
    *,
    is_complete: bool = False,
    is_linked: bool = False,
    fewest_judges: int = 1,
) -> Panel:
    """A panel with any ballots missing; or none; or one whose judges are all linked."""
    teams = TEAMS[: draw(st.integers(1, len(TEAMS)))]
    judges = JUDGES[: draw(st.integers(fewest_judges, len(JUDGES)))]
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
                lowest=draw(st.sampled_from([0, -3])),
                highest=draw(st.sampled_from([4, 7, 10])),
                step=draw(st.sampled_from([Fraction(1), Fraction(1, 2)])),
            )
            for number, weight in enumerate(weights)
        )
    )


def panels_for(method: Method, *, is_complete: bool = False) -> st.SearchStrategy[Panel]:
    """Panels that `method` can score, but for a z-score that finds no spread."""
    if method is Method.TRIMMED:
        return panels(is_complete=True, fewest_judges=4)
    return panels(is_complete=is_complete, is_linked=True)


@st.composite
def bases(draw: st.DrawFn, *, methods: tuple[Method, ...] = (Method.MEAN,)) -> Basis:
    """Ballots in every state, scored on small scales so that ties are common."""
    teams = TEAMS[: draw(st.integers(2, 4))]
    judges = JUDGES[: draw(st.integers(1, 3))]
    rubric = Rubric(
        tuple(
            Criterion(
                CriterionId(f"C{number}"),
                f"Criterion {number}",
                Fraction(weight),
                lowest=draw(st.sampled_from([0, 0, -1])),
                highest=2,
                is_inverted=draw(st.booleans()),
            )
            for number, weight in enumerate(
                draw(st.lists(st.integers(1, 3), min_size=1, max_size=2))
            )
        )
    )
    ballots = tuple(
        Ballot(judge, team, state, _scores(draw, rubric) if state in _SCORED else {})
        for judge, team in product(judges, teams)
        if (state := draw(st.sampled_from(_STATES)))
    )
    tie_breaks = draw(st.lists(st.sampled_from(_WORKED_OUT), max_size=3, unique=True))
    penalties = draw(st.dictionaries(st.sampled_from(teams), st.fractions(0, 2, max_denominator=3)))
    return Basis(
        teams,
        judges,
        rubric,
        ballots,
        draw(st.sampled_from(methods)),
        penalties=penalties,
        points=draw(st.dictionaries(st.sampled_from(teams), st.sampled_from(_FEW_POINTS))),
        tie_breaks=tuple(TieBreak(rule) for rule in tie_breaks),
    )


_FEW_POINTS = (Fraction(0), Fraction(1), Fraction(3, 2))
_SCORED = (BallotState.SUBMITTED, BallotState.DRAFT)
_STATES = (*(BallotState.SUBMITTED,) * 5, *BallotState)
_WORKED_OUT = tuple(
    rule for rule in TieRule if rule not in (TieRule.NAMED_CRITERION, TieRule.PANEL)
)


def _scores(draw: st.DrawFn, rubric: Rubric) -> dict[CriterionId, int]:
    return {one.id: draw(st.sampled_from(one.scale)) for one in rubric.criteria}


@st.composite
def mixed_rubrics(draw: st.DrawFn) -> Rubric:
    """One judged criterion and up to three of any kind, on scales that don't divide evenly."""
    kinds = [CriterionKind.JUDGED, *draw(st.lists(st.sampled_from(CriterionKind), max_size=3))]
    return Rubric(tuple(draw(_criteria(number, kind)) for number, kind in enumerate(kinds)))


@st.composite
def _criteria(draw: st.DrawFn, number: int, kind: CriterionKind) -> Criterion:
    is_bonus = kind is CriterionKind.BONUS
    plain = Criterion(
        CriterionId(f"C{number}"),
        f"Criterion {number}",
        Fraction(draw(st.sampled_from([1, 2, 5, 30])), draw(st.sampled_from([1, 3]))),
        lowest=0 if is_bonus else draw(st.integers(0, 2)),
        highest=draw(st.sampled_from([4, 7, 10])),
        step=draw(st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 10)])),
    )
    return replace(plain, kind=kind, is_inverted=not is_bonus and draw(st.booleans()))
