"""What a score is worth on scales of every published kind, and which rubrics are refused."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.errors import RubricError, ScoreOffScaleError

A, B, C = CriterionId("a"), CriterionId("b"), CriterionId("c")
HALF, TENTH = Fraction(1, 2), Fraction(1, 10)


@pytest.mark.parametrize(
    ("criterion", "points", "worth"),
    [
        (Criterion(A, "1 to 10", Fraction(30)), "7", "21"),
        (Criterion(A, "0 to 5", Fraction(20), 0, 5), "0", "0"),
        (Criterion(A, "1 to 5, whose worst is not nothing", Fraction(20), 1, 5), "1", "4"),
        (Criterion(A, "1 to 20 and nothing else", Fraction(20), 1, 20), "13", "13"),
        (Criterion(A, "halves from 1 to 5", Fraction(40), 2, 10, HALF), "3.5", "28"),
        (Criterion(A, "tenths from 0 to 10", Fraction(25), 0, 100, TENTH), "7.3", "18.25"),
        (Criterion(A, "a maximum of 7.5", Fraction(10), 0, 15, HALF), "3", "4"),
        (Criterion(A, "1 (best) to 5", Fraction(20), 1, 5, is_inverted=True), "1", "20"),
        (Criterion(A, "1 (best) to 5", Fraction(20), 1, 5, is_inverted=True), "2", "16"),
        (Criterion(A, "1 (best) to 5", Fraction(20), 1, 5, is_inverted=True), "5", "4"),
        (Criterion(A, "0 (best) to 4", Fraction(20), 0, 4, is_inverted=True), "4", "0"),
        (Criterion(A, "bonus", Fraction(5), 0, 5, kind=CriterionKind.BONUS), "4", "4"),
        (Criterion(A, "price", Fraction(40), 0, 40, kind=CriterionKind.ORGANISER), "38", "38"),
        (Criterion(A, "a third", Fraction(1), 0, 3), "1", "1/3"),
        (Criterion(A, "-3 to 3", Fraction(30), -3, 3), "-3", "-30"),
        (Criterion(A, "-3 to 3", Fraction(30), -3, 3), "0", "0"),
        (Criterion(A, "-3 (best) to 3", Fraction(30), -3, 3, is_inverted=True), "-3", "30"),
        (Criterion(A, "halves from -1 to 2", Fraction(20), -2, 4, HALF), "-0.5", "-5"),
    ],
    ids=lambda value: value.title if isinstance(value, Criterion) else value,
)
def test_a_score_is_worth_its_share_of_the_weight(
    criterion: Criterion, points: str, worth: str
) -> None:
    assert criterion.worth(criterion.in_steps(Fraction(points))) == Fraction(worth)


scales = (
    st.tuples(st.integers(-9, 6), st.integers(1, 30))
    .map(lambda ends: (ends[0], sum(ends)))
    .filter(lambda ends: ends[1] > 0)
)


@given(
    scale=scales,
    is_inverted=st.booleans(),
    weight=st.fractions(Fraction(1, 9), 100, max_denominator=9),
)
def test_the_best_score_is_worth_the_whole_weight_and_no_score_more(
    *,
    scale: tuple[int, int],
    is_inverted: bool,
    weight: Fraction,
) -> None:
    criterion = Criterion(A, "A", weight, *scale, is_inverted=is_inverted)

    worths = [criterion.worth(score) for score in criterion.scale]

    assert criterion.worth(criterion.best) == max(worths) == weight
    assert criterion.worth(criterion.worst) == min(worths)
    assert (min(worths) < 0) == (scale[0] < 0)


@given(scales, st.data())
def test_a_scale_and_its_mirror_image_give_the_same_opinion_the_same_worth(
    scale: tuple[int, int], data: st.DataObject
) -> None:
    straight = Criterion(A, "A", Fraction(10), *scale)
    inverted = Criterion(A, "A", Fraction(10), *scale, is_inverted=True)
    score = data.draw(st.sampled_from(straight.scale))

    assert inverted.worth(sum(scale) - score) == straight.worth(score)


def test_the_full_total_leaves_bonus_out_and_counts_the_organisers_points() -> None:
    rubric = Rubric(
        (
            Criterion(A, "Quality", Fraction(60)),
            Criterion(B, "Price", Fraction(40), kind=CriterionKind.ORGANISER),
            Criterion(C, "Choice", Fraction(5), 0, 5, kind=CriterionKind.BONUS),
        )
    )

    assert (int(rubric.full_total), int(rubric.ballot_total)) == (100, 60)
    assert [criterion.id for criterion in rubric.judged] == [A, C]
    assert [criterion.id for criterion in rubric.by_organiser] == [B]


def test_sections_hold_their_criteria_in_the_rubrics_order() -> None:
    rubric = Rubric(
        (
            Criterion(A, "Market", Fraction(60), section="Viability"),
            Criterion(B, "Price", Fraction(1), section="Viability", kind=CriterionKind.ORGANISER),
            Criterion(C, "Pitch", Fraction(40)),
        )
    )

    viability, rest = rubric.sections()

    assert (viability.title, [one.id for one in viability.criteria]) == ("Viability", [A, B])
    assert [one.id for one in viability.judged] == [A]
    assert (rest.title, [one.id for one in rest.criteria]) == ("", [C])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: Criterion(A, "Luck", Fraction(5), 1, 5, kind=CriterionKind.BONUS),
            "“Luck” is a bonus, so its scale must start at 0",
        ),
        (
            lambda: Criterion(A, "Luck", Fraction(5), -5, 0),
            "“Luck” runs from -5 to 0. Its maximum must be above its minimum and above 0",
        ),
        (
            lambda: Criterion(
                A, "Luck", Fraction(5), 0, 5, kind=CriterionKind.BONUS, is_inverted=True
            ),
            "not be inverted. Change its scale or its kind",
        ),
        (
            lambda: Criterion(
                A, "Price", Fraction(5), kind=CriterionKind.ORGANISER, needs_comment=True
            ),
            "The organiser scores “Price” and writes no comment",
        ),
        (
            lambda: Criterion(A, "Impact", Fraction(5), 2, 10, HALF, levels=(Level(11, "Good"),)),
            "“Impact” has a level at 5.5 that is outside its scale",
        ),
        (
            lambda: Criterion(A, "Impact", Fraction(5), levels=(Level(5, ""),)),
            "or has no text",
        ),
        (
            lambda: Criterion(
                A, "Impact", Fraction(5), levels=(Level(5, "Good"), Level(5, "Fair"))
            ),
            "The levels of “Impact” are out of order",
        ),
    ],
)
def test_a_rubric_that_makes_no_sense_is_refused_with_its_remedy(
    make: Callable[[], object], said: str
) -> None:
    with pytest.raises(RubricError) as refused:
        make()

    assert said in str(refused.value)


def test_a_scale_of_a_billion_steps_is_checked_without_being_written_out() -> None:
    criterion = Criterion(A, "Cost", Fraction(1), 0, 10**9)

    criterion.check(10**9)
    with pytest.raises(ScoreOffScaleError, match="from 0 to 1000000000"):
        criterion.check(10**9 + 1)


@pytest.mark.parametrize(
    ("criterion", "points", "said"),
    [
        (Criterion(A, "Idea", Fraction(1), 0, 10), "7.5", "Enter 7 or 8."),
        (Criterion(A, "Idea", Fraction(1), 0, 20, HALF), "7.25", "Enter 7 or 7.5."),
        (Criterion(A, "Idea", Fraction(1), -3, 3), "-0.5", "Enter -1 or 0."),
        (Criterion(A, "Idea", Fraction(1), 0, 10), "-1", "This scale starts at 0."),
        (Criterion(A, "Idea", Fraction(1), 1, 10), "-1", "This scale starts at 1."),
        (Criterion(A, "Idea", Fraction(1), -3, 3), "-4", "Enter a whole number from -3 to 3."),
        (Criterion(A, "Idea", Fraction(1), 0, 10), "11", "Enter a whole number from 0 to 10."),
    ],
)
def test_points_that_are_no_score_are_refused_with_the_scores_that_are_near(
    criterion: Criterion, points: str, said: str
) -> None:
    with pytest.raises(ScoreOffScaleError) as refused:
        criterion.in_steps(Fraction(points))

    assert said in str(refused.value)


def test_a_bonus_is_counted_apart_from_what_a_total_is_out_of() -> None:
    rubric = Rubric(
        (
            Criterion(A, "Quality", Fraction(60)),
            Criterion(B, "Luck", Fraction(5), 0, 5, kind=CriterionKind.BONUS),
        )
    )

    assert (int(rubric.full_total), int(rubric.bonus)) == (60, 5)
