"""Wires a judge's take-away, on the screen and on paper."""

from PySide6.QtCore import QObject

from judging_app.desk.papers import take_away, take_away_job
from judging_app.errors import DeskError
from ui.day import Day
from ui.file_choice import FileChoice
from ui.judge.take_away import TakeAwayScreen
from ui.page_wiring import PageWiring
from ui.paper_wiring import PaperWiring


class TakeAwayWiring(PageWiring):
    """Serves the judge who is signed in, and takes everything away when they leave."""

    def __init__(
        self, parent: QObject, day: Day, screen: TakeAwayScreen, choice: FileChoice
    ) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        PaperWiring(self, day, screen.head.printing, choice, take_away_job)
        day.actor_changed.connect(self._forget)

    def refresh(self) -> None:
        """Show the take-away of whoever is signed in."""
        try:
            self._screen.show_rows(take_away(self._day.desk, self._day.actor))
        except DeskError as refusal:
            self._screen.show_rows(None)
            self._screen.head.printing.show_problem(str(refusal))

    def _forget(self) -> None:
        self._screen.show_rows(None)
