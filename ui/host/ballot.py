"""What the host can do with the ballot that is chosen in the grid, its judge and its team."""

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from judging_app.closed_sets import complete
from judging_app.domain.ballots import REASONED_MOVES, BallotMove
from judging_app.present.host.grid import BallotCell, CellAct
from judging_app.words import capitalised
from ui import keys, theme
from ui.room.key_button import KeyButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import add, column
from ui.widgets.labels import NameLabel, PlainLabel, QuietText, WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import StateBadge

Act: TypeAlias = BallotMove | CellAct

WIDTH = 284

_WORDS: Mapping[BallotMove, str] = {
    BallotMove.RECUSE: "Recuse",
    BallotMove.MARK_ABSENT: "Mark absent",
    BallotMove.REINSTATE: "Let them score again",
    BallotMove.REOPEN: "Reopen",
}
_WHY_NOT: Mapping[BallotMove, str] = {
    BallotMove.RECUSE: "already settled",
    BallotMove.MARK_ABSENT: "already settled",
    BallotMove.REINSTATE: "not out",
    BallotMove.REOPEN: "not submitted",
}
"""Why a move is dim; who is recused or submitted can't be recused."""

_DO: Mapping[BallotMove, str] = {
    BallotMove.RECUSE: "Recuse {judge}",
    BallotMove.MARK_ABSENT: "Mark {judge} absent",
    BallotMove.REINSTATE: "Let {judge} score again",
    BallotMove.REOPEN: "Reopen this ballot",
}
_NO_CHOICE = "Choose what to do"


_REACHED = Qt.FocusPolicy.StrongFocus


class BallotActs(Card):
    """One act of those that there are, a reason where it needs one, and a button that names it."""

    asked = Signal(object, str, str, str)
    """The move, the judge's id, the team's id and the reason."""
    other_asked = Signal(object, str, str, str)
    """The `CellAct`, the judge's id, the team's id and the reason."""
    acted = Signal()
    """An act was asked for, and the keyboard may go back to where the ballot was chosen."""
    left = Signal()
    """Nothing is to be done, and the keyboard may go back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("What can be done with this ballot")
        self._cell: BallotCell | None = None
        self.judge, self.team = NameLabel("", "subheading"), NameLabel("", "strong")
        self.state, self.said = StateBadge("not started"), QuietText("")
        self.reason = ReasonField()
        self.moves = {move: self._radio(move, words) for move, words in _WORDS.items()}
        self.others = {act: self._radio(act, "") for act in CellAct}
        self.do = KeyButton(_NO_CHOICE, kind="act", is_centred=True)
        self.problem = WrappedLabel("", "attention")
        self.undo_hint = QuietText("You can undo it: Ctrl+Z")
        self._group = QButtonGroup(self)
        for button in (*self.moves.values(), *self.others.values()):
            self._group.addButton(button)
        self._lay_out()
        self._connect()
        self.show_cell(None)

    @property
    def chosen(self) -> Act | None:
        """The act that is chosen; none until a person chooses one."""
        every: list[tuple[Act, QRadioButton]] = [*self.moves.items(), *self.others.items()]
        return next((act for act, one in every if one.isChecked() and one.isEnabled()), None)

    def show_cell(self, cell: object) -> None:
        """Offer what can be done with `cell`, a `BallotCell` or nothing."""
        new = cell if isinstance(cell, BallotCell) else None
        if self._key(new) != self._key(self._cell):
            self.reason.clear()
            self._uncheck()
        self._cell = new
        self.judge.setText(new.judge if new else "Choose a ballot to change it")
        self.team.setText(f"for {new.team}" if new else "")
        self.said.setText(f"{capitalised(new.said)}." if new else "")
        self.said.setVisible(new is not None and any(one in new.said for one in ".,("))
        self.state.setVisible(new is not None)
        if new is not None:
            self.state.show_state(new.look, new.word)
        self._show_moves(new)
        self._show_others(new)
        if self.chosen is None:
            self._uncheck()
        self._word()

    def choose(self, act: Act) -> None:
        """Choose one of the acts that are offered."""
        button = self.moves[act] if isinstance(act, BallotMove) else self.others[act]
        button.setChecked(True)
        self._word()

    def put_back(self, reason: str, act: Act) -> None:
        """Put what nothing came of back as it was asked, unless another is being chosen."""
        if self.chosen is None:
            self.choose(act)
        if not self.reason.text:
            self.reason.field.setText(reason)

    def take_keyboard(self) -> None:
        """Go to the act that is chosen, else to the first; from there the arrows choose."""
        every = [one for one in (*self.moves.values(), *self.others.values()) if one.isEnabled()]
        if every:
            next((one for one in every if one.isChecked()), every[0]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.NOT_YET.is_pressed(event):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _show_moves(self, cell: BallotCell | None) -> None:
        acts = cell.acts if cell else ()
        for move, button in self.moves.items():
            why = "" if move in acts else f" ({_WHY_NOT[move]})"
            button.setText(f"{_WORDS[move]}{why}")
            button.setEnabled(move in acts)
            button.setVisible(bool(acts))
        self._about_ballot.setVisible(bool(acts))

    def _show_others(self, cell: BallotCell | None) -> None:
        offered = {one.act: one.words for one in cell.others} if cell else {}
        for act, button in self.others.items():
            words = offered.get(act, "")
            button.setText(_SHORT[act])
            button.setAccessibleName(words or _SHORT[act])
            button.setToolTip(f"<p>{words}</p>" if words else "")
            button.setEnabled(act in offered)
            button.setVisible(act in offered)
        self._about_others.setVisible(bool(offered))
        has_any = bool(offered) or bool(cell and cell.acts)
        for part in (self.reason, self.do, self.undo_hint):
            part.setVisible(has_any)

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
            button.setFocusPolicy(_REACHED)  # Qt lets Tab reach the checked one alone
        self._group.setExclusive(True)

    def _word(self) -> None:
        self.problem.hide()
        act, cell = self.chosen, self._cell
        self.do.setEnabled(act is not None)
        if act is None or cell is None:
            self.do.setText(_NO_CHOICE)
        elif isinstance(act, BallotMove):
            self.do.setText(_DO[act].format(judge=cell.judge))
        else:
            self.do.setText(next(one.words for one in cell.others if one.act is act))
        self.do.setToolTip(f"<p>{self.do.text()}</p>")

    def _ask(self) -> None:
        act, cell = self.chosen, self._cell
        if act is None or cell is None:
            self.problem.setText("Choose what to do first.")
            self.problem.setVisible(cell is not None)
            return
        needs_reason = not isinstance(act, BallotMove) or act in REASONED_MOVES
        if needs_reason and not self.reason.text:
            self.problem.setText("Give a reason first. It stays on the record.")
            self.problem.show()
            self.reason.setFocus()
            return
        signal = self.asked if isinstance(act, BallotMove) else self.other_asked
        reason = self.reason.taken()
        self._uncheck()  # what is asked for once isn't ready to be asked for again
        self._word()
        signal.emit(act, str(cell.judge_id), str(cell.team_id), reason)
        self.acted.emit()

    def _lay_out(self) -> None:
        self._about_ballot = PlainLabel("This ballot", "label")
        self._about_others = PlainLabel("The judge, or the team", "label")
        inside = ScrollColumn()
        inside.body.setSpacing(2)
        add(
            inside.body,
            self.judge,
            self.team,
            self.state,
            self.said,
            Hairline(),
            self._about_ballot,
            *self.moves.values(),
            self._about_others,
            *self.others.values(),
            self.reason,
            self.problem,
            1,
        )
        foot = column(self.do, self.undo_hint, spacing=4)
        self.body.setContentsMargins(16, 16, 16, 12)
        add(self.body, (inside, 1), foot)
        theme.follow(self.setFixedWidth, WIDTH)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self._word)
        self.do.clicked.connect(self._ask)
        self.reason.finished.connect(self._ask)
        self.reason.changed.connect(self.problem.hide)

    def _radio(self, act: Act, words: str) -> QRadioButton:
        button = QRadioButton(words)
        button.setProperty("act", act.name)
        button.setProperty("kind", "tight")
        return button

    @staticmethod
    def _key(cell: BallotCell | None) -> tuple[str, str] | None:
        return (cell.judge_id, cell.team_id) if cell else None


_SHORT: Mapping[CellAct, str] = complete(
    {
        CellAct.LEAVE_EARLY: "The judge leaves early",
        CellAct.WITHDRAW: "The team withdraws",
        CellAct.DISQUALIFY: "The team is disqualified",
        CellAct.RESTORE: "Put the team back",
    }
)
