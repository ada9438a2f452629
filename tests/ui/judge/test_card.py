"""The scorecard by keyboard and by mouse."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from time import monotonic

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.domain.setup import Setup
from judging_app.present.judge.card import Beside, scorecard
from judging_app.present.judge.desk import DeskAct, JudgeDeskView
from judging_app.present.judge.own_scores import own_scores
from judging_app.present.judge.rubric import rubric_rows
from tests.builders import set_up
from ui import theme
from ui.frame.rail import RailPart, ShellEntry
from ui.judge.ballot_list import BallotList
from ui.judge.card import Scorecard
from ui.judge.criterion_row import CriterionLine
from ui.judge.own_strip import OwnStrip
from ui.judge.scale_keys import KEY_SIZE, ScaleKeys
from ui.shell import Shell
from ui.widgets.buttons import ElidedAct

SCORING = Event("Tech Connect", phase=Phase.SCORING)
EMPTY = Ballot(JudgeId("J1"), TeamId("T1"))
A, B, C = CriterionId("a"), CriterionId("b"), CriterionId("c")


def setup_of(*criteria: Criterion) -> Setup:
    return set_up(
        teams=(Team(TeamId("T1"), "Team Lantern"), Team(TeamId("T2"), "Team Perch")),
        rubric=Rubric(criteria),
        judges=(Judge(JudgeId("J1"), "Dame Olwen Prosser"),),
    )


THREE = setup_of(
    Criterion(A, "Impact", Fraction(50)),
    Criterion(B, "Cost", Fraction(30)),
    Criterion(C, "Evidence", Fraction(20)),
)


class Desk:
    """Keeps what the screen asks for, and shows it, as the real desk does."""

    def __init__(self, screen: Scorecard, setup: Setup, ballot: Ballot) -> None:
        self.screen, self.setup, self.ballot = screen, setup, ballot
        self.scores: list[tuple[str, int]] = []
        self.cleared: list[str] = []
        self.comments: list[tuple[str, str]] = []
        self.submits = 0
        screen.score_asked.connect(self.score)
        screen.clear_asked.connect(self.clear)
        screen.comments_asked.connect(self.comment)
        screen.submit_asked.connect(self.submit)
        self.show()

    def show(self) -> None:
        self.screen.show_scorecard(scorecard(SCORING, self.setup, self.ballot))

    def score(self, criterion: str, steps: int) -> None:
        self.scores.append((criterion, steps))
        kept = {**self.ballot.scores, CriterionId(criterion): steps}
        self.ballot = replace(self.ballot, state=BallotState.DRAFT, scores=kept)
        self.show()

    def clear(self, criterion: str) -> None:
        self.cleared.append(criterion)
        kept = {one: steps for one, steps in self.ballot.scores.items() if one != criterion}
        self.ballot = replace(self.ballot, scores=kept)
        self.show()

    def comment(self, for_team: str, for_panel: str) -> None:
        self.comments.append((for_team, for_panel))
        self.ballot = replace(self.ballot, for_team=for_team, for_panel=for_panel)
        self.show()

    def submit(self) -> None:
        self.submits += 1


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[..., Desk]:
    def open_(setup: Setup = THREE, ballot: Ballot = EMPTY) -> Desk:
        screen = Scorecard()
        qtbot.addWidget(screen)
        screen.resize(1000, 700)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        desk = Desk(screen, setup, ballot)
        keys_of(desk)[0].setFocus()
        return desk

    return open_


def key_box(keys: ScaleKeys, steps: int) -> QRect:
    """Where the key for a score is."""
    at = [key.steps for key in keys._keys].index(steps)
    return keys._boxes(keys.width())[at]


def keys_of(desk: Desk) -> list[ScaleKeys]:
    return [line.control for line in lines_of(desk) if isinstance(line.control, ScaleKeys)]


def lines_of(desk: Desk) -> list[CriterionLine]:
    return desk.screen.findChildren(CriterionLine)


def act(desk: Desk) -> ElidedAct:
    return desk.screen.scoring.acts.act


def press(*keys: Qt.Key | str) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(key, str) and not key.isascii():  # QTest aborts on it
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
            QApplication.sendEvent(focused, event)
        elif isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key)


def button(desk: Desk, words: str) -> QPushButton:
    found = desk.screen.findChildren(QPushButton)
    return next(one for one in found if one.text() == words and one.isVisible())


def whole() -> Ballot:
    return replace(EMPTY, state=BallotState.DRAFT, scores={A: 7, B: 8, C: 9})


SUBMIT = "Submit 77.00 for Team Lantern"


def test_nothing_is_chosen_before_the_judge_chooses(opened: Callable[..., Desk]) -> None:
    desk = opened()

    assert desk.scores == []
    assert (act(desk).whole, act(desk).isEnabled()) == ("Go to the 3 scores left", True)
    assert all("Not scored" in keys.accessibleName() for keys in keys_of(desk))


def test_a_digit_chooses(opened: Callable[..., Desk]) -> None:
    desk = opened()
    press("7")

    assert desk.scores == [(A, 7)]


def test_1_then_0_makes_10(opened: Callable[..., Desk]) -> None:
    desk = opened()
    press("1", "0")

    assert desk.ballot.scores == {A: 10}


def test_0_alone_is_10_where_the_scale_has_no_nought(opened: Callable[..., Desk]) -> None:
    desk = opened()
    press("0")

    assert desk.scores == [(A, 10)]


def test_0_alone_is_nought_where_the_scale_has_one(opened: Callable[..., Desk]) -> None:
    desk = opened(setup_of(Criterion(A, "Impact", Fraction(1), lowest=0, highest=10)))
    press("0")

    assert desk.scores == [(A, 0)]


def test_a_digit_in_another_criterion_begins_a_new_number(opened: Callable[..., Desk]) -> None:
    desk = opened()
    press("1", Qt.Key.Key_Down, "1", Qt.Key.Key_Up, "5")

    assert desk.ballot.scores == {A: 5, B: 1}


def test_halves_are_typed_with_a_point_or_a_comma(opened: Callable[..., Desk]) -> None:
    halves = Criterion(A, "Impact", Fraction(1), lowest=2, highest=20, step=Fraction(1, 2))
    desk = opened(setup_of(halves))
    press("7", ".", "5")

    assert desk.ballot.scores == {A: 15}


@pytest.mark.parametrize(
    ("criterion", "typed", "steps"),
    [
        (Criterion(A, "Idea", Fraction(1), 0, 20, Fraction(1, 2)), ".5", 1),
        (Criterion(A, "Idea", Fraction(1), 0, 20, Fraction(1, 2)), "7,5", 15),
        (Criterion(A, "Mood", Fraction(1), -3, 3), "-2", -2),
        (Criterion(A, "Mood", Fraction(1), -3, 3), "−2", -2),
        (Criterion(A, "Mood", Fraction(1), -3, 3), "3-3", -3),
        (Criterion(A, "Mood", Fraction(1), -6, 12, Fraction(1, 2)), "-.5", -1),
        (Criterion(A, "Mood", Fraction(1), -6, 12, Fraction(1, 2)), "-2.5", -5),
        (Criterion(A, "Mood", Fraction(1), -6, 12, Fraction(1, 2)), "-52.5", 5),
    ],
)
def test_scores_are_typed_as_people_write_them(
    opened: Callable[..., Desk], criterion: Criterion, typed: str, steps: int
) -> None:
    desk = opened(setup_of(criterion))
    press(*typed)

    assert desk.ballot.scores == {A: steps}


@pytest.mark.parametrize("typed", ["7", "-1", "12"])
def test_a_figure_that_is_no_score_says_what_to_enter(
    opened: Callable[..., Desk], typed: str
) -> None:
    desk = opened(setup_of(Criterion(A, "Impact", Fraction(1), lowest=2, highest=5)))
    (line,) = lines_of(desk)
    assert line.says == "2 to 5"
    press(typed[0])
    press(*typed[1:])

    assert line.says == ("of 5" if typed == "12" else "Enter 2 to 5")


def test_a_whole_card_is_scored_by_keyboard(opened: Callable[..., Desk]) -> None:
    desk = opened()
    press("7", Qt.Key.Key_Down, "8", Qt.Key.Key_Tab, "1", "0")

    assert desk.ballot.scores == {A: 7, B: 8, C: 10}
    assert act(desk).whole == "Submit 79.00 for Team Lantern…"


def test_left_and_right_read_and_stop_at_the_ends_and_space_chooses(
    opened: Callable[..., Desk],
) -> None:
    desk = opened(ballot=replace(whole(), scores={A: 8}))
    press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert desk.scores == []
    assert keys_of(desk)[0].reading is not None
    press(Qt.Key.Key_Space)

    assert desk.scores == [(A, 9)]


def test_reading_begins_at_an_end_where_nothing_is_scored(opened: Callable[..., Desk]) -> None:
    desk = opened()
    press(Qt.Key.Key_Left)
    last = keys_of(desk)[0].reading
    press(Qt.Key.Key_Down, Qt.Key.Key_Right)
    first = keys_of(desk)[1].reading

    assert (last and last.text, first and first.text) == ("10", "1")
    assert desk.scores == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_and_backspace_clear_to_not_scored(opened: Callable[..., Desk], key: Qt.Key) -> None:
    desk = opened(ballot=whole())
    press(key, key)

    assert desk.cleared == [A]
    assert A not in desk.ballot.scores


def test_the_chosen_key_clicked_again_clears(opened: Callable[..., Desk]) -> None:
    desk = opened()
    keys = keys_of(desk)[0]
    for _ in range(2):
        where = key_box(keys, 6).center()
        QTest.mouseClick(keys, Qt.MouseButton.LeftButton, pos=where)

    assert desk.scores == [(A, 6)]
    assert desk.cleared == [A]


def test_a_double_click_chooses_and_does_not_clear(opened: Callable[..., Desk]) -> None:
    desk = opened()
    keys = keys_of(desk)[0]
    where = key_box(keys, 6).center()
    QTest.mouseClick(keys, Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(keys, Qt.MouseButton.LeftButton, pos=where)

    assert desk.ballot.scores == {A: 6}


def test_a_click_between_the_keys_chooses_nothing(opened: Callable[..., Desk]) -> None:
    desk = opened()
    QTest.mouseClick(keys_of(desk)[0], Qt.MouseButton.LeftButton, pos=QPoint(1, 1))

    assert desk.scores == []


def test_every_key_is_large_enough_for_a_finger(opened: Callable[..., Desk]) -> None:
    desk = opened()
    boxes = [key_box(keys_of(desk)[0], steps) for steps in range(1, 11)]

    assert all(box.width() >= KEY_SIZE >= 44 and box.height() >= 44 for box in boxes)


def test_what_is_shown_as_chosen_is_only_what_was_saved(
    opened: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = opened()
    desk.screen.score_asked.disconnect(desk.score)
    with qtbot.waitSignal(desk.screen.score_asked):
        press("7")

    assert "Not scored" in keys_of(desk)[0].accessibleName()


def test_twenty_presses_of_enter_submit_once(opened: Callable[..., Desk]) -> None:
    desk = opened(ballot=whole())
    act(desk).setFocus()
    for _ in range(20):
        focused = QApplication.focusWidget()
        if focused is not None:
            QTest.keyClick(focused, Qt.Key.Key_Return)

    assert desk.submits == 1


def test_a_double_click_does_not_submit_by_its_second_press(opened: Callable[..., Desk]) -> None:
    desk = opened(ballot=whole())
    act(desk).click()
    submit = button(desk, SUBMIT)
    middle = submit.rect().center().toPointF()
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        where = submit.mapToGlobal(middle)
        QApplication.sendEvent(submit, QMouseEvent(kind, middle, where, left, left, none))

    assert desk.submits == 0


def test_many_clicks_on_submit_submit_once(opened: Callable[..., Desk]) -> None:
    desk = opened(ballot=whole())
    act(desk).click()
    submit = button(desk, SUBMIT)
    for _ in range(5):
        QTest.mouseClick(submit, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(submit, Qt.MouseButton.LeftButton)

    assert desk.submits == 1


def test_control_and_enter_opens_the_read_back(opened: Callable[..., Desk]) -> None:
    desk = opened(ballot=whole())
    focused = keys_of(desk)[0]
    QTest.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert button(desk, SUBMIT).isEnabled()
    assert "total 77.00 of 100" in button(desk, SUBMIT).accessibleDescription()
    assert desk.submits == 0


def test_control_and_enter_submits_on_the_check_but_not_as_it_opens(
    opened: Callable[..., Desk],
) -> None:
    desk, ctrl = opened(ballot=whole()), Qt.KeyboardModifier.ControlModifier
    act(desk).click()
    desk.screen._read_back._shown_s = monotonic()
    QTest.keyClick(button(desk, SUBMIT), Qt.Key.Key_Return, ctrl)
    assert desk.submits == 0

    desk.screen._read_back._shown_s = 0.0
    QTest.keyClick(button(desk, SUBMIT), Qt.Key.Key_Return, ctrl)
    assert desk.submits == 1


def test_control_and_enter_on_a_card_with_a_gap_leads_to_the_gap(
    opened: Callable[..., Desk],
) -> None:
    desk = opened(ballot=replace(whole(), scores={A: 7, C: 9}))
    QTest.keyClick(keys_of(desk)[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert keys_of(desk)[1].hasFocus()


def test_going_on_scoring_submits_nothing(opened: Callable[..., Desk]) -> None:
    desk = opened(ballot=whole())
    act(desk).click()
    button(desk, "Go back to scoring").click()

    assert desk.submits == 0
    assert act(desk).isVisible()


def test_a_comment_is_told_at_a_pause(opened: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = opened()
    box = desk.screen.findChildren(QPlainTextEdit)[0]
    with qtbot.waitSignal(desk.screen.comments_asked, timeout=5000):
        QTest.keyClicks(box, "Clear")

    assert desk.comments == [("Clear", "")]


def test_a_comment_is_told_before_its_box_is_left(opened: Callable[..., Desk]) -> None:
    desk = opened()
    box = desk.screen.findChildren(QPlainTextEdit)[0]
    box.setFocus()
    QTest.keyClicks(box, "Clear")
    keys_of(desk)[0].setFocus()

    assert desk.comments == [("Clear", "")]


def test_a_comment_is_told_before_the_card_is_left(opened: Callable[..., Desk]) -> None:
    desk = opened()
    order: list[str] = []
    desk.screen.comments_asked.connect(lambda for_team, _: order.append(for_team))
    desk.screen.back_asked.connect(lambda: order.append("back"))
    box = desk.screen.findChildren(QPlainTextEdit)[0]
    box.setFocus()
    QTest.keyClicks(box, "Clear")
    QTest.keyClick(box, Qt.Key.Key_Escape)

    assert order == ["Clear", "back"]


def test_a_score_saved_meanwhile_leaves_the_comment_that_is_being_written(
    opened: Callable[..., Desk],
) -> None:
    desk = opened()
    box = desk.screen.findChildren(QPlainTextEdit)[0]
    box.setFocus()
    QTest.keyClicks(box, "Cle")
    desk.score(A, 4)
    QTest.keyClicks(box, "ar")

    assert box.toPlainText() == "Clear"


def test_another_teams_card_shows_its_own_comments(opened: Callable[..., Desk]) -> None:
    desk = opened(ballot=replace(EMPTY, for_team="Clear"))
    desk.ballot = Ballot(JudgeId("J1"), TeamId("T2"), for_team="Brisk")
    desk.show()

    assert desk.screen.findChildren(QPlainTextEdit)[0].toPlainText() == "Brisk"


def test_a_wide_scale_is_typed_and_takes_only_scores_on_it(opened: Callable[..., Desk]) -> None:
    screen_setup = setup_of(Criterion(A, "Impact", Fraction(1), lowest=0, highest=100))
    screen = Desk(Scorecard(), screen_setup, EMPTY)
    field = lines_of(screen)[0].control
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "75")
    QTest.keyClicks(field, "5")

    assert screen.scores == [(A, 7), (A, 75)]
    assert screen.cleared == [A]
    del opened


@pytest.mark.parametrize(
    "ballot",
    [
        replace(whole(), state=BallotState.SUBMITTED),
        replace(EMPTY, state=BallotState.RECUSED, reason="employs a member"),
        replace(EMPTY, state=BallotState.ABSENT, reason="left"),
    ],
)
def test_a_ballot_that_is_not_open_can_only_be_read(
    opened: Callable[..., Desk], ballot: Ballot
) -> None:
    desk = opened(ballot=ballot)
    closed = desk.screen.closed
    closed.take_keyboard()
    press("7", "r", "c", Qt.Key.Key_Delete)
    QTest.keyClick(closed.act, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert closed.isVisible()
    assert (desk.scores, desk.cleared, desk.comments) == ([], [], [])
    assert not any(one.isVisible() for one in (*keys_of(desk), *desk.screen.scoring.comments))
    assert not any(one.text().startswith("Submit") for one in shown_buttons(desk))
    assert QApplication.focusWidget() is closed.act


def shown_buttons(desk: Desk) -> list[QPushButton]:
    return [one for one in desk.screen.findChildren(QPushButton) if one.isVisible()]


def test_a_score_that_was_not_saved_can_be_asked_for_again(opened: Callable[..., Desk]) -> None:
    desk = opened(ballot=replace(whole(), scores={A: 7}))
    press("7")
    assert desk.scores == []
    desk.screen.show_not_saved()
    press("7")

    assert desk.scores == [(A, 7)]


def test_everything_that_takes_the_keyboard_has_a_name(opened: Callable[..., Desk]) -> None:
    desk = opened()
    unnamed = [
        part
        for part in desk.screen.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.accessibleName()
        if isinstance(part, QAbstractButton | QPlainTextEdit | QLineEdit | ScaleKeys)
        if part.isVisible()
    ]

    assert unnamed == []


@pytest.mark.row(54)
def test_every_label_is_plain_text(opened: Callable[..., Desk]) -> None:
    desk = opened()
    labels = desk.screen.findChildren(QLabel)

    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("width", [800, 1100])
def test_at_200_percent_text_every_key_stays_inside_its_card(
    qapp: QApplication, qtbot: QtBot, width: int
) -> None:
    theme.apply(qapp, "light", 2.0)
    screen = Scorecard()
    qtbot.addWidget(screen)
    screen.resize(width, 700)
    screen.show()
    desk = Desk(screen, THREE, EMPTY)
    qtbot.waitUntil(lambda: keys_of(desk)[0].height() > KEY_SIZE)

    for keys in keys_of(desk):
        assert keys.rect().contains(key_box(keys, 10))
        assert keys.mapTo(screen, keys.rect().topRight()).x() <= width
    assert screen.width() == width


def test_a_criterion_reached_by_keyboard_is_scrolled_into_view(
    opened: Callable[..., Desk], qtbot: QtBot
) -> None:
    many = (Criterion(CriterionId(f"c{at}"), f"Criterion {at}", Fraction(1)) for at in range(12))
    desk = opened(setup_of(*many))
    qtbot.waitUntil(lambda: keys_of(desk)[11].y() >= 0 and desk.screen.height() == 700)
    press(*[Qt.Key.Key_Down] * 11)

    assert keys_of(desk)[11].hasFocus()
    assert not keys_of(desk)[11].visibleRegion().isEmpty()


LONG = (
    "Changes how the service works for everyone who uses it and for those who run it, with "
    "evidence that it would, from people who have tried it, and a plan that could be begun tomorrow"
)
SECTIONED = setup_of(
    Criterion(
        A,
        "Impact",
        Fraction(60),
        section="Viability",
        needs_comment=True,
        levels=(Level(1, "Nobody would notice"), Level(10, LONG)),
    ),
    Criterion(B, "Risk", Fraction(40), 1, 5, is_inverted=True, section="Presentation"),
    Criterion(C, "Choice", Fraction(5), 0, 5, kind=CriterionKind.BONUS),
)


def words_on(desk: Desk) -> list[str]:
    """Every label that is seen, from top to bottom."""
    labels = [one for one in desk.screen.findChildren(QLabel) if one.isVisible() and one.text()]
    return [one.text() for one in sorted(labels, key=lambda one: one.mapToGlobal(QPoint()).y())]


def test_sections_stand_as_headings_above_their_criteria(opened: Callable[..., Desk]) -> None:
    desk = opened(SECTIONED)
    words = words_on(desk)

    headed = [
        one.partition("  counts")[0]
        for one in words
        if one.partition("  counts")[0] in {"Viability", "Impact", "Presentation", "Risk"}
    ]
    assert headed == ["Viability", "Impact", "Presentation", "Risk"]


def test_another_rubric_takes_its_own_headings(opened: Callable[..., Desk]) -> None:
    desk = opened(SECTIONED)
    desk.setup, desk.ballot = THREE, replace(EMPTY, team=TeamId("T2"))
    desk.show()

    assert not {"Viability", "Presentation", "Other criteria"} & set(words_on(desk))


def test_the_words_for_the_chosen_score_appear_where_room_was_kept(
    opened: Callable[..., Desk],
) -> None:
    desk = opened(SECTIONED)
    line = lines_of(desk)[0]
    QApplication.processEvents()  # the layout follows at the next turn of the loop
    before = [one.geometry() for one in lines_of(desk)]
    press("0")
    QApplication.processEvents()

    assert line.says == LONG
    assert [one.geometry() for one in lines_of(desk)] == before
    assert line.control.accessibleDescription() == LONG


def test_a_card_without_levels_keeps_no_room_for_them(opened: Callable[..., Desk]) -> None:
    desk = opened(SECTIONED)
    levelled, plain, _ = lines_of(desk)

    assert plain.height() < levelled.height()


def test_an_inverted_scale_says_which_end_is_best(opened: Callable[..., Desk]) -> None:
    desk = opened(SECTIONED)

    assert lines_of(desk)[1].says == "1 to 5, 1 is best"
    assert "Not scored (1 is best)" in lines_of(desk)[1].control.accessibleName()


def test_control_and_enter_leads_to_a_comment_that_is_needed(opened: Callable[..., Desk]) -> None:
    desk = opened(SECTIONED, replace(whole(), scores={A: 7, B: 2, C: 0}))
    QTest.keyClick(keys_of(desk)[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    field = QApplication.focusWidget()
    assert field is desk.screen.findChildren(QPlainTextEdit)[0]
    QTest.keyClicks(field, "Clear")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert any(one.text().startswith("Submit") for one in shown_buttons(desk))
    assert desk.screen.page is not desk.screen.scoring


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_long_levels_are_shown_whole_at_any_size_of_text(
    opened: Callable[..., Desk], qapp: QApplication, text_scale: float
) -> None:
    theme.apply(qapp, "light", text_scale)
    desk = opened(SECTIONED)
    press("0")
    QApplication.processEvents()
    label = next(
        one for one in desk.screen.findChildren(QLabel) if one.isVisible() and one.text() == LONG
    )

    assert label.height() >= label.heightForWidth(label.width())


SEVEN = setup_of(
    *(
        Criterion(
            CriterionId(f"c{at}"),
            f"Criterion {at}",
            Fraction(10),
            levels=(
                Level(1, "Nobody would notice the difference"),
                Level(4, "A few people would be helped"),
                Level(7, "A clear gain for many"),
                Level(10, "Changes how the service works for everyone"),
            ),
        )
        for at in range(7)
    )
)


def test_seven_criteria_with_their_levels_stand_on_one_laptops_screen(qtbot: QtBot) -> None:
    shell = Shell()
    qtbot.addWidget(shell)
    screen = Scorecard()
    shell.add_screen("card", screen)
    shell.show_entries((ShellEntry("teams", RailPart.ON_THE_DAY, "Your teams", "users"),))
    shell.resize(1366, 768)
    shell.show()
    desk = Desk(screen, SEVEN, EMPTY)
    shell.show_screen("card")
    qtbot.waitUntil(lambda: keys_of(desk)[6].height() > 0 and keys_of(desk)[6].isVisible())
    QApplication.processEvents()

    assert all(keys.visibleRegion().boundingRect() == keys.rect() for keys in keys_of(desk))
    ends = "1: Nobody would notice the difference · 10: Changes how the service works for everyone"
    assert [line.says for line in lines_of(desk)] == [ends] * 7
    assert shell.size() == QSize(1366, 768)


def test_the_sentence_of_a_score_is_read_before_anything_is_scored_by_keys_and_by_mouse(
    opened: Callable[..., Desk],
) -> None:
    desk = opened(SEVEN)
    line, keys = lines_of(desk)[0], keys_of(desk)[0]
    press(*[Qt.Key.Key_Right] * 4)
    by_keys = line.says
    press(Qt.Key.Key_Right)
    between = line.says
    QTest.mouseMove(keys, key_box(keys, 10).center())
    by_mouse = line.says
    QApplication.sendEvent(keys, QEvent(QEvent.Type.Leave))
    press(Qt.Key.Key_Down)

    assert by_keys == "A few people would be helped  · press 4 to score"
    assert between.startswith("Between 4 “A few people would be helped” and 7 “A clear gain")
    assert by_mouse.startswith("Changes how the service works for everyone")
    assert line.says.startswith("1: Nobody would notice")
    assert desk.scores == []


def test_no_row_moves_while_the_levels_are_read(opened: Callable[..., Desk]) -> None:
    desk = opened(SECTIONED)
    QApplication.processEvents()
    before = [one.geometry() for one in lines_of(desk)]
    for _ in range(10):
        press(Qt.Key.Key_Right)
        QApplication.processEvents()
        assert [one.geometry() for one in lines_of(desk)] == before


def test_r_opens_all_levels_at_the_criterion_in_hand_and_gives_the_keyboard_back(
    opened: Callable[..., Desk],
) -> None:
    desk = opened(SEVEN)
    desk.screen.show_rubric(rubric_rows(SEVEN.rubric))
    press(Qt.Key.Key_Down, "r")
    drawer = desk.screen.scoring.drawer
    was_open, said = drawer.isVisible(), words_on(desk)
    press("r")
    closed_by_r = not drawer.isVisible() and keys_of(desk)[1].hasFocus()
    press("r", Qt.Key.Key_Escape)

    assert was_open
    assert said.count("A clear gain for many") == 7
    assert closed_by_r
    assert not drawer.isVisible()
    assert keys_of(desk)[1].hasFocus()


def test_the_letters_of_a_comment_are_no_keys(opened: Callable[..., Desk]) -> None:
    desk = opened()
    press("c")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    press("r", "c")

    assert field.toPlainText() == "rc"
    assert not desk.screen.scoring.drawer.isVisible()


def test_the_act_leads_to_what_is_left_and_then_to_the_read_back_by_mouse_alone(
    opened: Callable[..., Desk],
) -> None:
    desk = opened()
    for keys in keys_of(desk)[:2]:
        QTest.mouseClick(keys, Qt.MouseButton.LeftButton, pos=key_box(keys, 7).center())
    left = act(desk).whole
    QTest.mouseClick(act(desk), Qt.MouseButton.LeftButton)
    assert (left, keys_of(desk)[2].hasFocus()) == ("Go to the score left", True)
    keys = keys_of(desk)[2]
    QTest.mouseClick(keys, Qt.MouseButton.LeftButton, pos=key_box(keys, 9).center())
    QTest.mouseClick(act(desk), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(desk, "Submit 74.00 for Team Lantern"), Qt.MouseButton.LeftButton)

    assert desk.submits == 1
    assert desk.ballot.scores == {A: 7, B: 7, C: 9}


def test_what_is_left_is_named_in_the_foot(opened: Callable[..., Desk]) -> None:
    desk = opened(ballot=replace(whole(), scores={A: 7}))

    assert {"2 left:", "Cost, Evidence", "No total yet"} <= set(words_on(desk))


def test_page_down_and_page_up_ask_for_the_teams_beside(opened: Callable[..., Desk]) -> None:
    desk = opened()
    asked: list[str] = []
    desk.screen.team_asked.connect(asked.append)
    beside = Beside(order=[TeamId("T2"), TeamId("T1"), TeamId("T3")])
    desk.screen.show_scorecard(scorecard(SCORING, THREE, EMPTY, beside))
    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
    head = desk.screen.scoring.head
    QTest.mouseClick(head._after, Qt.MouseButton.LeftButton)

    assert asked == ["T3", "T2", "T3"]
    assert "2 of 3" in words_on(desk)


def test_a_submitted_ballot_is_a_list_with_its_total_and_receipt(
    opened: Callable[..., Desk],
) -> None:
    desk = opened()
    submitted = replace(whole(), state=BallotState.SUBMITTED)
    view = scorecard(SCORING, THREE, submitted, Beside(receipt="QXFM"))
    own = JudgeDeskView(act=DeskAct("Score Team Perch", "T2"))
    desk.screen.show_scorecard(view, own, "Locks after 60 s without a key or the mouse.")
    asked: list[str] = []
    desk.screen.team_asked.connect(asked.append)
    (shown,) = (one for one in desk.screen.findChildren(BallotList) if one.isVisible())
    words = [one.text() for one in shown.findChildren(QLabel) if one.isVisible()]
    press(Qt.Key.Key_Return)

    assert {"What you gave", "Impact  counts 50 of 100", "7", "of 10"} <= set(words)
    assert "Submitted: 77.00 of 100 for Team Lantern" in words_on(desk)
    assert any("QXFM" in one for one in words_on(desk))
    assert asked == ["T2"]


@pytest.mark.parametrize("count", [3, 5, 8])
def test_three_whole_criteria_are_in_sight_at_200_percent(
    qapp: QApplication, qtbot: QtBot, count: int
) -> None:
    theme.apply(qapp, "light", 2.0)
    shell = Shell()
    qtbot.addWidget(shell)
    screen = Scorecard()
    shell.add_screen("card", screen)
    shell.show_entries((ShellEntry("teams", RailPart.ON_THE_DAY, "Your teams", "users"),))
    shell.resize(1366, 768)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    shell.show_screen("card")
    QApplication.processEvents()
    many = tuple(replace(SEVEN.rubric.criteria[0], id=CriterionId(f"c{at}")) for at in range(count))
    desk = Desk(screen, setup_of(*many), EMPTY)
    QApplication.processEvents()
    whole_lines = [
        one for one in lines_of(desk) if one.visibleRegion().boundingRect() == one.rect()
    ]

    assert len(whole_lines) >= 3
    assert act(desk).visibleRegion().boundingRect() == act(desk).rect()


def marked(row: Criterion) -> Beside:
    """Two other teams that were given 4."""
    others = [Ballot(JudgeId("J1"), TeamId("T2"), BallotState.DRAFT, {row.id: 4})]
    return Beside(marks=own_scores(Rubric((row,)), THREE.teams, others))


def test_a_key_tells_whom_else_it_was_given(opened: Callable[..., Desk]) -> None:
    desk = opened(SEVEN)
    beside = marked(SEVEN.rubric.criteria[0])
    desk.screen.show_scorecard(scorecard(SCORING, SEVEN, EMPTY, beside))
    keys = keys_of(desk)[0]

    assert keys.told(4) == "<p>You gave 4 for Team Perch</p>"
    assert keys.told(5) == ""
    assert "Your other scores: 4 for Team Perch." in keys.accessibleDescription()
    assert keys.told(None) == ""


def test_the_pips_of_other_teams_are_painted_on_their_key_alone(
    opened: Callable[..., Desk],
) -> None:
    desk = opened(THREE)
    keys = keys_of(desk)[0]
    keys.clearFocus()
    plain = keys.grab().toImage()
    beside = marked(THREE.rubric.criteria[0])
    desk.screen.show_scorecard(scorecard(SCORING, THREE, EMPTY, beside))
    with_pips = keys.grab().toImage()

    changed = [score for score in range(1, 11) if plain.copy(box := key_box(keys, score)) !=
               with_pips.copy(box)]  # fmt: skip
    assert changed == [4]


def test_a_typed_scale_has_a_strip_of_marks(opened: Callable[..., Desk]) -> None:
    wide = Criterion(A, "Impact", Fraction(1), lowest=0, highest=100)
    desk = opened(THREE)
    screen = desk.screen
    screen.show_scorecard(scorecard(SCORING, setup_of(wide), EMPTY, marked(wide)))
    (strip,) = (one for one in screen.findChildren(OwnStrip) if one.isVisible())
    without = strip.grab().toImage()
    scored = replace(EMPTY, state=BallotState.DRAFT, scores={A: 50})
    screen.show_scorecard(scorecard(SCORING, setup_of(wide), scored, marked(wide)))

    assert strip.accessibleName() == "Your other scores: 4 for Team Perch."
    assert strip.grab().toImage() != without
