"""Wires the run order: moved, drawn by lot, and its times."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from judging_app.desk import clock, run_order
from judging_app.domain.acts import SetRunOrder
from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import DayEntry, DayPlan, PlaceWish, Slot, WishedPlace
from judging_app.errors import DeskError
from judging_app.present.host.clock import left_from
from judging_app.present.host.run_order import Planned, entry_of, run_order_view
from judging_app.present.time_of_day import minutes_typed
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
        part.day.times_asked.connect(self._set_day)
        part.day.entry_asked.connect(self._add_entry)
        part.removal_asked.connect(self._remove_entry)
        part.day.wish_asked.connect(self._set_wish)

    def refresh(self) -> None:
        """Show the order as it is now."""
        desk, actor = self._day.desk, self._day.actor
        self._part.show_view(
            run_order_view(
                desk.setup(),
                run_order.run_order(desk),
                seed=run_order.seed(desk),
                clock=clock.clock(desk),
                next_team=clock.next_team(desk),
                out=run_order.withdrawn(desk),
                added=len(run_order.added(desk)),
                is_as_drawn=run_order.is_as_drawn(desk),
                may_change=desk.may(actor, SetRunOrder),
                planned=Planned(run_order.day_plan(desk), clock.day(desk)),
            )
        )

    def _order(self, keys: tuple[TeamId, ...], reason: str) -> None:
        desk = self._day.desk
        slots = {slot.team: slot for slot in run_order.run_order(desk)}
        plan, done, entries = run_order.day_plan(desk), 0, list[DayEntry]()
        for key in keys:
            at = entry_of(key)
            if at is None:
                done += 1
            else:
                entries.append(replace(plan.entries[at], after=done))
        teams = [slots[key] for key in keys if key in slots]
        self._set(teams, reason, replace(plan, entries=tuple(entries)))

    def _set_day(self, begins: str, doors: str, change: str) -> None:
        self._plan(
            lambda plan: replace(
                plan,
                begins=minutes_typed(begins),
                doors=minutes_typed(doors),
                change_s=left_from(change, "the change of team") if change.strip() else 0,
            )
        )

    def _add_entry(self, title: str, lasts: str) -> None:
        keys, chosen = self._part.rows.order, self._part.rows.chosen
        until = keys[: keys.index(TeamId(chosen)) + 1] if chosen in keys else keys
        after = sum(entry_of(key) is None for key in until)
        at = sum(entry_of(key) is not None for key in until)

        def planned(plan: DayPlan) -> DayPlan:
            lasts_s = left_from(lasts or "15", "how long it lasts")
            entry = DayEntry(title.strip(), lasts_s, after)
            return replace(plan, entries=(*plan.entries[:at], entry, *plan.entries[at:]))

        if self._plan(planned):
            self._part.day.title.clear()
            self._part.day.lasts.clear()

    def _remove_entry(self) -> None:
        at = entry_of(self._part.rows.chosen)
        if at is not None:
            self._plan(
                lambda plan: replace(
                    plan, entries=tuple(one for n, one in enumerate(plan.entries) if n != at)
                )
            )

    def _set_wish(self, kind: str, time: str, why: str) -> None:
        team = TeamId(self._part.rows.chosen)

        def planned(plan: DayPlan) -> DayPlan:
            others = [wish for wish in plan.wishes if wish.team != team]
            if not kind:
                return replace(plan, wishes=tuple(others))
            wished = WishedPlace[kind]
            at = minutes_typed(time) if wished is WishedPlace.NOT_BEFORE else None
            return replace(plan, wishes=(*others, PlaceWish(team, wished, why, at)))

        self._plan(planned)

    def _plan(self, planned: Callable[[DayPlan], DayPlan]) -> bool:
        """Set another plan of the day; False if it was refused, which is said beside it."""
        try:
            plan = planned(run_order.day_plan(self._day.desk))
        except DeskError as refusal:
            self._part.show_problem(str(refusal))
            return False
        self._part.show_problem("")
        return not self._day.act(run_order.plan_day, plan)

    def _draw(self, seed: str, reason: str) -> None:
        if not self._day.act(run_order.draw, seed, reason):
            self._part.show_order()
        self._part.show_problem("")

    def _set_times(self, teams: tuple[TeamId, ...], pitch: str, questions: str) -> None:
        try:
            pitch_s = left_from(pitch, "the time to pitch")
            questions_s = left_from(questions, "the time for questions")
            slots = [
                Slot(slot.team, pitch_s, questions_s) if slot.team in teams else slot
                for slot in run_order.run_order(self._day.desk)
            ]
        except DeskError as refusal:
            self._part.show_problem(str(refusal))
            return
        self._set(slots)

    def _set(self, slots: list[Slot], reason: str = "", plan: DayPlan | None = None) -> None:
        self._day.act(run_order.set_run_order, slots, reason, plan)
        self._part.show_problem("")
