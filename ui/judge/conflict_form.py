"""Says why a judge can't judge a team; the organiser decides what follows from it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui import keys, theme
from ui.announce import announce
from ui.judge.scale_keys import KEY_SIZE
from ui.widgets.buttons import ActButton, PlainButton, make_roomy
from ui.widgets.card import Card
from ui.widgets.form import add, column, radio
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.reason_field import ReasonField
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn

WHAT_FOLLOWS = (
    "Say what links you to this team. The scorecard closes until the organiser decides. Your "
    "scores are saved."
)
LIKELY = (
    "I employ a member of this team, or work with one",
    "I mentored this team, or hosted its visit",
    "My organisation owns this team’s challenge",
)
"""What links judges to teams most often; each can be said in more words."""

FORM_WIDTH = 760


class ConflictForm(Screen):
    """Takes the reason in the page itself; Esc leaves everything as it is.

    Where it is opened for no team in particular, it asks which one is meant.
    """

    declare_asked = Signal(str)
    """The reason."""
    leave_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.team = Picker("Which team is it?")
        self.reason = ReasonField()
        theme.follow(self.reason.field.setMinimumHeight, KEY_SIZE)
        self._likely = [radio(words) for words in LIKELY]
        self._group = QButtonGroup(self)
        self.team.hide()
        self._refusal = WrappedLabel(kind="loss")
        self.declare = ActButton("Declare the conflict")
        self._back = PlainButton("Cancel")
        make_roomy(self._back)
        self.lay_out(self._form(), head=self._headed(), foot=self._footed())
        self.name_team("this team")
        self.reason.changed.connect(self._enable_button)
        self.reason.finished.connect(self._go_to_declare)
        self.declare.clicked.connect(self._ask)
        self._back.clicked.connect(self.leave_asked)

    def offer_teams(self, teams: Sequence[Choice]) -> None:
        """Ask which team is meant; of none, nothing is asked."""
        self.team.show_choices(teams)
        self.team.setVisible(bool(teams))

    def name_team(self, team: str) -> None:
        """Say in the heading which team it is about."""
        self._title.setText(f"I can’t judge {team}")
        self.name_page(self._title.text())

    def forget(self) -> None:
        """Hold nothing of what was written."""
        self.reason.field.setText("")  # unlike `clear`, it leaves nothing to be undone
        self._refusal.setText("")
        self._group.setExclusive(False)
        for choice in self._likely:
            choice.setChecked(False)
        self._group.setExclusive(True)

    def begin(self) -> None:
        """Ask for a reason again."""
        self.forget()
        self._enable_button()
        (self.reason if self.team.isHidden() else self.team.box).setFocus()

    def show_refused(self, sentence: str) -> None:
        """Say why it isn't on the record."""
        self._refusal.setText(sentence)
        announce(self, sentence, is_urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.LEAVE.is_pressed(event):
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)

    @property
    def why(self) -> str:
        """The likely reason that is chosen, and what is written beside it."""
        chosen = [one.accessibleName() for one in self._likely if one.isChecked()]
        return ". ".join(part for part in (*chosen, self.reason.text) if part)

    def _headed(self) -> QWidget:
        head = QWidget()
        words = WrappedLabel(WHAT_FOLLOWS, "quiet-large")
        self._title = Heading()
        column(self._title, words, spacing=2, inside=head)
        return head

    def _form(self) -> ScrollColumn:
        form, card = ScrollColumn(), Card()
        theme.follow(card.setMaximumWidth, FORM_WIDTH)
        for choice in self._likely:
            self._group.addButton(choice)
            choice.toggled.connect(self._enable_button)
            theme.follow(choice.setMinimumHeight, KEY_SIZE)
        add(card.body, self.team, *self._likely, self.reason)
        add(form.body, card, 1)
        return form

    def _footed(self) -> Foot:
        return Foot((self._refusal, 1), act=self.declare, beside=(self._back,))

    def _enable_button(self) -> None:
        self.declare.setEnabled(bool(self.why))

    def _go_to_declare(self) -> None:
        if self.declare.isEnabled():
            self.declare.setFocus()

    def _ask(self) -> None:
        self.declare_asked.emit(self.why)
