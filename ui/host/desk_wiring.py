"""Wires the host's desk."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject

from judging_app.closed_sets import complete
from judging_app.desk import (
    ballots,
    conflicts,
    decisions,
    panel,
    run_order,
    scoring,
    settings,
    sheets,
    sign_in,
    undo,
)
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.record.closing import record_at_closing
from judging_app.desk.reveal import steps_left
from judging_app.desk.rights import ASKS_AGAIN, may
from judging_app.domain import acts
from judging_app.domain.ballots import BallotMove
from judging_app.domain.event import Phase
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.roles import Actor, actor_from_key
from judging_app.domain.standings import Exclusion
from judging_app.present.host.desk import Allowed, HostDeskView, host_desk_view
from judging_app.present.host.grid import AroundBallots, CellAct
from judging_app.present.host.lights import projector_light
from judging_app.present.host.undo import undo_words
from ui.day import Day
from ui.displays.displays import Displays
from ui.host.clock_wiring import ClockWiring
from ui.host.desk import HostDesk
from ui.host.lights_wiring import LightsWiring
from ui.host.panel_wiring import PanelWiring
from ui.host.run_order_wiring import RunOrderWiring
from ui.page_wiring import PageWiring
from ui.pins.pin_again_wiring import AskingAgain
from ui.wall.projector import Projector

_Moving: TypeAlias = Callable[[Desk, Actor, JudgeId, TeamId, str], Changed]
_MOVES: Mapping[BallotMove, tuple[type[acts.Act], _Moving]] = {
    BallotMove.RECUSE: (acts.RecuseJudge, ballots.recuse),
    BallotMove.MARK_ABSENT: (acts.MarkAbsent, ballots.mark_absent),
    BallotMove.REINSTATE: (acts.ReinstateBallot, ballots.reinstate),
    BallotMove.REOPEN: (acts.ReopenBallot, ballots.reopen),
}
_CELL_ACTS: Mapping[CellAct, type[acts.Act]] = complete(
    {
        CellAct.LEAVE_EARLY: acts.MarkAbsent,
        CellAct.WITHDRAW: acts.ExcludeTeam,
        CellAct.DISQUALIFY: acts.ExcludeTeam,
        CellAct.RESTORE: acts.RestoreTeam,
    }
)
_LOOKED_OVER = frozenset({Phase.SETTING_UP, Phase.CLOSED})
"""When something about the settings can still be changed before the next act."""

_EXCLUSIONS = {
    CellAct.WITHDRAW: Exclusion.WITHDRAWN,
    CellAct.DISQUALIFY: Exclusion.DISQUALIFIED,
}


class HostWiring(PageWiring):
    """Serves the host's desk: the ballots by their state, and the acts that move the day on."""

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
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._window = day, screen, window
        self._copies, self._again, self._displays = copies, again, displays
        self._clock = ClockWiring(self, day, screen.clock)
        self._run_order = RunOrderWiring(self, day, screen.run_order)
        self._panel = PanelWiring(self, day, screen.panel, screen.sample)
        self._clock.told.connect(screen.show_now)
        for told in (day.changed, day.not_done):
            told.connect(self._show_what_is)
        day.actor_changed.connect(screen.begin)
        day.opened.connect(self._show_projector_light)
        displays.changed.connect(self._show_projector_light)
        copies.show_on(screen.lights)
        self._show_projector_light()
        self._connect_acts()

    def refresh(self) -> None:
        """Show the desk as it is now, to a host or an organiser."""
        day = self._day
        if day.is_signed_in and may(day.actor, acts.SetClock, day.desk.event().phase):
            self._screen.show_view(self._view())
            kept = record_at_closing(day.desk, day.actor)
            self._screen.closing.show_sentence(kept.sentence if kept else "")
            self._screen.clock.set_motion_reduced(self._window.is_motion_reduced)
            self._screen.show_parts(has_sample=self._panel.shows_sample)
            self._clock.refresh()
            self._run_order.refresh()
            self._panel.refresh()
            self._show_undo()

    def stop(self) -> None:
        """End what is under way, the clock's ticking too."""
        super().stop()
        self._clock.stop()

    def _connect_acts(self) -> None:
        screen = self._screen
        screen.open_scoring_asked.connect(self._day.does(scoring.open_scoring))
        screen.close_scoring_asked.connect(self._day.does(scoring.close_scoring))
        does = self._again.does
        screen.reopen_scoring_asked.connect(does(acts.ReopenScoring, scoring.reopen_scoring))
        screen.publish_asked.connect(does(acts.Publish, scoring.publish))
        screen.ballot.asked.connect(self._move)
        screen.release_lock_out_asked.connect(self._release)
        screen.ballot.other_asked.connect(self._act_on)
        screen.undo_asked.connect(self._undo)

    def _move(self, move: BallotMove, judge: str, team: str, reason: str) -> None:
        kind, moving = _MOVES[move]

        def do() -> None:
            self._day.act(moving, JudgeId(judge), TeamId(team), reason)

        if kind in ASKS_AGAIN:
            self._again.before(kind, do, partial(self._screen.ballot.put_back, reason))
        else:
            do()

    def _act_on(self, act: CellAct, judge: str, team: str, reason: str) -> None:
        """Do what was asked about a ballot's judge or its team."""
        match act:
            case CellAct.LEAVE_EARLY:
                self._day.act(panel.leave_early, JudgeId(judge), reason)
            case CellAct.RESTORE:
                self._day.act(decisions.restore, TeamId(team), reason)
            case CellAct.WITHDRAW | CellAct.DISQUALIFY:
                exclusion = _EXCLUSIONS[act]
                self._day.act(decisions.exclude, TeamId(team), exclusion, reason)

    def _undo(self) -> None:
        if undo.undoable(self._day.desk, self._day.actor) is not None:
            self._day.act(undo.undo)

    def _show_undo(self) -> None:
        desk = self._day.desk
        last = undo.undoable(desk, self._day.actor)
        words = (
            undo_words(desk.setup(), last.act, last.about, last.count, last.what) if last else ""
        )
        self._screen.undo.show_undo(words)

    def _release(self, key: str) -> None:
        holder = actor_from_key(key)
        release = partial(self._day.act, sign_in.release_lock_out, holder)
        self._again.before(acts.ReleaseLockOut, release)

    def _show_what_is(self) -> None:
        if self._screen.isVisible():  # whoever goes to it is shown what is so then
            self.refresh()

    def _show_projector_light(self) -> None:
        """Show the projector's state in its light, while an event is open."""
        if self._day.is_open:
            state = self._displays.state
            is_well = state.kind != "attention"
            self._copies.show_light(projector_light(state.text, state.line, is_well=is_well))

    def _view(self) -> HostDeskView:
        desk, actor = self._day.desk, self._day.actor
        event, phase = desk.event(), desk.event().phase
        return host_desk_view(
            event,
            desk.setup(),
            tuple(ballots.progress(desk, actor).values()),
            steps_left=steps_left(desk),
            locked_out=sign_in.locked_out(desk),
            allowed=Allowed(
                open_and_close=desk.may(actor, acts.OpenScoring)
                or desk.may(actor, acts.CloseScoring),
                reopen=desk.may(actor, acts.ReopenScoring),
                publish=desk.may(actor, acts.Publish),
                moves=[move for move, (act, _) in _MOVES.items() if desk.may(actor, act)],
            ),
            around=self._around(),
            findings=settings.findings(desk, actor) if phase in _LOOKED_OVER else (),
        )

    def _around(self) -> AroundBallots:
        desk, actor = self._day.desk, self._day.actor
        return AroundBallots(
            order=tuple(slot.team for slot in run_order.run_order(desk)),
            keyed=sheets.being_keyed(desk, actor),
            conflicts=conflicts.declared(desk),
            exclusions=decisions.exclusions(desk),
            acts=tuple(act for act, kind in _CELL_ACTS.items() if desk.may(actor, kind)),
        )
