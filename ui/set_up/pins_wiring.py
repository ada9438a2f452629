"""Wires PINs: made on another thread, shown until they are noted, saved as slips to cut."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject

from judging_app.desk.desk import Desk
from judging_app.desk.sign_in import (
    everyone,
    give_hashed,
    hand_out,
    has_pin,
    not_handed_out,
)
from judging_app.domain.acts import SetPin
from judging_app.domain.ids import JudgeId
from judging_app.domain.roles import Actor, Handing, Role, actor_from_key
from judging_app.errors import DeskError
from judging_app.pins import hashes, new_pin
from judging_app.planning.doors_check import named
from judging_app.present.organiser.papers import PaperJob
from judging_app.present.organiser.slips import slips_job
from judging_app.present.start.sign_in import sign_in_rows
from ui.day import Day
from ui.file_choice import FileChoice
from ui.paper_wiring import PaperWiring, failure_text
from ui.pins.new_pins_wiring import NewPins
from ui.pins.pin_again_wiring import AskingAgain
from ui.pins.pins_card import PinsCard
from ui.printing import PrinterChoice
from ui.set_up.panel_pins import PanelPins
from ui.set_up.tables import TablesScreen
from ui.worker import Progress, Worker, raise_bug

_Made = tuple[Mapping[Actor, str], Mapping[Actor, str]]
"""Everybody's PIN, and what is kept of it."""


class PinsWiring(QObject):
    """Serves a card of PINs that were just given, to the organiser alone."""

    def __init__(
        self,
        parent: QObject,
        day: Day,
        card: PinsCard,
        pins: NewPins,
        choice: FileChoice,
        printers: PrinterChoice,
    ) -> None:
        super().__init__(parent)
        self._day, self._card, self._pins = day, card, pins
        self._printers, self._worker = printers, Worker(self)
        saving = PaperWiring(self, day, card.printing, choice, self._job)
        saving.made.connect(self._keep_saved)
        card.print.clicked.connect(self._print)
        card.noted.connect(self._note)
        self._worker.finished.connect(self._keep_printed)
        self._worker.failed.connect(self._fail)
        pins.changed.connect(self.show)
        day.settled.connect(self.show)
        self.show()

    def show(self) -> None:
        """Show those that are still to be handed out."""
        is_theirs = self._day.is_open and self._day.is_signed_in
        if not is_theirs or self._day.actor.role is not Role.ORGANISER:
            self._card.show_pins({})
            return
        names = {row.key: row.name for row in sign_in_rows(self._day.desk.setup())}
        pins = {names.get(one.key, one.key): pin for one, pin in self._pins.pins.items()}
        self._card.show_pins(pins)

    def _job(self, desk: Desk, _actor: Actor) -> PaperJob:
        return slips_job(desk.event(), desk.setup(), self._pins.pins)

    def _print(self) -> None:
        try:
            printer = self._printers.printer(is_one_sided=True)
        except DeskError as refusal:
            self._card.printing.show_problem(str(refusal))
            return
        if printer is None:
            return
        from ui.printing import print_paper  # noqa: PLC0415 - what prints comes late

        job = self._job(self._day.desk, self._day.actor)
        if self._worker.start(partial(print_paper, job, printer, is_one_sided=True)):
            self._card.printing.show_busy()

    def _keep_printed(self) -> None:
        self._card.printing.show_made("Sent to the printer.")
        self._hand_out(Handing.PRINTED)

    def _keep_saved(self) -> None:
        self._hand_out(Handing.SAVED)

    def _fail(self, error: object) -> None:
        self._card.printing.show_problem(failure_text(error, self._card.printing.paper))
        raise_bug(error)

    def _note(self) -> None:
        if self._hand_out(Handing.NOTED):
            self._pins.forget()

    def _hand_out(self, how: Handing) -> bool:
        """Put on the record that everybody's PIN is on its way to them; whether that went well."""
        is_done = not self._day.act(hand_out, tuple(self._pins.pins), how)
        if is_done:
            self._pins.keep_elsewhere()
        return is_done


class PanelPinsWiring(QObject):
    """Serves the making of PINs on the panel's page."""

    def __init__(
        self,
        parent: QObject,
        day: Day,
        screen: TablesScreen,
        part: PanelPins,
        pins: NewPins,
        again: AskingAgain,
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._part = day, screen, part
        self._pins, self._again = pins, again
        self._worker = Worker(self)
        screen.table.selectionModel().selectionChanged.connect(self._show_chosen)
        screen.table.rows.dataChanged.connect(self._show_chosen)
        part.for_chosen.clicked.connect(self._for_chosen)
        part.for_all_without.clicked.connect(self._for_all_without)
        part.for_staff.connect(self._for_staff)
        part.have_theirs.clicked.connect(self._note_chosen)
        part.shown.connect(self._show_waiting)
        pins.changed.connect(self._go_on)
        day.changed.connect(self._show_waiting)
        part.cancel.clicked.connect(self._worker.cancel)
        self._worker.progressed.connect(part.show_progress)
        self._worker.finished.connect(self._give)
        self._worker.failed.connect(self._fail)
        self._worker.cancelled.connect(part.show_idle)

    def _for_chosen(self) -> None:
        if chosen := self._chosen():
            self._ask(chosen)
        else:
            self._screen.say("Choose a judge in the table first.", "attention")

    def _chosen(self) -> list[Actor]:
        return [Actor(Role.JUDGE, JudgeId(key)) for key in self._screen.table.chosen_keys()]

    def _show_chosen(self, *_: object) -> None:
        if self._day.is_open and self._day.is_signed_in:
            self._part.show_chosen(self._names_of(self._chosen()))

    def _for_all_without(self) -> None:
        desk = self._day.desk
        without = [one for one in everyone(desk) if not has_pin(desk, one)]
        if without:
            self._ask(without)
        else:
            self._screen.say("Everybody has a PIN.")

    def _note_chosen(self) -> None:
        """Put on the record that whoever is chosen has their PIN, however that came about."""
        desk, chosen = self._day.desk, self._screen.table.chosen_keys()
        holders = [one for one in not_handed_out(desk) if one.judge in chosen or not chosen]
        if holders:
            self._day.act(hand_out, holders, Handing.NOTED)

    def _show_waiting(self, *_: object) -> None:
        if self._part.isVisible() and self._day.is_open and self._day.is_signed_in:
            desk = self._day.desk
            waiting = self._names_of(not_handed_out(desk))
            without = sum(
                one.role is Role.JUDGE and not has_pin(desk, one) for one in everyone(desk)
            )
            self._part.show_waiting(named(waiting) if waiting else "", without)

    def _names_of(self, holders: Sequence[Actor]) -> list[str]:
        names = {row.key: row.name for row in sign_in_rows(self._day.desk.setup())}
        return [names.get(one.key, one.key) for one in holders]

    def _for_staff(self, key: str) -> None:
        self._ask([actor_from_key(key)])

    def _ask(self, holders: Sequence[Actor]) -> None:
        """Make them once the organiser has entered their own PIN again."""
        whose = named(self._names_of(holders))
        self._again.before(SetPin, lambda: self._make(holders), whose=whose)

    def _make(self, holders: Sequence[Actor]) -> None:
        def make(progress: Progress) -> _Made:
            given = [new_pin() for _ in holders]
            kept = hashes(given, progress)
            return dict(zip(holders, given, strict=True)), dict(zip(holders, kept, strict=True))

        if self._worker.start(make):
            self._part.show_progress(0, len(holders))

    def _give(self, made: _Made) -> None:
        self._part.show_idle()
        given, kept = made
        if not self._day.act(give_hashed, kept):
            self._pins.take(given)
            self._part.card.note.setFocus()

    def _go_on(self) -> None:
        """Begin in the table again once the PINs are on their way: their card is gone."""
        if not self._pins.pins and self._part.isVisible():
            self._screen.table.setFocus()

    def _fail(self, error: object) -> None:
        self._part.show_idle()
        self._day.fail(error)
