"""What the host can do with the ballot that is selected in the grid."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from judging_app.domain.ballots import BallotMove
from judging_app.present.host_desk import REASONED, BallotCell
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel

_WORDS: Mapping[BallotMove, str] = {
    BallotMove.RECUSE: "Recuse",
    BallotMove.MARK_ABSENT: "Mark absent",
    BallotMove.REINSTATE: "Reinstate",
    BallotMove.REOPEN: "Reopen",
}


class BallotActs(Card):
    """The acts of one ballot; those that go on the record with a reason wait for one."""

    asked = Signal(object, str, str, str)
    """The move, the judge's id, the team's id and the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._cell: BallotCell | None = None
        self._label = PlainLabel("", "strong")
        self._hint = PlainLabel("Reason, for the record", "label")
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Reason, for the record")
        self.reason.setMaxLength(500)
        self.reason.textChanged.connect(self._weigh)
        self.buttons: dict[BallotMove, PlainButton] = {}
        row = QHBoxLayout()
        for move, word in _WORDS.items():
            button = PlainButton(word)
            button.setProperty("move", move.name)
            button.clicked.connect(self._ask)
            self.buttons[move] = button
            row.addWidget(button)
        row.addStretch(1)
        for part in (self._label, self._hint, self.reason):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.show_cell(None)

    def show_cell(self, cell: object) -> None:
        """Offer what can be done with `cell`, a `BallotCell` or nothing."""
        new = cell if isinstance(cell, BallotCell) else None
        if self._key(new) != self._key(self._cell):
            self.reason.clear()
        self._cell = new
        acts = new.acts if new else ()
        self._label.setText(new.label if new else "Select a ballot to change its state")
        for part in (self._hint, self.reason):
            part.setVisible(any(move in REASONED for move in acts))
        for move, button in self.buttons.items():
            button.setVisible(move in acts)
        self._weigh()

    def take_keyboard(self) -> None:
        """Go to the first thing that can be filled in or pressed."""
        parts = [self.reason, *self.buttons.values()]
        for part in parts:
            if part.isVisibleTo(self) and part.isEnabled():
                part.setFocus()
                return

    def _weigh(self) -> None:
        has_reason = bool(self.reason.text().strip())
        for move, button in self.buttons.items():
            button.setEnabled(has_reason or move not in REASONED)

    def _ask(self) -> None:
        if self._cell is None:
            return
        move = BallotMove[str(self.sender().property("move"))]
        cell, reason = self._cell, self.reason.text().strip()
        self.reason.clear()
        self.asked.emit(move, str(cell.judge_id), str(cell.team_id), reason)

    @staticmethod
    def _key(cell: BallotCell | None) -> tuple[str, str] | None:
        return (cell.judge_id, cell.team_id) if cell else None
