"""Signing in: choose a name, then enter its PIN."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from judging_app.domain.roles import PIN_DIGITS
from judging_app.present.start.sign_in import SignInRow
from ui import keys, theme
from ui.pins.passphrase_entry import PassphraseEntry
from ui.pins.pin_entry import PinEntry
from ui.start.initials import Initials
from ui.widgets.buttons import CardButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText
from ui.widgets.scroll import ScrollColumn

COLUMNS = 2


class SignIn(QWidget):
    """Shows who can sign in and says who wants to, once for each PIN entered."""

    sign_in_asked = Signal(str, str)
    """The actor's key and the PIN."""
    passphrase_entered = Signal(str)
    """The organiser's passphrase, in place of their PIN."""

    def __init__(self, asked: str = "Who are you?", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self._chosen = self._with_passphrase = ""
        self._names: list[NameCard] = []
        self._pages = QStackedWidget()
        self._pages.addWidget(self._names_page())
        self._pages.addWidget(self._pin_page())
        column(self._pages, inside=self)

    def show_names(self, rows: Sequence[SignInRow]) -> None:
        """Offer these people, with nobody chosen."""
        for card in self._names:
            card.hide()
            card.deleteLater()
        self._names = [NameCard(row) for row in rows]
        for at, card in enumerate(self._names):
            self._grid.addWidget(card, at // COLUMNS, at % COLUMNS)
            card.show()  # now, not at the next turn of the loop: a hidden card takes no keyboard
            card.chosen.connect(self._ask_pin)
        self._return_to_names()

    def show_refusal(self, sentence: str, *, wait_s: int = 0) -> None:
        """Say why the PIN was refused; take another at once, or after so many seconds."""
        self._entry.show_refusal(sentence, wait_s=wait_s)
        if wait_s:
            (self._back if self._passphrase.isHidden() else self._passphrase).setFocus()
        self._pin_scroll.ensureWidgetVisible(self._entry.refusal)

    def offer_passphrase(self, key: str) -> None:
        """Let the one of this key enter a passphrase in place of the PIN; nobody, if empty."""
        self._with_passphrase = key
        self._passphrase.begin(is_offered=bool(key) and key == self._chosen)

    def show_passphrase_refusal(self, sentence: str) -> None:
        """Say why the passphrase was refused, and take another."""
        self._passphrase.show_refusal(sentence)
        self._pin_scroll.ensureWidgetVisible(self._passphrase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the names; digits reach the dots from anywhere on the page."""
        is_pin = self._pages.currentIndex() == 1
        if is_pin and keys.OTHER_NAMES.is_pressed(event):
            self._return_to_names()
        elif is_pin and self._entry.pad.dots.take(event):
            self._entry.pad.dots.setFocus()
        elif not is_pin and (by := _way(event)):
            self._move(by)
        elif not is_pin and keys.NAME_BY_LETTER.is_pressed(event):
            self._find(event.text().lower())
        else:
            super().keyPressEvent(event)

    def _names_page(self) -> QWidget:
        page = QWidget()
        self._scroll = ScrollColumn()
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, 1)
        add(self._scroll.body, self._grid, 1)
        hint = QuietText(f"Choose your name, then enter your {PIN_DIGITS}-digit PIN.")
        head = column(Heading(self._asked), hint)
        column(head, (self._scroll, 1), spacing=8, inside=page)
        return page

    def _pin_page(self) -> QWidget:
        card = Card()
        card.body.setContentsMargins(32, 24, 32, 24)
        theme.follow(card.setFixedWidth, 440)
        self._name, self._detail = Heading(level=2), PlainLabel(kind="quiet")
        self._entry, self._passphrase = PinEntry(), PassphraseEntry()
        self._back = PlainButton("Other names", kind="quiet", icon="arrow-left")
        self._back.clicked.connect(self._return_to_names)
        self._entry.entered.connect(self._ask_sign_in)
        self._passphrase.entered.connect(self.passphrase_entered)
        for label in (self._name, self._detail):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = (self._back, 0, Qt.AlignmentFlag.AlignHCenter)
        add(card.body, self._name, self._detail, self._entry, self._passphrase, back)
        self._pin_scroll = page = ScrollColumn()
        add(page.body, 1, across(1, card, 1), 2)
        return page

    def _ask_pin(self, key: str, name: str, detail: str) -> None:
        self._chosen = key
        self._name.setText(name)
        self._detail.setText(detail)
        self._passphrase.begin(is_offered=key == self._with_passphrase)
        self._pages.setCurrentIndex(1)
        self._entry.begin()

    def _ask_sign_in(self, pin: str) -> None:
        self.sign_in_asked.emit(self._chosen, pin)

    def _return_to_names(self) -> None:
        self._entry.forget()
        self._passphrase.begin(is_offered=False)
        self._pages.setCurrentIndex(0)
        chosen = (card for card in self._names if card.key == self._chosen)
        first = next(chosen, self._names[0] if self._names else None)
        if first is not None:
            first.setFocus()

    def _move(self, by: int) -> None:
        at = next((at for at, card in enumerate(self._names) if card.hasFocus()), -by)
        if 0 <= at + by < len(self._names):
            self._scroll.give_keyboard(self._names[at + by])

    def _find(self, letter: str) -> None:
        """Go to the next name with a word that begins so; after the last, from the first again."""
        at = next((at for at, card in enumerate(self._names) if card.hasFocus()), -1)
        ahead = (*self._names[at + 1 :], *self._names[: at + 1])
        if found := next((card for card in ahead if letter in card.letters), None):
            self._scroll.give_keyboard(found)


class NameCard(CardButton):
    """One person to choose."""

    chosen = Signal(str, str, str)

    def __init__(self, row: SignInRow, parent: QWidget | None = None) -> None:
        super().__init__(f"{row.name}, {row.detail}", parent)
        self._row = row
        self.add(Initials(row.initials))
        words = QWidget()
        name, detail = PlainLabel(row.name, "subheading"), PlainLabel(row.detail, "quiet")
        column(name, detail, spacing=2, inside=words)
        self.add(words, 1)
        self.clicked.connect(self._choose)

    @property
    def key(self) -> str:
        """Whose card it is."""
        return self._row.key

    @property
    def letters(self) -> str:
        """The letters that lead to it."""
        return self._row.letters

    def _choose(self) -> None:
        self.chosen.emit(self._row.key, self._row.name, self._row.detail)


def _way(event: QKeyEvent) -> int:
    """How many names a key goes on; nought if it goes nowhere."""
    return next((by for key, by in _WAYS if key.is_pressed(event)), 0)


_WAYS = (
    (keys.NAME_BEFORE, -1),
    (keys.NEXT_NAME, +1),
    (keys.NAME_ABOVE, -COLUMNS),
    (keys.NAME_BELOW, +COLUMNS),
)
