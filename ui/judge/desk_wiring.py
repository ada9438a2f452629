"""Wires the judge's desk: their teams, and the way to the card of each."""

from PySide6.QtCore import QObject, Signal

from judging_app.desk import ballots, calibration, clock, conflicts, decisions, run_order
from judging_app.desk.keeping.elsewhere import trouble
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Phase
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import Role
from judging_app.present.judge.desk import NO_DESK, Around, judge_desk
from ui.day import Day
from ui.judge.card import Scorecard
from ui.judge.card_wiring import CardWiring
from ui.judge.desk import JudgeDesk
from ui.page_wiring import PageWiring


class JudgeWiring(PageWiring):
    """Serves one judge's teams, and opens the card that is asked for."""

    card_asked = Signal()
    desk_asked = Signal()

    def __init__(self, parent: QObject, day: Day, desk_screen: JudgeDesk, card: Scorecard) -> None:
        super().__init__(parent)
        self._day, self._desk_screen = day, desk_screen
        self._judge: JudgeId | None = None
        self._card = CardWiring(self, day, card)
        self._card.left.connect(self._show_desk)
        self._card.revisit_asked.connect(self._revisit)
        desk_screen.team_asked.connect(self._open_card)
        day.actor_changed.connect(self._follow_actor)

    def refresh(self) -> None:
        """Show the teams of the judge who is signed in, and no card any more."""
        self._judge = self._day.actor.judge
        self._card.close_card()
        self._show_teams()

    def flush(self) -> bool:
        """Save what is being written, before the card is left; False if it was refused."""
        return self._card.flush()

    def _follow_actor(self) -> None:
        self._card.close_card()
        self._desk_screen.show_desk(NO_DESK)
        actor = self._day.actor if self._day.is_signed_in else None
        self._judge = actor.judge if actor and actor.role is Role.JUDGE else None

    def _show_desk(self) -> None:
        self._show_teams()
        self.desk_asked.emit()

    def _show_teams(self) -> None:
        if self._judge is None:
            return
        desk = self._day.desk
        own = self._own(self._judge)
        around = self._around(self._judge, own)
        self._desk_screen.show_desk(
            judge_desk(desk.event(), desk.setup(), self._judge, own, around)
        )

    def _open_card(self, team: str) -> None:
        if self._judge is None:
            return
        own = () if team == calibration.SAMPLE_PITCH else self._own(self._judge)
        others = tuple(one for one in own if one.team != team)
        self._card.open_card(self._judge, TeamId(team), others)
        self.card_asked.emit()

    def _revisit(self) -> None:
        """Show the teams, with the keyboard on the first that is in."""
        self._show_desk()
        if self._judge is not None:
            own = self._own(self._judge)
            self._desk_screen.take_keyboard(next(at for at, one in enumerate(own) if one.counts))

    def _own(self, judge: JudgeId) -> tuple[Ballot, ...]:
        """The judge's ballots in the order of the pitches."""
        desk = self._day.desk
        places = {slot.team: at for at, slot in enumerate(run_order.run_order(desk))}
        own = ballots.ballots_of(desk, self._day.actor, judge)
        return tuple(sorted(own, key=lambda one: places.get(one.team, len(places))))

    def _around(self, judge: JudgeId, own: tuple[Ballot, ...]) -> Around:
        desk, actor = self._day.desk, self._day.actor
        is_early = desk.event().phase is Phase.SETTING_UP
        return Around(
            order=[one.team for one in own],
            clock=clock.clock(desk),
            next_team=clock.next_team(desk),
            receipts=ballots.receipts_of(desk, actor, judge),
            waiting=frozenset(
                one.team
                for one in conflicts.of_judge(desk, actor, judge)
                if one.decision is ConflictDecision.UNDECIDED
            ),
            exclusions=decisions.exclusions(desk),
            practice=calibration.own(desk, actor, judge) if is_early else None,
            saves=not desk.is_read_only and not trouble(desk),
        )
