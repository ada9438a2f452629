"""Comments for teams: each is released, held back or put in other words before a team reads it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from judging_app.closed_sets import complete
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.present.organiser.comments import (
    COMMENT_STATE_WORDS,
    CommentRow,
    open_rows,
    release_text,
    review_text,
)
from judging_app.words import capitalised
from ui import keys, theme
from ui.organiser.papers_tabs import PapersHead, PapersPart
from ui.widgets.buttons import ActButton, PlainButton, UndoButton
from ui.widgets.card import Card
from ui.widgets.comment_box import CommentBox
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import add
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_view import Grounded, RowsView
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateLook

BESIDE, LEAST, ROW = 900, 260, 36
"""Pixels at 100 % text: the width from which a comment is beside the list, the list's least height,
and a row's."""

LOOKS: Mapping[CommentState, StateLook] = complete(
    {
        CommentState.OPEN: StateLook("clock", "attention"),
        CommentState.RELEASED: StateLook("circle-check", "good"),
        CommentState.HELD_BACK: StateLook("ban", "text-quiet"),
        CommentState.REWORDED: StateLook("pencil", "good"),
    }
)


class CommentsScreen(Screen):
    """Shows the comments, and says what is to become of the one that is chosen, or of the rest."""

    reviewed = Signal(object)
    """A `CommentReview`."""
    rest_released = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Comments")
        self.name_page("Comments")
        self._rows: tuple[CommentRow, ...] = ()
        self.undo = UndoButton()
        self.head = PapersHead(PapersPart.COMMENTS, self.undo)
        self.team, self.left = Picker("Team", is_bare=True), QCheckBox("Not yet reviewed")
        self.table, self.card = CommentTable(), CommentCard()
        self._none = QuietText(review_text(()))
        self._told, self.rest = PlainLabel(), ActButton("")
        self._lay_out()
        self.team.picked.connect(self._show)
        self.left.clicked.connect(self._show)
        self.table.selectionModel().currentChanged.connect(self._choose)
        self.card.release.clicked.connect(self._release)
        self.card.hold_back.clicked.connect(self._hold_back)
        self.card.next.clicked.connect(self.go_on)
        self.rest.clicked.connect(self.rest_released)
        for key, do in (
            (keys.RELEASE, self._release),
            (keys.HOLD_BACK, self._hold_back),
            (keys.REWORD, self.card.box.field.setFocus),
            (keys.NEXT_COMMENT, self.go_on),
            (keys.RELEASE_WORDS, self._release),
            (keys.LEAVE_COMMENT, self._take_keyboard),
        ):
            keys.bind(key, self, do, repeats=False)

    def show_rows(self, rows: Sequence[CommentRow]) -> None:
        """Replace the comments; the one that is chosen stays so, and so does what is typed."""
        self._rows = tuple(rows)
        teams = dict.fromkeys(row.team for row in rows)
        self.team.show_choices([Choice("", "All teams"), *(Choice(one, one) for one in teams)])
        self._none.setVisible(not rows)
        self._sides.setVisible(bool(rows))
        self._told.setText(review_text(rows) if rows else "")
        self.rest.setText(release_text(rows))
        self.rest.setVisible(bool(release_text(rows)))
        self._show()

    def go_on(self) -> None:
        """Go to the next that nobody has reviewed, after the one that is chosen."""
        shown, at = self.table.rows.all_rows, self.table.currentIndex().row()
        after = [*range(at + 1, len(shown)), *range(at + 1)]
        following = next((one for one in after if shown[one].is_open), None)
        if following is not None:
            self.table.selectRow(following)
        self._take_keyboard()

    def forget(self) -> None:
        """Hold no word any more: whoever read them has left."""
        self.card.forget()
        self.show_rows(())

    def _show(self) -> None:
        """Show the comments that are asked for."""
        of, at = self.team.key, self.table.currentIndex().row()
        rows = [row for row in self._rows if of in ("", row.team)]
        rows = open_rows(rows) if self.left.isChecked() else rows
        chosen = self.card.row
        codes = [row.code for row in rows]
        self.table.rows.show_rows(rows)
        if chosen is not None and chosen.code in codes:
            at = codes.index(chosen.code)
        if rows:
            self.table.selectRow(min(max(at, 0), len(rows) - 1))
        self._choose()

    def _choose(self) -> None:
        self.card.show_row(self.table.rows.row_at(self.table.currentIndex()))

    def _release(self) -> None:
        row = self.card.row
        if row is not None:
            words = self.card.box.text
            is_own = words.strip() == row.written.strip()
            state = CommentState.RELEASED if is_own else CommentState.REWORDED
            self._ask(row, state, "" if is_own else words)

    def _hold_back(self) -> None:
        if self.card.row is not None:
            self._ask(self.card.row, CommentState.HELD_BACK)

    def _ask(self, row: CommentRow, state: CommentState, instead: str = "") -> None:
        self.reviewed.emit(CommentReview(row.review.judge, row.review.team, state, instead))

    def _take_keyboard(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        scroll, filters, listed = ScrollColumn(), FlowRow(16), Card()
        filters.show_parts([self.team, self.left])
        add(listed.body, filters, (self.table, 1))
        self._sides = SideBySide((listed, 3), (self.card, 2), wide_from=BESIDE)
        add(scroll.body, self._none, (self._sides, 1))
        foot = Foot((self._told, 1), act=self.rest)
        self.lay_out(scroll, head=self.head, foot=foot)
        theme.follow(self.table.setMinimumHeight, LEAST)


class CommentCard(Card):
    """One comment: what the team is to read, which can be changed, and what the judge wrote."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.row: CommentRow | None = None
        self._typed: dict[str, str] = {}
        self._who, self._about = WrappedLabel("", "subheading"), QuietText()
        self.box = CommentBox("Words for the team", "Change them here")
        self._written = CommentBox("What the judge wrote", "Stays on the record")
        self._written.field.setReadOnly(True)
        self.release = PlainButton(f"Release ({keys.RELEASE.shown})", icon="circle-check")
        self.hold_back = PlainButton(f"Hold back ({keys.HOLD_BACK.shown})", icon="ban")
        self.next = PlainButton(f"Next ({keys.NEXT_COMMENT.shown})", icon="arrow-right")
        acts = FlowRow(8)
        acts.show_parts([self.release, self.hold_back, self.next])
        add(self.body, self._who, self._about, acts, (self.box, 2), (self._written, 1))
        self.box.field.textChanged.connect(self._show_words)

    def show_row(self, row: CommentRow | None) -> None:
        """Show another comment, or the same as it is now; what is being typed stays with it."""
        was, self.row = self.row, row
        self.setEnabled(row is not None)
        if row is None:
            self._show_nothing()
            return
        if was is not None and was.code == row.code and was.review != row.review:
            self._typed.pop(row.code, None)
        criteria = f" · {row.criteria}" if row.criteria else ""
        self._who.setText(f"{row.judge} to {row.team}")
        self._about.setText(f"{capitalised(COMMENT_STATE_WORDS[row.review.state])}{criteria}")
        self.box.show_text(self._typed.get(row.code, row.outgoing))
        self._written.show_text(row.written)
        self._show_words()

    def forget(self) -> None:
        """Hold no word any more."""
        self._typed.clear()
        self._show_nothing()

    def _show_nothing(self) -> None:
        self.row = None
        for box in (self.box, self._written):
            box.forget()
        for label in (self._who, self._about):
            label.setText("")

    def _show_words(self) -> None:
        """Show what follows from the words in the box."""
        if self.row is None:
            return
        words = self.box.text
        if words == self.row.outgoing:
            self._typed.pop(self.row.code, None)
        else:
            self._typed[self.row.code] = words
        is_own = words.strip() == self.row.written.strip()
        self._written.setVisible(not is_own)


class CommentTable(RowsView[CommentRow]):
    """A line for each comment: what is decided about it, whose it is, and how it begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RowsModel([one for one, _ in COLUMNS], lambda row: row.code), parent)
        self.setAccessibleName("Comments for teams")
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(Grounded(self))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setStretchLastSection(True)
        theme.follow(self.verticalHeader().setDefaultSectionSize, ROW)
        theme.follow(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each column its width; where the room is short, criteria give way to the words."""
        wider = min(max(self.width() / theme.scaled(USUAL), 1), MOST)
        for at, (_, wide) in enumerate(COLUMNS[:-1]):
            self.setColumnWidth(at, round(theme.scaled(wide) * wider))
        self.setColumnHidden(_CRITERION, self.width() < theme.scaled(WITH_CRITERIA))


COLUMNS: tuple[tuple[Column[CommentRow], int], ...] = (
    (
        Column(
            "Review",
            lambda row: capitalised(COMMENT_STATE_WORDS[row.review.state]),
            look=lambda row: LOOKS[row.review.state],
        ),
        144,
    ),
    (Column("Team", lambda row: row.team, is_strong=True), 124),
    (Column("Judge", lambda row: row.judge), 120),
    (Column("Criterion", lambda row: row.criteria), 100),
    (Column("Comment", lambda row: " ".join(row.outgoing.split())), 0),
)
"""What a line says, with its width in pixels at 100 % text; the words have the rest."""
USUAL, MOST = 720, 1.5
"""The list's width at 100 % text from which columns grow with it, and how far."""
_CRITERION, WITH_CRITERIA = 3, 640
"""A column, and the width in pixels at 100 % text from which it is there."""
