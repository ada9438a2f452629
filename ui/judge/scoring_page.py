"""The page on which one ballot is scored: one card of rows, the comments, and what is left."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from judging_app.present.judge.card import NO_CARD, ScorecardView
from judging_app.present.judge.rubric import RubricRow
from ui import keys, theme
from ui.judge.card_frame import LARGE, ScorecardFoot, ScorecardHead
from ui.judge.criterion_row import SIDE, CriterionLine
from ui.judge.rubric import RubricDrawer
from ui.judge.scale_keys import KEY_SIZE
from ui.widgets.buttons import PlainButton, make_roomy
from ui.widgets.card import Card
from ui.widgets.comment_box import CommentBox
from ui.widgets.form import across, add
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn

ROOMY, DENSE = 72, 64
"""Least height of a row in pixels at 100 % text; dense where there are more than `MOST_ROOMY`."""
MOST_ROOMY = 5


class ScoringPage(Screen):
    """Shows an open ballot and says what is asked for; it keeps no score itself."""

    score_asked = Signal(str, int)
    clear_asked = Signal(str)
    comments_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = NO_CARD
        self._left_at: int | None = None
        self._rows_shown: list[CriterionLine] = []
        self._sections: list[QWidget] = []
        self.head, self.acts = ScorecardHead(), ScorecardFoot()
        self._scroll = ScrollColumn()
        self.lay_out(self._scroll, head=self.head, foot=self.acts, above=10)
        self.drawer = RubricDrawer(self)
        self._build()
        self._bind()

    def show_view(self, view: ScorecardView) -> None:
        """Show another ballot, with its own comments and the keyboard on its first criterion."""
        self._view = view
        self._build_rows(view)
        self.show_same(view)
        for box, text in zip(self.comments, (view.for_team, view.for_panel), strict=True):
            box.show_text(text)
        self._comments.setVisible(not view.practice_text)
        self.drawer.close_drawer()
        self._scroll.verticalScrollBar().setValue(0)

    def show_same(self, view: ScorecardView) -> None:
        """Show the same ballot as it is now; what is being written stays."""
        before, self._view = self._view, view
        for line, was, row in zip(self._rows_shown, before.criteria, view.criteria, strict=True):
            if row != was:  # what a key press didn't change isn't laid out and painted
                line.show_row(row)
        for box, text in zip(self.comments, (view.for_team, view.for_panel), strict=True):
            if not (box.is_pending or box.field.hasFocus()):
                box.show_text(text)
        self.head.show_view(view)
        self._notice.setText(view.notice)
        self._notice_card.setVisible(bool(view.notice))
        self._scored.setText(view.scored_text)
        self._word()
        self.acts.show_view(view)
        self._offer_comments()
        self.name_page(" · ".join(part for part in (view.team, view.place.text) if part))

    def show_rubric(self, rows: tuple[RubricRow, ...]) -> None:
        """Say what the drawer holds."""
        self.drawer.show_rows(rows)

    def forget(self) -> None:
        """Hold nothing of a ballot, nor of what was being written."""
        for box in self.comments:
            box.forget()
        self.show_view(NO_CARD)

    def flush(self) -> None:
        """Ask for comments to be saved that were written since the last pause."""
        for box in self.comments:
            box.flush()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first criterion; a head that is in its way scrolls off."""
        if self._rows_shown:
            self._scroll.give_keyboard(self._rows_shown[0].control)
            self._is_fresh = True
            self._bring_up_first()

    def lead_to_left(self) -> None:
        """Put the keyboard on the first thing that is missing."""
        left = (
            line
            for line, row in zip(self._rows_shown, self._view.criteria, strict=True)
            if row.chosen is None
        )
        if (line := next(left, None)) is not None:
            self._give(line)
        elif self._view.needs_comment:
            self.go_to_comments()

    def go_to_comments(self) -> None:
        """Put the keyboard on the first comment, and bring both into view."""
        if self._comments.isVisible():
            self._stay()
            self._scroll.give_keyboard(self._for_team.field)
            self._scroll.ensureWidgetVisible(self._comments, 0, 0)

    def turn_drawer(self) -> None:
        """Open the rubric at the criterion that the keyboard is on, or close it."""
        if self.drawer.isVisible():
            self.drawer.close_drawer()
            return
        at = self._left_at = self._focused()
        ids = [row.criterion_id for row in self._view.criteria]
        self.drawer.open_at(ids[at] if at is not None else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a held digit for one digit: 1 held on a scale to 20 is 1, and not 11."""
        is_held = isinstance(event, QKeyEvent) and event.isAutoRepeat() and event.text().isdigit()
        return is_held or super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drawer.place()
        self._line_up()

    def _build(self) -> None:
        self._notice, self._notice_card = WrappedLabel(kind="strong"), Card("card-act")
        add(self._notice_card.body, self._notice)
        self._card = Card()
        self._card.body.setContentsMargins(1, 0, 1, 1)
        self._card.body.setSpacing(0)
        self._scored, self._legend = PlainLabel(kind="quiet"), PlainLabel(kind="quiet")
        self._levels = PlainButton("All levels (R)", kind="quiet", icon="scale")
        self._beside = QWidget()
        across((self._legend, 1), self._levels, spacing=16, inside=self._beside)
        self._card_head = QWidget()
        across(
            (self._scored, 1), self._beside, margins=(SIDE, 0, SIDE - 10, 0), inside=self._card_head
        )
        add(self._card.body, self._card_head)
        self._built_comments()
        self._scroll.body.setSpacing(14)
        add(self._scroll.body, self._notice_card, self._card, (self._comments, 1))
        make_roomy(self._levels)
        theme.follow(self._card_head.setFixedHeight, KEY_SIZE)
        theme.follow(self._word)
        theme.follow(self._line_up)

    def _built_comments(self) -> None:
        self._for_team = CommentBox("For the team", "The team reads this afterwards")
        self._for_panel = CommentBox("For the panel", "Only the panel and the organiser read this")
        self.comments = (self._for_team, self._for_panel)
        self._comments = QWidget()
        across(*((box, 1) for box in self.comments), spacing=16, inside=self._comments)

    def _bind(self) -> None:
        self._is_fresh = False
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._bring_up_first)
        bar.rangeChanged.connect(self._offer_comments)
        bar.actionTriggered.connect(self._stay)
        for box in self.comments:
            box.edited.connect(self._ask_comments)
        self._levels.clicked.connect(self.turn_drawer)
        self.drawer.closed.connect(self._leave_drawer)
        self.acts.comments_asked.connect(self.go_to_comments)
        keys.bind(keys.ALL_LEVELS, self, self.turn_drawer, repeats=False)
        keys.bind(keys.COMMENTS, self, self.go_to_comments, repeats=False)
        keys.bind(keys.TEAM_BEFORE, self, self.head.go_back, repeats=False)
        keys.bind(keys.NEXT_TEAM, self, self.head.go_on, repeats=False)

    def _build_rows(self, view: ScorecardView) -> None:
        for part in (*self._rows_shown, *self._sections):
            part.hide()
            part.deleteLater()
        self._sections, self._rows_shown = [], [CriterionLine(row) for row in view.criteria]
        least = ROOMY if len(view.criteria) <= MOST_ROOMY else DENSE
        before: QWidget = self._levels
        for line, row in zip(self._rows_shown, view.criteria, strict=True):
            if row.section:
                self._add_section(row.section)
            line.keep_high(least)
            self._card.body.addWidget(line)
            line.show()  # now, not at the next turn of the loop: a hidden row has no place for Tab
            line.score_asked.connect(self.score_asked)
            line.control.installEventFilter(self)
            line.clear_asked.connect(self.clear_asked)
            line.laid_out.connect(self._line_up)
            line.move_asked.connect(self._move)
            QWidget.setTabOrder(before, line.control)
            before = line.control
        for after in (self._for_team.field, self._for_panel.field, self.acts.act):
            QWidget.setTabOrder(before, after)
            before = after
        self._line_up()

    def _add_section(self, title: str) -> None:
        heading = Heading(title, level=3)
        heading.setContentsMargins(SIDE, 12, SIDE, 4)
        self._sections.append(heading)
        self._card.body.addWidget(heading)
        heading.show()

    def _line_up(self) -> None:
        """Let the legend begin where the keys begin, where they are beside the words."""
        widths = [line.scale_width for line in self._rows_shown if line.is_wide]
        self._beside.setMinimumWidth(max(widths) + 10 if widths else 0)

    def _word(self) -> None:
        """Leave the legend out where large text leaves no room; the list of keys has it too."""
        self._legend.setText(self._view.legend if theme.scaled(100) < LARGE else "")

    def _offer_comments(self) -> None:
        """Offer the way to the comments where they may be out of sight."""
        is_below = self._scroll.verticalScrollBar().maximum() > 0
        self.acts.comments.setVisible(is_below and not self._view.practice_text)

    def _leave_drawer(self) -> None:
        if self._left_at is not None:
            self._give(self._rows_shown[self._left_at])
        else:
            self.take_keyboard()

    def _focused(self) -> int | None:
        lines = enumerate(self._rows_shown)
        return next((at for at, line in lines if line.control.hasFocus()), None)

    def _bring_up_first(self) -> None:
        """Let the page begin with the first criterion until somebody moves on."""
        if self._is_fresh and self._rows_shown:
            first = self._rows_shown[0]
            top = self._card.y() + first.y()
            self._scroll.verticalScrollBar().setValue(top if self.is_folded else 0)

    def _stay(self) -> None:
        self._is_fresh = False

    def _give(self, line: CriterionLine) -> None:
        """Put the keyboard on a criterion, with its words in view."""
        self._stay()
        self._scroll.give_keyboard(line.control)
        self._scroll.ensureWidgetVisible(line, 0, 0)

    def _move(self, by: int) -> None:
        """Put the keyboard on the criterion above or below; below the last are the comments."""
        at = (self._focused() or 0) + by
        if at < len(self._rows_shown):
            self._give(self._rows_shown[max(at, 0)])
        elif self._comments.isVisible():
            self.go_to_comments()

    def _ask_comments(self) -> None:
        self.comments_asked.emit(self._for_team.text, self._for_panel.text)
