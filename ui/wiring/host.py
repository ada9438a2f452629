"""Wires the host's desk and the projector."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer

from judging_app.desk import ballots, projector, scoring, sign_in, standings
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.rights import may
from judging_app.domain.acts import (
    Act,
    CloseScoring,
    MarkAbsent,
    OpenScoring,
    Publish,
    RecuseJudge,
    ReinstateBallot,
    ReopenBallot,
    ReopenScoring,
)
from judging_app.domain.ballots import BallotMove
from judging_app.domain.event import Board, Phase, Scene
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.roles import Actor, Role, actor_from_key
from judging_app.present.clock import clock_text
from judging_app.present.host_desk import HostDeskView, host_desk_view
from ui.host_desk import HostDesk
from ui.projector import Projector
from ui.screens import Screens
from ui.wiring.day import Day

_TICK_MS = 1_000
_MOVES: Mapping[BallotMove, type[Act]] = {
    BallotMove.RECUSE: RecuseJudge,
    BallotMove.MARK_ABSENT: MarkAbsent,
    BallotMove.REINSTATE: ReinstateBallot,
    BallotMove.REOPEN: ReopenBallot,
}
_Move = Callable[[Desk, Actor, JudgeId, TeamId, str], Changed]
_TOLD = frozenset({Phase.CLOSED, Phase.PUBLISHED})


class HostWiring(QObject):
    """Serves the host's desk, and keeps the projector at what the event file says."""

    def __init__(
        self, parent: QObject, day: Day, screen: HostDesk, room: Projector, screens: Screens
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._room, self._screens = day, screen, room, screens
        self._is_on = room.isVisible()
        self._is_held = False
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._show_room)
        self._connect_day()
        self._connect_acts()
        if self._is_on:  # the window was built anew while the room was watching
            self._switch(is_on=True)

    def refresh(self) -> None:
        """Show the desk as it is now, to a host or an organiser."""
        if self._day.is_signed_in and self._day.actor.role in (Role.HOST, Role.ORGANISER):
            self._screen.show_view(self._view())
        self._show_room()

    def _connect_day(self) -> None:
        self._day.changed.connect(self._follow)
        self._day.opened.connect(self._show_room)
        self._day.closed.connect(self._darken)
        self._screens.said.connect(self._say)
        self._screens.came_back.connect(self._hold)
        self._room.closed.connect(self._darken)

    def _connect_acts(self) -> None:
        screen = self._screen
        screen.open_scoring_asked.connect(self._open_scoring)
        screen.close_scoring_asked.connect(self._close_scoring)
        screen.reopen_scoring_asked.connect(self._reopen_scoring)
        screen.publish_asked.connect(self._publish)
        screen.recuse_asked.connect(self._recuse)
        screen.mark_absent_asked.connect(self._mark_absent)
        screen.reinstate_asked.connect(self._reinstate)
        screen.reopen_asked.connect(self._reopen)
        screen.release_lock_out_asked.connect(self._release)
        screen.scene_asked.connect(self._show_scene)
        screen.board_asked.connect(self._show_board)
        screen.reveal_next_asked.connect(self._tell_next)
        screen.reveal_back_asked.connect(self._take_back)
        screen.projector_asked.connect(self._switch)

    def _open_scoring(self) -> None:
        self._act(lambda: scoring.open_scoring(self._day.desk, self._day.actor))

    def _close_scoring(self, reason: str) -> None:
        self._act(lambda: scoring.close_scoring(self._day.desk, self._day.actor, reason))

    def _reopen_scoring(self, reason: str) -> None:
        self._act(lambda: scoring.reopen_scoring(self._day.desk, self._day.actor, reason))

    def _publish(self) -> None:
        self._act(lambda: scoring.publish(self._day.desk, self._day.actor))

    def _recuse(self, judge: str, team: str, reason: str) -> None:
        self._move(ballots.recuse, judge, team, reason)

    def _mark_absent(self, judge: str, team: str, reason: str) -> None:
        self._move(ballots.mark_absent, judge, team, reason)

    def _reinstate(self, judge: str, team: str, reason: str) -> None:
        self._move(ballots.reinstate, judge, team, reason)

    def _reopen(self, judge: str, team: str, reason: str) -> None:
        self._move(ballots.reopen, judge, team, reason)

    def _move(self, move: _Move, judge: str, team: str, reason: str) -> None:
        judge_id, team_id = JudgeId(judge), TeamId(team)
        self._act(lambda: move(self._day.desk, self._day.actor, judge_id, team_id, reason))

    def _release(self, key: str) -> None:
        holder = actor_from_key(key)
        self._act(lambda: sign_in.release_lock_out(self._day.desk, self._day.actor, holder))

    def _show_scene(self, scene: str) -> None:
        self._is_held = False
        self._act(lambda: projector.show_scene(self._day.desk, self._day.actor, Scene(scene)))

    def _show_board(self, board: str) -> None:
        self._act(lambda: projector.show_board(self._day.desk, self._day.actor, Board(board)))

    def _tell_next(self) -> None:
        self._is_held = False
        self._reveal(+1)

    def _take_back(self) -> None:
        self._reveal(-1)

    def _reveal(self, by: int) -> None:
        desk = self._day.desk
        step = desk.programme().revealed + by
        self._act(lambda: projector.reveal_to(desk, self._day.actor, step))

    def _act(self, do: Callable[[], Changed]) -> None:
        if self._day.act(do):
            self.refresh()  # what was asked for is not so: show what is

    def _follow(self, _changed: object) -> None:
        self.refresh()

    def _switch(self, is_on: bool) -> None:  # noqa: FBT001 - the signal carries it by position
        self._is_on = is_on
        self._screens.show_projector(is_shown=is_on)
        self._clock.start() if is_on else self._clock.stop()
        self._show_room()

    def _say(self, line: str) -> None:
        self._screen.show_projector(is_on=self._is_on, line=line)

    def _hold(self) -> None:
        """After a gap nobody knows what the room saw last: hold until somebody takes a scene."""
        self._is_held = True
        self._show_room()

    def _show_room(self) -> None:
        if not self._day.is_open:
            return
        clock = clock_text(datetime.now(UTC))
        view = projector.room_view(self._day.desk, clock, is_held=self._is_held)
        self._room.show_view(view)
        self._screen.show_program(view)

    def _darken(self) -> None:
        if self._is_on:
            self._switch(is_on=False)

    def _view(self) -> HostDeskView:
        desk, actor = self._day.desk, self._day.actor
        event, phase = desk.event(), desk.event().phase
        return host_desk_view(
            event,
            desk.setup(),
            tuple(ballots.progress(desk, actor).values()),
            desk.programme(),
            steps=projector.steps_of(desk) if phase in _TOLD else (),
            caution=standings.caution(desk, actor) if phase in _TOLD else "",
            locked_out=sign_in.locked_out(desk),
            may_open_and_close=may(actor, OpenScoring, phase) or may(actor, CloseScoring, phase),
            may_reopen=may(actor, ReopenScoring, phase),
            may_publish=may(actor, Publish, phase),
            moves=[move for move, act in _MOVES.items() if may(actor, act, phase)],
        )
