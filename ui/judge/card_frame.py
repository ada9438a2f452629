"""What frames a scorecard: the team above, with the way to the next; what is left, and the act."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from judging_app.present.judge.card import NO_CARD, ScorecardView
from judging_app.words import listed
from ui import theme
from ui.widgets.buttons import ElidedAct, PlainButton, make_roomy
from ui.widgets.form import across, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.screen import Foot
from ui.widgets.state_badge import StateBadge

DECLARE, SHORTER = "I can’t judge this team…", "I can’t judge…"
LARGE = 175
"""Per cent of text from which the shorter words leave the team's name its room."""

KEYS_UP_TO = 140
"""Per cent of text from which the buttons leave their keys to the list of them."""

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ScorecardHead(QWidget):
    """Names the team, and steps to the one before and the one after."""

    declare_asked = Signal()
    team_asked = Signal(str)
    """The id of the team beside this one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = NO_CARD
        self._team, self._challenge = Heading(), PlainLabel(kind="quiet-large")
        self.declare = PlainButton(kind="quiet", icon="ban")
        self._state = StateBadge()
        make_roomy(self.declare)
        words = column(self._team, self._challenge, spacing=2)
        beside = ((part, 0, _MIDDLE) for part in (self.declare, self._state, self._stepper()))
        across((words, 1), *beside, spacing=12, inside=self)
        self.declare.clicked.connect(self.declare_asked)
        theme.follow(self._word, 100)

    def show_view(self, view: ScorecardView) -> None:
        """Show another card, or the same as it is now."""
        self._view = view
        self._team.setText(view.team)
        self._challenge.setText(view.challenge or view.practice_text)
        self._state.show_state(view.state.look, view.state.words)
        self.declare.setVisible(view.can_declare)
        self._place.setText(view.place.text)
        self._steps.setVisible(bool(view.place.text))
        for button, team in ((self._before, view.place.before), (self._after, view.place.after)):
            button.setEnabled(bool(team))

    def go_back(self) -> None:
        """Ask for the team before, if there is one."""
        if self._view.place.before:
            self.team_asked.emit(self._view.place.before)

    def go_on(self) -> None:
        """Ask for the team after, if there is one."""
        if self._view.place.after:
            self.team_asked.emit(self._view.place.after)

    def _stepper(self) -> QWidget:
        self._steps, self._place = QFrame(), PlainLabel(kind="strong")
        self._steps.setProperty("kind", "stepper")
        self._before = PlainButton(kind="step", icon="chevron-left")
        self._after = PlainButton(kind="step", icon="chevron-right")
        self._before.setAccessibleName("Previous team (Page Up)")
        self._after.setAccessibleName("Next team (Page Down)")
        for button in (self._before, self._after):
            button.setToolTip(f"<p>{button.accessibleName()}</p>")
        make_roomy(self._before, self._after)
        self._before.clicked.connect(self.go_back)
        self._after.clicked.connect(self.go_on)
        across(self._before, self._place, self._after, spacing=4, inside=self._steps)
        return self._steps

    def _word(self, percent: int) -> None:
        self.declare.setText(SHORTER if percent >= LARGE else DECLARE)
        self.declare.setAccessibleName(DECLARE)


class ScorecardFoot(Foot):
    """The total and what is missing; the act says what it will do, and is never disabled."""

    act_asked = Signal()
    undo_asked = Signal()
    comments_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._total = PlainLabel(kind="heading")
        self._mark = IconMark("circle-dashed")
        self._count, self._names = PlainLabel(kind="strong"), PlainLabel()
        self.comments = PlainButton(kind="quiet", icon="pencil")
        self.undo = PlainButton("Undo", kind="quiet", icon="undo-2")
        self.act = ElidedAct()
        make_roomy(self.comments, self.undo)
        # The names have what room the rest leaves.
        self._names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        left = across(self._mark, self._count, (self._names, 1), spacing=8)
        super().__init__(
            self._total, (left, 1), act=self.act, beside=(self.comments, self.undo), parent=parent
        )
        self._view = NO_CARD
        self.act.clicked.connect(self.act_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.comments.clicked.connect(self.comments_asked)
        theme.follow(self._total.setMinimumWidth, 170)
        theme.follow(self._word)

    def show_view(self, view: ScorecardView) -> None:
        """Show what is so now."""
        self._view = view
        self._total.setText(view.total_text or "No total yet")
        self._mark.setVisible(bool(view.left))
        self._count.setText(f"{len(view.left)} left:" if view.left else "")
        self._names.setText(", ".join(view.left))
        self._names.setAccessibleName(f"Still to do: {listed(view.left)}" if view.left else "")
        self._show_undo(view)
        self.comments.setText(_comments_text(view))
        self._word()

    def _word(self) -> None:
        is_large, has_keys = theme.scaled(100) >= LARGE, theme.scaled(100) < KEYS_UP_TO
        for button, key in ((self.act, "Ctrl+Enter"), (self.undo, "Ctrl+Z"), (self.comments, "C")):
            button.show_key(key if has_keys else "")
        self.act.show_words(self._view.act.short if is_large else self._view.act.whole)
        self.act.setAccessibleName(self._view.act.whole)

    def _show_undo(self, view: ScorecardView) -> None:
        """Its place stays while the card is open, so that nothing moves when it comes."""
        self.undo.setVisible(not view.practice_text)
        self.undo.setEnabled(bool(view.undo_text))
        self.undo.setAccessibleName(view.undo_text or "Undo: nothing to undo")
        self.undo.setToolTip(view.undo_text)


def _comments_text(view: ScorecardView) -> str:
    written = sum(bool(one.strip()) for one in (view.for_team, view.for_panel))
    return f"Comments: {f'{written} of 2' if written else 'none yet'}"
