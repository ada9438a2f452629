"""The scorecard: one judge's ballot for one team."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from judging_app.present.scorecard import ScorecardView
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.comment_box import CommentBox
from ui.widgets.criterion_card import CriterionCard
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.read_back import ReadBack
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import StateBadge


class Scorecard(QWidget):
    """Shows one ballot and says what its judge asks for; it keeps no score itself."""

    score_asked = Signal(str, int)
    """A criterion's id, and the score in steps."""
    clear_asked = Signal(str)
    comments_asked = Signal(str, str)
    """The comment for the team, and the one for the panel."""
    submit_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ScorecardView | None = None
        self._cards: list[CriterionCard] = []
        self._sections: list[Heading] = []
        self._pages = QStackedWidget()
        self._read_back = ReadBack()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addWidget(self._pages, 1)
        self._pages.addWidget(self._card_page())
        self._pages.addWidget(self._read_back)
        self._connect()

    def show_scorecard(self, view: ScorecardView) -> None:
        """Show a ballot. The same team's again keeps the keyboard and what is being written.

        Another team's comments replace those on show: call `flush` before moving on.
        """
        is_same = self._view is not None and _shape(self._view) == _shape(view)
        has_closed = self._view is not None and self._view.is_open and not view.is_open
        self._view = view
        if is_same:
            for card, row in zip(self._cards, view.criteria, strict=True):
                card.show_row(row)
        else:
            self._build_criteria(view)
        self._show_head(view)
        self._show_comments(view, is_same=is_same)
        self._show_foot(view)
        self._pages.setCurrentIndex(0)
        if has_closed or not is_same:
            self._take_keyboard()  # the button that submitted a ballot goes with it
        if not is_same:
            self._scroll.verticalScrollBar().setValue(0)

    def show_saved(self, text: str) -> None:
        """Say that the last change is on the disk: "Saved 14:32:07"."""
        self._saved.show_state("saved", text)

    def show_not_saved(self, text: str) -> None:
        """Say that the last change is not on the disk, and why."""
        self._saved.show_state("not saved", text)
        self._saved.setToolTip("")

    def flush(self) -> None:
        """Ask for comments to be saved that were written since the last pause."""
        for box in self._comments:
            box.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the read-back, then the card."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._pages.currentIndex():
            self._return_to_scoring()
        else:
            self._ask_back()

    def _head(self) -> QHBoxLayout:
        self._back = PlainButton("Your teams", kind="quiet", icon="arrow-left")
        self._team, self._challenge = Heading(), PlainLabel(kind="quiet-large")
        self._state = StateBadge()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._team)
        words.addWidget(self._challenge)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _card_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._notice = WrappedLabel(kind="strong")
        self._notice_card = Card("card-act")
        self._notice_card.body.setContentsMargins(20, 10, 20, 10)
        self._notice_card.body.addWidget(self._notice)
        self._scroll = ScrollColumn()
        self._scroll.body.setSpacing(8)
        self._scroll.body.setContentsMargins(0, 0, 4, 0)
        self._scroll.body.addWidget(self._comment_card())
        self._scroll.body.addStretch(1)
        layout.addWidget(self._notice_card)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot())
        return page

    def _comment_card(self) -> QWidget:
        card = Card()
        line = QHBoxLayout()
        line.setSpacing(20)
        self._for_team = CommentBox("For the team", "The team reads this afterwards.")
        self._for_panel = CommentBox("For the panel", "Only the panel and the organiser read this.")
        self._comments = (self._for_team, self._for_panel)
        for box in self._comments:
            line.addWidget(box, 1)
        card.body.addLayout(line)
        return card

    def _foot(self) -> QWidget:
        self._foot_card = foot = Card("foot")
        foot.body.setContentsMargins(20, 8, 12, 8)
        self._total, self._missing = PlainLabel(kind="heading"), PlainLabel(kind="quiet")
        self._saved = StateBadge("saved", "Saved as you score")
        self._submit = ActButton(icon="check")
        first = QHBoxLayout()
        first.setSpacing(20)
        first.addWidget(self._total)
        first.addWidget(self._saved)
        first.addStretch(1)
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addLayout(first)
        told.addWidget(self._missing)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addLayout(told, 1)
        line.addWidget(self._submit)
        foot.body.addLayout(line)
        return foot

    def _connect(self) -> None:
        self._back.clicked.connect(self._ask_back)
        self._submit.clicked.connect(self._open_read_back)
        self._read_back.submit_asked.connect(self.submit_asked)
        self._read_back.return_asked.connect(self._return_to_scoring)
        for box in self._comments:
            box.edited.connect(self._ask_comments)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._open_read_back)

    def _build_criteria(self, view: ScorecardView) -> None:
        for part in (*self._cards, *self._sections):
            part.hide()
            part.deleteLater()
        self._cards, self._sections = [CriterionCard(row) for row in view.criteria], []
        before: QWidget = self._back
        for at, (card, row) in enumerate(zip(self._cards, view.criteria, strict=True)):
            if row.section:
                self._add_section(row.section, at + len(self._sections))
            self._scroll.body.insertWidget(at + len(self._sections), card)
            card.show()  # now, not at the next turn of the loop: a hidden card has no place for Tab
            card.score_asked.connect(self.score_asked)
            card.clear_asked.connect(self.clear_asked)
            card.move_asked.connect(self._move)
            QWidget.setTabOrder(before, card.control)
            before = card.control
        for after in (self._for_team.field, self._for_panel.field, self._submit):
            QWidget.setTabOrder(before, after)
            before = after

    def _add_section(self, title: str, at: int) -> None:
        heading = Heading(title, level=2)
        self._sections.append(heading)
        self._scroll.body.insertWidget(at, heading)
        heading.show()

    def _show_head(self, view: ScorecardView) -> None:
        self._team.setText(view.team)
        self._challenge.setText(view.challenge)
        self._challenge.setVisible(bool(view.challenge))
        self._state.show_state(view.state)
        self._notice.setText(view.notice)
        self._notice_card.setVisible(bool(view.notice))
        for card in self._cards:
            card.set_open(is_open=view.is_open)

    def _show_comments(self, view: ScorecardView, *, is_same: bool) -> None:
        for box, text in zip(self._comments, (view.for_team, view.for_panel), strict=True):
            if not (is_same and (box.is_pending or box.field.hasFocus())):
                box.show_text(text)
            box.set_open(is_open=view.is_open)

    def _show_foot(self, view: ScorecardView) -> None:
        self._total.setText(f"Total {view.total_text}" if view.total_text else "No total yet")
        self._missing.setText(view.missing_text)
        self._missing.setVisible(bool(view.missing_text))
        self._foot_card.setVisible(view.is_open or bool(view.total_text))
        self._saved.setVisible(view.is_open)
        self._submit.setText(view.submit_text)
        self._submit.setVisible(view.is_open)
        self._submit.setEnabled(view.can_submit)

    def _take_keyboard(self) -> None:
        is_open = self._view is not None and self._view.is_open
        if is_open and self._cards:
            self._scroll.give_keyboard(self._cards[0].control)
        else:
            self._back.setFocus()

    def _move(self, by: int) -> None:
        """Put the keyboard on the criterion above or below; below the last are the comments."""
        stops: list[QWidget] = [card.control for card in self._cards]
        stops.append(self._for_team.field)
        at = next((at for at, stop in enumerate(stops) if stop.hasFocus()), 0)
        self._scroll.give_keyboard(stops[min(max(at + by, 0), len(stops) - 1)])

    def _ask_comments(self) -> None:
        self.comments_asked.emit(self._for_team.text, self._for_panel.text)

    def _ask_back(self) -> None:
        self.flush()
        self.back_asked.emit()

    def _open_read_back(self) -> None:
        """Read the ballot back, or lead to the first part that is missing."""
        self.flush()
        if self._view is None or self._pages.currentIndex():
            return
        if self._view.can_submit:
            self._read_back.show_view(self._view)
            self._pages.setCurrentIndex(1)
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
        self._pages.setCurrentIndex(0)
        self._take_keyboard()


def _shape(view: ScorecardView) -> object:
    """What stays the same while one ballot is being scored."""
    return view.team_id, tuple((row.criterion_id, row.keys, row.typed) for row in view.criteria)
