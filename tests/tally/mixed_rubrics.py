"""Rubrics of every kind for the property tests: inverted, organiser's, bonus, any minimum."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric


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
