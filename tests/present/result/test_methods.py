from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.event import Event, Method
from judging_app.domain.standings import Exclusion, Standing
from judging_app.errors import MethodError
from judging_app.present.result.remarks import JUST_AHEAD
from judging_app.present.result.standings import StandingRow, StandingsView, panel_view
from judging_app.present.words.methods import (
    METHOD_WORDS,
    exact_score_text,
    method_name,
    refusal_text,
    refusing_by_name,
    score_text,
    unit_text,
)
from judging_app.tally.basis import Basis
from judging_app.tally.methods import outcome
from judging_app.tally.result import Result, plain_result
from judging_app.tally.ties import settlement
from tests.present.panel_setup import setup_of
from tests.tally.panels import A, B, small_basis

# 6 × impact + 4 × pitch; A is first by the mean.
DAY = small_basis("9/9 5/5 1/1", "8/8 6/6 2/2", "7/7 8/8 3/3", "9/9 4/4 5/5", teams="ABC")


def view(basis: Basis, standings: tuple[Standing, ...] | None = None) -> StandingsView:
    found = settlement(basis).standings if standings is None else standings
    return panel_view(Event("Day"), setup_of(basis), plain_result(found, basis.method))


def rows(basis: Basis) -> dict[str, StandingRow]:
    return {row.team: row for row in view(basis).rows}


def test_no_two_methods_are_called_the_same() -> None:
    assert len({method_name(method) for method in Method}) == len(Method)
    assert len({words.in_sentence for words in METHOD_WORDS.values()}) == len(Method)


@pytest.mark.parametrize(
    ("method", "unit"),
    [
        *((method, "of 100") for method in list(Method)[:4]),
        (Method.RANK, "mean rank, lower is better"),
        (Method.RANK_POINTS, "rank points"),
        (Method.MAJORITY, "majority place, lower is better"),
        (Method.Z_SCORE, "z-score"),
    ],
)
def test_a_view_tells_the_unit_of_its_scores(method: Method, unit: str) -> None:
    assert unit_text(method, DAY.rubric) == unit
    assert view(replace(DAY, method=method)).full_total_text == unit


@pytest.mark.parametrize("method", list(Method))
def test_a_method_says_it_goes_by_the_lowest_if_the_tally_does(method: Method) -> None:
    is_lower_better = outcome(replace(DAY, method=method)).is_lower_better
    assert ("lower is better" in METHOD_WORDS[method].unit) is is_lower_better


def test_scores_have_two_decimals_and_majority_places_none() -> None:
    assert score_text(Method.RANK, Fraction(15, 7)) == "2.14"
    assert score_text(Method.MAJORITY, Fraction(2)) == "2"


def test_a_z_score_which_no_fraction_equals_is_told_to_20_decimals() -> None:
    third = Fraction(1, 3)

    assert exact_score_text(Method.MEAN, third) == "1/3"
    assert exact_score_text(Method.Z_SCORE, third) == f"0.{'3' * 20}"


def test_a_team_that_is_out_has_its_word_in_place_of_the_place_and_comes_last() -> None:
    out = {A: Exclusion.DISQUALIFIED, B: Exclusion.WITHDRAWN}

    found = view(replace(DAY, exclusions=out)).rows

    assert [(row.team, row.place, row.place_text, row.remark) for row in found] == [
        ("Team C", 1, "1", ""),
        ("Team A", None, "disqualified", "disqualified"),
        ("Team B", None, "withdrawn", "withdrawn"),
    ]
    assert [(row.score, row.score_text) for row in found[1:]] == [(None, "")] * 2


def test_points_taken_off_are_a_remark() -> None:
    found = rows(replace(DAY, penalties={A: Fraction(1), B: Fraction(5, 2)}))

    assert [row.remark for row in found.values()] == [
        *("1 point taken off", "2.5 points taken off", ""),
    ]


def test_equal_scores_in_an_order_are_not_said_to_differ() -> None:
    level = replace(small_basis("5/5 5/5", teams="AB"), method=Method.MEAN)
    first, second = settlement(level).standings
    ordered = (replace(first, is_tied=False), replace(second, place=2, is_tied=False))

    assert view(level, ordered).note == (
        "Team A and Team B both show 50.00, but Team A is ahead by a tie-break."
    )


def test_an_order_against_the_arithmetic_is_the_panels_decision() -> None:
    standings = (
        Standing(A, 1, is_tied=False, score=Fraction(50), ballots=1, expected=1),
        Standing(B, 2, is_tied=False, score=Fraction(50_001, 1_000), ballots=1, expected=1),
    )

    basis = small_basis("5/5 5/5", teams="AB")
    by_scores = tuple(replace(one, place=3 - (one.place or 0)) for one in reversed(standings))
    decided = Result(basis.method, standings, by_scores)

    assert panel_view(Event("Day"), setup_of(basis), decided).note.endswith(
        "but Team A is ahead by the panel’s decision."
    )


def test_by_ranks_the_lower_of_two_that_look_equal_is_ahead_beyond_the_digits() -> None:
    basis = replace(small_basis("5/5 5/5", teams="AB"), method=Method.RANK)
    standings = (
        Standing(A, 1, is_tied=False, score=Fraction(1_499, 1_000), ballots=1, expected=1),
        Standing(B, 2, is_tied=False, score=Fraction(3, 2), ballots=1, expected=1),
    )

    assert view(basis, standings).note.endswith("by less than the digits shown.")


def test_a_team_that_looks_equal_to_the_next_says_that_it_is_just_ahead() -> None:
    basis = small_basis("5/5 5/5", teams="AB")
    standings = (
        Standing(A, 1, is_tied=False, score=Fraction(50_001, 1_000), ballots=1, expected=1),
        Standing(B, 2, is_tied=False, score=Fraction(50), ballots=1, expected=1),
    )

    ahead, behind = view(basis, standings).rows

    assert (ahead.place_note, ahead.remark) == (JUST_AHEAD, JUST_AHEAD)
    assert (behind.place_note, behind.remark) == ("", "")


def test_a_refusal_names_teams_and_judges_instead_of_their_codes() -> None:
    said = refusal_text(
        setup_of(DAY), "No chain of judges links team “A” to team “B”; ask judge “J1” or “J2”."
    )

    assert said == ("No chain of judges links Team A to Team B; ask Ada Reed (J1) or “J2”.")


def test_a_name_that_looks_like_a_code_is_not_taken_for_one() -> None:
    setup = setup_of(DAY)
    named = replace(setup, teams=(replace(setup.teams[0], name="team “B”"), *setup.teams[1:]))

    assert refusal_text(named, "Team “A” has a penalty.") == "team “B” has a penalty."


def test_a_method_that_refuses_does_so_by_name() -> None:
    basis = replace(small_basis("5/5 6/6", teams="AB"), method=Method.TRIMMED)

    with (
        pytest.raises(MethodError, match=r"^Team A has 1 of the 4 ballots that trimming needs"),
        refusing_by_name(setup_of(basis)),
    ):
        outcome(basis)
