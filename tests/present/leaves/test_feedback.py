"""What every team is given to read."""

from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.present.leaves.feedback import feedback, parted
from judging_app.present.leaves.leaf import Reach
from judging_app.present.organiser.sheet_facts import SheetFacts
from tests.builders import set_up
from tests.told_leaf import rows_of, tables_of, words_of

IMPACT, COST = CriterionId("impact"), CriterionId("cost")
RUBRIC = Rubric(
    (
        Criterion(IMPACT, "Impact on people", Fraction(60)),
        Criterion(COST, "Cost", Fraction(40), 0, 5),
    )
)
TEAMS = tuple(
    Team(TeamId(f"T{at}"), name) for at, name in enumerate(("Perch", "Heron", "Otter"), 1)
)
JUDGES = tuple(
    Judge(JudgeId(f"J{at}"), name) for at, name in enumerate(("Ada", "Bo", "Cy", "Di"), 1)
)


def given(judge: int, team: int, impact: int, cost: int, said: str = "") -> Ballot:
    return Ballot(
        JudgeId(f"J{judge}"),
        TeamId(f"T{team}"),
        BallotState.SUBMITTED,
        {IMPACT: impact, COST: cost},
        said,
        "For the panel alone.",
    )


BALLOTS = (
    given(1, 1, 4, 5, "A clear story.\nImpact: Ask those who wait."),
    given(2, 1, 6, 4, "cost: Say who pays."),
    given(3, 1, 8, 3),
    Ballot(JudgeId("J4"), TeamId("T1"), BallotState.RECUSED, reason="Mentors the team."),
    given(1, 2, 9, 5),
    given(1, 3, 9, 5),
)
FACTS = SheetFacts(
    Event("Tech Connect"), set_up(teams=TEAMS, rubric=RUBRIC, judges=JUDGES), BALLOTS
)

RELEASED = {
    (one.judge, one.team): CommentReview(one.judge, one.team, CommentState.RELEASED)
    for one in BALLOTS
}


def test_a_comment_stands_below_the_criterion_that_it_begins_with() -> None:
    words = words_of(feedback(FACTS, RELEASED)[0])

    begins = words.index("What the judges wrote for you")
    assert words[begins + 1 : begins + 6] == [
        "A clear story. (Ada)",
        "Impact on people",
        "Ask those who wait. (Ada)",
        "Cost",
        "Say who pays. (Bo)",
    ]


@pytest.mark.parametrize("text", ["Impacts: none", "Note: Impact", "Impact:", "What a day"])
def test_a_comment_that_begins_with_no_criterion_stays_whole(text: str) -> None:
    assert [*parted(text, ("Impact on people", "Cost"))] == [("", text)]


def test_nothing_that_is_for_the_panel_or_of_another_team_is_on_it() -> None:
    perch = repr(feedback(replace(FACTS, is_named=False), RELEASED)[0])

    for kept in ("For the panel alone", "Mentors the team", "Heron", "Otter", "Ada", "Bo"):
        assert kept not in perch


def test_the_team_s_scores_are_beside_the_range_and_the_mean_of_all_teams() -> None:
    perch = feedback(FACTS, RELEASED)[0]

    assert rows_of(perch) == [
        ("Impact on people", "", "6.00", "4–8", "7.20", "60"),
        ("Cost", "", "4.00", "3–5", "4.40", "40"),
        ("Total, mean of 3 ballots", "", "68.00", "", "78.40", "of 100"),
    ]
    assert tables_of(perch)[0].rows[1].cells[1].reach == Reach(
        Fraction(4, 5), Fraction(3, 5), Fraction(1)
    )
    told = " ".join(words_of(perch))
    assert "1 judge did not score you because of a link to a team." in told


def test_no_range_is_told_of_fewer_than_three_ballots_and_no_mean_of_fewer_teams() -> None:
    heron = feedback(replace(FACTS, given=BALLOTS[:5]), RELEASED)[1]

    assert rows_of(heron)[0] == ("Impact on people", "", "9.00", "–", "–", "60")
    assert tables_of(heron)[0].rows[0].cells[1].reach == Reach(Fraction(8, 9))


def test_it_says_where_most_points_were_left_and_what_one_there_is_worth() -> None:
    assert words_of(feedback(FACTS, RELEASED)[0])[-2] == (
        "What would have moved it most: “Impact on people”, where 24.00 of 60 points were left. "
        "One point better from every judge there adds 6.00 to your total."
    )


def test_only_what_is_released_goes_out_and_what_is_reworded_in_its_new_words() -> None:
    first, second = BALLOTS[0], BALLOTS[1]
    held = CommentReview(first.judge, first.team, CommentState.HELD_BACK)
    reworded = CommentReview(
        second.judge, second.team, CommentState.REWORDED, "Cost: Say who pays, and when."
    )

    words = words_of(feedback(FACTS, {(one.judge, one.team): one for one in (held, reworded)})[0])

    assert not any("clear story" in one or "those who wait" in one for one in words)
    assert "Say who pays, and when. (Bo)" in words


def test_nothing_goes_out_that_nobody_reviewed() -> None:
    words = words_of(feedback(FACTS, {})[0])

    assert "There is no comment to pass on to you." in words
    assert not any("clear story" in one or "who pays" in one for one in words)


def test_a_team_that_nobody_scored_is_told_so() -> None:
    otter = feedback(replace(FACTS, given=BALLOTS[:5]), RELEASED)[2]

    assert words_of(otter)[0] == "Thank you for pitching. No judge has scored your team."
    assert tables_of(otter) == []
