"""Wires the event's look: its colours and its logos."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from judging_app.desk.events import look, set_look
from judging_app.domain.look import EventLook
from judging_app.errors import DeskError
from judging_app.present.organiser.look import look_view
from ui.day import Day
from ui.file_choice import FileChoice
from ui.organiser.look import EventLookScreen
from ui.page_wiring import PageWiring


class LookWiring(PageWiring):
    """Serves the organiser's form for the event's look."""

    def __init__(
        self, parent: QObject, day: Day, screen: EventLookScreen, choice: FileChoice
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice = day, screen, choice
        screen.look_asked.connect(self._colour)
        screen.logo_asked.connect(self._choose_logo)
        screen.logo_removed.connect(self._remove_logo)

    def refresh(self) -> None:
        """Show the look as it is kept."""
        desk = self._day.desk
        self._screen.show_look(look_view(desk.event(), look(desk)))

    def _colour(self, band: str, accent: str) -> None:
        self._keep(replace(look(self._day.desk), band=band, accent=accent))

    def _choose_logo(self) -> None:
        if path := self._choice.picture("Choose a logo"):
            self._take(path)

    def _take(self, path: Path) -> None:
        from judging_app.intake.logo import load_logo  # noqa: PLC0415 - Pillow is loaded late

        now = look(self._day.desk)
        try:
            wanted = now.with_logos((*now.logos, load_logo(path)))
        except DeskError as refusal:
            self._day.refused.emit(str(refusal), "attention")
            return
        self._keep(wanted)

    def _remove_logo(self, number: int) -> None:
        now = look(self._day.desk)
        self._keep(now.with_logos((*now.logos[:number], *now.logos[number + 1 :])))

    def _keep(self, wanted: EventLook) -> None:
        self._day.act(set_look, wanted)
        self.refresh()
