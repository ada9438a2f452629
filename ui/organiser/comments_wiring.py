"""Wires the review of comments for teams."""

from PySide6.QtCore import QObject, Signal

from judging_app.desk.desk import Changed
from judging_app.desk.handing_out.comments import comments, release_left, review
from judging_app.domain.papers.comments import CommentReview
from judging_app.errors import DeskError
from ui import keys
from ui.behind.undo_wiring import UndoWiring
from ui.day import Day
from ui.organiser.comments import CommentsScreen
from ui.page_wiring import PageWiring


class CommentsWiring(PageWiring):
    """Serves the page."""

    part_asked = Signal(object)
    """Another `PapersPart`."""

    def __init__(self, parent: QObject, day: Day, screen: CommentsScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._undo = UndoWiring(self, day, screen.undo)
        screen.head.asked.connect(self.part_asked)
        screen.reviewed.connect(self._review)
        screen.rest_released.connect(self._release_rest)
        screen.undo.clicked.connect(self._undo.undo)
        keys.bind(keys.UNDO, screen, self._undo.undo)
        day.changed.connect(self._follow)
        day.actor_changed.connect(screen.forget)

    def refresh(self) -> None:
        """Show every comment as it is now."""
        try:
            self._screen.show_rows(comments(self._day.desk, self._day.actor))
        except DeskError as refusal:
            self._screen.forget()
            self._day.fail(refusal)
        self._undo.refresh()

    def _follow(self, _changed: Changed) -> None:
        if self._screen.isVisible():
            self._day.look(self.refresh)

    def _review(self, wanted: CommentReview) -> None:
        if not self._day.act(review, [wanted]):
            self._screen.go_on()

    def _release_rest(self) -> None:
        self._day.act(release_left)
