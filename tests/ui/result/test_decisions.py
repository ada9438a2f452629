import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from judging_app.domain.standings import Exclusion
from judging_app.present.result.decisions import DecisionLine
from ui.result.decisions import ACTS, NOTHING, DecisionsPart, Kind
from ui.result.forms import NOT_GIVEN
from ui.result.wanted import AgreedWanted, GivenScore, OrderWanted, OutWanted, PenaltyWanted
from ui.widgets.picker import Choice

_TEAMS = (Choice("T1", "Heron"), Choice("T2", "Perch"), Choice("T3", "Lantern"))
_JUDGES = (Choice("J1", "Ada Reed (J1)"), Choice("J2", "Bo Lund (J2)"))
_CRITERIA = (Choice("impact", "Impact"),)
_OUT = DecisionLine(
    "out T2",
    "exclude team",
    "Perch has withdrawn",
    "Perch has withdrawn. Reason: Ill. Decided by the organiser at 14:32.",
    team="T2",
    can_be_taken_back=True,
)


@pytest.fixture
def part(qtbot: QtBot) -> DecisionsPart:
    made = DecisionsPart()
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.show_choices(_TEAMS, _JUDGES, _CRITERIA)
    made.agreed.show_given([GivenScore("J1", "T1", "impact", "7 of 10", "1 to 10")])
    made.show_offer(frozenset(Kind), "")
    return made


def _choose(part: DecisionsPart, kind: Kind) -> None:
    part.kinds[kind].click()
    part.reason.field.setText("The panel talked it over")


def test_the_same_place_makes_teams_joint_and_others_are_left_to_the_arithmetic(
    qtbot: QtBot, part: DecisionsPart
) -> None:
    _choose(part, Kind.ORDER)
    for team in ("T3", "T1"):
        QTest.keyClicks(part.order.rows.fields[team], "1")

    with qtbot.waitSignal(part.decision_asked) as asked:
        QTest.keyClick(part.reason.field, Qt.Key.Key_Return)

    assert asked.args == [OrderWanted((("T1", "T3"),)), "The panel talked it over"]


def test_the_order_is_read_back_with_the_places_that_joint_teams_use_up(
    part: DecisionsPart,
) -> None:
    for team, place in (("T1", "1"), ("T2", "2"), ("T3", "1")):
        part.order.rows.fields[team].setText(place)

    assert "Joint 1st Heron and Lantern; 3rd Perch" in _texts(part)


def test_no_decision_goes_on_the_record_without_a_reason(part: DecisionsPart) -> None:
    part.order.rows.fields["T1"].setText("1")
    without = part.act.isEnabled()
    part.reason.field.setText("   ")
    with_blanks = part.act.isEnabled()
    part.reason.field.setText("Both solve it")

    assert (without, with_blanks, part.act.isEnabled()) == (False, False, True)


@pytest.mark.parametrize("place", ["0", "x", ""])
def test_what_is_no_place_orders_nothing(part: DecisionsPart, place: str) -> None:
    QTest.keyClicks(part.order.rows.fields["T1"], place)

    assert part.order.wanted is None


def test_a_team_is_taken_out_as_disqualified(qtbot: QtBot, part: DecisionsPart) -> None:
    _choose(part, Kind.OUT)
    QTest.keyClick(part.out.team.box, Qt.Key.Key_Down)
    part.out.kinds[Exclusion.DISQUALIFIED].click()

    with qtbot.waitSignal(part.decision_asked) as asked:
        part.act.click()

    assert asked.args[0] == OutWanted("T2", Exclusion.DISQUALIFIED)


def test_a_penalty_is_handed_over_as_it_was_typed(qtbot: QtBot, part: DecisionsPart) -> None:
    _choose(part, Kind.PENALTY)
    QTest.keyClicks(part.penalty.points, "2,5")

    with qtbot.waitSignal(part.decision_asked) as asked:
        part.act.click()

    assert asked.args[0] == PenaltyWanted("T1", "2,5")


def test_an_agreed_score_shows_what_was_given_first(qtbot: QtBot, part: DecisionsPart) -> None:
    _choose(part, Kind.AGREED)
    given = part.agreed.given
    QTest.keyClicks(part.agreed.score, "8")

    with qtbot.waitSignal(part.decision_asked) as asked:
        part.act.click()

    assert given == "Judge’s score: 7 of 10 · scale 1 to 10"
    assert asked.args[0] == AgreedWanted("J1", "T1", "impact", "8")


def test_where_no_score_was_given_none_can_be_agreed(part: DecisionsPart) -> None:
    _choose(part, Kind.AGREED)
    QTest.keyClick(part.agreed.judge.box, Qt.Key.Key_Down)

    assert part.agreed.given == NOT_GIVEN
    assert not part.agreed.score.isEnabled()
    assert not part.act.isEnabled()


def test_the_act_is_worded_as_what_it_does(part: DecisionsPart) -> None:
    words = []
    for button in part.kinds.values():
        button.click()
        words.append(part.act.text())

    assert words == list(ACTS.values())


def test_what_cannot_be_decided_now_is_closed_and_says_why(part: DecisionsPart) -> None:
    why = "The panel’s order and the panel’s choice awards can be saved once scoring is closed."
    part.show_offer({Kind.OUT, Kind.PENALTY}, why)

    assert why in _texts(part)
    assert not part.kinds[Kind.ORDER].isEnabled()
    assert part.kind is Kind.OUT


def test_a_decision_is_taken_back_with_a_reason_only(qtbot: QtBot, part: DecisionsPart) -> None:
    part.show_lines([_OUT], {"exclude team"})
    _button(part, "Undo: Perch has withdrawn").click()
    assert not part.question.yes.isEnabled()
    QTest.keyClicks(part.question.reason.field, "They came after all")

    with qtbot.waitSignal(part.take_back_asked) as asked:
        part.question.yes.click()

    assert asked.args == [_OUT, "They came after all"]


def test_escape_leaves_a_decision_as_it_is(qtbot: QtBot, part: DecisionsPart) -> None:
    part.show_lines([_OUT], {"exclude team"})
    _button(part, "Undo: Perch has withdrawn").click()

    with qtbot.assertNotEmitted(part.take_back_asked):
        QTest.keyClick(part.question.reason.field, Qt.Key.Key_Escape)

    assert not part.question.isVisible()


def test_an_act_that_is_not_open_to_this_person_has_no_button(part: DecisionsPart) -> None:
    part.show_lines([_OUT], ())

    assert _OUT.text in _texts(part)
    assert "Undo: Perch has withdrawn" not in _names(part)


def test_with_nothing_on_the_record_the_part_says_so(part: DecisionsPart) -> None:
    part.show_lines([_OUT])
    part.show_lines(())

    assert NOTHING in _texts(part)
    assert _OUT.text not in _texts(part)


def test_news_from_elsewhere_keeps_the_order_that_is_being_typed(part: DecisionsPart) -> None:
    part.order.rows.fields["T1"].setText("2")
    part.show_choices(_TEAMS, _JUDGES, _CRITERIA)

    assert part.order.rows.fields["T1"].text() == "2"


def test_once_recorded_the_form_begins_anew(part: DecisionsPart) -> None:
    part.order.rows.fields["T1"].setText("2")
    part.reason.field.setText("Both solve it")
    part.clear()

    assert (part.order.wanted, part.reason.text) == (None, "")


def _texts(part: DecisionsPart) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def _names(part: DecisionsPart) -> list[str]:
    return [one.accessibleName() for one in part.findChildren(QPushButton) if one.isVisible()]


def _button(part: DecisionsPart, name: str) -> QPushButton:
    buttons = part.findChildren(QPushButton)
    return next(one for one in buttons if one.isVisible() and one.accessibleName() == name)
