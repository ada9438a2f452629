"""Score sheets of rubrics with sections, levels, bonus and the organiser's points."""

from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.present.leaves.leaf import Scale
from judging_app.present.organiser.blank_sheets import blank
from judging_app.present.organiser.score_sheets import by_judge, by_team
from judging_app.present.organiser.sheet_facts import SheetFacts
from tests.builders import set_up
from tests.told_leaf import rows_of, tables_of, words_of

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


def test_a_judges_sheet_says_which_scores_are_best_and_what_a_bonus_adds() -> None:
    (sheet,) = by_judge(SheetFacts(EVENT, SETUP, [BALLOT]))

    heads = [(column.head, column.under) for column in tables_of(sheet)[0].columns[1:]]
    assert heads == [
        ("Viability: Impact", "40"),
        ("Viability: Risk (1 is best)", "20"),
        ("Choice (bonus)", "5"),
        ("Total", "of 60 + 5 bonus"),
    ]
    assert rows_of(sheet)[0] == ("Team Lantern", "5", "2", "5", "61.00")


def test_a_teams_sheet_has_the_judges_criteria_alone_in_its_grid() -> None:
    (sheet,) = by_team(SheetFacts(EVENT, SETUP, [BALLOT]))

    assert rows_of(sheet)[0][1:] == ("5", "2", "5", "61.00")
    assert words_of(sheet)[0] == "Mean total 61.00 of 60 + 5 bonus · 1 of 1 ballot"


def test_a_blank_sheet_says_what_each_criterion_counts_and_which_score_is_best() -> None:
    (sheet,) = blank(EVENT, SETUP)

    scales = [one for one in sheet.leaf.blocks if isinstance(one, Scale)]
    assert [(one.title, one.weight, one.note) for one in scales] == [
        ("Viability: Impact", "counts 40 of 100", ""),
        ("Viability: Risk", "counts 20 of 100", "Scale: 1 to 5, 1 is best"),
        ("Choice", "bonus, up to 5", ""),
    ]
    assert [text for *_, text in scales[0].levels] == ["Poor", "Good"]
