from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given

from judging_app.domain.event import Method
from judging_app.domain.ids import TeamId
from judging_app.domain.tie_breaks import TieBreak, TieRule
from judging_app.present.numbers import for_programs
from judging_app.present.result.why import NO_PARTS, WhyView, why_view
from judging_app.tally.basis import Basis
from judging_app.tally.result import plain_result
from judging_app.tally.standings import standings_of
from judging_app.tally.ties import settlement
from judging_app.tally.why import PARTED, why
from tests.present.panel_setup import setup_of
from tests.tally.panels import A, B, C, small_basis
from tests.tally.strategies import bases

HIGHEST = TieBreak(TieRule.HIGHEST_BALLOT)

# 6 × impact + 4 × pitch: J1 gives 80 and 50, J2 50 and 60.
APART = small_basis("8/8 5/5", "5/5 6/6", teams="AB")
LEVEL = small_basis("9/9 5/5", "1/1 5/5", teams="AB")


def asked(basis: Basis, one: TeamId = A, other: TeamId = B) -> WhyView:
    result = plain_result(settlement(basis).standings, basis.method)
    return why_view(setup_of(basis), why(basis, one, other), result)


def test_the_gap_is_told_with_places_scores_and_the_largest_parts() -> None:
    found = asked(APART)

    assert found.title == "Why is Team A above Team B?"
    assert found.sentence == (
        "By the mean, Team A is 1st with 65.00 and Team B is 2nd with 55.00 (of 100). The gap is "
        "10.00. Impact (+6.00) makes the largest difference among the criteria, Ada Reed (J1) "
        "(+15.00) among the judges."
    )
    assert found.ties == ()


def test_every_judge_and_criterion_has_a_row_with_its_share_of_the_largest() -> None:
    found = asked(APART)

    assert [(r.label, r.part_text, r.exact_text, r.share) for r in found.judges.rows] == [
        ("Ada Reed (J1)", "+15.00", "15/1", 1),
        ("Bo Lund (J2)", "−5.00", "−5/1", Fraction(-1, 3)),
    ]
    assert [(r.label, r.part_text, r.share, r.note) for r in found.criteria.rows] == [
        ("Impact", "+6.00", 1, "counts 60 of 100"),
        ("Pitch", "+4.00", Fraction(2, 3), "counts 40 of 100"),
    ]


def test_a_judge_of_one_team_only_is_said_to_be_one() -> None:
    up = asked(small_basis("8/8 5/5", "4/4 -", teams="AB"))
    down = asked(small_basis("8/8 5/5", "- 7/7", teams="AB"))

    assert [row.note for row in up.judges.rows] == ["", "scored Team A only"]
    assert [row.note for row in down.judges.rows] == ["", "scored Team B only"]


def test_a_judges_totals_of_both_teams_stand_with_the_part_the_lower_team_first() -> None:
    one_of_both = asked(small_basis("8/8 5/5", "4/4 -", teams="AB"))

    assert [row.scores for row in asked(APART).judges.rows] == [
        "50.00 and 80.00",
        "60.00 and 50.00",
    ]
    assert [row.scores for row in one_of_both.judges.rows] == [
        "50.00 and 80.00",
        "scored Team A only: 40.00",
    ]


def test_what_speaks_for_each_team_is_summed_and_the_rest_is_the_lead() -> None:
    column = asked(APART).judges

    assert (column.for_lower, column.for_upper, column.ahead) == ("5.00", "15.00", "ahead by 10.00")
    assert [row.size_text for row in column.rows] == ["15.00", "5.00"]


def test_of_more_than_ten_judges_those_that_make_the_largest_difference_come_first() -> None:
    basis = small_basis(*(f"{at % 9 + 1}/5 5/5" for at in range(11)), teams="AB")

    shares = [abs(row.share) for row in asked(basis).judges.rows]

    assert shares == sorted(shares, reverse=True)


def test_penalties_and_the_organisers_points_stand_in_both_columns() -> None:
    basis = replace(APART, penalties={A: Fraction(3)}, points={B: Fraction(2)})

    found = asked(basis)

    for rows in (found.judges.rows, found.criteria.rows):
        assert [(row.label, row.part_text) for row in rows[-2:]] == [
            ("Organiser’s points", "−2.00"),
            ("Penalties", "−3.00"),
        ]


def test_adjusted_the_judges_severity_is_a_row_beside_the_criteria() -> None:
    basis = small_basis("8/8 5/5 4/4", "5/5 6/6 -", "9/9 - 7/7", teams="ABC")

    found = asked(replace(basis, method=Method.ADJUSTED))

    assert found.criteria.rows[-1].label == "Harsh and lenient judges"
    assert found.criteria.rows[-1].note == "not part of a criterion"


@given(bases())
def test_both_columns_add_up_to_the_gap_exactly(basis: Basis) -> None:
    assume(basis.method in PARTED)
    placed = [one.team for one in standings_of(basis) if one.place is not None]
    assume(len(placed) > 1)
    found = why(basis, placed[0], placed[-1])

    result = plain_result(settlement(basis).standings, basis.method)
    view = why_view(setup_of(basis), found, result)

    for rows in (view.judges.rows, view.criteria.rows):
        assert sum(Fraction(for_programs(row.exact_text)) for row in rows) == found.gap
        assert all(-1 <= row.share <= 1 for row in rows)


def test_teams_that_a_tie_break_told_apart_read_which() -> None:
    found = asked(replace(LEVEL, tie_breaks=(HIGHEST,)))

    assert found.sentence == (
        "By the mean, Team A is 1st with 50.00 and Team B is 2nd with 50.00 (of 100). Their "
        "scores are equal. The order comes from a tie-break."
    )
    assert found.ties == (
        "By the highest ballot, Team A is ahead of Team B: Team A 90.00, Team B 50.00.",
    )


def test_joint_teams_are_asked_about_as_joint() -> None:
    found = asked(LEVEL)

    assert found.title == "Why are Team A and Team B joint?"
    assert found.sentence == (
        "By the mean, Team A and Team B share 1st place (of 100). Their scores are equal."
    )


def test_by_ranks_the_gap_is_told_without_parts() -> None:
    found = asked(replace(APART, method=Method.RANK, ballots=APART.ballots[:2]))

    assert found.sentence == (
        "By mean rank, Team A is 1st with 1.00 and Team B is 2nd with 2.00 (mean rank, lower is "
        f"better). The gap is 1.00. {NO_PARTS}"
    )
    assert (found.judges.rows, found.criteria.rows) == ((), ())


def test_of_teams_with_one_majority_place_the_majorities_decide() -> None:
    # Two of three judges put A second or better, and all three B.
    basis = small_basis("9/9 7/7 5/5", "5/5 7/7 9/9", "7/7 9/9 5/5", teams="ABC")

    found = asked(replace(basis, method=Method.MAJORITY))

    assert (
        "Their scores are equal. The order comes from the size of their majorities."
        in found.sentence
    )


@pytest.mark.parametrize("method", list(Method))
def test_every_method_has_words_for_its_gap(method: Method) -> None:
    rows = ("8/7 6/5 4/4", "7/7 5/6 5/4", "8/8 6/6 3/4", "6/8 5/5 4/5")

    found = asked(replace(small_basis(*rows, teams="ABC"), method=method), A, C)

    assert found.title == "Why is Team A above Team C?"
    assert "The gap is " in found.sentence
    assert bool(found.judges.rows) is bool(found.criteria.rows) is (method in PARTED)
