"""The head of a scorecard: which team, in which state, and the ways off it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.judge.card import ScorecardView
from ui import theme
from ui.widgets.buttons import PlainButton
from ui.widgets.form import across, column
from ui.widgets.labels import Heading, PlainLabel
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
