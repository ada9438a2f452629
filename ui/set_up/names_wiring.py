"""Wires the name proof."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from judging_app.desk.desk import Changed
from judging_app.desk.set_up import doors, names
from judging_app.domain.set_up.proof import ProvenName
from judging_app.present.set_up.names import name_proof_view
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.set_up.names import NameProofScreen


class NamesWiring(PageWiring):
    """Serves the page."""

    def __init__(self, parent: QObject, day: Day, screen: NameProofScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        screen.proven.connect(self._prove)
        day.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show every name, with what was said of it."""
        from judging_app.export.fonts import unprintable  # noqa: PLC0415 - ReportLab comes late

        desk = self._day.desk
        lacking = {one.text: one.letters for one in unprintable(doors.names_shown(desk))}
        self._screen.show_view(name_proof_view(desk.recorded_setup(), names.proven(desk), lacking))

    def _follow(self, _changed: Changed) -> None:
        if self._screen.isVisible():
            self._day.look(self.refresh)

    def _prove(self, said: Sequence[ProvenName]) -> None:
        self._day.act(names.prove, said)
