"""Every column of rubric.csv, and what is told of one that can't be used."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import pytest

from judging_app.domain.rubric import Criterion, CriterionKind, Level
from tests.intake.reading import read_files

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]

_HEADER = (
    "criterion,title,min,max,step,weight,section,section_weight,kind,inverted,comment,levels\n"
)
_FULL = (
    f"{_HEADER}"
    "impact,Impact,1,10,1,20,Idea,60,judged,no,required,"
    "10 = Outstanding; 1 = Poor; 5.0 = Good=OK;\n"
    "risk,Risk,1,5,0.5,40,Idea,60.0, Judged ,YES,optional,\n"
    "pitch,Pitch,0,30,,,Day,40,,,,\n"
    "answers,Answers,0,15,,,Day,40,,,,\n"
    "price,Price,0,40,0.01,,,,organiser,,,\n"
    "choice,Choice,0,5,,,,,bonus,,,\n"
)


def _criteria(small: dict[str, bytes], rubric: str) -> tuple[Criterion, ...]:
    files = {file: small[file] for file in ("participants.csv", "teams.csv", "judges.csv")}
    return read_files({**files, "rubric.csv": rubric.encode()}).setup.rubric.criteria


def test_levels_stand_in_steps_from_the_lowest_to_the_highest(small: dict[str, bytes]) -> None:
    impact, risk, *_ = _criteria(small, _FULL)

    assert impact.levels == (Level(1, "Poor"), Level(5, "Good=OK"), Level(10, "Outstanding"))
    assert risk.levels == ()


def test_kind_inverted_and_comment_are_read_in_capitals_or_not(small: dict[str, bytes]) -> None:
    impact, risk, _, _, price, choice = _criteria(small, _FULL)

    assert (impact.needs_comment, impact.is_inverted) == (True, False)
    assert (risk.needs_comment, risk.is_inverted) == (False, True)
    assert [one.kind for one in (impact, risk, price, choice)] == [
        CriterionKind.JUDGED,
        CriterionKind.JUDGED,
        CriterionKind.ORGANISER,
        CriterionKind.BONUS,
    ]


def test_a_section_shares_its_weight_by_the_weights_within_it(small: dict[str, bytes]) -> None:
    criteria = _criteria(small, _FULL)

    # 60 × 20/60 and 60 × 40/60; without weights by the maxima, 40 × 30/45 and 40 × 15/45.
    assert [one.weight for one in criteria] == [20, 40, Fraction(80, 3), Fraction(40, 3), 40, 5]
    assert [one.section for one in criteria] == ["Idea", "Idea", "Day", "Day", "", ""]


@dataclass(frozen=True, slots=True)
class Case:
    """One change to the full rubric, and what is told of it."""

    old: str
    new: str
    problem: str


CASES = (
    Case(
        "organiser",
        "audience",
        "row 6, column kind: “audience” can’t be used here. Write one of judged, organiser and "
        "bonus, or leave the cell empty for judged.",
    ),
    Case(
        "YES",
        "perhaps",
        "row 3, column inverted: “perhaps” can’t be used here. Write one of no and yes, or leave "
        "the cell empty for no.",
    ),
    Case(
        "required",
        "must",
        "row 2, column comment: “must” can’t be used here. Write one of optional and required, "
        "or leave the cell empty for optional.",
    ),
    Case(
        "10 = Outstanding",
        "Outstanding",
        "row 2, column levels: “Outstanding” isn’t a level. Write each as its score, an equals "
        "sign and its text, with semicolons between them, such as 1 = Poor; 5 = Good.",
    ),
    Case(
        "10 = Outstanding",
        "ten = Outstanding",
        "row 2, column levels: “ten” isn’t a number. Write it in the digits 0 to 9 alone, "
        "such as 7 or 7.5.",
    ),
    Case(
        "10 = Outstanding",
        "11 = Outstanding",
        "row 2, column levels: 11 is outside the scale of “Impact”. Enter a whole number from 1 "
        "to 10.",
    ),
    Case(
        "10 = Outstanding",
        "5 = Outstanding",
        "row 2, column levels: Two levels have the same score. Keep one level for each score.",
    ),
    Case(
        "10 = Outstanding",
        ";".join(f"{n} = x" for n in range(60)),
        "row 2, column levels: There are 62 levels, but 50 is the most that is possible. Remove "
        "some.",
    ),
    Case(
        "60.0",
        "50",
        "row 3, column section_weight: “Idea” has a different weight in row 2. Use the same "
        "weight in every row of a section.",
    ),
    Case(
        "60.0",
        "",
        "row 3, column section_weight: “Idea” has a different weight in row 2. Use the same "
        "weight in every row of a section.",
    ),
    Case(
        "0.01,,,,organiser",
        "0.01,,,40,organiser",
        "row 6, column section_weight: This weight has no section. Name the section, or leave "
        "the weight empty.",
    ),
    Case(
        "0.01,,,,organiser",
        "0.01,,Price,0,organiser",
        "row 6, column section_weight: A section can’t have a weight of 0. Give it a weight "
        "above 0.",
    ),
    Case(
        "0.01,,,,organiser",
        "0.01,,Idea,60,organiser",
        "row 6, column section: “Idea” starts in row 2, but its criteria are not together. Put "
        "them one below the other.",
    ),
    Case(
        "0,5,,,,,bonus",
        "1,5,,,,,bonus",
        "row 7, column kind: “Choice” is a bonus, so its scale must start at 0 and not be "
        "inverted. Change its scale or its kind.",
    ),
    Case(
        "0,5,,,,,bonus",
        "0,5,,,Luck,5,bonus",
        "row 7, column kind: A bonus is added on top, so it can’t be part of a section. Remove "
        "it from the section, or change its kind.",
    ),
    Case(
        "organiser,,,",
        "organiser,,required,",
        "row 6, column comment: The organiser scores “Price” and writes no comment. Make its "
        "comment optional, or change its kind.",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.problem[:40])
def test_a_cell_that_can_not_be_used_is_told_with_its_place_and_remedy(
    small: dict[str, bytes], problems_of: ProblemsOf, case: Case
) -> None:
    assert _FULL.count(case.old) == 1
    files = {file: small[file] for file in ("participants.csv", "teams.csv", "judges.csv")}

    told = problems_of({**files, "rubric.csv": _FULL.replace(case.old, case.new).encode()})

    assert told == (f"rubric.csv, {case.problem}",)


def test_a_rubric_without_anything_to_judge_is_refused(
    small: dict[str, bytes], problems_of: ProblemsOf
) -> None:
    files = {file: small[file] for file in ("participants.csv", "teams.csv", "judges.csv")}
    rubric = b"criterion,title,min,max,kind\nprice,Price,0,40,organiser\nluck,Luck,0,5,bonus\n"

    assert problems_of({**files, "rubric.csv": rubric}) == (
        (
            "rubric.csv, row 2, column kind: The judges score no criterion in this rubric. Give "
            "at least one criterion the kind judged."
        ),
    )


def test_scores_on_record_can_not_stand_for_the_comments_that_the_rubric_asks_for(
    small: dict[str, bytes], problems_of: ProblemsOf
) -> None:
    small["rubric.csv"] = small["rubric.csv"].replace(b"step\n", b"step,comment\n")
    small["rubric.csv"] = small["rubric.csv"].replace(b"10,1\n", b"10,1,required\n")
    small["rubric.csv"] = small["rubric.csv"].replace(b"5,0.5\n", b"5,0.5,\n")

    assert problems_of(small) == (
        (
            "ballots.csv, row 2: The rubric requires a comment for the team on “Impact”, and "
            "this file has none. Make the comment optional in rubric.csv (column comment), or "
            "remove this file and score on the day."
        ),
    )
