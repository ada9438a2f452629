"""What frames a scorecard: the team above; the total, the act and the receipt below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.present.judge.card import ScorecardView
from ui import theme
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.state_badge import StateBadge

DECLARE, SHORTER = "I can’t judge this team…", "I can’t judge…"
LARGE = 175
"""Per cent of text from which the shorter words leave the team's name its room."""


class ScorecardHead(QWidget):
    """Names the team in one line, so that its criteria have the screen."""

    back_asked = Signal()
    declare_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = PlainButton("Your teams", kind="quiet", icon="arrow-left")
        self._team, self._challenge = Heading(level=2), PlainLabel(kind="quiet")
        self.declare = PlainButton(kind="quiet")
        self._state = StateBadge()
        words = column(1, self._team, self._challenge, 1, spacing=0)
        back, declare, state = (
            (part, 0, Qt.AlignmentFlag.AlignVCenter)
            for part in (self.back, self.declare, self._state)
        )
        across(back, (words, 1), declare, state, spacing=12, inside=self)
        self.back.clicked.connect(self.back_asked)
        self.declare.clicked.connect(self.declare_asked)
        theme.follow(self._word, 100)

    def show_view(self, view: ScorecardView) -> None:
        """Show another card, or the same as it is now."""
        self._team.setText(view.team)
        self._challenge.setText(view.challenge)
        self._challenge.setVisible(bool(view.challenge))
        self._state.show_state(view.state.look, view.state.words)
        self.declare.setVisible(view.can_declare)

    def _word(self, percent: int) -> None:
        self.declare.setText(SHORTER if percent >= LARGE else DECLARE)
        self.declare.setAccessibleName(DECLARE)


class ScorecardFoot(Card):
    """Always in sight, whatever of the card is scrolled."""

    submit_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(20, 4, 12, 4)
        self._total, self._missing = PlainLabel(kind="heading"), PlainLabel(kind="quiet")
        self._legend = PlainLabel(kind="quiet")
        self._told = ""
        self.saved = StateBadge("saved", SAVED)
        self.undo = PlainButton("Undo", kind="quiet")
        self.submit = ActButton(icon="check")
        # The legend has what room the total and the saving leave.
        self._legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        first = across(self._total, self.saved, (self._legend, 1), spacing=20)
        told = column(1, first, self._missing, 1, spacing=2)
        add(self.body, across((told, 1), self.undo, self.submit, spacing=8))
        self.submit.clicked.connect(self.submit_asked)
        self.undo.clicked.connect(self.undo_asked)
        theme.follow(self._show_legend)

    def show_view(self, view: ScorecardView) -> None:
        """Show what is so now; without a total and closed it is away."""
        self._total.setText(f"Total {view.total_text}" if view.total_text else "No total yet")
        self._missing.setText(view.missing_text)
        self._missing.setVisible(bool(view.missing_text))
        self._told = view.legend
        self._show_legend()
        self.saved.setVisible(view.is_open)
        self._show_undo(view)
        self.submit.setText(view.submit_text)
        self.submit.setVisible(view.is_open and not view.practice_text)
        self.submit.setEnabled(view.can_submit)
        self.setVisible(view.is_open or bool(view.total_text))

    def _show_legend(self) -> None:
        """Leave it out where large text leaves no room; the list of keys has it too."""
        self._legend.setText(self._told if theme.scaled(100) < LARGE else "")

    def _show_undo(self, view: ScorecardView) -> None:
        """Its place stays while the card is open, so that nothing moves when it comes."""
        self.undo.setVisible(view.is_open and not view.practice_text)
        self.undo.setEnabled(bool(view.undo_text))
        self.undo.setAccessibleName(view.undo_text or "Undo: nothing to undo")
        self.undo.setToolTip(view.undo_text)


SAVED = "Saved as you score"


class Receipt(QWidget):
    """Four letters with the sentence that says what they are for; empty, it is away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters, self._words = Heading(), WrappedLabel()
        words = (self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        across(self._letters, words, spacing=16, inside=self)

    def show_receipt(self, letters: str, words: str) -> None:
        """Show a receipt, letter by letter for whoever listens."""
        self._letters.setText(letters)
        self._letters.setAccessibleName(f"Receipt {' '.join(letters)}")
        self._words.setText(words)
        self.setVisible(bool(letters))
