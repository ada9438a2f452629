"""The scorecard: one judge's ballot for one team."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from judging_app.present.judge.card import NO_CARD, ScorecardView
from judging_app.present.judge.card_changes import changed_text, is_same_card
from ui import keys
from ui.announce import SAYS_SAVED, announce
from ui.judge.card_frame import SAVED, Receipt, ScorecardFoot, ScorecardHead
from ui.judge.conflict_form import ConflictForm
from ui.judge.criterion_card import CriterionCard
from ui.judge.read_back import ReadBack
from ui.widgets.card import Card
from ui.widgets.comment_box import CommentBox
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn


class Scorecard(Screen):
    """Shows one ballot and says what its judge asks for; it keeps no score itself."""

    score_asked = Signal(str, int)
    """A criterion's id, and the score in steps."""
    clear_asked = Signal(str)
    comments_asked = Signal(str, str)
    """The comment for the team, and the one for the panel."""
    submit_asked = Signal()
    back_asked = Signal()
    undo_asked = Signal()
    declare_asked = Signal(str)
    """Why the judge can't judge this team."""
    revisit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("thumb", "yes")
        self.setProperty(SAYS_SAVED, True)  # noqa: FBT003 - Qt's own signature
        self._view: ScorecardView | None = None
        self._changed = ""
        self._cards: list[CriterionCard] = []
        self._sections: list[Heading] = []
        self._pages = QStackedWidget()
        self._read_back = ReadBack()
        self._head, self._foot = ScorecardHead(), ScorecardFoot()
        self._conflict = ConflictForm()
        self._pages.addWidget(self._card_page())
        self._pages.addWidget(self._read_back)
        self._pages.addWidget(_scrolling(self._conflict))
        self.lay_out(self._pages, head=self._head)
        self._connect()

    def show_scorecard(self, view: ScorecardView) -> None:
        """Show a ballot. The same team's again keeps the keyboard and what is being written.

        Another team's comments replace those on show: call `flush` before moving on.
        """
        before, self._view = self._view, view
        is_same = before is not None and is_same_card(before, view)
        has_closed = before is not None and before.is_open and not view.is_open
        if before is not None and is_same:
            self._changed = changed_text(before, view)
            self._show_changed_criteria(before, view)
        else:
            self._changed = ""
            self._conflict.forget()
            self._build_criteria(view)
            self._foot.saved.show_state("saved", SAVED)
        self._show_head(view)
        self._show_comments(view, is_same=is_same)
        self._foot.show_view(view)
        self._pages.setCurrentIndex(_CARD)
        if has_closed or not is_same:
            self._take_keyboard()  # the button that submitted a ballot goes with it
        if not is_same:
            self._scroll.verticalScrollBar().setValue(0)

    def show_saved(self, text: str) -> None:
        """Say that the last change is on the disk: "Saved 14:32:07"."""
        self._foot.saved.show_state("saved", text)
        announce(self, f"{self._changed}, saved" if self._changed else "Saved")

    def show_not_saved(self, text: str) -> None:
        """Say that the last change is not on the disk, and why."""
        self._foot.saved.show_state("not saved", text)

    def show_not_declared(self, text: str) -> None:
        """Say why the conflict of interest isn't on the record; the form stays open."""
        self._conflict.show_refused(text)

    def forget(self) -> None:
        """Hold nothing of the ballot on show, nor of what was being written: its judge has left."""
        self._view, self._changed = None, ""
        self._drop_criteria()
        for box in self._comments:
            box.forget()
        self._conflict.forget()
        self._show_head(NO_CARD)
        self._foot.show_view(NO_CARD)
        self._read_back.show_view(NO_CARD.read_back)
        self._pages.setCurrentIndex(_CARD)

    def flush(self) -> None:
        """Ask for comments to be saved that were written since the last pause."""
        for box in self._comments:
            box.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.LEAVE.is_pressed(event):
            super().keyPressEvent(event)
        elif self._pages.currentIndex():
            self._return_to_scoring()
        else:
            self._ask_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a held digit for one digit: 1 held on a scale to 20 is 1, and not 11."""
        is_held = isinstance(event, QKeyEvent) and event.isAutoRepeat() and event.text().isdigit()
        return is_held or super().eventFilter(watched, event)

    def _card_page(self) -> QWidget:
        page = QWidget()
        self._notice, self._receipt = WrappedLabel(kind="strong"), Receipt()
        self._notice_card = Card("card-act")
        self._notice_card.body.setContentsMargins(20, 6, 20, 6)
        add(self._notice_card.body, self._notice, self._receipt)
        self._scroll = ScrollColumn()
        self._scroll.body.setSpacing(2)
        self._scroll.body.setContentsMargins(0, 0, 4, 0)
        self._comment_card = self._built_comments()
        add(self._scroll.body, self._comment_card, 1)
        column(self._notice_card, (self._scroll, 1), self._foot, spacing=6, inside=page)
        return page

    def _built_comments(self) -> Card:
        card = Card()
        self._for_team = CommentBox("For the team", "The team will read this.")
        self._for_panel = CommentBox(
            "For the panel", "Only the panel and the organiser will read this."
        )
        self._comments = (self._for_team, self._for_panel)
        add(card.body, across(*((box, 1) for box in self._comments), spacing=20))
        return card

    def _connect(self) -> None:
        self._head.back_asked.connect(self._ask_back)
        self._head.declare_asked.connect(self._open_conflict)
        self._foot.submit_asked.connect(self._open_read_back)
        self._foot.undo_asked.connect(self._ask_undo)
        self._conflict.declare_asked.connect(self.declare_asked)
        self._conflict.leave_asked.connect(self._close_conflict)
        self._read_back.revisit_asked.connect(self.revisit_asked)
        self._read_back.submit_asked.connect(self.submit_asked)
        self._read_back.return_asked.connect(self._return_to_scoring)
        for box in self._comments:
            box.edited.connect(self._ask_comments)
        keys.bind(keys.READ_BACK, self, self._open_read_back, repeats=False)
        keys.bind(keys.UNDO, self, self._ask_undo, repeats=False)

    def _show_changed_criteria(self, before: ScorecardView, view: ScorecardView) -> None:
        """Leave alone what a key press didn't change, so that it isn't laid out and painted."""
        for card, was, row in zip(self._cards, before.criteria, view.criteria, strict=True):
            if row != was:
                card.show_row(row)

    def _drop_criteria(self) -> None:
        for part in (*self._cards, *self._sections):
            part.hide()
            part.deleteLater()
        self._cards, self._sections = [], []

    def _build_criteria(self, view: ScorecardView) -> None:
        self._drop_criteria()
        self._cards = [CriterionCard(row) for row in view.criteria]
        before: QWidget = self._head.back
        for at, (card, row) in enumerate(zip(self._cards, view.criteria, strict=True)):
            if row.section:
                self._add_section(row.section, at + len(self._sections))
            self._scroll.body.insertWidget(at + len(self._sections), card)
            card.show()  # now, not at the next turn of the loop: a hidden card has no place for Tab
            card.score_asked.connect(self._ask_score)
            card.control.installEventFilter(self)
            card.clear_asked.connect(self.clear_asked)
            card.move_asked.connect(self._move)
            QWidget.setTabOrder(before, card.control)
            before = card.control
        for after in (self._for_team.field, self._for_panel.field, self._foot.submit):
            QWidget.setTabOrder(before, after)
            before = after

    def _add_section(self, title: str, at: int) -> None:
        heading = Heading(title, level=2)
        self._sections.append(heading)
        self._scroll.body.insertWidget(at, heading)
        heading.show()

    def _show_head(self, view: ScorecardView) -> None:
        self._head.show_view(view)
        self._notice.setText(view.notice)
        self._notice_card.setVisible(bool(view.notice))
        self._receipt.show_receipt(view.receipt, view.receipt_text)
        if not view.can_declare:
            self._conflict.hide()
        for card in self._cards:
            card.set_open(is_open=view.is_open)

    def _show_comments(self, view: ScorecardView, *, is_same: bool) -> None:
        for box, text in zip(self._comments, (view.for_team, view.for_panel), strict=True):
            if not (is_same and (box.is_pending or box.field.hasFocus())):
                box.show_text(text)
            box.set_open(is_open=view.is_open)
        self._comment_card.setVisible(not view.practice_text)

    def _take_keyboard(self) -> None:
        is_open = self._view is not None and self._view.is_open
        if is_open and self._cards:
            self._scroll.give_keyboard(self._cards[0].control)
        else:
            self._head.back.setFocus()

    def _move(self, by: int) -> None:
        """Put the keyboard on the criterion above or below; below the last are the comments."""
        stops: list[QWidget] = [card.control for card in self._cards]
        if self._comment_card.isVisible():
            stops.append(self._for_team.field)
        at = next((at for at, stop in enumerate(stops) if stop.hasFocus()), 0)
        self._scroll.give_keyboard(stops[min(max(at + by, 0), len(stops) - 1)])

    def _ask_score(self, criterion: str, steps: int) -> None:
        """Ask for a score, but once: a score that is there and saved already is nothing new."""
        rows = self._view.criteria if self._view else ()
        stands = any((row.criterion_id, row.chosen) == (criterion, steps) for row in rows)
        if not stands or self._foot.saved.kind != "saved":
            self.score_asked.emit(criterion, steps)

    def _ask_comments(self) -> None:
        self.comments_asked.emit(self._for_team.text, self._for_panel.text)

    def _ask_undo(self) -> None:
        """Take the last change back, where there is one to be taken back."""
        self.flush()
        if self._view is not None and self._view.undo_text and not self._pages.currentIndex():
            self.undo_asked.emit()

    def _open_conflict(self) -> None:
        self.flush()
        self._pages.setCurrentIndex(_CONFLICT)
        self._conflict.begin()

    def _close_conflict(self) -> None:
        self._conflict.forget()
        self._return_to_scoring()

    def _ask_back(self) -> None:
        self.flush()
        self.back_asked.emit()

    def _open_read_back(self) -> None:
        """Read the ballot back, or lead to the first part that is missing."""
        self.flush()
        if self._view is None or self._pages.currentIndex():
            return
        if self._view.can_submit:
            self._read_back.show_view(self._view.read_back)
            self._pages.setCurrentIndex(_READ_BACK)
            self._read_back.take_keyboard()
        elif self._view.is_open:
            self._lead_to_missing(self._view)

    def _lead_to_missing(self, view: ScorecardView) -> None:
        at = next((at for at, row in enumerate(view.criteria) if row.chosen is None), None)
        if at is not None:
            self._scroll.give_keyboard(self._cards[at].control)
        elif view.needs_comment:
            self._scroll.give_keyboard(self._for_team.field)

    def _return_to_scoring(self) -> None:
        self._pages.setCurrentIndex(_CARD)
        self._take_keyboard()


_CARD, _READ_BACK, _CONFLICT = 0, 1, 2
"""The pages, in the order in which they are stacked; but for the card, Esc leads off them."""


def _scrolling(form: QWidget) -> ScrollColumn:
    """A page for a form that may be higher than the screen."""
    scroll = ScrollColumn()
    add(scroll.body, form, 1)
    return scroll
