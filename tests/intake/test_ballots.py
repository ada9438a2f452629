"""ballots.csv beside not-scored.csv: what counts as no ballot, and scales that begin below zero."""

from collections.abc import Callable

import pytest

from judging_app.domain.ballots import BallotState
from tests.intake.reading import read_files

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]


@pytest.mark.parametrize("none", ["", " ", "N/A", "n/a", "–"])
def test_a_ballot_without_any_score_may_stand_in_both_files(
    none: str, small: dict[str, bytes]
) -> None:
    plain = read_files(small)
    small["ballots.csv"] += f"J1,Perch,impact,{none}\nJ1,Perch,delivery,{none}\n".encode()

    assert read_files(small) == plain


def test_a_ballot_without_any_score_that_nobody_excused_is_refused_row_by_row(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["not-scored.csv"] = b"judge,team,why\n"
    small["ballots.csv"] += b"J1,Perch,impact,\nJ1,Perch,delivery,N/A\n"

    first, second = problems_of(small)
    assert first.startswith("ballots.csv, row 6, column score: There is no score for “Impact”.")
    assert second.startswith("ballots.csv, row 7, column score: “N/A” is no score for")


def test_a_ballot_with_one_score_missing_is_no_ballot_that_was_not_scored(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["ballots.csv"] += b"J1,Perch,impact,7\nJ1,Perch,delivery,N/A\n"

    gap, twice = problems_of(small)
    assert gap.startswith("ballots.csv, row 7, column score: “N/A” is no score")
    assert twice.startswith("not-scored.csv, row 2: ")


@pytest.mark.parametrize("minus", ["-", "−", "–"])
def test_a_scale_may_begin_below_zero(minus: str, small: dict[str, bytes]) -> None:
    rubric = f"criterion,title,weight,min,max\nimpact,Impact,60,{minus}3,3\ndelivery,Pitch,40,0,5\n"
    small["rubric.csv"] = rubric.encode()
    small["ballots.csv"] = (
        f"judge,team,criterion,score\nJ1,Lantern,impact,{minus}2\nJ1,Lantern,delivery,0\n"
    ).encode()

    intake = read_files(small)

    assert intake.setup.rubric.criteria[0].scale == range(-3, 4)
    scored = next(one for one in intake.ballots if one.state is BallotState.SUBMITTED)
    assert list(scored.scores.values()) == [-2, 0]


def test_why_a_ballot_was_not_scored_may_be_said_in_words(small: dict[str, bytes]) -> None:
    small["not-scored.csv"] = b"judge,team,why,note\nJ1,Perch,recused,Her niece\nJ2,Perch,absent,\n"

    own, *_, last = [one for one in read_files(small).ballots if one.reason]
    assert (own.reason, last.reason) == ("Her niece", "No reason given")
