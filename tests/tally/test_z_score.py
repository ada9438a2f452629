from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.errors import MethodError
from judging_app.tally.outcome import places
from judging_app.tally.z_score import z_scores
from tests.tally.panels import A, B, C, given_totals
from tests.tally.strategies import Panel, panels


def rounded(scores: dict[TeamId, Fraction]) -> dict[str, str]:
    return {str(team): f"{float(score):.6f}" for team, score in scores.items()}


def test_a_published_panel_has_the_published_z_scores() -> None:
    # P. E. Shrout and J. L. Fleiss, Intraclass correlations: uses in assessing rater
    # reliability, Psychological Bulletin 86 (1979), 420–428, table 2; z-scores by R's scale().
    rows = ("9 6 8 7 10 6", "2 1 4 1 5 2", "5 3 6 2 6 4", "8 2 8 6 9 7")
    totals = {
        (JudgeId(f"J{number}"), TeamId(f"S{team}")): Fraction(cell)
        for number, row in enumerate(rows, start=1)
        for team, cell in enumerate(row.split(), start=1)
    }

    found = z_scores(totals)

    assert rounded(dict(found.scores)) == {
        "S1": "0.363270",
        "S2": "-1.153543",
        "S3": "0.667560",
        "S4": "-0.754075",
        "S5": "1.225758",
        "S6": "-0.348970",
    }
    assert found.silent == ()


def test_a_judge_who_gives_everyone_the_same_says_nothing_and_is_named() -> None:
    found = z_scores(given_totals(J1="7 7 7", J2="60 70 80"))

    assert found.silent == ("J1",)
    assert found.scores == {A: -1, B: 0, C: 1}


def test_a_judge_with_one_ballot_says_nothing_and_is_named() -> None:
    found = z_scores(given_totals(J1="99 - -", J2="60 70 80"))

    assert found.silent == ("J1",)
    assert found.scores == {A: -1, B: 0, C: 1}


def test_a_team_that_only_such_judges_scored_is_refused_with_a_remedy() -> None:
    with pytest.raises(MethodError) as refusal:
        z_scores(given_totals(J1="7 7 7", J2="60 70 -"))

    assert str(refusal.value) == (
        "No judge of team “C” has given different totals, so it has no z-score. Wait for more "
        "ballots, or use the mean."
    )


def test_z_scores_that_are_equal_tie_though_their_roots_are_not_rational() -> None:
    # Both judges have the same spread and swap A and B: √ of 13/3 twice.
    found = z_scores(given_totals(J1="1 2 5", J2="2 1 5"))

    assert found.scores[A] == found.scores[B]
    assert places(found.order) == {A: 2, B: 2, C: 1}


def test_a_judge_with_a_wider_scale_pulls_no_harder() -> None:
    found = z_scores(given_totals(J1="50 51 52", J2="90 50 10"))

    assert found.scores == {A: 0, B: 0, C: 0}


@given(panels(is_complete=True), st.fractions(Fraction(1, 9), 9), st.data())
def test_stretching_one_judges_scale_changes_no_place(
    panel: Panel, factor: Fraction, data: st.DataObject
) -> None:
    stretched = data.draw(st.sampled_from(panel.judges))
    wider = {
        (judge, team): one * factor if judge == stretched else one
        for (judge, team), one in panel.totals.items()
    }
    try:
        before = places(z_scores(panel.totals).order)
    except MethodError:
        with pytest.raises(MethodError):
            z_scores(wider)
        return

    assert places(z_scores(wider).order) == before
