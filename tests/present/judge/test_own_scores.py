"""A judge's own scores as marks beside the scale in hand."""

from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.present.judge.own_scores import MOST_NAMES, own_scores, own_scores_text, place_of

IMPACT, COST = CriterionId("impact"), CriterionId("cost")
HALVES = Criterion(COST, "Cost", Fraction(40), 2, 20, Fraction(1, 2))
RUBRIC = Rubric((Criterion(IMPACT, "Impact", Fraction(60)), HALVES))
TEAMS = tuple(Team(TeamId(f"T{at}"), f"Team {at}") for at in range(1, 8))


def given(at: int, **scores: int) -> Ballot:
    kept = {CriterionId(name): score for name, score in scores.items()}
    return Ballot(JudgeId("J1"), TeamId(f"T{at}"), BallotState.DRAFT, kept)


def test_marks_run_from_the_least_score_to_the_greatest() -> None:
    marks = own_scores(RUBRIC, TEAMS, [given(1, impact=8), given(2, impact=3)])[IMPACT]

    assert [(mark.score, mark.text) for mark in marks] == [(3, "3 for Team 2"), (8, "8 for Team 1")]
    assert [mark.at for mark in marks] == [Fraction(2, 9), Fraction(7, 9)]


def test_equal_scores_are_one_mark_with_all_their_teams() -> None:
    marks = own_scores(RUBRIC, TEAMS, [given(1, impact=8), given(2, impact=8)])[IMPACT]

    assert [(mark.teams, mark.text) for mark in marks] == [(2, "8 for Team 1 and Team 2")]


def test_a_criterion_not_scored_yet_is_no_mark() -> None:
    marks = own_scores(RUBRIC, TEAMS, [given(1, impact=8), given(2)])

    assert len(marks[IMPACT]) == 1
    assert marks[COST] == ()


def test_marks_are_told_in_points_and_kept_in_steps() -> None:
    (mark,) = own_scores(RUBRIC, TEAMS, [given(1, cost=15)])[COST]

    assert (mark.score, mark.text) == (15, "7.5 for Team 1")


def test_of_many_teams_only_the_count_is_told() -> None:
    many = [given(at, impact=5) for at in range(1, MOST_NAMES + 2)]
    (mark,) = own_scores(RUBRIC, TEAMS, many)[IMPACT]

    assert mark.text == "5 for 5 teams"


def test_the_marks_in_a_sentence() -> None:
    marks = own_scores(RUBRIC, TEAMS, [given(1, impact=8), given(2, impact=3)])[IMPACT]

    assert own_scores_text(marks) == "Your other scores: 3 for Team 2; 8 for Team 1."
    assert own_scores_text(()) == ""


def test_the_ends_of_a_scale_lie_at_its_ends() -> None:
    assert place_of(HALVES, HALVES.lowest) == 0
    assert place_of(HALVES, HALVES.highest) == 1
