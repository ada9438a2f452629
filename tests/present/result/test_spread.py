from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.errors import UnknownError
from judging_app.present.result.spread import SpreadView, spread_view
from tests.builders import set_up

IMPACT, PITCH = CriterionId("impact"), CriterionId("pitch")
RUBRIC = Rubric(
    (
        Criterion(IMPACT, "Impact", Fraction(90), lowest=0, highest=90),
        Criterion(PITCH, "Pitch", Fraction(10), lowest=0, highest=10),
    )
)
LANTERN, PERCH = TeamId("T1"), TeamId("T2")


def _setup(judges: int = 6) -> Setup:
    return set_up(
        teams=(Team(LANTERN, "Team Lantern"), Team(PERCH, "Team Perch")),
        rubric=RUBRIC,
        judges=tuple(
            Judge(JudgeId(f"J{number}"), f"Judge {number}") for number in range(1, judges + 1)
        ),
    )


def _ballots(totals: Sequence[int]) -> list[Ballot]:
    """One ballot a judge for Team Lantern, with these totals and none for the pitch."""
    return [
        Ballot(JudgeId(f"J{n}"), LANTERN, BallotState.SUBMITTED, {IMPACT: impact, PITCH: 0})
        for n, impact in enumerate(totals, start=1)
    ]


def _far_out(view: SpreadView) -> list[str]:
    return [dot.judge for row in view.rows for dot in row.dots if dot.is_far_out]


def test_a_ballot_just_beyond_the_bound_is_far_out_and_one_on_it_is_not() -> None:
    on, beyond = _ballots([60, 60, 60, 45]), _ballots([60, 60, 60, 44])

    assert _far_out(spread_view(_setup(), on)) == []
    assert _far_out(spread_view(_setup(), beyond)) == ["Judge 4 (J4)"]


def test_the_bound_is_said_in_words_and_in_points() -> None:
    said = spread_view(_setup(), _ballots([60])).bound_text

    assert "more than 15 points (15% of 100) from the median" in said
    assert said.endswith("Ask the judge about it: nothing changes by itself.")


def test_each_ballot_far_out_is_asked_about_by_name_with_its_distance() -> None:
    view = spread_view(_setup(), _ballots([60, 60, 60, 44]))

    (question,) = view.to_ask
    assert question.sentence == (
        "Ask Judge 4 (J4) about Team Lantern: 44.00 is 16.00 points below the team’s median of "
        "60.00."
    )
    assert (question.value_text, question.median_text, question.apart_text) == (
        "44.00",
        "60.00",
        "16.00 below",
    )
    assert view.count_text == "1 to ask about"


def test_of_two_ballots_neither_is_far_out_however_far_they_lie_apart() -> None:
    assert spread_view(_setup(), _ballots([0, 90])).to_ask == ()


def test_dots_stand_from_the_least_to_the_greatest_on_whole_tenths() -> None:
    view = spread_view(_setup(), _ballots([70, 51, 60]))
    row = view.rows[0]

    assert (view.lowest_text, view.highest_text) == ("50", "70")
    assert [dot.value_text for dot in row.dots] == ["51.00", "60.00", "70.00"]
    assert [dot.at for dot in row.dots] == [Fraction(1, 20), Fraction(1, 2), 1]
    assert (row.mean_text, row.range_text) == ("Mean 60.33", "51.00 to 70.00")


def test_a_screen_reader_hears_every_judge_with_the_total() -> None:
    row = spread_view(_setup(), _ballots([60, 60, 60, 44])).rows[0]

    assert row.label == (
        "Team Lantern: mean 56.00. Judge 4 (J4): 44.00, far from the others; Judge 1 (J1): "
        "60.00; Judge 2 (J2): 60.00; Judge 3 (J3): 60.00."
    )


def test_a_team_without_a_ballot_has_no_dot_and_no_mean() -> None:
    row = spread_view(_setup(), _ballots([60])).rows[1]

    assert (row.dots, row.mean_at, row.range_text) == ((), None, "No ballot submitted yet")


def test_a_draft_is_no_dot() -> None:
    draft = replace(_ballots([60])[0], state=BallotState.DRAFT)

    assert spread_view(_setup(), [draft]).rows[0].dots == ()


def test_a_ballot_agreed_on_tells_what_it_was_before() -> None:
    before, after = _ballots([60, 60, 60, 44]), _ballots([60, 60, 60, 55])
    view = spread_view(_setup(), after, before)

    assert view.to_ask == ()
    assert (
        view.rows[0].dots[0].label == "Judge 4 (J4): 55.00, 44.00 before the panel agreed a change"
    )


def test_one_criterion_is_shown_on_its_own_scale_with_its_own_bound() -> None:
    view = spread_view(_setup(), _ballots([60, 60, 60, 31]), criterion=IMPACT)

    assert (view.what, view.lowest_text, view.highest_text) == ("Impact", "0", "90")
    assert "its score is more than 27 points (30% of 90)" in view.bound_text
    assert _far_out(view) == ["Judge 4 (J4)"]


def test_a_criterion_that_the_rubric_has_not_is_refused() -> None:
    with pytest.raises(UnknownError):
        spread_view(_setup(), (), criterion=CriterionId("charm"))


@given(st.lists(st.integers(0, 90), min_size=1, max_size=6))
def test_every_dot_and_mean_lies_on_the_scale(totals: list[int]) -> None:
    row = spread_view(_setup(), _ballots(totals)).rows[0]

    assert all(0 <= dot.at <= 1 for dot in row.dots)
    assert row.mean_at is not None
    assert row.dots[0].at <= row.mean_at <= row.dots[-1].at


@given(st.lists(st.integers(0, 60), min_size=1, max_size=6), st.integers(1, 30))
def test_a_panel_more_generous_to_a_team_as_a_whole_makes_no_ballot_far_out(
    totals: list[int], more: int
) -> None:
    lower = spread_view(_setup(), _ballots(totals))
    higher = spread_view(_setup(), _ballots([one + more for one in totals]))

    assert _far_out(lower) == _far_out(higher)
