"""Every state of a card and of the take-away, looked over by every check of the audit."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.clock import Clock
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import ChallengeId, CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Conflict, Judge
from judging_app.domain.people import Challenge, Team
from judging_app.domain.rubric import Criterion, Level, Rubric
from judging_app.present.judge.card import Beside, scorecard
from judging_app.present.judge.desk import Around, judge_desk
from judging_app.present.judge.own_scores import own_scores
from judging_app.present.judge.revisit import revisit_text
from judging_app.present.judge.take_away import take_away
from judging_app.present.words.states import phase_state
from tests.builders import set_up
from tests.ui.audit import LEAST_ON_CARD, LEAST_TARGET, findings, told
from ui import theme
from ui.frame.rail import RailPart, ShellEntry
from ui.judge.card import Scorecard
from ui.judge.desk import JudgeDesk
from ui.judge.take_away import TakeAwayScreen
from ui.shell import Shell

LAPTOP = QSize(1366, 768)
LONG = "Wolfeschlegelsteinhausenbergerdorff Senior the Third of Philadelphia and Hamburg, Esq., OBE"
ME = JudgeId("J1")
LEVELS = (Level(1, f"Far from what {LONG} asked for"), Level(10, "All of it, " * 12))
SETUP = set_up(
    teams=tuple(Team(TeamId(f"T{at}"), f"Team {LONG} {at}") for at in range(8)),
    challenges=(Challenge(ChallengeId("C1"), f"What {LONG} asks", None, TeamId("T0")),),
    rubric=Rubric(
        (
            Criterion(CriterionId("a"), f"Impact on {LONG}", Fraction(40), levels=LEVELS),
            Criterion(CriterionId("b"), "Cost", Fraction(30), 0, 1_000),
            Criterion(CriterionId("c"), "Evidence", Fraction(30), 0, 20),
        )
    ),
    judges=(Judge(ME, LONG), *(Judge(JudgeId(f"J{at}"), f"Judge {at}") for at in (2, 3, 4))),
)
SCORING = Event(f"The pitch day of {LONG}", phase=Phase.SCORING)


def ballot(team: str = "T0", judge: JudgeId = ME, at: int = 5) -> Ballot:
    scores = {criterion.id: at for criterion in SETUP.rubric.judged}
    return Ballot(judge, TeamId(team), BallotState.SUBMITTED, scores, for_team=f"{LONG}. " * 6)


OTHERS = tuple(ballot(f"T{at}", at=at) for at in range(1, 8))
MINE = replace(ballot(), state=BallotState.DRAFT)
CONFLICT = Conflict(ME, TeamId("T0"), f"I employ {LONG}.")
BESIDE = Beside(
    marks=own_scores(SETUP.rubric, SETUP.teams, OTHERS),
    revisit=revisit_text(SETUP, OTHERS),
    undo_text=f"Undo: last change to Team {LONG}",
)


def card(given: Ballot, beside: Beside, phase: Phase = Phase.SCORING) -> Scorecard:
    made = Scorecard()
    made.show_scorecard(scorecard(replace(SCORING, phase=phase), SETUP, given, beside))
    return made


def with_the_form() -> Scorecard:
    made = card(MINE, BESIDE)
    made.open_conflict()
    return made


def read_back() -> Scorecard:
    made = card(MINE, BESIDE)
    made.open_read_back()
    return made


def press(screen: QWidget, words: str) -> None:
    buttons = screen.findChildren(QPushButton)
    next(one for one in buttons if one.accessibleName() == words).click()


def teams() -> JudgeDesk:
    around = Around(
        clock=Clock(TeamId("T2")),
        next_team=TeamId("T3"),
        receipts={TeamId(f"T{at}"): "QXFM" for at in range(1, 8)},
        waiting=frozenset({TeamId("T0"), TeamId("T1")}),
    )
    made = JudgeDesk()
    made.show_desk(judge_desk(SCORING, SETUP, ME, (MINE, *OTHERS), around))
    return made


def taken_away() -> TakeAwayScreen:
    everyone = [ballot(team.id, judge.id) for team in SETUP.teams[1:] for judge in SETUP.judges]
    made = TakeAwayScreen()
    made.show_rows(take_away(SCORING, SETUP, ME, (ballot(), *everyone)))
    return made


STATES: Mapping[str, Callable[[], QWidget]] = {
    "card, with undo and marks": lambda: card(MINE, BESIDE),
    "card, for practice": lambda: card(MINE, Beside(is_practice=True), Phase.SETTING_UP),
    "card, with the form for a conflict": with_the_form,
    "card, waiting for the organiser": lambda: card(MINE, replace(BESIDE, conflict=CONFLICT)),
    "card, submitted": lambda: card(ballot(), replace(BESIDE, receipt="QXFM")),
    "read-back of the last ballot": read_back,
    "teams": teams,
    "take-away": taken_away,
}


@pytest.mark.parametrize(("look", "text_scale"), [("light", 1.0), ("dark", 2.0)])
@pytest.mark.parametrize("state", STATES)
def test_everything_of_a_judges_can_be_named_reached_read_and_hit(
    qapp: QApplication, qtbot: QtBot, state: str, look: str, text_scale: float
) -> None:
    theme.apply(qapp, look, text_scale)
    shell = Shell()
    qtbot.addWidget(shell)
    screen = STATES[state]()
    shell.add_screen("screen", screen)
    shell.show_event(SCORING.title)
    shell.show_signed_in(LONG, "Judge")
    shell.show_phase(phase_state(Phase.SCORING))
    shell.show_entries((ShellEntry("screen", RailPart.ON_THE_DAY, "Your teams", "users"),))
    shell.show_screen("screen")
    shell.resize(LAPTOP)
    with qtbot.waitExposed(shell):
        shell.show()
    shell.activateWindow()
    for _ in range(4):
        qapp.processEvents()
    least = LEAST_TARGET if state in ("teams", "take-away") else LEAST_ON_CARD

    assert told(findings(state, shell, room=LAPTOP, least=least)) == "nothing"
