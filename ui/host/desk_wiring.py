"""Wires the host's desk."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from judging_app.desk import clock, conflicts, reveal, scoring, sign_in
from judging_app.desk.record.closing import record_at_closing
from judging_app.desk.rights import Sight, may, may_see
from judging_app.domain import acts
from judging_app.domain.clock import Clock
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import actor_from_key
from judging_app.present.control.reveal import TOLD
from judging_app.present.host.attention import AttentionAct, AttentionItem, attention_items
from judging_app.present.host.desk import HostDeskView
from judging_app.present.host.lights import projector_light
from judging_app.present.host.strip import DayStand, StripView, strip_view
from judging_app.present.host.turns import Timing, host_turns
from judging_app.present.time_of_day import clock_text
from ui.behind.undo_wiring import UndoWiring
from ui.day import Day
from ui.displays.displays import Displays
from ui.host.clock_wiring import ClockWiring
from ui.host.desk import HostDesk
from ui.host.lights_wiring import LightsWiring
from ui.host.view_wiring import host_view
from ui.page_wiring import PageWiring
from ui.pins.pin_again_wiring import AskingAgain
from ui.room.room_wiring import RoomWiring
from ui.wall.projector import Projector


class HostWiring(PageWiring):
    """Serves the host's desk: the wall, the clock, the run order, and what moves the day on."""

    led = Signal(AttentionAct)
    """Somebody is to be led to another page."""

    def __init__(
        self,
        parent: QObject,
        day: Day,
        screen: HostDesk,
        *,
        copies: LightsWiring,
        again: AskingAgain,
        window: Projector,
        displays: Displays,
        room: RoomWiring,
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._window = day, screen, window
        self._copies, self._again, self._displays, self._room = copies, again, displays, room
        self._view: HostDeskView | None = None
        self._minute = ""
        self._clock = ClockWiring(self, day, screen.clock)
        self._undo = UndoWiring(self, day, screen.undo)
        for told in (day.changed, day.not_done):
            told.connect(self._show_what_is)
        day.actor_changed.connect(screen.begin)
        day.opened.connect(self._show_projector_light)
        displays.changed.connect(self._show_projector_light)
        copies.show_on(screen.lights)
        screen.lights.shown.connect(self._show_attention)
        self._show_projector_light()
        self._connect_wall()
        self._connect_acts()

    def refresh(self) -> None:
        """Show the desk as it is now, to a host or an organiser."""
        day = self._day
        if not (day.is_signed_in and may(day.actor, acts.SetClock, day.desk.event().phase)):
            return
        self._view, self._minute = host_view(day), clock_text(datetime.now(UTC))
        self._screen.clock.set_motion_reduced(self._window.is_motion_reduced)
        self._clock.refresh()
        self._screen.show_view(self._view)
        self._show_turns(self._view)
        self._screen.show_strip(self._strip(self._view))
        kept = record_at_closing(day.desk, day.actor)
        self._screen.closing.show_sentence(kept.sentence if kept else "")
        self._show_attention()
        self._undo.refresh()
        self._room.refresh()

    def stop(self) -> None:
        """End what is under way, the clock's ticking too."""
        super().stop()
        self._clock.stop()

    def _connect_wall(self) -> None:
        screen, room = self._screen, self._room
        room.serve(screen, screen.wall.hold)
        room.viewed.connect(screen.wall.show_view)
        room.pictured.connect(screen.wall.show_pictures)
        room.pictured.connect(self._follow_minute)
        room.stated.connect(screen.wall.show_state)
        screen.scene_chosen.connect(room.choose)
        screen.wall.program.switch_asked.connect(room.switch)

    def _follow_minute(self) -> None:
        """Tell the times that the audience is told, which move with each minute that is lost."""
        minute = clock_text(datetime.now(UTC))
        if minute != self._minute and self._view is not None and self._screen.isVisible():
            self._minute = minute
            self._clock.refresh()
            self._show_turns(self._view)

    def _connect_acts(self) -> None:
        screen = self._screen
        screen.open_scoring_asked.connect(self._day.does(scoring.open_scoring))
        screen.close_scoring_asked.connect(self._day.does(scoring.close_scoring))
        does = self._again.does
        screen.reopen_scoring_asked.connect(does(acts.ReopenScoring, scoring.reopen_scoring))
        screen.publish_asked.connect(does(acts.Publish, scoring.publish))
        screen.attention.act_asked.connect(self._attend)
        screen.everything.act_asked.connect(self._attend)
        screen.undo_asked.connect(self._undo.undo)

    def _attend(self, item: AttentionItem) -> None:
        """Do what a thing that needs somebody offers, or lead them there."""
        match item.act:
            case AttentionAct.RELEASE:
                self._release(item.key)
            case AttentionAct.STATUS:
                self._screen.open_status()
                self._screen.lights.open_light(item.key)
            case AttentionAct.SETTINGS:
                self._screen.ask_main_act()
            case (
                AttentionAct.CONFLICTS
                | AttentionAct.BALLOTS
                | AttentionAct.REHEARSE
                | AttentionAct.PROJECTOR
            ):
                self.led.emit(item.act)

    def _release(self, key: str) -> None:
        holder = actor_from_key(key)
        release = partial(self._day.act, sign_in.release_lock_out, holder)
        self._again.before(acts.ReleaseLockOut, release)

    def _show_what_is(self) -> None:
        if self._screen.isVisible():  # whoever goes to it is shown what is so then
            self.refresh()

    def _show_attention(self) -> None:
        if self._view is None or not self._day.is_signed_in:
            return
        waiting = sum(
            one.decision is ConflictDecision.UNDECIDED for one in conflicts.declared(self._day.desk)
        )
        lights = self._screen.lights.rows
        items = attention_items(self._view, lights, conflicts_waiting=waiting)
        self._screen.show_attention(items)

    def _show_projector_light(self) -> None:
        """Show the projector's state in its light, while an event is open."""
        if self._day.is_open:
            state = self._displays.state
            is_well = state.kind != "attention"
            self._copies.show_light(projector_light(state.text, state.line, is_well=is_well))

    def _show_turns(self, view: HostDeskView) -> None:
        desk = self._day.desk
        plan, now, following = clock.schedule(desk), clock.clock(desk), clock.next_team(desk)
        is_over = view.phase in TOLD
        if is_over:
            now, following = Clock(), None
        timing = Timing(clock.slots(desk), now, following, plan.times, plan.begun, is_over=is_over)
        turns = host_turns(view.rows, view.teams, timing)
        self._screen.turns.show_turns(turns, len(view.rows))

    def _strip(self, view: HostDeskView) -> StripView:
        desk = self._day.desk
        plan, now, slots = reveal.plan(desk), clock.clock(desk), clock.slots(desk)
        begun = clock.schedule(desk).begun
        is_over = not clock.next_team(desk) and now.team is not None and not now.is_running
        return strip_view(
            DayStand(
                phase=view.phase,
                main=view.main_act,
                turns_begun=sum(slot.team in begun or slot.team == now.team for slot in slots),
                turns=len(slots),
                is_last_turn_over=is_over and now.has_begun,
                to_come=view.to_come,
                steps_told=desk.programme().revealed,
                steps=len(plan.steps) if plan else 0,
                is_confirmed=bool(desk.programme().confirmed_by),
                sees_result=may_see(self._day.actor, Sight.PANEL_RESULT, view.phase),
            )
        )
