"""The host's desk: who owes what, the day's next act, and the projector."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from judging_app.domain.ballots import BallotMove
from judging_app.domain.event import Scene
from judging_app.present.host_desk import ActView, HostAct, HostDeskView, LockedRow
from judging_app.present.projector import ProjectorView
from ui import theme
from ui.host_ballot import BallotActs
from ui.host_grid import BallotGrid
from ui.host_projector import ProjectorCard, RevealCard
from ui.host_question import Question
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import StateBadge

SIDE_BY_SIDE = 900
"""Width in pixels at 100 % text from which the projector stands beside the grid."""

SIDE_WIDTH = 284
"""Of the projector's side, in pixels at 100 % text."""

NOTHING_IN_THE_WAY = "Nothing is in the way."


class HostDesk(QWidget):
    """Shows the day to the host and says what was asked; no score ever reaches it."""

    open_scoring_asked = Signal()
    close_scoring_asked = Signal(str)
    reopen_scoring_asked = Signal(str)
    publish_asked = Signal()
    recuse_asked = Signal(str, str, str)
    mark_absent_asked = Signal(str, str, str)
    reinstate_asked = Signal(str, str, str)
    reopen_asked = Signal(str, str, str)
    release_lock_out_asked = Signal(str)
    """The key of who is locked out."""
    scene_asked = Signal(str)
    board_asked = Signal(str)
    reveal_next_asked = Signal()
    reveal_back_asked = Signal()
    projector_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAccessibleName("Host’s desk")
        self._act: ActView | None = None
        self.grid = BallotGrid()
        self.ballot = BallotActs()
        self.projector = ProjectorCard()
        self.reveal = RevealCard()
        self.question = Question()
        self.main_act = ActButton("")
        self.reopen = PlainButton("Reopen scoring…")
        self._phase = StateBadge("setting up")
        self._reconciliation = WrappedLabel("", "quiet")
        self._in_the_way = WrappedLabel("")
        self._release = QVBoxLayout()
        self._locked: list[PlainButton] = []
        self._lay_out()
        self._connect()
        self._bind_keys()

    def show_view(self, view: HostDeskView) -> None:
        """Replace everything on show."""
        self._phase.show_state(view.phase.value, view.phase_text)
        self._reconciliation.setText(view.reconciliation)
        self.grid.show_view(view)
        self.projector.show_scenes(view.scenes, is_board_live=view.is_board_live)
        self.projector.board.setEnabled(view.can_show_board)
        self.reveal.show_panel(view.reveal)
        self._show_act(view.main_act)
        self.reopen.setVisible(view.can_reopen)
        self._show_locked(view.locked_out)
        self._next_key.setEnabled(view.reveal.can_tell)
        self._back_key.setEnabled(view.reveal.can_take_back)

    def show_program(self, view: ProjectorView) -> None:
        """Show in small what the room sees."""
        self.projector.show_program(view)

    def show_projector(self, *, is_on: bool, line: str = "") -> None:
        """Say whether the projector's window is open, with a calm line about its display."""
        self.projector.show_projector(is_on=is_on, line=line)

    def changeEvent(self, event: QEvent) -> None:
        """Find room again when the text's size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._turn()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Stand the projector beside the grid, or below it where it is narrow."""
        self._turn()

    def _show_act(self, act: ActView) -> None:
        if self._act is not None and self._act.act is not act.act:
            self.question.close_question()
        self._act = act
        self.main_act.setText(act.text)
        self.main_act.setVisible(act.act is not HostAct.NONE)
        self.main_act.setEnabled(act.is_offered)
        self._in_the_way.setText("\n".join(act.blockers) or NOTHING_IN_THE_WAY)

    def _show_locked(self, rows: Sequence[LockedRow]) -> None:
        for button in self._locked:
            self._release.removeWidget(button)
            button.deleteLater()
        self._locked = []
        for row in rows:
            button = PlainButton(f"Let {row.name} sign in again", icon="key-round")
            button.setProperty("holder", row.key)
            button.clicked.connect(self._ask_release)
            self._release.addWidget(button)
            self._locked.append(button)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addLayout(self._head())
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(16)
        self._sides.addLayout(self._ballots_side(), 1)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.reveal)
        right.addWidget(self.projector)
        right.addStretch(1)
        self._sides.addWidget(self._right)
        self._column = ScrollColumn()
        self._column.body.addWidget(self.question)
        self._column.body.addLayout(self._sides)
        self._column.body.addStretch(1)
        outer.addWidget(self._column, 1)
        outer.addWidget(self._foot())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(Heading("Host’s desk"))
        head.addStretch(1)
        head.addWidget(self._phase)
        return head

    def _ballots_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.grid)
        side.addWidget(self.ballot)
        way = Card()
        way.body.addWidget(Heading("Before the next act", 3))
        way.body.addWidget(self._in_the_way)
        way.body.addLayout(self._release)
        side.addWidget(way)
        side.addStretch(1)
        return side

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self._reconciliation, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.reopen)
        row.addWidget(self.main_act)
        return foot

    def _connect(self) -> None:
        self.grid.chosen.connect(self.ballot.show_cell)
        self.grid.entered_ballot.connect(self.ballot.take_keyboard)
        self.ballot.asked.connect(self._pass_on_move)
        self.projector.scene_asked.connect(self.scene_asked)
        self.projector.board_asked.connect(self.board_asked)
        self.projector.projector_asked.connect(self.projector_asked)
        self.reveal.next_asked.connect(self.reveal_next_asked)
        self.reveal.back_asked.connect(self.reveal_back_asked)
        self.main_act.clicked.connect(self._ask_main_act)
        self.reopen.clicked.connect(self._ask_reopen)
        self.question.answered.connect(self._answer)

    def _bind_keys(self) -> None:
        self._key("B", self.projector.ask_black)
        self._next_key = self._key("PgDown", self.reveal.ask_next)
        self._back_key = self._key("PgUp", self.reveal_back_asked.emit)
        for number, scene in enumerate(Scene, start=1):
            key = self._key(f"Ctrl+{number}", self._choose_scene)
            key.setProperty("scene", scene.name)

    def _key(self, keys: str, slot: Callable[[], None]) -> QShortcut:
        key = QShortcut(QKeySequence(keys), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(slot)
        return key

    def _choose_scene(self) -> None:
        self.projector.choose(Scene[str(self.sender().property("scene"))])

    def _turn(self) -> None:
        is_wide = self.width() >= theme.scaled(SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if is_wide else down)
        self._right.setMaximumWidth(theme.scaled(SIDE_WIDTH) if is_wide else _ANY_WIDTH)
        self._right.setMinimumWidth(theme.scaled(SIDE_WIDTH) if is_wide else 0)

    def _pass_on_move(self, move: object, judge: str, team: str, reason: str) -> None:
        if isinstance(move, BallotMove):
            {
                BallotMove.RECUSE: self.recuse_asked,
                BallotMove.MARK_ABSENT: self.mark_absent_asked,
                BallotMove.REINSTATE: self.reinstate_asked,
                BallotMove.REOPEN: self.reopen_asked,
            }[move].emit(judge, team, reason)

    def _ask_main_act(self) -> None:
        if self._act is not None:
            words = self._act.act.value
            self.question.ask(words, self._act.question, words, needs_reason=self._act.asks_reason)
            self._column.verticalScrollBar().setValue(0)

    def _ask_reopen(self) -> None:
        self.question.ask(
            _REOPEN,
            "Say why scoring opens again; the reason goes on the record.",
            _REOPEN,
            needs_reason=True,
        )
        self._column.verticalScrollBar().setValue(0)

    def _answer(self, act: str, reason: str) -> None:
        match act:
            case HostAct.OPEN_SCORING.value:
                self.open_scoring_asked.emit()
            case HostAct.CLOSE_SCORING.value:
                self.close_scoring_asked.emit(reason)
            case HostAct.PUBLISH.value:
                self.publish_asked.emit()
            case _:
                self.reopen_scoring_asked.emit(reason)

    def _ask_release(self) -> None:
        self.release_lock_out_asked.emit(str(self.sender().property("holder")))


_REOPEN = "Reopen scoring"
_ANY_WIDTH = 16_777_215
"""Qt's own largest width."""
