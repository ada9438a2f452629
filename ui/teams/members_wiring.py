"""Wires the members beside the table of teams."""

from PySide6.QtCore import QObject

from judging_app.desk.desk import Changed
from judging_app.present.set_up.members import members_view, move_words
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.teams.members import TeamsScreen


class MembersWiring(PageWiring):
    """Serves that part of the page."""

    def __init__(self, parent: QObject, day: Day, screen: TeamsScreen) -> None:
        super().__init__(parent)
        self._day, self._screen, self._team = day, screen, ""
        screen.members.shown_for.connect(self._show)
        screen.members.hovers.connect(self._weigh)
        day.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show who is in the team now."""
        view = members_view(self._day.desk.recorded_setup(), self._team)
        self._screen.members.show_members(view)

    def _show(self, team: str) -> None:
        self._team = team
        self._day.look(self.refresh)

    def _follow(self, _changed: Changed) -> None:
        if self._screen.isVisible():
            self._day.look(self.refresh)

    def _weigh(self, person: str, team: str) -> None:
        """Say what would change, before anybody lets go."""
        self._screen.say(move_words(self._day.desk.recorded_setup(), person, team))
