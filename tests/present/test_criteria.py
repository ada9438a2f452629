"""Criteria in words."""

from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.present.criteria import (
    headed_criteria,
    level_text,
    longest_level_text,
    scale_text,
    score_text,
    sectioned_title,
    weight_text,
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
        (None, "2: Poor · 5: Good · 9: Outstanding"),
        (1, "Below 2: Poor"),
        (2, "2: Poor"),
        (4, "Between 2 “Poor” and 5 “Good”"),
        (9, "9: Outstanding"),
        (10, "Above 9: Outstanding"),
    ],
)
def test_a_score_is_told_by_its_level_or_those_that_it_lies_between(
    score: int | None, said: str
) -> None:
    assert level_text(IMPACT, score) == said


def test_a_criterion_without_levels_says_nothing_of_them() -> None:
    assert [level_text(RISK, score) for score in (None, *RISK.scale)] == [""] * 6
    assert longest_level_text(RISK) == ""


@pytest.mark.parametrize("words", ["Good", "Good in almost every way that could be asked for " * 3])
def test_room_is_kept_for_the_longest_that_any_score_says(words: str) -> None:
    criterion = replace(IMPACT, levels=(Level(2, "Poor"), Level(5, words), Level(9, words)))

    longest = longest_level_text(criterion)

    texts = [level_text(criterion, score) for score in (None, *criterion.scale)]
    assert longest in texts
    assert max(map(len, texts)) == len(longest)


def test_levels_too_long_for_a_line_are_told_by_their_scores() -> None:
    long = "Good in almost every way that could be asked for " * 3
    criterion = replace(IMPACT, levels=(Level(2, long), Level(9, long)))

    assert level_text(criterion, None) == ("Levels at 2, 9. Choose a score to see what it means.")
    assert level_text(criterion, 5) == "Between the levels 2 and 9"


def test_an_inverted_scale_says_which_end_is_best() -> None:
    assert scale_text(RISK) == "1 to 5, 1 is best"
    assert (score_text(RISK, 2), score_text(RISK, None)) == (
        "2 (1 is best)",
        "Not scored (1 is best)",
    )


def test_a_bonus_is_never_called_a_weight() -> None:
    assert weight_text(CHOICE, OF_100) == "Bonus, up to 5"
    assert weight_text(RISK, OF_100) == "Counts 13.33 of 100"


def test_a_weight_too_small_to_show_is_not_shown_as_nothing() -> None:
    tiny = replace(RISK, weight=Fraction(1, 1000))
    assert weight_text(tiny, OF_100) == "Counts under 0.01 of 100"


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
