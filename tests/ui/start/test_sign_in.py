"""Choosing a name and entering a PIN."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from judging_app.present.start.sign_in import SignInRow, first_letters
from ui import theme
from ui.pins.pin_pad import PinDots, PinPad
from ui.shell import Shell
from ui.start.sign_in import NameCard, SignIn
from ui.widgets.buttons import ActButton
from ui.widgets.labels import WrappedLabel

ROWS = (
    SignInRow("judge:J1", "Dame Olwen Prosser", "Director General, HMRC", "OP"),
    SignInRow("judge:J2", "Peter Quayle", "Judge", "PQ"),
    SignInRow("host", "Host", "Runs the day", "H"),
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
    cards = {card.key: card for card in screen.findChildren(NameCard)}
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
    QTest.keyClick(dots, Qt.Key.Key_Escape)

    assert dots.count == 0
    assert not dots.isVisible()
    focused = screen.focusWidget()
    assert isinstance(focused, NameCard)
    assert focused.key == "judge:J2"


def test_a_wrong_pin_is_told_and_another_is_taken(screen: SignIn) -> None:
    heard = asked(screen)
    dots = choose(screen, 0)
    QTest.keyClicks(dots, "000000")
    screen.show_refusal("That PIN is wrong. Try again.")
    QTest.keyClicks(dots, "123456")

    assert "That PIN is wrong. Try again." in words(screen)
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
    screen._entry._waiting.timeout.emit()

    assert isinstance(focused, NameCard)
    assert screen.focusWidget() is focused


def test_the_arrows_move_between_names_and_enter_chooses(screen: SignIn) -> None:
    first = next(card for card in screen.findChildren(NameCard) if card.key == "judge:J1")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    focused = screen.focusWidget()
    assert isinstance(focused, NameCard)
    QTest.keyClick(focused, Qt.Key.Key_Return)

    assert focused.key == "judge:J2"
    assert dots_of(screen).isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(screen: SignIn) -> None:
    parts = [
        part for part in screen.findChildren(QWidget) if isinstance(part, QPushButton | PinDots)
    ]

    assert parts
    assert all(part.accessibleName() for part in parts)


def words(screen: SignIn) -> list[str]:
    return [label.text() for label in screen.findChildren(WrappedLabel)]


def test_a_letter_goes_from_name_to_name_that_has_a_word_beginning_so(screen: SignIn) -> None:
    rows = tuple(
        SignInRow(f"judge:J{at}", name, "Judge", "XX", first_letters(name))
        for at, name in enumerate(("Dame Olwen Prosser", "Łucja Żak", "Zoë Ó Sé", "Peter Quayle"))
    )
    screen.show_names(rows)
    found = []
    for letter in ("z", "z", "P", "p", "x", "l"):
        focused = screen.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)
        chosen = screen.focusWidget()
        assert isinstance(chosen, NameCard)
        found.append(chosen.key)

    assert found == ["judge:J1", "judge:J2", "judge:J3", "judge:J0", "judge:J0", "judge:J1"]


def test_the_whole_pad_stays_in_sight_at_200_percent_text(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 2.0)
    shell = Shell()
    qtbot.addWidget(shell)
    screen = SignIn()
    shell.add_screen("sign in", screen)
    screen.show_names(ROWS)
    shell.resize(1366, 768)
    with qtbot.waitExposed(shell):
        shell.show()
    choose(screen, 1)
    pad = screen.findChild(PinPad)
    assert isinstance(pad, PinPad)
    qtbot.waitUntil(lambda: pad.height() > 300)

    buttons = pad.findChildren(QPushButton)
    assert len(buttons) == 11
    assert all(one.visibleRegion().boundingRect() == one.rect() for one in buttons)
    assert all(min(one.width(), one.height()) >= 54 for one in buttons)


def test_the_end_of_a_wait_leaves_the_keyboard_where_a_passphrase_is_typed(
    screen: SignIn, qtbot: QtBot
) -> None:
    screen.activateWindow()
    dots = choose(screen, 0)
    screen._passphrase.begin(is_offered=True)
    screen._passphrase.open.click()
    screen.show_refusal("Wait.", wait_s=1)
    screen._passphrase.field.setFocus()

    qtbot.waitUntil(dots.isEnabled, timeout=60_000)
    assert screen._entry.refusal.text() == "You can try again now."
    assert screen.focusWidget() is screen._passphrase.field
