"""A rubric that is saved as a file comes in again as the same rubric."""

from fractions import Fraction

from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.export.rubric_file import rubric_csv
from judging_app.intake.folder import read_nothing

WHOLE = Rubric(
    (
        Criterion(
            CriterionId("a"),
            "Impact, and cost",
            Fraction(37, 3),
            -4,
            10,
            Fraction(1, 2),
            section="Idea",
            needs_comment=True,
            levels=(Level(-4, "Harm; a = b"), Level(10, "“All”, of it")),
        ),
        Criterion(CriterionId("b"), "Risk", Fraction(5), 1, 5, is_inverted=True),
        Criterion(CriterionId("c"), "Price", Fraction(20), 0, 20, kind=CriterionKind.ORGANISER),
        Criterion(CriterionId("d"), "Luck", Fraction(1), 0, 3, kind=CriterionKind.BONUS),
    )
)


def test_everything_that_a_rubric_says_comes_back() -> None:
    assert read_nothing(rubric_csv(WHOLE)).setup.rubric == WHOLE
