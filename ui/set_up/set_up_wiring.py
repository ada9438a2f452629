"""Wires the set-up page: its lines, the event's own words, and a rubric from a template."""

from PySide6.QtCore import QObject, Signal

from judging_app.desk.desk import Changed
from judging_app.desk.set_up import changing, doors
from judging_app.desk.set_up.overview import facts
from judging_app.errors import DeskError
from judging_app.present.set_up.doors import before_doors
from judging_app.present.set_up.overview import SetUpPart, set_up_view
from judging_app.present.time_of_day import day_typed, in_words
from ui.day import Day
from ui.file_choice import FileChoice
from ui.page_wiring import PageWiring
from ui.pins.new_pins_wiring import NewPins
from ui.printing import PrinterChoice
from ui.set_up.pins_wiring import PinsWiring
from ui.set_up.set_up import SetUpScreen


class SetUpWiring(PageWiring):
    """Serves the set-up page; `place_asked` is where a part of it is seen or changed."""

    place_asked = Signal(object)
    import_asked = Signal()
    paste_asked = Signal()

    def __init__(
        self,
        parent: QObject,
        day: Day,
        screen: SetUpScreen,
        pins: NewPins,
        choice: FileChoice,
        printers: PrinterChoice,
    ) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        PinsWiring(self, day, screen.pins, pins, choice, printers)
        screen.part_asked.connect(self._go)
        screen.import_asked.connect(self.import_asked)
        screen.paste_asked.connect(self.paste_asked)
        screen.event_form.entered.connect(self._describe)
        day.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show what there is now."""
        desk = self._day.desk
        self._screen.show_view(set_up_view(facts(desk)))
        self._screen.show_doors(before_doors(doors.findings(desk, self._day.actor)))

    def _follow(self, _changed: Changed) -> None:
        if self._screen.isVisible():
            self._day.look(self.refresh)

    def flush(self) -> bool:
        """Save the title, date and venue as they are typed; False if they can’t be so."""
        form = self._screen.event_form
        if not (form.isVisible() and form.is_changed):
            return True
        form.keep.click()
        return form.isHidden()

    def _go(self, part: SetUpPart) -> None:
        if not self.flush():
            return
        self._screen.event_form.hide()
        if part is SetUpPart.EVENT:
            event = self._day.desk.event()
            day = in_words(event.held_on) if event.held_on else ""
            self._screen.event_form.show_event(event.title, day, event.venue)
        elif part is SetUpPart.PARTICIPANTS and not self._day.desk.setup().participants:
            self.import_asked.emit()
        else:
            self.place_asked.emit(part)

    def _describe(self, title: str, day: str, venue: str) -> None:
        form = self._screen.event_form
        try:
            held_on = day_typed(day)
        except DeskError as refusal:
            form.show_problem(str(refusal))
            return
        refusal_text = self._day.attempt(changing.describe, title, held_on, venue)
        form.show_problem(refusal_text)
        form.setVisible(bool(refusal_text))
