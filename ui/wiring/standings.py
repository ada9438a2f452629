"""Wires the panel's standings."""

from PySide6.QtCore import QObject

from judging_app.desk import standings
from judging_app.domain.event import Method
from ui.standings import StandingsScreen
from ui.wiring.day import Day


class StandingsWiring(QObject):
    """Serves both methods side by side, to those who may see them."""

    def __init__(self, parent: QObject, day: Day, screen: StandingsScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen

    def refresh(self) -> None:
        """Show the standings as they are now."""
        desk = self._day.desk
        both = standings.comparison(desk, self._day.actor)
        declared = both.mean if desk.event().method is Method.MEAN else both.adjusted
        views = [view for view in (both.mean, both.adjusted) if view is not None]
        self._screen.show_firmness(both.sentence, needs_attention=not both.is_firm)
        self._screen.show_standings(views, declared)
