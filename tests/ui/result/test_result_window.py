"""The result through the window, wired to a real event."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots, events, scoring
from judging_app.domain.event import Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.intake.sample import read_sample
from judging_app.present.time_of_day import clock_text
from tests.ui import screens
from ui.day import Day
from ui.frame.rail import EntryButton
from ui.pages import PROJECTOR, RESULT
from ui.result.decisions import Kind
from ui.result.result import ResultPart
from ui.result.wanted import AgreedWanted, OrderWanted, OutWanted, PenaltyWanted, Wanted
from ui.wall.projector import Projector
from ui.window import Window

IMPACT = CriterionId("impact")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with every ballot in, scoring still open."""
    sample, folder = read_sample(), tmp_path_factory.mktemp("template")
    path = folder / "day.pitchday"
    events.create_event(path, sample.event, sample.intake, sample.pins, opens_scoring=True)
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, template: Path) -> Iterator[Window]:
    """The sample's event open, and nobody signed in."""
    with _opened(qtbot, Path(shutil.copy(template, tmp_path))) as made:
        yield made


@contextmanager
def _opened(qtbot: QtBot, path: Path) -> Iterator[Window]:
    made = Window(Day(), Projector(is_motion_reduced=True))
    qtbot.addWidget(made)
    qtbot.addWidget(made.projector)
    made.resize(1366, 768)
    made.open_event(path)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture
def result(window: Window) -> Window:
    """The organiser at the result of the sample, scoring closed."""
    scoring.close_scoring(window.day.desk, ORGANISER, "The test needs it closed.")
    window.day.enter(ORGANISER)
    window.entry_asked.emit(RESULT)
    return window


def _words(window: Window) -> str:
    labels = screens.result(window).findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def _winner(window: Window) -> list[str]:
    """Who wins, and with how many points, wherever the page is."""
    block = screens.result(window).winner
    return [block._name.text(), block._score.text()]


def _entries(window: Window) -> list[str]:
    buttons = window.findChildren(EntryButton)
    return [button.accessibleName() for button in buttons if button.isVisible()]


def _decide(window: Window, wanted: Wanted, reason: str = "The panel talked it over") -> None:
    screens.result(window).buttons[ResultPart.DECISIONS].click()
    screens.result(window).decisions.decision_asked.emit(wanted, reason)


def test_the_host_is_offered_the_result_as_soon_as_scoring_is_closed(
    qapp: QApplication, window: Window
) -> None:
    window.day.enter(HOST)
    while_open = _entries(window)
    window.day.do(lambda: scoring.close_scoring(window.day.desk, HOST))
    qapp.processEvents()

    assert while_open == ["Host’s desk", "Ballots", "Projector", "Check the record"]
    assert _entries(window) == [
        "Host’s desk",
        "Ballots",
        "Projector",
        "Result",
        "Check the record",
    ]


def test_the_host_sees_no_single_ballots_spread(window: Window) -> None:
    scoring.close_scoring(window.day.desk, HOST)
    window.day.enter(HOST)
    window.entry_asked.emit(RESULT)

    assert not screens.result(window).buttons[ResultPart.SPREAD].isVisible()
    assert _winner(window) == ["Team Groundwork", "74.71"]


def test_the_winner_stands_first_and_how_firm_that_is(result: Window) -> None:
    labels = screens.result(result).winner.findChildren(QLabel)
    words = [label.text() for label in labels if label.isVisible()]

    assert words[:4] == [
        "1st by the mean, the event’s method",
        "Team Groundwork",
        "74.71",
        "of 100 · 7 of 8 ballots · 0.65 ahead of Team Lantern",
    ]
    assert words[4] == "This result is not firm: it stays the same in 21 of 32 checks."
    assert words[5] == "in 11, Team Lantern wins"
    assert words[6].startswith("A recusal changes the winner: Dame Olwen Prosser (J1)")
    assert words[7] == "Tell the panel before the reveal."


def test_each_tab_carries_its_own_count(result: Window) -> None:
    counts = {part: tab.count for part, tab in screens.result(result).buttons.items()}

    assert counts == {
        ResultPart.STANDINGS: "",
        ResultPart.WHY: "",
        ResultPart.TIES: "none",
        ResultPart.SPREAD: "3 to ask about",
        ResultPart.CHECKS: "21 of 32 the same",
        ResultPart.DECISIONS: "none",
    }


def test_a_ballot_that_is_asked_about_is_chosen_in_the_form_of_an_agreed_score(
    result: Window,
) -> None:
    screen = screens.result(result)
    screen.buttons[ResultPart.SPREAD].click()
    asked = screen.spread.questions.rows.all_rows[0]
    screen.spread.agree.click()

    form = screen.decisions.agreed
    assert screen.part is ResultPart.DECISIONS
    assert screen.decisions.kind is Kind.AGREED
    assert (form.judge.key, form.team.key) == (asked.judge_id, asked.team_id)
    assert form.given.startswith("Judge’s score")


def test_a_firm_result_leads_to_the_reveal_and_one_that_isnt_to_the_panel(
    result: Window,
) -> None:
    screen = screens.result(result)
    before = screen.act.text()
    _decide(result, OrderWanted((("T3",), ("T1",))))
    screen.buttons[ResultPart.STANDINGS].click()
    after = screen.act.text()
    screen.act.click()

    assert (before, after) == ("Record the panel’s decision…", "Prepare the reveal")
    assert result._key == PROJECTOR


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (ResultPart.STANDINGS, "This result is not firm"),
        (ResultPart.WHY, "By the mean, Team Groundwork is 1st with 74.71"),
        (ResultPart.TIES, "No teams are tied, so no tie-break was needed."),
        (ResultPart.SPREAD, "more than 15 points (15% of 100) from the median"),
        (ResultPart.DECISIONS, "There are no decisions yet."),
    ],
)
def test_each_part_is_filled_when_it_is_shown(result: Window, part: ResultPart, said: str) -> None:
    screens.result(result).buttons[part].click()

    assert said in _words(result)


def test_another_method_is_put_beside_the_declared_one(result: Window) -> None:
    screens.result(result).standings.method_asked.emit("RANK")

    part = screens.result(result).standings
    first = part.table.rows.all_rows[0]
    assert part.method.key == "RANK"
    assert (first.team, first.score) == ("Team Groundwork", "74.71")
    assert first.other_place
    assert float(first.other_score) < 6


def test_an_order_of_the_panels_own_stands_beside_the_arithmetic(result: Window) -> None:
    _decide(result, OrderWanted((("T1", "T3"), ("T2",))))
    recorded = _words(result)
    screens.result(result).buttons[ResultPart.STANDINGS].click()

    order = "Team Lantern and Team Groundwork joint 1st, Team Kingfisher 3rd"
    time = clock_text(datetime.now(UTC)).split(":")[0]
    assert f"{order}\nReason: The panel talked it over. Decided by the organiser at" in recorded
    assert f"at {time}:" in recorded
    assert "Joint 1st by the panel’s decision" in _words(result)
    assert "by the scores alone: Team Lantern 2nd and Team Groundwork 1st" in _words(result)
    assert "Team Lantern: 2nd by the scores alone." in _words(result)
    table = screens.result(result).standings.table.rows
    assert [(row.place, row.scored_place) for row in table.all_rows[:3]] == [
        ("=1st", "2nd"),
        ("=1st", "1st"),
        ("3rd", "3rd"),
    ]


def test_an_order_taken_back_leaves_both_lines_and_the_arithmetic_alone(result: Window) -> None:
    _decide(result, OrderWanted((("T1", "T3"),)))
    part = screens.result(result).decisions
    part.take_back_asked.emit(part.lines[0], "It was read out wrongly")

    assert [(line.what, line.stands) for line in part.lines] == [
        ("the panel’s order was undone", True),
        ("Team Lantern and Team Groundwork joint 1st", False),
    ]


def test_a_withdrawn_team_is_said_to_be_so_below_the_places(result: Window) -> None:
    _decide(result, OutWanted("T3", Exclusion.WITHDRAWN), "Called away")
    screens.result(result).buttons[ResultPart.STANDINGS].click()

    assert "Team Groundwork has withdrawn. Reason: Called away" in _words(result)
    assert _winner(result)[0] != "Team Groundwork"
    assert "Tell the panel before the reveal." not in _words(result)


def test_a_penalty_is_lifted_when_it_is_taken_back(result: Window) -> None:
    _decide(result, PenaltyWanted("T3", "2,5"))
    part = screens.result(result).decisions
    with_penalty = _words(result)
    part.take_back_asked.emit(part.lines[0], "The clock was wrong")

    assert "2.5 points taken off Team Groundwork" in with_penalty
    assert _winner(result) == ["Team Groundwork", "74.71"]
    assert part.lines[0].what == "penalty of Team Groundwork removed"


def test_an_agreed_score_moves_the_result_and_the_given_one_stays_on_the_ballot(
    result: Window,
) -> None:
    before = _winner(result)
    _decide(result, AgreedWanted("J2", "T3", IMPACT, "1"))

    desk = result.day.desk
    given = ballots.all_ballots(desk, ORGANISER)[JudgeId("J2"), TeamId("T3")].scores[IMPACT]
    assert before == ["Team Groundwork", "74.71"]
    assert _winner(result) != before
    assert f"{given} → 1\nReason: The panel talked it over" in _words(result)
    assert given > 1


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (PenaltyWanted("T1", "a few"), "“a few” isn’t a number."),
        (PenaltyWanted("T1", "-3"), "Enter 0 or more."),
        (PenaltyWanted("T1", "1e999999999"), "isn’t a number."),
        (AgreedWanted("J1", "T1", IMPACT, "11"), "is outside the scale of"),
    ],
)
def test_a_figure_that_makes_no_sense_is_refused_in_words_and_what_was_typed_stays(
    result: Window, wanted: Wanted, said: str
) -> None:
    screens.result(result).decisions.reason.field.setText("The panel talked it over")
    _decide(result, wanted)

    assert said in result._toast.text
    assert screens.result(result).decisions.reason.text == "The panel talked it over"
    assert "There are no decisions yet." in _words(result)


def test_the_host_may_take_a_team_out_but_not_decide_the_order(window: Window) -> None:
    scoring.close_scoring(window.day.desk, HOST)
    window.day.enter(HOST)
    window.entry_asked.emit(RESULT)
    screens.result(window).buttons[ResultPart.DECISIONS].click()

    kinds = screens.result(window).decisions.kinds
    assert [kind for kind, button in kinds.items() if button.isEnabled()] == [
        Kind.OUT,
        Kind.PENALTY,
    ]
    assert "Only the organiser can save the panel’s order and agreed scores." in _words(window)


def test_the_order_waits_until_scoring_is_closed(window: Window) -> None:
    window.day.enter(ORGANISER)
    window.entry_asked.emit(RESULT)
    screens.result(window).buttons[ResultPart.DECISIONS].click()

    assert window.day.desk.event().phase is Phase.SCORING
    assert (
        "The panel’s order and the panel’s choice awards can be saved once scoring is closed."
        in _words(window)
    )


def test_without_a_ballot_every_part_says_so_and_none_fails(qtbot: QtBot, tmp_path: Path) -> None:
    sample, path = read_sample(with_ballots=False), tmp_path / "empty.pitchday"
    events.create_event(path, sample.event, sample.intake, sample.pins)
    with _opened(qtbot, path) as window:
        window.day.enter(ORGANISER)
        window.entry_asked.emit(RESULT)
        said = _words(window)
        for button in screens.result(window).buttons.values():
            button.click()
            said += _words(window)

    assert "No result yet: 48 ballots still to come." in said
    assert "Two teams need a place first. Each gets one when a ballot is submitted." in said


def test_ctrl_z_undoes_the_last_decision_and_says_so_beforehand(result: Window) -> None:
    screen = screens.result(result)
    nothing = screen.undo.accessibleName()
    _decide(result, OrderWanted((("T1",), ("T3",))))
    offered = screen.undo.accessibleName()
    QTest.keyClick(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert nothing == ""
    assert offered == "Undo: panel’s order (Ctrl+Z)"
    assert _winner(result)[0] == "Team Groundwork"
    assert screen.undo.accessibleName() == ""
