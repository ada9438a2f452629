"""Signing in: choose a name, and enter its PIN beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from judging_app.domain.roles import PIN_DIGITS
from judging_app.present.start.sign_in import SignInRow
from ui import keys, theme
from ui.pins.passphrase_entry import PassphraseEntry
from ui.pins.pin_entry import PinEntry
from ui.start.name_buttons import StaffButton
from ui.start.name_list import NameList
from ui.widgets.buttons import ActButton, PlainButton, make_roomy
from ui.widgets.card import Card
from ui.widgets.focus_ring import OUTSIDE
from ui.widgets.form import across, add
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn

PAD_WIDTH, BESIDE_FROM = 340, 800
"""Pixels at 100 % text: of the card with the pad, and of the page from which it is beside."""

CHOOSE_FIRST = "Choose your name first"
FORGOTTEN = "Forgotten? Ask the organiser."
DIGITS_MISSING = f"Enter all {PIN_DIGITS} digits of your PIN."


class SignIn(Screen):
    """Shows who can sign in and says who wants to, once for each PIN entered."""

    sign_in_asked = Signal(str, str)
    """The actor's key and the PIN."""
    passphrase_entered = Signal(str)
    """The organiser's passphrase, in place of their PIN."""

    def __init__(self, asked: str = "Who are you?", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self._chosen: SignInRow | None = None
        self._with_passphrase = ""
        self.names, self.pin = NameList(), PinCard()
        self._staff: list[StaffButton] = []
        self._staff_row = QHBoxLayout()
        self._staff_row.setSpacing(8)
        self._is_beside = True
        self._lay_out()
        self.names.chosen.connect(self._choose)
        self.pin.entered.connect(self._ask_sign_in)
        self.pin.passphrase.entered.connect(self.passphrase_entered)
        self.pin.back.clicked.connect(self._return_to_names)
        self._return_to_names()
        theme.follow(self._fit)

    def show_names(self, rows: Sequence[SignInRow]) -> None:
        """Offer these people, with nobody chosen; who runs the day is apart from the judges."""
        judges = [row for row in rows if not row.is_staff]
        for button in self._staff:
            button.hide()
            button.deleteLater()
        self._staff = [StaffButton(row) for row in rows if row.is_staff] if judges else []
        for button in self._staff:
            self._staff_row.addWidget(button)
            button.show()
            button.chosen.connect(self._choose)
        self._staff_label.setVisible(bool(self._staff))
        self.names.show_names(judges or rows)
        self._chosen = None
        self._return_to_names()

    def show_refusal(self, sentence: str, *, wait_s: int = 0) -> None:
        """Say why the PIN was refused; take another at once, or after so many seconds."""
        self.pin.show_refusal(sentence, wait_s=wait_s)
        if wait_s:
            passphrase = self.pin.passphrase
            (self._way_to_names if passphrase.isHidden() else passphrase).setFocus()

    def offer_passphrase(self, key: str) -> None:
        """Let the one of this key enter a passphrase in place of the PIN; nobody, if empty."""
        self._with_passphrase = key
        chosen = self._chosen.key if self._chosen else ""
        self.pin.passphrase.begin(is_offered=bool(key) and key == chosen)

    def show_passphrase_refusal(self, sentence: str) -> None:
        """Say why the passphrase was refused, and take another."""
        self.pin.passphrase.show_refusal(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the names; digits reach the dots from anywhere, letters the field."""
        if self._chosen is not None and keys.OTHER_NAMES.is_pressed(event):
            self._return_to_names()
        elif self._chosen is not None and self.pin.take(event):
            pass
        elif self.names.isVisible() and keys.NAME_BY_LETTER.is_pressed(event):
            self.names.field.setFocus()
            self.names.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        middle = QWidget()
        across((self.names, 1), self.pin, spacing=24, inside=middle)
        self._staff_label = PlainLabel("Staff", "quiet")
        self._head = QWidget()
        title = (Heading(self._asked), 1)
        across(title, self._staff_label, self._staff_row, spacing=12, inside=self._head)
        self.lay_out(middle, head=self._head)

    def _fit(self) -> None:
        """Put the pad beside the names, or in their place where there is no room for both."""
        is_on_way = self._way_to_names.hasFocus()
        self._is_beside = self.width() >= theme.scaled(BESIDE_FROM)
        self.pin.stand(is_beside=self._is_beside)
        self._show_sides()
        if is_on_way:
            self._way_to_names.setFocus()

    @property
    def _way_to_names(self) -> QWidget:
        """What leads to another name: the field above them, or the button in their place."""
        return self.pin.back if self.names.isHidden() else self.names.field

    def _show_sides(self) -> None:
        has_pin = self._chosen is not None
        self.names.setVisible(self._is_beside or not has_pin)
        self.show_head(is_shown=self._is_beside or not has_pin)
        self.pin.setVisible(self._is_beside or has_pin)

    def _choose(self, row: SignInRow) -> None:
        self._chosen = row
        self._show_sides()
        self.pin.ask(row, offers_passphrase=row.key == self._with_passphrase)

    def _ask_sign_in(self, pin: str) -> None:
        if self._chosen is not None:
            self.sign_in_asked.emit(self._chosen.key, pin)

    def _return_to_names(self) -> None:
        self._chosen = None
        self.pin.wait_for_name()
        self._show_sides()
        self.names.begin()


class PinCard(Card):
    """Whose PIN is asked for, the pad, and the one act."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(24, 20, 24, 24)
        self._as, self._name = PlainLabel("Sign in as", "label"), WrappedLabel(kind="heading")
        self._detail = QuietText()
        self._entry, self.passphrase = PinEntry(FORGOTTEN), PassphraseEntry()
        self.back = PlainButton("Other names", kind="quiet", icon="arrow-left")
        self.sign_in = ActButton("Sign in")
        self._scroll = ScrollColumn()
        self._scroll.body.setSpacing(OUTSIDE)
        pin = PlainLabel(_PIN, "label")
        name = across((self._name, 1), self.back)
        add(self._scroll.body, self._as, name, self._detail, pin, self._entry, self.passphrase, 1)
        add(self.body, (self._scroll, 1), self.sign_in)
        make_roomy(self.sign_in)
        self._entry.entered.connect(self.entered)
        self.sign_in.clicked.connect(self._ask)

    def ask(self, row: SignInRow, *, offers_passphrase: bool) -> None:
        """Take the PIN of one person."""
        self._as.show()
        self._name.setText(row.name)
        theme.restyle(self._name, kind="heading")
        self._detail.setText(row.detail)
        self.passphrase.begin(is_offered=offers_passphrase)
        self._open(is_open=True)
        self._entry.begin()

    def wait_for_name(self) -> None:
        """Take none, and say what comes first."""
        self._as.hide()
        self._name.setText(CHOOSE_FIRST)
        theme.restyle(self._name, kind="quiet-large")
        self._detail.setText("")
        self.passphrase.begin(is_offered=False)
        self._entry.forget()
        self._open(is_open=False)

    def show_refusal(self, sentence: str, *, wait_s: int) -> None:
        """Say why the PIN was refused."""
        self._entry.show_refusal(sentence, wait_s=wait_s)
        self._scroll.ensureWidgetVisible(self._entry.refusal)

    def take(self, event: QKeyEvent) -> bool:
        """Take a digit from anywhere on the page, and say whether it was one."""
        if self._entry.isEnabled() and self._entry.pad.dots.take(event):
            self._entry.pad.dots.setFocus()
            return True
        return False

    def stand(self, *, is_beside: bool) -> None:
        """Stand beside the names, or in their place with the way back to them."""
        self.back.setVisible(not is_beside)
        self.setMinimumWidth(theme.scaled(PAD_WIDTH) if is_beside else 0)
        self.setMaximumWidth(theme.scaled(PAD_WIDTH) if is_beside else _ANY_WIDTH)

    def _open(self, *, is_open: bool) -> None:
        self._entry.setEnabled(is_open)
        self.sign_in.setEnabled(is_open)

    def _ask(self) -> None:
        """A PIN's last digit signs in by itself; whoever presses before hears what is missing."""
        if self.passphrase.is_open:
            self.passphrase.ask()
        else:
            self._entry.show_refusal(DIGITS_MISSING)


_PIN, _ANY_WIDTH = "Six-digit PIN", 16_777_215
