"""A judge's take-away in words, and what it never tells."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.present.judge.judge_profile import NO_NUMBER
from judging_app.present.judge.take_away import TakeAway, take_away
from tests.builders import set_up

IMPACT, COST = CriterionId("impact"), CriterionId("cost")
JUDGES = ("J1", "J2", "J3", "J4")
TEAMS = ("T1", "T2", "T3")
SETUP = set_up(
    teams=tuple(Team(TeamId(team), f"Team {team}") for team in TEAMS),
    rubric=Rubric(
        (Criterion(IMPACT, "Impact", Fraction(60)), Criterion(COST, "Cost", Fraction(40)))
    ),
    judges=tuple(Judge(JudgeId(judge), f"Judge {judge}") for judge in JUDGES),
)
PUBLISHED = Event("Tech Connect", phase=Phase.PUBLISHED)


def ballot(judge: str, team: str, impact: int, cost: int = 5) -> Ballot:
    scores = {IMPACT: impact, COST: cost}
    return Ballot(JudgeId(judge), TeamId(team), BallotState.SUBMITTED, scores)


def of_j1(*ballots: Ballot) -> TakeAway:
    return take_away(PUBLISHED, SETUP, JudgeId("J1"), ballots)


def test_own_scores_stand_beside_the_means_of_all_ballots() -> None:
    given_impact = zip(JUDGES, (4, 7, 8, 9), strict=True)
    (team,) = of_j1(*(ballot(judge, "T1", impact) for judge, impact in given_impact)).teams

    assert team.team == "Team T1"
    assert team.ballots == "4 ballots"
    assert [(one.title, one.own, one.mean) for one in (*team.lines, team.total)] == [
        ("Impact", "4", "7.00"),
        ("Cost", "5", "5.00"),
        ("Total", "44.00 of 100", "62.00"),
    ]


def test_a_mean_of_two_ballots_is_not_told_for_it_gives_the_other_away() -> None:
    (team,) = of_j1(ballot("J1", "T1", 4), ballot("J2", "T1", 8)).teams

    assert [one.own for one in team.lines] == ["4", "5"]
    assert {one.mean for one in (*team.lines, team.total)} == {NO_NUMBER}
    assert "would show another judge’s score" in of_j1().why


def test_a_team_that_the_judge_did_not_score_is_not_in_it() -> None:
    rows = of_j1(
        ballot("J1", "T1", 4),
        *(ballot(judge, "T2", 8) for judge in JUDGES[1:]),
        Ballot(JudgeId("J1"), TeamId("T3"), BallotState.RECUSED),
    )

    assert [team.team for team in rows.teams] == ["Team T1"]


def test_a_harsh_judge_reads_by_how_many_points() -> None:
    rows = of_j1(
        *(ballot("J1", team, 4) for team in TEAMS),
        *(ballot(judge, team, 7) for judge in ("J2", "J3") for team in TEAMS),
    )

    assert rows.severity == "On average, you gave the same teams 12.00 points fewer than the panel."


def test_a_judge_who_tells_teams_further_apart_reads_so() -> None:
    scores = {"J1": (2, 5, 9), "J2": (5, 6, 7), "J3": (5, 6, 7)}
    rows = of_j1(
        *(
            ballot(judge, team, impact)
            for judge, own in scores.items()
            for team, impact in zip(TEAMS, own, strict=True)
        )
    )

    assert rows.spread == (
        "Your totals differ by about 21.07 points (standard deviation), a typical judge’s on "
        "this panel by 13.11. You separated the teams more than the other judges."
    )


def test_severity_and_spread_pass_over_teams_that_too_few_scored() -> None:
    rows = of_j1(
        *(ballot("J1", team, impact) for team, impact in zip(TEAMS, (2, 5, 9), strict=True)),
        *(ballot("J2", team, 7) for team in TEAMS),
    )

    assert "too few of the same teams" in rows.severity
    assert "too few teams" in rows.spread


@given(st.permutations((1, 3, 8, 10)), st.permutations((2, 4, 6, 9)))
def test_who_of_the_others_gave_which_score_changes_nothing(
    one: list[int], other: list[int]
) -> None:
    """The others' ballots go in only together: swapped among them, the page stays the same."""

    def rows(first: list[int], second: list[int]) -> TakeAway:
        return of_j1(
            ballot("J1", "T1", 5),
            ballot("J1", "T2", 7),
            *(
                ballot(judge, team, impact)
                for team, given_impact in (("T1", first), ("T2", second))
                for judge, impact in zip(("J2", "J3", "J4"), given_impact, strict=False)
            ),
        )

    swapped = rows([one[1], one[0], *one[2:]], [other[1], other[0], *other[2:]])

    assert swapped == rows(one, other)
