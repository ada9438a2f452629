"""The form of one turn: a paper sheet is keyed by digits and Enter alone."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.scorer.keying import KeyingRow, KeyingView
from ui import keys
from ui.announce import announce
from ui.scorer.cell import KeyingCell
from ui.scorer.sheet_pages import LeavingPage
from ui.widgets.buttons import ActButton
from ui.widgets.card import Card, Hairline
from ui.widgets.comment_box import CommentBox
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import StateBadge

HINT = "Type a score, press Enter, type the next. Tab after the last goes to the comments."


class KeyingForm(LeavingPage):
    """Shows one turn of one sheet and says what was keyed; it keeps nothing itself.

    Each turn has fields of its own, so that nothing of the one before, not even what can be undone
    in a field, is there.
    """

    score_asked = Signal(str, object)
    """The criterion's id, and the score in steps or `None`."""
    comments_asked = Signal(str, str)
    """The comment for the team, and the one for the panel."""
    end_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: KeyingView | None = None
        self.cells: list[KeyingCell] = []
        self.comments: tuple[CommentBox, ...] = ()
        self._sheet: QWidget | None = None
        self._scroll = ScrollColumn()
        self._scroll.body.addStretch(1)
        column((self._scroll, 1), self._foot(), spacing=8, inside=self)
        keys.bind(keys.READ_BACK, self, self._ask_end, repeats=False)

    def open_turn(self, view: KeyingView) -> None:
        """Show a turn in fields of its own."""
        self._build(view)
        self.show_view(view)

    def show_view(self, view: KeyingView) -> None:
        """Show what is kept of the turn that is open; what is being typed stays."""
        self._view = view
        for cell, row in zip(self.cells, view.rows, strict=True):
            cell.show_row(row)
        self._missing.setText(view.missing_text)
        self.end.setText(view.end_text)

    def clear(self) -> None:
        """Take the turn away with all that was typed, at once and not only from sight."""
        for cell in self.cells:
            cell.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            cell.field.setText("")
        for box in self.comments:
            box.blockSignals(True)  # noqa: FBT003 - as above
            box.field.setPlainText("")
        self._view, self.cells, self.comments = None, [], ()
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None

    def begin(self) -> None:
        """Put the keyboard on the first figure that is missing."""
        missing = (cell for cell in self.cells if cell.row.steps is None)
        if first := next(missing, self.cells[0] if self.cells else None):
            self._go_to(first)

    def show_saved(self, text: str) -> None:
        """Say that the last change is on the disk: "Saved 14:32:07"."""
        self._saved.show_state("saved", text)
        announce(self, "Saved")

    def show_refused(self, sentence: str, criterion: str = "") -> None:
        """Say why something isn't kept: under its figure, else at the foot."""
        for cell in self.cells:
            if cell.row.criterion_id == criterion:
                cell.show_refusal(sentence)
                return
        self._saved.show_state("not saved", "Not saved")
        self._missing.setText(sentence)
        announce(self, sentence, is_urgent=True)

    def flush(self) -> bool:
        """Ask for all that is typed to be kept; False, and the keyboard there, if it isn't."""
        for box in self.comments:
            box.flush()
        refused = [cell for cell in self.cells if not cell.keep()]
        if refused:
            self._go_to(refused[0])
        return not refused

    def _foot(self) -> QWidget:
        foot = Card()
        foot.body.setContentsMargins(20, 6, 12, 6)
        self._missing = PlainLabel(kind="quiet")
        self._saved = StateBadge("saved", "Saved as you type")
        self.end = ActButton(icon="check")
        self.end.clicked.connect(self._ask_end)
        told = column(self._saved, self._missing, spacing=2)
        add(foot.body, across((told, 1), self.end, spacing=16))
        return foot

    def _build(self, view: KeyingView) -> None:
        self.clear()
        self._sheet = sheet = QWidget()
        column(
            QuietText(HINT),
            self._figures(view.rows),
            self._comment_card(view),
            spacing=8,
            margins=(0, 0, 4, 0),
            inside=sheet,
        )
        self._scroll.body.insertWidget(0, sheet)
        sheet.show()  # now: what is hidden has no place for Tab
        self._saved.show_state("saved", "Saved as you type")
        stops: list[QWidget] = [cell.field for cell in self.cells]
        stops += [box.field for box in self.comments]
        for before, after in pairwise([*stops, self.end]):
            QWidget.setTabOrder(before, after)
        self._scroll.verticalScrollBar().setValue(0)

    def _figures(self, rows: tuple[KeyingRow, ...]) -> Card:
        card = Card()
        card.body.setContentsMargins(20, 10, 14, 10)
        card.body.setSpacing(4)
        self.cells = [KeyingCell(row) for row in rows]
        for at, cell in enumerate(self.cells):
            if at:
                card.body.addWidget(Hairline())
            if cell.row.section:
                card.body.addWidget(Heading(cell.row.section, level=3))
            card.body.addWidget(cell)
            cell.score_asked.connect(self.score_asked)
            cell.move_asked.connect(self._move)
        return card

    def _comment_card(self, view: KeyingView) -> Card:
        card = Card()
        self._for_team = CommentBox(
            "For the team", "As on the paper. Leave empty if there is none."
        )
        self._for_panel = CommentBox("For the panel", "As on the paper. The team never sees this.")
        self.comments = (self._for_team, self._for_panel)
        for box, text in zip(self.comments, (view.for_team, view.for_panel), strict=True):
            box.show_text(text)
            box.edited.connect(self._ask_comments)
        add(card.body, across(*((box, 1) for box in self.comments), spacing=20))
        return card

    def _move(self, by: int) -> None:
        """Go to the figure before or after; after the last is what ends the turn."""
        at = next((at for at, cell in enumerate(self.cells) if cell.field.hasFocus()), 0) + by
        if at < len(self.cells):
            self._go_to(self.cells[max(at, 0)])
        elif self._view is not None and self._view.needs_comment:
            self._scroll.give_keyboard(self._for_team.field)
        else:
            self.end.setFocus()

    def _go_to(self, cell: KeyingCell) -> None:
        """Put the keyboard on a figure, with its scale and what may be said of it in view."""
        cell.take_keyboard()
        self._scroll.ensureWidgetVisible(cell, 0, 0)

    def _ask_comments(self) -> None:
        self.comments_asked.emit(self._for_team.text, self._for_panel.text)

    def _ask_end(self) -> None:
        """End the turn, or lead to the first figure that is missing."""
        if not self.flush():
            return
        missing = next((cell for cell in self.cells if cell.row.steps is None), None)
        if missing is not None:
            self._go_to(missing)
            missing.lead_to()
        else:
            self.end_asked.emit()
