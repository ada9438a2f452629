"""The organiser's passphrase in place of their PIN, opened by a button of its own."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from judging_app.domain.roles import MOST_PASSPHRASE
from ui.announce import announce
from ui.widgets.buttons import PlainButton
from ui.widgets.form import across, column, labelled, text_field
from ui.widgets.labels import WrappedLabel


class PassphraseEntry(QWidget):
    """A button, behind it a field whose letters nobody can read over a shoulder."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = PlainButton("Use the passphrase", kind="quiet", icon="key-round")
        self.open.clicked.connect(self._begin_typing)
        self.field = text_field("Passphrase", MOST_PASSPHRASE)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.returnPressed.connect(self.ask)
        self.refusal = WrappedLabel(kind="loss")
        self._form = QWidget()
        column(
            labelled("Passphrase, then Enter", self.field, spacing=None),
            self.refusal,
            inside=self._form,
        )
        column(across(1, self.open, 1), self._form, spacing=4, inside=self)
        self.begin(is_offered=False)

    def begin(self, *, is_offered: bool) -> None:
        """Offer it or not, with nothing typed."""
        self._clear()
        self._form.hide()
        self.open.show()
        self.setFocusProxy(self.open)
        self.setVisible(is_offered)

    @property
    def is_open(self) -> bool:
        """Whether it is typed in place of the PIN."""
        return not self._form.isHidden()

    def show_refusal(self, sentence: str) -> None:
        """Say why it was refused, and take another."""
        self._clear()
        self.refusal.setText(sentence)
        self.refusal.show()
        announce(self, sentence, is_urgent=True)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep digits from the PIN's dots while a passphrase is typed."""
        if self.field.hasFocus() and event.text().isdigit():
            event.accept()
            return
        super().keyPressEvent(event)

    def _begin_typing(self) -> None:
        self._form.show()
        self.setFocusProxy(self.field)  # before the button is hidden, or Tab goes no further
        self.open.hide()
        self.field.setFocus()

    def ask(self) -> None:
        """Enter what is typed, or wait for it to be."""
        self.field.setFocus()
        if typed := self.field.text():
            self._clear()
            self.entered.emit(typed)

    def _clear(self) -> None:
        self.field.clear()
        self.refusal.clear()
        self.refusal.hide()
