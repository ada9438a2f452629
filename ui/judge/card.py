"""The scorecard: one judge's ballot for one team, from the first score to the receipt."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from judging_app.present.judge.card import NO_CARD, ScorecardView
from judging_app.present.judge.card_changes import changed_text, is_same_card
from judging_app.present.judge.desk import NO_DESK, JudgeDeskView
from judging_app.present.judge.rubric import RubricRow
from ui import keys
from ui.announce import SAYS_SAVED, announce
from ui.judge.closed_card import ClosedCard
from ui.judge.conflict_form import ConflictForm
from ui.judge.read_back import ReadBack
from ui.judge.scoring_page import ScoringPage
from ui.widgets.screen import PagedScreen


class Scorecard(PagedScreen):
    """Shows one ballot and says what its judge asks for; it keeps no score itself."""

    score_asked = Signal(str, int)
    """A criterion's id, and the score in steps."""
    clear_asked = Signal(str)
    comments_asked = Signal(str, str)
    """The comment for the team, and the one for the panel."""
    submit_asked = Signal()
    back_asked = Signal()
    team_asked = Signal(str)
    """The id of another team, whose card is to be opened."""
    undo_asked = Signal()
    declare_asked = Signal(str)
    """Why the judge can't judge this team."""
    revisit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(SAYS_SAVED, True)  # noqa: FBT003 - Qt's own signature
        self._view: ScorecardView | None = None
        self._changed = ""
        self._is_saved = True
        self.scoring, self.closed = ScoringPage(), ClosedCard()
        self._read_back, self._conflict = ReadBack(), ConflictForm()
        self.add_pages(self.scoring, self.closed, self._read_back, self._conflict)
        self._connect()

    def show_scorecard(
        self, view: ScorecardView, own: JudgeDeskView = NO_DESK, hint: str = ""
    ) -> None:
        """Show a ballot. The same team's again keeps the keyboard and what is being written.

        Another team's comments replace those on show: call `flush` before moving on. `own` and
        `hint` are shown beside a ballot that is closed.
        """
        before, self._view = self._view, view
        is_same = before is not None and is_same_card(before, view)
        if before is not None and is_same:
            self._changed = changed_text(before, view)
            self.scoring.show_same(view)
        else:
            self._changed, self._is_saved = "", True
            self._conflict.forget()
            self.scoring.show_view(view)
        has_turned = before is None or before.is_open != view.is_open
        if view.is_open:
            self.show_page(self.scoring)
        else:
            self.closed.show_view(view, own, hint)
            self.show_page(self.closed)
        if has_turned or not is_same:
            self._take_keyboard()  # the button that submitted a ballot goes with it

    def show_rubric(self, rows: tuple[RubricRow, ...]) -> None:
        """Say what R shows beside the card."""
        self.scoring.show_rubric(rows)

    def show_saved(self) -> None:
        """Say that the last change is on the disk; the bar above says when."""
        self._is_saved = True
        announce(self, f"{self._changed}, saved" if self._changed else "Saved")

    def show_not_saved(self) -> None:
        """Know that the last change is not on the disk; why is said above the card."""
        self._is_saved = False

    def show_not_declared(self, text: str) -> None:
        """Say why the conflict of interest isn't on the record; the form stays open."""
        self._conflict.show_refused(text)

    def forget(self) -> None:
        """Hold nothing of the ballot on show, nor of what was being written: its judge has left."""
        self._view, self._changed = None, ""
        self.scoring.forget()
        self.closed.forget()
        self._conflict.forget()
        self._conflict.name_team("this team")
        self._read_back.show_view(NO_CARD)
        self.show_page(self.scoring)

    def flush(self) -> None:
        """Ask for comments to be saved that were written since the last pause."""
        self.scoring.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.LEAVE.is_pressed(event):
            super().keyPressEvent(event)
        elif self.page in (self._read_back, self._conflict):
            self._return()
        else:
            self._ask_back()

    def _connect(self) -> None:
        page = self.scoring
        page.score_asked.connect(self._ask_score)
        page.clear_asked.connect(self.clear_asked)
        page.comments_asked.connect(self.comments_asked)
        page.head.declare_asked.connect(self.open_conflict)
        page.head.team_asked.connect(self._ask_team)
        page.acts.act_asked.connect(self.open_read_back)
        page.acts.undo_asked.connect(self._ask_undo)
        self.closed.next_asked.connect(self.team_asked)
        self.closed.compare_asked.connect(self.revisit_asked)
        self.closed.teams_asked.connect(self._ask_back)
        self.closed.declare_asked.connect(self.open_conflict)
        self._conflict.declare_asked.connect(self.declare_asked)
        self._conflict.leave_asked.connect(self._return)
        self._read_back.revisit_asked.connect(self.revisit_asked)
        self._read_back.submit_asked.connect(self.submit_asked)
        self._read_back.return_asked.connect(self._return)
        keys.bind(keys.READ_BACK, self, self.open_read_back, repeats=False)
        keys.bind(keys.UNDO, self, self._ask_undo, repeats=False)

    def _take_keyboard(self) -> None:
        (self.scoring if self._is_open else self.closed).take_keyboard()

    @property
    def _is_open(self) -> bool:
        return self._view is not None and self._view.is_open

    def _ask_score(self, criterion: str, steps: int) -> None:
        """Ask for a score, but once: a score that is there and saved already is nothing new."""
        rows = self._view.criteria if self._view else ()
        stands = any((row.criterion_id, row.chosen) == (criterion, steps) for row in rows)
        if not (stands and self._is_saved):
            self.score_asked.emit(criterion, steps)

    def _ask_undo(self) -> None:
        """Take the last change back, where there is one to be taken back."""
        self.flush()
        if self._view is not None and self._view.undo_text and self.page is self.scoring:
            self.undo_asked.emit()

    def _ask_team(self, team: str) -> None:
        self.flush()
        self.team_asked.emit(team)

    def _ask_back(self) -> None:
        self.flush()
        self.back_asked.emit()

    def open_conflict(self) -> None:
        """Ask why the judge can't judge this team."""
        self.flush()
        if self._view is not None:
            self._conflict.name_team(self._view.team)
        self.show_page(self._conflict)
        self._conflict.begin()

    def open_read_back(self) -> None:
        """Do what the act says: read the ballot back, or lead to the first part that is missing.

        On the check it submits, as Enter does there.
        """
        if self.page is self._read_back:
            self._read_back.ask_submit()
            return
        self.flush()
        view = self._view
        if view is None or self.page is not self.scoring:
            return
        if view.can_submit:
            self._read_back.show_view(view)
            self.show_page(self._read_back)
            self._read_back.take_keyboard()
        elif view.left:
            self.scoring.lead_to_left()
        elif view.practice_text:
            self._ask_back()

    def _return(self) -> None:
        self._conflict.forget()
        self.show_page(self.scoring if self._is_open else self.closed)
        self._take_keyboard()
