"""Score sheets of rubrics with sections, levels, bonus and the organiser's points."""

from fractions import Fraction

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.present.organiser.blank_sheets import blank
from judging_app.present.organiser.score_sheets import by_judge, by_team
from tests.builders import set_up

EVENT = Event("Tech Connect")
IMPACT, RISK, PRICE, CHOICE = map(CriterionId, ("impact", "risk", "price", "choice"))
LEVELS = (Level(1, "Poor"), Level(5, "Good"))
SETUP = set_up(
    teams=(Team(TeamId("T1"), "Team Lantern"),),
    rubric=Rubric(
        (
            Criterion(IMPACT, "Impact", Fraction(40), 1, 5, section="Viability", levels=LEVELS),
            Criterion(RISK, "Risk", Fraction(20), 1, 5, is_inverted=True, section="Viability"),
            Criterion(PRICE, "Price", Fraction(40), kind=CriterionKind.ORGANISER),
            Criterion(CHOICE, "Choice", Fraction(5), 0, 5, kind=CriterionKind.BONUS),
        )
    ),
    judges=(Judge(JudgeId("J1"), "Olwen"),),
)
BALLOT = Ballot(JudgeId("J1"), TeamId("T1"), BallotState.SUBMITTED, {IMPACT: 5, RISK: 2, CHOICE: 5})


def test_a_judges_sheet_gives_an_inverted_score_its_mirrored_part() -> None:
    (sheet,) = by_judge(EVENT, SETUP, [BALLOT])

    assert [(line.title, line.score, line.part) for line in sheet.blocks[0].lines] == [
        ("Viability: Impact", "5", "40.00"),
        ("Viability: Risk (1 is best)", "2", "16.00"),
        ("Choice (bonus)", "5", "5.00"),
    ]
    assert (sheet.blocks[0].total, sheet.full_total) == ("61.00", "60 + 5 bonus")


def test_a_teams_sheet_has_the_judges_criteria_alone_in_its_grid() -> None:
    (sheet,) = by_team(EVENT, SETUP, [BALLOT])

    assert [line.title for line in sheet.criteria] == [
        "Viability: Impact",
        "Viability: Risk (1 is best)",
        "Choice",
    ]
    assert sheet.criteria[2].scale == "bonus, up to 5 · out of 5"
    assert sheet.columns[0].scores == ("5", "2", "5")
    assert sheet.result == "Mean total 61.00 of 60 + 5 bonus · 1 of 1 ballot"


def test_a_blank_sheet_names_short_levels_beside_the_scale() -> None:
    (sheet,) = blank(EVENT, SETUP)

    assert [(line.title, line.weight, line.scale) for line in sheet.lines] == [
        ("Viability: Impact", "counts 40 of 100", "1 to 5 · 1: Poor · 5: Good"),
        ("Viability: Risk", "counts 20 of 100", "1 to 5, 1 is best"),
        ("Choice", "bonus, up to 5", "0 to 5"),
    ]


@pytest.mark.parametrize(("highest", "has_levels"), [(5, True), (10, False)])
def test_levels_that_would_run_into_the_boxes_are_left_out(
    highest: int, *, has_levels: bool
) -> None:
    levels = (Level(1, "Nobody notices"), Level(5, "Some people save time"))
    impact = Criterion(IMPACT, "Impact", Fraction(40), 1, highest, levels=levels)
    setup = set_up(
        teams=SETUP.teams,
        rubric=Rubric((impact,)),
        judges=SETUP.judges,
    )

    assert ("Nobody notices" in blank(EVENT, setup)[0].lines[0].scale) is has_levels
