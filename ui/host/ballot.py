"""What the host can do with the ballot that is selected in the grid, its judge and its team."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.domain.ballots import REASONED_MOVES, BallotMove
from judging_app.present.host.grid import BallotCell, CellAct, OfferedAct
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import add
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.reason_field import ReasonField

_WORDS: Mapping[BallotMove, str] = {
    BallotMove.RECUSE: "Recuse",
    BallotMove.MARK_ABSENT: "Mark absent",
    BallotMove.REINSTATE: "Let them score again",
    BallotMove.REOPEN: "Reopen",
}


class BallotActs(Card):
    """The acts of one ballot; those that go on the record with a reason wait for one."""

    asked = Signal(object, str, str, str)
    """The move, the judge's id, the team's id and the reason."""
    other_asked = Signal(object, str, str, str)
    """The `CellAct`, the judge's id, the team's id and the reason."""
    acted = Signal()
    """An act was asked for, and the keyboard may go back to where the ballot was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._cell: BallotCell | None = None
        self._label = WrappedLabel("", "strong")
        self.reason = ReasonField()
        self.reason.changed.connect(self._enable_buttons)
        self.buttons = {move: self._move_button(move) for move in _WORDS}
        self.others: dict[CellAct, PlainButton] = {}
        self._moves, self._about = FlowRow(), FlowRow()
        self._about_hint = PlainLabel("About this judge and this team", "label")
        self._moves.show_parts([*self.buttons.values()])
        add(self.body, self._label, self.reason, self._moves, self._about_hint, self._about)
        self.show_cell(None)

    def show_cell(self, cell: object) -> None:
        """Offer what can be done with `cell`, a `BallotCell` or nothing."""
        new = cell if isinstance(cell, BallotCell) else None
        if self._key(new) != self._key(self._cell):
            self.reason.clear()
        self._cell = new
        acts = new.acts if new else ()
        others = new.others if new else ()
        self._label.setText(new.label if new else "Choose a ballot to change it")
        needs_reason = bool(others) or any(move in REASONED_MOVES for move in acts)
        self.reason.setVisible(needs_reason)
        for move, button in self.buttons.items():
            button.setVisible(move in acts)
        self._moves.setVisible(bool(acts))
        self._show_others(others)
        self._enable_buttons()

    def put_back(self, reason: str) -> None:
        """Put a reason back that nothing came of, unless another is being written."""
        if not self.reason.text:
            self.reason.field.setText(reason)

    def take_keyboard(self) -> None:
        """Go to the first thing that can be filled in or pressed."""
        parts = [self.reason, *self.buttons.values(), *self.others.values()]
        for part in parts:
            if part.isVisibleTo(self) and part.isEnabled():
                part.setFocus()
                return

    def _show_others(self, others: tuple[OfferedAct, ...]) -> None:
        if [(one.act, one.words) for one in others] != [
            (act, button.text().replace("&&", "&")) for act, button in self.others.items()
        ]:
            self.others = {one.act: self._other_button(one) for one in others}
            self._about.show_parts([*self.others.values()])
        for part in (self._about_hint, self._about):
            part.setVisible(bool(others))

    def _move_button(self, move: BallotMove) -> PlainButton:
        button = PlainButton(_WORDS[move])
        button.setProperty("move", move.name)
        button.clicked.connect(self._ask)
        return button

    def _other_button(self, one: OfferedAct) -> PlainButton:
        button = PlainButton(one.words)
        button.setProperty("act", one.act.name)
        button.clicked.connect(self._ask_other)
        return button

    def _enable_buttons(self) -> None:
        has_reason = bool(self.reason.text)
        for move, button in self.buttons.items():
            button.setEnabled(has_reason or move not in REASONED_MOVES)
        for button in self.others.values():
            button.setEnabled(has_reason)

    def _ask(self) -> None:
        if self._cell is not None:
            move = BallotMove[str(self.sender().property("move"))]
            self.asked.emit(move, *self._taken(self._cell))
            self.acted.emit()

    def _ask_other(self) -> None:
        if self._cell is not None:
            act = CellAct[str(self.sender().property("act"))]
            self.other_asked.emit(act, *self._taken(self._cell))
            self.acted.emit()

    def _taken(self, cell: BallotCell) -> tuple[str, str, str]:
        """The judge, the team and the reason, which is then gone from the field."""
        return str(cell.judge_id), str(cell.team_id), self.reason.taken()

    @staticmethod
    def _key(cell: BallotCell | None) -> tuple[str, str] | None:
        return (cell.judge_id, cell.team_id) if cell else None
