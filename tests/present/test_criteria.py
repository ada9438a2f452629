"""Criteria in words."""

from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.present.criteria import (
    ends_text,
    headed_criteria,
    levels_of,
    meaning_text,
    scale_text,
    score_text,
    sectioned_title,
    weight_in_sentence,
)

IMPACT = Criterion(
    CriterionId("impact"),
    "Impact",
    Fraction(60),
    levels=(Level(2, "Poor"), Level(5, "Good"), Level(9, "Outstanding")),
)
RISK = Criterion(CriterionId("risk"), "Risk", Fraction(40, 3), 1, 5, is_inverted=True)
CHOICE = Criterion(CriterionId("choice"), "Choice", Fraction(5), 0, 5, kind=CriterionKind.BONUS)
OF_100 = Rubric((RISK, replace(RISK, id=CriterionId("idea"), weight=Fraction(260, 3)), CHOICE))


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (1, "Below 2: Poor"),
        (2, "Poor"),
        (4, "Between 2 “Poor” and 5 “Good”"),
        (9, "Outstanding"),
        (10, "Above 9: Outstanding"),
    ],
)
def test_a_score_is_told_by_its_level_or_those_that_it_lies_between(score: int, said: str) -> None:
    assert meaning_text(IMPACT, score) == said


def test_the_scale_is_told_by_its_two_ends_in_words_before_anything_is_scored() -> None:
    assert ends_text(IMPACT) == "2: Poor · 9: Outstanding"
    assert ends_text(RISK) == "1 to 5, 1 is best"


def test_a_criterion_without_levels_says_nothing_of_them() -> None:
    assert [meaning_text(RISK, score) for score in RISK.scale] == [""] * 5
    assert levels_of(RISK) == ()


def test_levels_too_long_for_their_room_are_told_by_their_scores() -> None:
    long = "Good in almost every way that could be asked for " * 3
    criterion = replace(IMPACT, levels=(Level(2, long), Level(9, long)))

    assert ends_text(criterion) == "1 to 10. Levels at 2 and 9: press R to read them."
    assert meaning_text(criterion, 5) == "Between the levels 2 and 9"
    assert meaning_text(criterion, 9) == long


def test_every_level_is_there_to_be_read_whole() -> None:
    assert levels_of(IMPACT) == (("2", "Poor"), ("5", "Good"), ("9", "Outstanding"))


def test_an_inverted_scale_says_which_end_is_best() -> None:
    assert scale_text(RISK) == "1 to 5, 1 is best"
    assert (score_text(RISK, 2), score_text(RISK, None)) == (
        "2 (1 is best)",
        "Not scored (1 is best)",
    )


def test_a_bonus_is_never_called_a_weight() -> None:
    assert weight_in_sentence(CHOICE, OF_100) == "bonus, up to 5"
    assert weight_in_sentence(RISK, OF_100) == "counts 13.33 of 100"


def test_a_weight_too_small_to_show_is_not_shown_as_nothing() -> None:
    tiny = replace(RISK, weight=Fraction(1, 1000))
    assert weight_in_sentence(tiny, OF_100) == "counts under 0.01 of 100"


def test_a_title_on_one_line_stands_behind_its_sections() -> None:
    assert sectioned_title(replace(RISK, section="Viability")) == "Viability: Risk"
    assert sectioned_title(RISK) == "Risk"


def test_criteria_after_the_last_section_are_not_taken_for_a_part_of_it() -> None:
    price = Criterion(
        CriterionId("price"), "Price", Fraction(9), section="Cost", kind=CriterionKind.ORGANISER
    )
    rubric = Rubric((replace(IMPACT, section="Viability"), price, CHOICE))

    assert [
        (heading, [one.title for one in those]) for heading, those in headed_criteria(rubric)
    ] == [
        ("Viability", ["Impact"]),
        ("Other criteria", ["Choice"]),
    ]
