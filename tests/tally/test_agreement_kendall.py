from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from judging_app.tally.complete_panel import CompletePanel
from judging_app.tally.kendall import concordance
from tests.tally.strategies import JUDGES, TEAMS, points


@st.composite
def full_panels(draw: st.DrawFn) -> CompletePanel:
    judges = JUDGES[: draw(st.integers(2, len(JUDGES)))]
    teams = TEAMS[: draw(st.integers(2, len(TEAMS)))]
    row = st.tuples(*[points] * len(teams))
    return CompletePanel(judges, teams, tuple(draw(row) for _ in judges))


def panel_of(*rows: tuple[int, ...]) -> CompletePanel:
    return CompletePanel(
        JUDGES[: len(rows)],
        TEAMS[: len(rows[0])],
        tuple(tuple(Fraction(one) for one in row) for row in rows),
    )


def test_two_judges_in_opposite_order_do_not_agree_at_all() -> None:
    found = concordance(panel_of((10, 20, 30), (30, 20, 10)))

    assert found.w == found.uncorrected == 0
    assert set(found.rank_sums.values()) == {4}


def test_the_same_order_with_the_same_ties_is_full_agreement_once_ties_are_allowed_for() -> None:
    found = concordance(panel_of((9, 9, 5), (8, 8, 1)))

    assert found.w == 1
    assert found.uncorrected == Fraction(3, 4)


def test_judges_who_put_no_team_ahead_have_no_order_to_agree_in() -> None:
    found = concordance(panel_of((7, 7, 7), (3, 3, 3)))

    assert found.w is None
    assert found.uncorrected == 0


@given(full_panels())
def test_concordance_lies_from_nothing_to_one(panel: CompletePanel) -> None:
    found = concordance(panel)

    assert found.w is None or 0 <= found.uncorrected <= found.w <= 1


@given(full_panels())
def test_the_ranks_of_all_teams_always_sum_to_the_same(panel: CompletePanel) -> None:
    judges, teams = len(panel.judges), len(panel.teams)

    assert sum(concordance(panel).rank_sums.values()) == judges * teams * (teams + 1) // 2


@given(full_panels(), points)
def test_only_the_order_counts_and_not_how_generous_a_judge_is(
    panel: CompletePanel, more: Fraction
) -> None:
    first, *others = panel.rows
    kinder = tuple(2 * one + more for one in first)

    assert concordance(CompletePanel(panel.judges, panel.teams, (kinder, *others))) == concordance(
        panel
    )
