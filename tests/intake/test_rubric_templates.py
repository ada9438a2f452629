"""The published rubrics that come with the application."""

from fractions import Fraction

import pytest

from judging_app.domain.rubric import CriterionKind, Rubric
from judging_app.errors import UnknownError
from judging_app.intake.rubric_templates import (
    FOLDER,
    RubricTemplate,
    rubric_templates,
    template_file,
)
from tests.intake.reading import read_files

TEMPLATES = rubric_templates()


@pytest.fixture
def rubric(small: dict[str, bytes], request: pytest.FixtureRequest) -> Rubric:
    """The template that the test names, as an event would have it."""
    files = {file: small[file] for file in ("participants.csv", "teams.csv", "judges.csv")}
    name = request.param
    return read_files({**files, "rubric.csv": template_file(name)}).setup.rubric


@pytest.mark.parametrize(
    ("template", "rubric"),
    [(one, one.id) for one in TEMPLATES],
    ids=[one.id for one in TEMPLATES],
    indirect=["rubric"],
)
def test_a_template_reaches_its_published_total_with_every_criterion_at_its_best(
    template: RubricTemplate, rubric: Rubric
) -> None:
    best = {True: Fraction(0), False: Fraction(0)}
    for criterion in rubric.criteria:
        best[criterion.kind is CriterionKind.BONUS] += criterion.worth(criterion.best)

    assert (best[False], best[True]) == (template.total, template.bonus)
    assert rubric.full_total == template.total
    assert template.name
    assert template.published.startswith("http")


def test_every_rubric_in_the_folder_is_in_the_index_and_the_other_way_round() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == {one.id for one in TEMPLATES}


@pytest.mark.parametrize("rubric", ["venture_nested"], indirect=True)
def test_the_nested_business_plan_weighs_its_parts_60_and_40(rubric: Rubric) -> None:
    parts = {
        section.title: sum(one.weight for one in section.criteria) for section in rubric.sections()
    }

    assert parts == {"Business viability": 60, "Presentation": 40}
    assert [one.weight for one in rubric.criteria] == [12, 12, 12, 12, 12, 18, 18, 4]


@pytest.mark.parametrize(
    ("rubric", "scale"),
    [
        ("toolkit", [(1, 20)]),
        ("accenture", [(0, 5)] * 4),
        ("lymex", [(1, 5)] * 7),
        ("scifair_se", [(1, 20)] * 5),
    ],
    indirect=["rubric"],
)
def test_a_template_has_the_scale_that_was_published(
    rubric: Rubric, scale: list[tuple[int, int]]
) -> None:
    assert [(one.lowest, one.highest) for one in rubric.criteria] == scale


@pytest.mark.parametrize(
    ("rubric", "points"), [("bigsell", 20), ("uk_tender_60_40", 40)], indirect=["rubric"]
)
def test_what_no_judge_scores_is_the_organisers(rubric: Rubric, points: int) -> None:
    assert [one.weight for one in rubric.by_organiser] == [points]
    assert rubric.ballot_total == 100 - points


def test_a_template_that_is_not_there_is_refused_with_the_names_of_all() -> None:
    with pytest.raises(UnknownError, match="no rubric template “expo”") as refused:
        template_file("expo")

    assert all(template.id in str(refused.value) for template in TEMPLATES)
