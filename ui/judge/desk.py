"""A judge's desk: the teams to score, what is left, and the one that is next."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from judging_app.present.judge.desk import NO_DESK, JudgeDeskRow, JudgeDeskView, Reading
from ui import theme
from ui.judge.card_frame import LARGE
from ui.judge.conflict_form import ConflictForm
from ui.judge.progress_marks import ProgressMarks
from ui.judge.team_row import SCORE_AT, STATE_AT, TeamCard
from ui.widgets.buttons import Button, ElidedAct, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel
from ui.widgets.picker import Choice
from ui.widgets.screen import Foot, PagedScreen, Screen
from ui.widgets.scroll import ScrollColumn

ALL, LEFT, SUBMITTED = "All", "Left", "Submitted"
MANY = 20
"""Teams from which the page opens on what is left."""


class JudgeDesk(PagedScreen):
    """Shows one judge's teams and says which one is to be opened."""

    team_asked = Signal(str)
    """The team's id."""
    reading_asked = Signal(Reading)
    declare_asked = Signal(str, str)
    """A team's id, and why the judge can't judge it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.teams, self.conflict = TeamsPage(), ConflictForm()
        self.add_pages(self.teams, self.conflict)
        self.teams.team_asked.connect(self.team_asked)
        self.teams.reading_asked.connect(self.reading_asked)
        self.teams.declare.clicked.connect(self._open_conflict)
        self.conflict.leave_asked.connect(self._leave_conflict)
        self.conflict.declare_asked.connect(self._declare)

    def show_desk(self, view: JudgeDeskView) -> None:
        """Replace the teams on show; the keyboard stays on the team that it was on.

        Otherwise it begins on the main act, so that one key does what is next.
        """
        self.conflict.forget()
        offered = sorted(
            (row for row in view.rows if row.can_declare),
            key=lambda row: (row.team_id != view.act.team_id, row.is_submitted),
        )
        self.conflict.offer_teams([Choice(row.team_id, row.team) for row in offered])
        self.show_page(self.teams)
        self.teams.show_view(view)

    def take_keyboard(self, team: str) -> None:
        """Put the keyboard on one team, and bring it into view."""
        self.teams.take_keyboard(team)

    def show_not_declared(self, sentence: str) -> None:
        """Say why a conflict of interest isn't on the record; the form stays open."""
        self.conflict.show_refused(sentence)

    def _open_conflict(self) -> None:
        self.show_page(self.conflict)
        self.conflict.begin()

    def _leave_conflict(self) -> None:
        self.conflict.forget()
        self.show_page(self.teams)
        self.teams.declare.setFocus()

    def _declare(self, why: str) -> None:
        self.declare_asked.emit(self.conflict.team.key, why)


class TeamsPage(Screen):
    """The table of teams, with what is left above it and the next step below."""

    team_asked = Signal(str)
    reading_asked = Signal(Reading)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = NO_DESK
        self._cards: list[TeamCard] = []
        self.filter = TeamFilter()
        self._scroll, self._table = ScrollColumn(), Card()
        self._table.body.setContentsMargins(1, 0, 1, 1)
        self._table.body.setSpacing(0)
        self._headings = Headings()
        theme.follow(self._headings.setFixedHeight, 33)
        add(self._table.body, self._headings)
        add(self._scroll.body, self._table, 1)
        self._hint = PlainLabel(kind="quiet")
        self.act = ElidedAct()
        self.declare = PlainButton("Declare a conflict…", icon="ban")
        foot = Foot(self._hint, act=self.act, beside=(self.declare,))
        self.lay_out(self._scroll, head=self._head(), foot=foot)
        self.name_page("Your teams")
        self.act.clicked.connect(self._do_next)
        self.filter.chosen.connect(self._choose)
        self._is_fresh, self._has_marks = False, True
        theme.follow(self._fit, 100)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._bring_next)
        bar.actionTriggered.connect(self._stay)

    def show_view(self, view: JudgeDeskView) -> None:
        """Replace the teams on show."""
        focused = next((row.row.team_id for row in self._cards if row.hasFocus()), "")
        is_other, self._view = view.judge != self._view.judge, view
        self._left.setText(f"{view.left_text}: " if view.left_detail else view.left_text)
        self._detail.setText(view.left_detail)
        self._left.setVisible(bool(view.left_text))
        self._detail.setVisible(bool(view.left_detail))
        self._marks.show_done(view.done, view.progress_text)
        self._marks.setVisible(self._has_marks and bool(view.done))
        self._progress.setText(view.progress_text)
        self._hint.setText(view.hint)
        self.act.show_words(view.act.text)
        self.act.setVisible(bool(view.act.text))
        self.declare.setVisible(any(row.can_declare for row in view.rows))
        self.filter.show_counts(
            {
                ALL: len(view.rows),
                LEFT: sum(row.is_left for row in view.rows),
                SUBMITTED: sum(row.is_submitted for row in view.rows),
            }
        )
        self._headings.show_before(is_before=view.is_before)
        self.filter.setVisible(not view.is_before and bool(view.rows))
        if is_other:
            is_many = len(view.rows) >= MANY and any(row.is_left for row in view.rows)
            self.filter.choose(LEFT if is_many else ALL)
        self._build()
        if focused:
            self.take_keyboard(focused)
        elif view.act.text:
            self.act.setFocus()
            self._is_fresh = True
            self._bring_next()

    def take_keyboard(self, team: str) -> None:
        """Put the keyboard on one team, and bring it into view."""
        if team not in [row.row.team_id for row in self._cards]:
            self.filter.choose(ALL)
            self._build()
        self._stay()
        for row in self._cards:
            if row.row.team_id == team:
                self._scroll.give_keyboard(row)

    def _build(self) -> None:
        for row in self._cards:
            row.hide()
            row.deleteLater()
        shown = [row for row in self._view.rows if self.filter.lets(row)]
        self._cards = [TeamCard(row) for row in shown]
        for card in self._cards:
            card.mark_next(is_next=card.row.team_id == self._next_team)
            self._table.body.addWidget(card)
            card.opened.connect(self.team_asked)
            card.show()
        self._table.setVisible(bool(self._view.rows))

    @property
    def _next_team(self) -> str:
        at = self._view.begin_at
        return "" if at is None else self._view.rows[at].team_id

    def _bring_next(self) -> None:
        """Bring the next team into view, also once the page has found its room."""
        for card in self._cards:
            if self._is_fresh and card.row.team_id == self._next_team:
                self._scroll.ensureWidgetVisible(card, 0, 0)

    def _stay(self) -> None:
        self._is_fresh = False

    def _choose(self) -> None:
        self._build()
        self._scroll.verticalScrollBar().setValue(0)

    def _do_next(self) -> None:
        act = self._view.act
        if act.reading:
            self.reading_asked.emit(act.reading)
        elif act.team_id:
            self.team_asked.emit(act.team_id)

    def _head(self) -> QVBoxLayout:
        self._left, self._detail = PlainLabel(kind="subheading"), PlainLabel(kind="large")
        self._marks, self._progress = ProgressMarks(), PlainLabel(kind="quiet-large")
        marks = (self._marks, 0, Qt.AlignmentFlag.AlignVCenter)
        told = across(self._left, self._detail, spacing=0)
        line = across(told, marks, self._progress, 1, spacing=20)
        above = across((Heading("Your teams"), 1), self.filter, spacing=16)
        return column(above, line, spacing=2)

    def _fit(self, percent: int) -> None:
        """Leave out the picture of what the words say where large text needs the room."""
        self._has_marks = percent < LARGE
        self._marks.setVisible(self._has_marks and bool(self._view.done))
        self._headings.setVisible(self._has_marks)


class Headings(QFrame):
    """The words above the columns, at the places where the rows have them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "headings")
        place, team = PlainLabel("#", "label"), PlainLabel("Team and challenge", "label")
        state, score = PlainLabel("Your ballot", "label"), PlainLabel("Your score", "label")
        across(place, (team, 1), state, score, spacing=12, margins=(20, 0, 16, 0), inside=self)
        theme.follow(place.setFixedWidth, 28)
        theme.follow(state.setFixedWidth, SCORE_AT - STATE_AT - 12)
        self._score = score

    def show_before(self, *, is_before: bool) -> None:
        """Say when each team pitches, while there is nothing to score."""
        self._score.setText("When it pitches" if is_before else "Your score")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._score.setFixedWidth(max(self.width() - theme.scaled(SCORE_AT) - 16, 1))


class TeamFilter(QFrame):
    """Which teams are listed: all, those that are left, or those that are submitted."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self.buttons: Mapping[str, Button] = {
            word: Button(word, kind="segment") for word in (ALL, LEFT, SUBMITTED)
        }
        across(*self.buttons.values(), spacing=0, inside=self)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.clicked.connect(self.chosen)
            self._group.addButton(button)
        self.choose(ALL)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many teams each would list."""
        for word, count in counts.items():
            self.buttons[word].setText(f"{word} {count}")

    def choose(self, word: str) -> None:
        """Choose without a word."""
        self.buttons[word].setChecked(True)

    def lets(self, row: JudgeDeskRow) -> bool:
        """Whether a team is listed now."""
        if self.buttons[LEFT].isChecked():
            return row.is_left
        return row.is_submitted or not self.buttons[SUBMITTED].isChecked()
