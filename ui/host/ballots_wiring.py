"""Wires the ballots by name: what the host does about one, the run order and the panel."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject

from judging_app.desk import ballots, clock, decisions, panel
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.rights import ASKS_AGAIN, may
from judging_app.domain import acts
from judging_app.domain.ballots import BallotMove
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.roles import Actor
from judging_app.domain.standings import Exclusion
from judging_app.present.host.grid import CellAct
from ui.behind.undo_wiring import UndoWiring
from ui.day import Day
from ui.host.ballots import BallotsDesk
from ui.host.panel_wiring import PanelWiring
from ui.host.run_order_wiring import RunOrderWiring
from ui.host.view_wiring import MOVES, host_view
from ui.page_wiring import PageWiring
from ui.pins.pin_again_wiring import AskingAgain

_Moving: TypeAlias = Callable[[Desk, Actor, JudgeId, TeamId, str], Changed]
_DOES: Mapping[BallotMove, _Moving] = {
    BallotMove.RECUSE: ballots.recuse,
    BallotMove.MARK_ABSENT: ballots.mark_absent,
    BallotMove.REINSTATE: ballots.reinstate,
    BallotMove.REOPEN: ballots.reopen,
}
_EXCLUSIONS = {
    CellAct.WITHDRAW: Exclusion.WITHDRAWN,
    CellAct.DISQUALIFY: Exclusion.DISQUALIFIED,
}


class BallotsWiring(PageWiring):
    """Serves the page of the ballots to the host and the organiser."""

    def __init__(
        self, parent: QObject, day: Day, screen: BallotsDesk, *, again: AskingAgain
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._again = day, screen, again
        self._run_order = RunOrderWiring(self, day, screen.run_order)
        self._panel = PanelWiring(self, day, screen.panel, screen.sample)
        self._undo = UndoWiring(self, day, screen.undo)
        screen.undo_asked.connect(self._undo.undo)
        screen.ballot.asked.connect(self._move)
        screen.ballot.other_asked.connect(self._act_on)
        for told in (day.changed, day.not_done):
            told.connect(self._show_what_is)
        day.actor_changed.connect(screen.begin)

    def refresh(self) -> None:
        """Show the ballots as they are now, to a host or an organiser."""
        day = self._day
        if day.is_signed_in and may(day.actor, acts.SetClock, day.desk.event().phase):
            self._screen.show_view(host_view(day), clock.clock(day.desk).team)
            self._screen.show_parts(has_sample=self._panel.shows_sample)
            self._screen.offer_judge(is_offered=day.desk.may(day.actor, acts.AddJudge))
            self._run_order.refresh()
            self._panel.refresh()
            self._undo.refresh()

    def _move(self, move: BallotMove, judge: str, team: str, reason: str) -> None:
        def do() -> None:
            self._day.act(_DOES[move], JudgeId(judge), TeamId(team), reason)

        if MOVES[move] in ASKS_AGAIN:
            self._again.before(MOVES[move], do, partial(self._screen.ballot.put_back, reason, move))
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
                self._day.act(decisions.exclude, TeamId(team), _EXCLUSIONS[act], reason)

    def _show_what_is(self) -> None:
        if self._screen.isVisible():  # whoever goes to it is shown what is so then
            self.refresh()
