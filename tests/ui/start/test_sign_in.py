"""Choosing a name and entering a PIN."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from judging_app.domain.ids import JudgeId
from judging_app.domain.names import tidy_name
from judging_app.domain.panel import Judge
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.present.start.sign_in import SignInRow, sign_in_rows
from tests.hard_names import HARD_NAMES
from ui import theme
from ui.pins.pin_entry import CHECKING
from ui.pins.pin_pad import PinDots, PinPad
from ui.shell import Shell
from ui.start.name_buttons import NameButton, NameRow, StaffButton
from ui.start.sign_in import CHOOSE_FIRST, DIGITS_MISSING, SignIn
from ui.widgets.buttons import ActButton
from ui.widgets.labels import WrappedLabel

ROWS = (
    SignInRow("judge:J1", "Dame Olwen Prosser", "Director General, HMRC", "Dame", "HMRC"),
    SignInRow("judge:J2", "Peter Quayle", "Judge"),
    SignInRow("host", "Host", "Runs the day", is_staff=True),
)


@pytest.fixture
def screen(qtbot: QtBot) -> SignIn:
    made = SignIn()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show_names(ROWS)
    made.show()
    return made


def asked(screen: SignIn) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    screen.sign_in_asked.connect(lambda key, pin: heard.append((key, pin)))
    return heard


def choose(screen: SignIn, at: int) -> PinDots:
    cards = {card.key: card for card in screen.findChildren(NameButton)}
    cards[ROWS[at].key].click()
    return dots_of(screen)


def dots_of(screen: SignIn) -> PinDots:
    found = screen.findChild(PinDots)
    assert isinstance(found, PinDots)
    return found


def test_six_digits_ask_to_sign_in_once(screen: SignIn) -> None:
    heard = asked(screen)
    dots = choose(screen, 1)
    QTest.keyClicks(dots, "1234567890")

    assert heard == [("judge:J2", "123456")]


def test_an_enter_out_of_habit_presses_nothing_that_has_the_keyboard_after_the_pin(
    screen: SignIn, qtbot: QtBot
) -> None:
    """One Enter, held or not, belongs to the PIN; the next, and any after another key, doesn't."""
    pressed: list[str] = []
    after = ActButton("Start")
    qtbot.addWidget(after)
    after.clicked.connect(lambda: pressed.append("Start"))
    screen.sign_in_asked.connect(lambda _key, _pin: after.setFocus())
    after.show()
    QTest.keyClicks(choose(screen, 1), "123456")

    QTest.keyClick(after, Qt.Key.Key_Return)
    assert pressed == []
    QTest.keyClick(after, Qt.Key.Key_Return)
    assert pressed == ["Start"]

    dots_of(screen).begin()
    QTest.keyClicks(dots_of(screen), "123456")
    QTest.keyClick(after, Qt.Key.Key_Down)
    QTest.keyClick(after, Qt.Key.Key_Return)
    assert pressed == ["Start", "Start"]


def test_the_pad_on_the_screen_enters_digits(screen: SignIn) -> None:
    heard = asked(screen)
    choose(screen, 0)
    pad = {one.text(): one for one in screen.findChildren(QPushButton)}
    for digit in "908172":
        pad[digit].click()

    assert heard == [("judge:J1", "908172")]


def test_backspace_takes_the_last_digit_back(screen: SignIn) -> None:
    heard = asked(screen)
    dots = choose(screen, 0)
    QTest.keyClicks(dots, "129")
    QTest.keyClick(dots, Qt.Key.Key_Backspace)
    QTest.keyClicks(dots, "3456")

    assert heard == [("judge:J1", "123456")]


def test_digits_reach_the_dots_from_anywhere_on_the_page(screen: SignIn) -> None:
    choose(screen, 0)
    QTest.keyClicks(screen, "12")

    assert dots_of(screen).count == 2


def test_no_digit_can_be_read_off_the_screen(screen: SignIn) -> None:
    dots = choose(screen, 0)
    QTest.keyClicks(dots, "777")

    assert dots.accessibleName() == "PIN, 3 of 6 digits"


def test_escape_goes_back_to_the_names_and_forgets_the_digits(screen: SignIn) -> None:
    dots = choose(screen, 1)
    QTest.keyClicks(dots, "123")
    screen.show_refusal("Enter all 6 digits of your PIN.")
    QTest.keyClick(dots, Qt.Key.Key_Escape)

    assert dots.count == 0
    assert "Enter all 6 digits of your PIN." not in words(screen)
    assert not dots.isEnabled()
    assert CHOOSE_FIRST in words(screen)
    assert screen.focusWidget() is screen.names.field


def test_a_wrong_pin_is_told_and_another_is_taken(screen: SignIn) -> None:
    heard = asked(screen)
    dots = choose(screen, 0)
    QTest.keyClicks(dots, "000000")
    looking = words(screen)
    screen.show_refusal("That PIN is wrong. Try again.")
    told = words(screen)
    QTest.keyClicks(dots, "123456")

    assert CHECKING in looking
    assert "That PIN is wrong. Try again." in told
    assert heard == [("judge:J1", "000000"), ("judge:J1", "123456")]


def test_a_locked_out_name_takes_no_digits(screen: SignIn) -> None:
    heard = asked(screen)
    dots = choose(screen, 0)
    screen.show_refusal("Too many wrong PINs. Wait a minute.", wait_s=60)
    QTest.keyClicks(dots, "123456")

    assert heard == []
    assert "Too many wrong PINs. Wait a minute." in words(screen)


def test_another_name_starts_afresh_after_a_lock_out(screen: SignIn) -> None:
    heard = asked(screen)
    choose(screen, 0)
    screen.show_refusal("Too many wrong PINs. Wait a minute.", wait_s=60)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    dots = choose(screen, 2)
    QTest.keyClicks(dots, "123456")

    assert heard == [("host", "123456")]


def test_a_wait_that_ends_when_somebody_has_gone_on_leaves_the_keyboard_alone(
    screen: SignIn,
) -> None:
    choose(screen, 0)
    screen.show_refusal("Too many wrong PINs. Wait a minute.", wait_s=60)
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    focused = screen.focusWidget()
    screen.pin._entry._waiting.timeout.emit()

    assert focused is screen.names.field
    assert screen.focusWidget() is focused


def test_the_arrows_move_between_names_and_enter_chooses(screen: SignIn) -> None:
    field = screen.names.field
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert "Peter Quayle" in words(screen)
    assert screen.focusWidget() is dots_of(screen)


def test_with_the_keyboard_on_a_name_the_arrows_go_from_name_to_name(screen: SignIn) -> None:
    screen.activateWindow()
    first, second = screen.findChildren(NameRow)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(first, Qt.Key.Key_Down)

    assert second.isChecked()
    assert screen.focusWidget() is second


def test_everything_that_takes_the_keyboard_has_a_name(screen: SignIn) -> None:
    parts = [
        part for part in screen.findChildren(QWidget) if isinstance(part, QPushButton | PinDots)
    ]

    assert parts
    assert all(part.accessibleName() for part in parts)


def words(screen: SignIn) -> list[str]:
    return [label.text() for label in screen.findChildren(WrappedLabel)]


def many(count: int) -> tuple[SignInRow, ...]:
    judges = [
        SignInRow(
            f"judge:J{at}",
            f"Professor Dame Ann {'Balasubramaniam-' * (at % 3)}Lee {at}",
            "Judge",
            "Professor Dame",
            "HMRC",
        )
        for at in range(count)
    ]
    return (*judges, ROWS[2])


def shown_names(screen: SignIn) -> list[str]:
    return [one.row.name for one in screen.findChildren(NameRow) if one.isVisible()]


def test_typing_leaves_the_names_with_that_in_them_and_marks_the_first(screen: SignIn) -> None:
    QTest.keyClicks(screen.names.field, "quay")
    left, marked = (
        shown_names(screen),
        [one.key for one in screen.findChildren(NameRow) if one.isChecked()],
    )
    QTest.keyClicks(screen.names.field, "x")
    none_left = shown_names(screen)
    screen.names.field.clear()

    assert (left, marked, none_left) == (["Peter Quayle"], ["judge:J2"], [])
    assert len(shown_names(screen)) == 2


def test_every_hard_name_is_in_the_list_letter_by_letter(screen: SignIn) -> None:
    judges = tuple(
        Judge(JudgeId(f"J{at}"), tidy_name(name)) for at, name in enumerate(HARD_NAMES, start=1)
    )
    rows = sign_in_rows(Setup((), (), (), (), (), Rubric(()), judges))
    screen.show_names(rows)

    painted = {one.row.key: one.row.name for one in screen.findChildren(NameRow)}
    assert len(painted) == len(HARD_NAMES)
    for judge in judges:
        shown = painted[f"judge:{judge.id}"]
        assert shown == judge.name or shown.startswith(f"{judge.name} (")
    assert len(set(painted.values())) == len(painted)


def test_letters_typed_anywhere_reach_the_field(screen: SignIn) -> None:
    first = screen.findChildren(NameRow)[0]
    first.setFocus()
    QTest.keyClicks(first, "qu")

    assert screen.names.field.text() == "qu"
    assert shown_names(screen) == ["Peter Quayle"]


def test_who_runs_the_day_stands_apart_from_the_judges(screen: SignIn) -> None:
    assert [one.text() for one in screen.findChildren(StaffButton)] == ["Host"]
    assert "Host" not in shown_names(screen)


def test_where_only_those_who_run_the_day_can_sign_in_they_are_the_list(screen: SignIn) -> None:
    screen.show_names([ROWS[2]])

    assert shown_names(screen) == ["Host"]


def test_thirty_judges_are_all_in_sight_on_a_laptop(qtbot: QtBot, qapp: QApplication) -> None:
    shell, screen = in_shell(qtbot, qapp, many(30), 1.0)
    shell.resize(1366, 768)
    qapp.processEvents()

    rows = screen.findChildren(NameRow)
    assert len(rows) == 30
    assert all(one.visibleRegion().boundingRect() == one.rect() for one in rows)
    assert all(one.height() == 38 for one in rows)


def test_no_digit_is_taken_before_a_name_is_chosen(screen: SignIn) -> None:
    QTest.keyClicks(dots_of(screen), "123456")

    assert not dots_of(screen).isEnabled()
    assert dots_of(screen).count == 0
    assert CHOOSE_FIRST in words(screen)


def test_the_act_says_that_digits_are_missing(screen: SignIn) -> None:
    heard = asked(screen)
    choose(screen, 0)
    screen.pin.sign_in.click()

    assert DIGITS_MISSING in words(screen)
    assert heard == []


def in_shell(
    qtbot: QtBot, app: QApplication, rows: tuple[SignInRow, ...], text_scale: float
) -> tuple[Shell, SignIn]:
    theme.apply(app, "light", text_scale)
    shell, screen = Shell(), SignIn()
    qtbot.addWidget(shell)
    shell.add_screen("sign in", screen)
    shell.show_screen("sign in")
    screen.show_names(rows)
    shell.resize(1366, 768)
    with qtbot.waitExposed(shell):
        shell.show()
    return shell, screen


def test_the_whole_pad_stays_in_sight_at_200_percent_text(qtbot: QtBot, qapp: QApplication) -> None:
    _, screen = in_shell(qtbot, qapp, ROWS, 2.0)
    choose(screen, 1)
    pad = screen.findChild(PinPad)
    assert isinstance(pad, PinPad)
    qtbot.waitUntil(lambda: pad.height() > 300)

    buttons = pad.findChildren(QPushButton)
    assert len(buttons) == 12
    act = screen.pin.sign_in
    assert act.visibleRegion().boundingRect() == act.rect()
    assert all(one.visibleRegion().boundingRect() == one.rect() for one in buttons)
    assert all(min(one.width(), one.height()) >= 54 for one in buttons)


def test_the_end_of_a_wait_leaves_the_keyboard_where_a_passphrase_is_typed(
    screen: SignIn, qtbot: QtBot
) -> None:
    screen.activateWindow()
    dots = choose(screen, 0)
    screen.pin.passphrase.begin(is_offered=True)
    screen.pin.passphrase.open.click()
    screen.show_refusal("Wait.", wait_s=1)
    screen.pin.passphrase.field.setFocus()

    qtbot.waitUntil(dots.isEnabled, timeout=60_000)
    assert screen.pin._entry.refusal.text() == "You can try again now."
    assert screen.focusWidget() is screen.pin.passphrase.field
