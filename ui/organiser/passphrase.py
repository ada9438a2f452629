"""The organiser's passphrase: whether there is one, and the form for another."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from judging_app.domain.roles import LEAST_PASSPHRASE, MOST_PASSPHRASE
from ui.announce import announce
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, labelled, text_field
from ui.widgets.labels import Heading, QuietText, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn

WHAT_FOR = (
    "With a passphrase, you can sign in when somebody has typed your PIN wrong too often, and the "
    "command line asks for it before it shows a score or a result, or changes a PIN."
)
WHAT_NOT = (
    "It doesn’t encrypt the event. Whoever uses this account on this computer can read the file "
    "with other programs, and copies that were made before it was set don’t ask for it."
)


class PassphraseScreen(Screen):
    """Says whether there is a passphrase, and which one is wanted; never which there is."""

    set_asked = Signal(str)
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Passphrase")
        self._state = WrappedLabel("", "strong")
        self.first, self.again = _field("New passphrase"), _field("Once more")
        self.problem = WrappedLabel(kind="loss")
        self.set = ActButton("Set the passphrase", icon="key-round")
        self.remove = PlainButton("Remove the passphrase", kind="loss")
        for field in (self.first, self.again):
            field.textChanged.connect(self._enable)
            field.returnPressed.connect(self._ask)
        self.set.clicked.connect(self._ask)
        self.remove.clicked.connect(self.remove_asked)
        self._lay_out()
        self.forget()

    def show_state(self, *, is_set: bool) -> None:
        """Say whether there is one, and offer what can be done."""
        self._state.setText("A passphrase is set." if is_set else "No passphrase is set.")
        self.set.setText("Change the passphrase" if is_set else "Set the passphrase")
        self.remove.setVisible(is_set)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the passphrase; nothing, if empty."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, is_urgent=True)
            self.first.setFocus()

    def forget(self) -> None:
        """Empty the fields."""
        self.first.clear()
        self.again.clear()
        self.show_problem("")
        self._enable()

    def _lay_out(self) -> None:
        hint = f"At least {LEAST_PASSPHRASE} characters. Four or five words are easy to remember."
        form = Card()
        add(
            form.body,
            labelled("New passphrase", self.first, help_text=hint),
            labelled("Once more", self.again),
            self.problem,
            across(self.remove, 1),
        )
        scroll = ScrollColumn()
        scroll.body.setSpacing(12)
        add(scroll.body, WrappedLabel(WHAT_FOR), QuietText(WHAT_NOT), form, 1)
        foot = Foot((self._state, 1), act=self.set)
        self.lay_out(scroll, head=Heading("Passphrase"), foot=foot)

    def _enable(self) -> None:
        self.set.setEnabled(bool(self.first.text() and self.again.text()))

    def _ask(self) -> None:
        if not self.set.isEnabled():
            return
        if self.first.text() != self.again.text():
            self.show_problem("The two are not the same. Type both again.")
            return
        self.show_problem("")
        self.set_asked.emit(self.first.text())


def _field(name: str) -> QLineEdit:
    field = text_field(name, MOST_PASSPHRASE)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
