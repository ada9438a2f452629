"""How the host makes the reveal ready, and how a second person confirms it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import PIN_DIGITS
from judging_app.present.control.reveal import TOPS, RevealWanted, top_text
from judging_app.present.start.sign_in import SignInRow
from judging_app.present.words.event import KIND_WORDS
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import column, labelled, text_field
from ui.widgets.labels import WrappedLabel
from ui.widgets.picker import Choice, Picker


class RevealForm(QWidget):
    """The ways in which a result can be announced; made ready for the room, or rehearsed."""

    make_asked = Signal(object)
    """A `RevealWanted`."""
    rehearse_asked = Signal(object)
    """A `RevealWanted`."""

    def __init__(self) -> None:
        super().__init__()
        self.kind, self.top = (
            Picker("How to announce the result"),
            Picker("Places announced by name"),
        )
        self.kind.show_choices([Choice(kind.name, words) for kind, words in KIND_WORDS.items()])
        self.top.show_choices([Choice(str(top or ""), top_text(top)) for top in TOPS])
        self.awards = QCheckBox("Announce the awards too")
        self.judges = QCheckBox("Name the judges")
        self.make = PlainButton("Prepare the reveal")
        self.rehearse = PlainButton("Rehearse with invented names", icon="play")
        self.make.clicked.connect(self._ask_make)
        self.rehearse.clicked.connect(self._ask_rehearse)
        self.kind.picked.connect(self._offer)
        self._lay_out()
        self._offer()

    @property
    def wanted(self) -> RevealWanted:
        """What is chosen."""
        kind = RevealKind[self.kind.key]
        return RevealWanted(
            kind,
            int(self.top.key) if self.top.key and kind is not RevealKind.AWARDS else None,
            names_judges=self.judges.isChecked() and kind is RevealKind.BY_JUDGE,
            tells_awards=self.awards.isChecked() or kind is RevealKind.AWARDS,
        )

    def show_wanted(self, wanted: RevealWanted) -> None:
        """Put the form at what was made ready."""
        self.kind.choose(wanted.kind.name)
        self.top.choose(str(wanted.top or ""))
        self.awards.setChecked(wanted.tells_awards)
        self.judges.setChecked(wanted.names_judges)
        self._offer()

    def _lay_out(self) -> None:
        acts = FlowRow()
        acts.show_parts([self.make, self.rehearse])
        column(self.kind, self.top, self.awards, self.judges, acts, spacing=8, inside=self)

    def _offer(self) -> None:
        """Offer only what the chosen kind knows."""
        kind = RevealKind[self.kind.key]
        self.top.setVisible(kind is not RevealKind.AWARDS)
        self.awards.setVisible(kind is not RevealKind.AWARDS)
        self.judges.setVisible(kind is RevealKind.BY_JUDGE)

    def _ask_make(self) -> None:
        self.make_asked.emit(self.wanted)

    def _ask_rehearse(self) -> None:
        self.rehearse_asked.emit(self.wanted)


class ConfirmForm(QWidget):
    """A second person's name and PIN; the PIN stays nowhere."""

    confirm_asked = Signal(str, str)
    """The key of the second person, and their PIN."""

    def __init__(self) -> None:
        super().__init__()
        self.who = Picker("Second person")
        self.pin = text_field("Their PIN", PIN_DIGITS)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.returnPressed.connect(self._ask)
        self.confirm = ActButton("Confirm the reveal", icon="shield-check")
        self.confirm.clicked.connect(self._ask)
        self.refusal = WrappedLabel("", "attention")
        field = labelled("Their PIN", self.pin)
        column(self.who, field, self.refusal, self.confirm, spacing=8, inside=self)
        self.show_refusal("")

    def show_seconds(self, rows: Sequence[SignInRow]) -> None:
        """Offer these people."""
        self.who.show_choices([Choice(row.key, row.name) for row in rows])

    def take_keyboard(self) -> None:
        """Begin with who the second person is."""
        self.who.box.setFocus()

    def show_refusal(self, sentence: str) -> None:
        """Say why it wasn't confirmed; empty for nothing."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _ask(self) -> None:
        pin = self.pin.text()
        self.pin.clear()
        self.confirm_asked.emit(self.who.key, pin)
