"""The rubric typed into its table: scales in points, levels that stay, an order of its own."""

from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.desk.set_up.criteria import levels_text
from judging_app.desk.set_up.edits import CellEdit, edited, moved, without
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.present.set_up.tables import SetUpTable, table_rows
from tests.desk.small_event import small_setup

TABLE = SetUpTable.CRITERIA
SETUP = small_setup()
FIRST, SECOND = SETUP.rubric.criteria
LEVELLED = replace(
    SETUP,
    rubric=Rubric((replace(FIRST, levels=(Level(1, "Poor"), Level(10, "Good"))), SECOND)),
)


def _typed(setup: Setup, **texts: str) -> Criterion:
    edits = [CellEdit(FIRST.id, column, text) for column, text in texts.items()]
    return edited(setup, TABLE, edits).rubric.criteria[0]


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("0-5", (0, 5, 1)),
        ("1 to 4", (1, 4, 1)),
        ("−1 – 3 by 0,5", (-2, 6, Fraction(1, 2))),
        ("0–10 by 2", (0, 5, 2)),
    ],
)
def test_a_scale_is_typed_as_it_is_read(text: str, scale: tuple[int, int, Fraction]) -> None:
    one = _typed(SETUP, scale=text)

    assert (one.lowest, one.highest, one.step) == scale


def test_what_is_no_scale_is_refused_with_an_example() -> None:
    for text in ("ten", "5", "1–", "1–10 by half"):
        with pytest.raises(DeskError, match=r"such as 1–10, or 1–10 by 0\.5"):
            _typed(SETUP, scale=text)


def test_every_column_of_a_criterion_can_be_typed() -> None:
    one = _typed(
        SETUP,
        title="Impact",
        weight="37,5",
        scale="-2–5 by 0.5",
        comment="needed",
        section="Idea",
        best="lowest",
    )

    assert (one.title, one.weight, one.section) == ("Impact", Fraction(75, 2), "Idea")
    assert (one.lowest, one.highest, one.step) == (-4, 10, Fraction(1, 2))
    assert one.needs_comment
    assert one.is_inverted


def test_a_new_criterion_needs_a_title_alone_and_counts_as_judged() -> None:
    setup = edited(SETUP, TABLE, [CellEdit("+", "title", "Evidence")])

    made = setup.rubric.criteria[-1]
    assert (made.title, made.kind, made.lowest, made.highest) == (
        "Evidence",
        CriterionKind.JUDGED,
        1,
        10,
    )
    assert made.id not in {FIRST.id, SECOND.id}


def test_levels_keep_their_points_on_a_finer_scale_and_are_never_dropped() -> None:
    finer = _typed(LEVELLED, step="0.5")

    assert [(level.score, level.text) for level in finer.levels] == [(2, "Poor"), (20, "Good")]
    with pytest.raises(DeskError, match="The level at 10 would be off this scale"):
        _typed(LEVELLED, highest="5")


def test_levels_are_typed_line_by_line_with_any_signs_in_them() -> None:
    text = levels_text([("10", "All of it; a = b"), ("1", "Nothing"), ("", "")])

    levels = _typed(SETUP, levels=text).levels

    assert [(one.score, one.text) for one in levels] == [(1, "Nothing"), (10, "All of it; a = b")]


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("weight", "0", "Give it a weight above 0"),
        ("weight", "a lot", "isn’t a number"),
        ("highest", "-3", "Its maximum must be above its minimum"),
        ("highest", "9.5", "isn’t a whole number of steps of 1"),
        ("step", "0", "A step can’t be 0"),
        ("kind", "nobody", "can’t be chosen here"),
        ("title", "", "This can’t be empty"),
        ("levels", "11=Too much\n", "is outside the scale"),
        ("levels", "5=\n", "Type both, or empty both"),
        ("levels", "5=A\n5=B\n", "Two levels are at 5"),
    ],
)
def test_what_a_cell_cannot_say_is_refused_with_its_remedy(
    column: str, text: str, said: str
) -> None:
    with pytest.raises(DeskError, match=said):
        _typed(SETUP, **{column: text})


def test_who_scores_is_chosen_by_the_beginning_of_its_words() -> None:
    made = _typed(replace(SETUP, rubric=Rubric((replace(FIRST, needs_comment=True), SECOND))))

    organisers = _typed(SETUP, kind="org")
    bonus = _typed(SETUP, lowest="0", kind="judges, as a bonus")

    assert made.needs_comment
    assert organisers.kind is CriterionKind.ORGANISER
    assert bonus.kind is CriterionKind.BONUS


def test_a_criterion_moves_and_goes_and_the_others_keep_their_order() -> None:
    down = moved(SETUP, TABLE, FIRST.id, 1)

    assert [one.id for one in down.rubric.criteria] == [SECOND.id, FIRST.id]
    assert moved(down, TABLE, FIRST.id, 5) == down
    assert without(SETUP, TABLE, [FIRST.id]).rubric.criteria == (SECOND,)


def test_the_shares_follow_from_any_sum_of_weights() -> None:
    setup = edited(SETUP, TABLE, [CellEdit(FIRST.id, "weight", "37")])
    other = decimal_weight(setup, 1)

    shares = [row.cells["share"] for row in table_rows(setup, TABLE)]

    assert sum(Fraction(one.removesuffix("%")) for one in shares) == 100
    assert other > 0


def decimal_weight(setup: Setup, at: int) -> Fraction:
    return setup.rubric.criteria[at].weight
