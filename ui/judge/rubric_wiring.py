"""Wires the page on which the rubric is read."""

from PySide6.QtCore import QObject

from judging_app.present.judge.rubric import rubric_rows
from ui.day import Day
from ui.judge.rubric import RubricScreen
from ui.page_wiring import PageWiring


class RubricWiring(PageWiring):
    """Shows the rubric of the event that is open."""

    def __init__(self, parent: QObject, day: Day, screen: RubricScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen

    def refresh(self) -> None:
        """Show the rubric as it is now."""
        self._screen.show_rows(rubric_rows(self._day.desk.setup().rubric))
