"""Wires the members beside the table of teams."""

from PySide6.QtCore import QObject

from judging_app.desk.desk import Changed
from judging_app.present.set_up.members import members_view, move_words
from judging_app.present.set_up.tables import SetUpTable
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.set_up.members import MembersPart
from ui.set_up.tables import TablesScreen


class MembersWiring(PageWiring):
    """Serves the part."""

    def __init__(self, parent: QObject, day: Day, screen: TablesScreen, part: MembersPart) -> None:
        super().__init__(parent)
        self._day, self._screen, self._part, self._team = day, screen, part, ""
        screen.shown.connect(self._stand)
        part.shown_for.connect(self._show)
        part.hovers.connect(self._weigh)
        part.moved.connect(screen.member_moved)
        day.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show who is in the team now."""
        self._part.show_members(members_view(self._day.desk.recorded_setup(), self._team))

    def _stand(self) -> None:
        self._part.setVisible(self._screen.table_kind is SetUpTable.TEAMS)

    def _show(self, team: str) -> None:
        self._team = team
        if self._screen.table_kind is SetUpTable.TEAMS:
            self._day.look(self.refresh)

    def _follow(self, _changed: Changed) -> None:
        if self._screen.isVisible():
            self._day.look(self.refresh)

    def _weigh(self, person: str, team: str) -> None:
        """Say what would change, before anybody lets go."""
        self._screen.say(move_words(self._day.desk.recorded_setup(), person, team))
