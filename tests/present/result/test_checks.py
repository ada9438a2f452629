from dataclasses import replace

from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.present.result.checks import ChecksView, checks_view
from judging_app.present.result.firmness import NO_RESULT
from judging_app.tally.basis import Basis
from judging_app.tally.checks import NO_SECTORS, Check, CheckKind, checks
from judging_app.tally.ties import settlement
from tests.present.panel_setup import setup_of
from tests.tally.panels import A, B, small_basis

# 6 × impact + 4 × pitch: without J1, B wins.
CLOSE = small_basis("9/9 5/5 1/1", "5/5 6/6 1/1", "5/5 6/6 1/1", teams="ABC")
SAME = Check(CheckKind.METHOD, "median", (A,), is_same=True)


def view(basis: Basis, *found: Check, first: int = 1) -> ChecksView:
    return checks_view(setup_of(basis), settlement(basis).standings, found, first)


def without(judge: str, *winners: str) -> Check:
    return Check(CheckKind.WITHOUT_JUDGE, judge, tuple(map(TeamId, winners)), is_same=False)


def test_a_result_that_stands_in_every_check_says_so() -> None:
    assert view(CLOSE, SAME, SAME).sentence == "The same winner in all 2 checks."


def test_what_would_change_the_winner_is_named_with_the_winner_then() -> None:
    found = view(CLOSE, SAME, without("J1", "B"), SAME)

    assert found.sentence == (
        "The same winner in 2 of 3 checks; without Ada Reed (J1), it would be Team B."
    )
    assert [(row.group, row.what, row.mark_text) for row in found.rows[:2]] == [
        ("A different method", "Median", "the same"),
        ("Without a judge", "Ada Reed (J1)", "Team B instead"),
    ]


def test_changes_that_lead_to_one_winner_are_told_together_and_many_are_counted() -> None:
    median = Check(CheckKind.METHOD, "median", (B,), is_same=False)
    impact = Check(CheckKind.WITHOUT_CRITERION, "impact", (B,), is_same=False)
    heavier = Check(CheckKind.MORE_WEIGHT, "pitch", (B,), is_same=False)
    lighter = Check(CheckKind.LESS_WEIGHT, "pitch", (B,), is_same=False)

    three = view(CLOSE, without("J1", "B"), impact, median)
    five = view(CLOSE, heavier, lighter, without("J1", "B"), impact, median)

    assert three.sentence.endswith(
        "without Ada Reed (J1), without Impact and by the median, it would be Team B."
    )
    assert five.sentence.endswith(
        "with more weight on Pitch, with less weight on Pitch, without Ada Reed (J1) and in 2 "
        "more, it would be Team B."
    )


def test_teams_that_would_share_first_place_win_together() -> None:
    found = view(CLOSE, without("J1", "B", "C"))

    assert found.rows[0].mark_text == "Team B and Team C together instead"


def test_a_check_that_gives_no_result_is_neither_same_nor_other_and_says_why() -> None:
    refused = Check(
        CheckKind.METHOD, "trimmed", (), None, "Team “A” has 3 of the 4 ballots; use the mean."
    )

    found = view(CLOSE, SAME, refused)

    assert found.sentence == "The same winner in 1 of 1 check; 1 more can’t be worked out."
    assert found.rows[1].is_same is None
    assert found.rows[1].mark_text == "can’t be worked out"
    assert found.rows[1].detail == "Team A has 3 of the 4 ballots; use the mean."


def test_a_moved_weight_tells_both_weights() -> None:
    heavier = Check(CheckKind.MORE_WEIGHT, "impact", (A,), is_same=True)
    lighter = Check(CheckKind.LESS_WEIGHT, "impact", (A,), is_same=True)

    rows = view(CLOSE, heavier, lighter).rows

    assert [row.detail for row in rows] == ["counts 65 instead of 60", "counts 55 instead of 60"]
    assert {row.group for row in rows} == {"A different weight"}


def test_without_another_ballot_nobody_would_win() -> None:
    assert view(CLOSE, without("J1")).rows[0].mark_text == "nobody instead"


def test_before_the_first_ballot_there_is_nothing_to_check() -> None:
    empty = replace(CLOSE, ballots=())

    assert view(empty, *checks(empty)) == ChecksView(NO_RESULT, ())


def test_several_places_are_asked_about_as_places() -> None:
    found = view(CLOSE, *checks(CLOSE, NO_SECTORS, first=2), first=2)

    assert found.sentence.startswith("The same teams in the first 2 places in ")
    assert len(found.rows) == len(checks(CLOSE, NO_SECTORS, first=2))


def test_every_kind_of_check_has_its_words() -> None:
    sectors = {JudgeId("J1"): "government", JudgeId("J2"): "industry", JudgeId("J3"): "industry"}

    found = view(CLOSE, *checks(CLOSE, sectors))

    assert {row.group for row in found.rows} == {
        *("Without a judge", "Without a criterion", "A different weight", "A different method"),
        "Judges from one sector",
    }
    assert [row.what for row in found.rows if row.group == "Judges from one sector"] == [
        *("government", "industry"),
    ]
    assert len([row for row in found.rows if row.group == "A different method"]) == len(Method) - 1


def test_braces_in_a_judges_name_are_shown_as_they_are() -> None:
    setup = replace(setup_of(CLOSE), judges=(Judge(JudgeId("J1"), "{0} {x}"),))

    found = checks_view(setup, settlement(CLOSE).standings, (without("J1", "B"),))

    assert "without {0} {x} (J1), it would be Team B" in found.sentence


def test_joint_winners_stay_joint_winners() -> None:
    level = small_basis("5/5 5/5 1/1", teams="ABC")
    both = Check(CheckKind.METHOD, "median", (A, B), is_same=True)

    assert view(level, both, both).sentence == "The same joint winners in all 2 checks."
