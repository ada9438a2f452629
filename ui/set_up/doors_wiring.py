"""Wires the check before the doors: looked over anew whenever something changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from judging_app.desk.desk import Changed
from judging_app.desk.set_up import doors
from judging_app.planning.settings_check import Subject
from judging_app.power import power
from judging_app.present.host.lights import Light, power_light
from judging_app.present.set_up.doors import doors_view
from ui.day import Day
from ui.set_up.doors import DoorsScreen


class DoorsWiring(QObject):
    """Serves the page; `lights` are what this computer's lights say, `power` is asked here."""

    place_asked = Signal(object)

    def __init__(
        self, parent: QObject, day: Day, screen: DoorsScreen, lights: Callable[[], Sequence[Light]]
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._lights = day, screen, lights
        self._left_for: Subject | None = None
        screen.place_asked.connect(self._leave_for)
        day.changed.connect(self._follow)

    def refresh(self) -> None:
        """Look everything over, and begin at the line that somebody left for."""
        self._show()
        self._screen.begin_at(self._left_for)

    def _show(self) -> None:
        from judging_app.export.fonts import unprintable  # noqa: PLC0415 - ReportLab comes late

        desk = self._day.desk
        lacking = [(one.text, one.letters) for one in unprintable(doors.names_shown(desk))]
        of_power = power_light(power())
        lights = (*self._lights(), *([of_power] if of_power else []))
        found = doors.findings(desk, self._day.actor, lacking)
        self._screen.show_view(doors_view(found, lights))

    def _follow(self, _changed: Changed) -> None:
        if self._screen.isVisible():
            self._day.look(self._show)

    def _leave_for(self, subject: Subject | None) -> None:
        self._left_for = subject
        self.place_asked.emit(subject)
