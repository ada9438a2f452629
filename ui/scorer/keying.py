"""The form of one turn: a paper sheet is keyed by digits and Enter alone."""

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.scorer.keying import KeyingView
from judging_app.present.scorer.sheets import PileRow
from judging_app.words import listed
from ui import keys, theme
from ui.announce import announce
from ui.scorer.cell import HEIGHT, KeyingCell
from ui.scorer.paper import OnPaper, Pile
from ui.scorer.sheet_pages import SheetPage
from ui.widgets.buttons import ActButton
from ui.widgets.card import Card, Hairline
from ui.widgets.comment_box import CommentBox
from ui.widgets.form import across, add, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.screen import Foot
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide

WIDE_FROM = 1000
MANY, DENSE = 7, 47
"""Criteria from which the rows are lower, and how high they are then."""


class KeyingForm(SheetPage):
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
        self.paper, self.pile = OnPaper(), Pile()
        self._left_side = QWidget()
        self._sheets = column(spacing=14, inside=self._left_side)
        right = column(self.paper, self.pile, 1, spacing=16)
        self._scroll = ScrollColumn()
        sides = SideBySide((self._left_side, 13), (right, 12), wide_from=WIDE_FROM, spacing=24)
        add(self._scroll.body, (sides, 1))
        self.lay_out(self._scroll, head=self.head, foot=self._footed())
        keys.bind(keys.READ_BACK, self, self._ask_end, repeats=False)

    def open_turn(self, view: KeyingView) -> None:
        """Show a turn in fields of its own."""
        self.show_sheet(view.sheet, f"{view.heading} · type a figure, then Enter")
        self._build(view)
        self.paper.show_rows(view.sheet.id, view.rows)
        self.show_view(view)

    def show_view(self, view: KeyingView) -> None:
        """Show what is kept of the turn that is open; what is being typed stays."""
        self._view = view
        for cell, row in zip(self.cells, view.rows, strict=True):
            cell.show_row(row)
        self._typed.setText(view.typed_text)
        self._say_left(view)
        self.end.setText(view.act_text)

    def show_pile(self, rows: tuple[PileRow, ...]) -> None:
        """Say what is left of the pile."""
        self.pile.show_rows(rows)

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

    def show_saved(self) -> None:
        """Say that the last change is on the disk; the bar above says when."""
        announce(self, "Saved")

    def show_refused(self, sentence: str, criterion: str = "") -> None:
        """Say why something isn't kept: beside its figure, else at the foot."""
        for cell in self.cells:
            if cell.row.criterion_id == criterion:
                cell.show_refusal(sentence)
                return
        self._names.setText(sentence)
        announce(self, sentence, is_urgent=True)

    def flush(self) -> bool:
        """Ask for all that is typed to be kept; False, and the keyboard there, if it isn't."""
        for box in self.comments:
            box.flush()
        refused = [cell for cell in self.cells if not cell.keep()]
        if refused:
            self._go_to(refused[0])
        return not refused

    def _footed(self) -> Foot:
        self._mark, self._count = IconMark("circle-dashed"), PlainLabel(kind="strong")
        self._names, self.end = PlainLabel(), ActButton()
        self.end.show_key("Ctrl+Enter")
        self.end.clicked.connect(self._ask_end)
        left = across(self._mark, self._count, (self._names, 1), spacing=8)
        return Foot((left, 1), act=self.end)

    def _say_left(self, view: KeyingView) -> None:
        self._mark.setVisible(bool(view.left))
        self._count.setText(f"{len(view.left)} left:" if view.left else "")
        self._names.setText(", ".join(view.left) or "Everything is typed in.")
        self._names.setAccessibleName(
            f"Still to type in: {listed(view.left)}" if view.left else "Everything is typed in."
        )

    def _build(self, view: KeyingView) -> None:
        self.clear()
        self._sheet = sheet = QWidget()
        comments = self._comment_boxes(view)
        column(self._figures(view), (comments, 1), spacing=14, inside=sheet)
        self._sheets.addWidget(sheet)
        sheet.show()  # now: what is hidden has no place for Tab
        stops: list[QWidget] = [cell.field for cell in self.cells]
        stops += [box.field for box in self.comments]
        for before, after in pairwise([*stops, self.end]):
            QWidget.setTabOrder(before, after)
        self._scroll.verticalScrollBar().setValue(0)

    def _figures(self, view: KeyingView) -> Card:
        card = Card()
        card.body.setContentsMargins(1, 0, 1, 1)
        card.body.setSpacing(0)
        self._typed = PlainLabel(kind="label")
        scale = f"Scores, {view.scale_text}" if view.scale_text else "Scores"
        above = QWidget()
        across((PlainLabel(scale, "label"), 1), self._typed, margins=(20, 0, 20, 0), inside=above)
        theme.follow(above.setFixedHeight, 36)
        card.body.addWidget(above)
        self.cells = [KeyingCell(row, is_alike=bool(view.scale_text)) for row in view.rows]
        for cell in self.cells:
            if cell.row.section:
                heading = Heading(cell.row.section, level=3)
                heading.setContentsMargins(20, 10, 20, 4)
                card.body.addWidget(heading)
            theme.follow(cell.setMinimumHeight, DENSE if len(view.rows) >= MANY else HEIGHT)
            add(card.body, Hairline(), cell)
            cell.score_asked.connect(self.score_asked)
            cell.move_asked.connect(self._move)
            cell.entered.connect(self._mark_place)
        return card

    def _comment_boxes(self, view: KeyingView) -> QWidget:
        made = QWidget()
        self._for_team = CommentBox("For the team", "as written")
        self._for_panel = CommentBox("For the panel", "as written")
        self.comments = (self._for_team, self._for_panel)
        for box, text in zip(self.comments, (view.for_team, view.for_panel), strict=True):
            box.show_text(text)
            box.edited.connect(self._ask_comments)
        across(*((box, 1) for box in self.comments), spacing=16, inside=made)
        return made

    def _mark_place(self) -> None:
        """Mark on the paper where the keyboard is."""
        at = next((at for at, cell in enumerate(self.cells) if cell.field.hasFocus()), None)
        self.paper.mark(at)

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
        """Put the keyboard on a figure, with what may be said of it in view."""
        cell.take_keyboard()
        self._scroll.ensureWidgetVisible(cell, 0, 24)

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
        elif self._view is not None and self._view.needs_comment:
            self._scroll.give_keyboard(self._for_team.field)
        else:
            self.end_asked.emit()
