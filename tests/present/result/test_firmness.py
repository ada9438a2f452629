from collections.abc import Mapping
from dataclasses import replace

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.errors import MethodError
from judging_app.present.result.firmness import (
    NO_RESULT,
    SAME_TEAM,
    firmness_sentence,
    host_caution,
)

Results = Mapping[Method, tuple[Standing, ...]]


def test_the_panel_reads_that_a_recusal_changes_the_winner(
    setup: Setup, ballots: tuple[Ballot, ...], by_method: Results
) -> None:
    sentence = firmness_sentence(setup, ballots, by_method[Method.MEAN], by_method[Method.ADJUSTED])

    assert sentence == (
        "By the mean, Team Groundwork wins with 74.71 of 100. Adjusted for harsh and lenient "
        "judges, Team Lantern wins with 74.06 of 100. A recusal changes the winner: Dame Olwen "
        "Prosser (J1), who scored 5 of 6 teams, is recused from Team Groundwork."
    )


def test_the_host_reads_the_same_without_a_team_a_judge_or_a_score(
    setup: Setup, ballots: tuple[Ballot, ...], by_method: Results
) -> None:
    caution = host_caution(setup, ballots, by_method[Method.MEAN], by_method[Method.ADJUSTED])

    assert caution == "A recusal changes the winner. Tell the panel before the reveal."


def test_an_absence_is_called_an_absence(
    setup: Setup, ballots: tuple[Ballot, ...], by_method: Results
) -> None:
    absent = [
        replace(ballot, state=BallotState.ABSENT) if ballot.state is BallotState.RECUSED else ballot
        for ballot in ballots
    ]

    caution = host_caution(setup, absent, by_method[Method.MEAN], by_method[Method.ADJUSTED])

    assert caution.startswith("An absence changes the winner.")


def test_a_ballot_still_owed_is_a_missing_ballot(
    setup: Setup, ballots: tuple[Ballot, ...], by_method: Results
) -> None:
    owed = [ballot for ballot in ballots if ballot.state is not BallotState.RECUSED]

    sentence = firmness_sentence(setup, owed, by_method[Method.MEAN], by_method[Method.ADJUSTED])

    assert "A missing ballot changes the winner: Dame Olwen Prosser (J1)" in sentence
    assert "hasn’t started the ballot for Team Groundwork" in sentence


def test_one_winner_by_both_methods_needs_no_caution(
    setup: Setup, ballots: tuple[Ballot, ...], by_method: Results
) -> None:
    mean = by_method[Method.MEAN]

    assert firmness_sentence(setup, ballots, mean, mean) == SAME_TEAM
    assert host_caution(setup, ballots, mean, mean) == ""


def test_a_method_without_a_result_speaks_for_itself(
    setup: Setup, ballots: tuple[Ballot, ...], by_method: Results
) -> None:
    refusal = MethodError("No chain of judges links the teams.")

    assert firmness_sentence(setup, ballots, by_method[Method.MEAN], refusal) == str(refusal)
    assert host_caution(setup, ballots, by_method[Method.MEAN], refusal) == ""


def test_without_ballots_there_is_no_winner_to_speak_of(setup: Setup) -> None:
    assert firmness_sentence(setup, (), (), ()) == NO_RESULT
    assert host_caution(setup, (), (), ()) == ""
