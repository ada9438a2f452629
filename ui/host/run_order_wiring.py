"""Wires the run order: moved, drawn by lot, and its times."""

from PySide6.QtCore import QObject

from judging_app.desk import clock, run_order
from judging_app.domain.acts import SetRunOrder
from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import Slot
from judging_app.errors import DeskError
from judging_app.present.host.clock import left_from
from judging_app.present.host.run_order import run_order_view
from ui.day import Day
from ui.host.run_order import RunOrderPart


class RunOrderWiring(QObject):
    """Serves the part of the host's desk that arranges the run order."""

    def __init__(self, parent: QObject, day: Day, part: RunOrderPart) -> None:
        super().__init__(parent)
        self._day, self._part = day, part
        part.order_asked.connect(self._order)
        part.draw_asked.connect(self._draw)
        part.times_asked.connect(self._set_times)

    def refresh(self) -> None:
        """Show the order as it is now."""
        desk, actor = self._day.desk, self._day.actor
        pitching = {slot.team for slot in clock.slots(desk)}
        order = run_order.run_order(desk)
        self._part.show_view(
            run_order_view(
                desk.setup(),
                order,
                seed=run_order.seed(desk),
                clock=clock.clock(desk),
                next_team=clock.next_team(desk),
                out=[slot.team for slot in order if slot.team not in pitching],
                added=len(run_order.added(desk)),
                may_change=desk.may(actor, SetRunOrder),
            )
        )

    def _order(self, teams: tuple[TeamId, ...], reason: str) -> None:
        slots = {slot.team: slot for slot in run_order.run_order(self._day.desk)}
        self._set([slots[team] for team in teams], reason)

    def _draw(self, seed: str, reason: str) -> None:
        self._day.act(run_order.draw, seed, reason)
        self._part.show_problem("")

    def _set_times(self, teams: tuple[TeamId, ...], pitch: str, questions: str) -> None:
        try:
            pitch_s, questions_s = left_from(pitch), left_from(questions)
            slots = [
                Slot(slot.team, pitch_s, questions_s) if slot.team in teams else slot
                for slot in run_order.run_order(self._day.desk)
            ]
        except DeskError as refusal:
            self._part.show_problem(str(refusal))
            return
        self._set(slots)

    def _set(self, slots: list[Slot], reason: str = "") -> None:
        self._day.act(run_order.set_run_order, slots, reason)
        self._part.show_problem("")
