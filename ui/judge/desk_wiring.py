"""Wires the judge's desk: their teams, and the way to the card of each."""

from PySide6.QtCore import QObject, Signal

from judging_app.desk import calibration, conflicts
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.roles import Role
from judging_app.present.judge.desk import NO_DESK, Reading
from ui.day import Day
from ui.judge.card import Scorecard
from ui.judge.card_wiring import CardWiring
from ui.judge.desk import JudgeDesk
from ui.judge.own_desk_wiring import own_ballots, own_desk
from ui.page_wiring import PageWiring


class JudgeWiring(PageWiring):
    """Serves one judge's teams, and opens the card that is asked for."""

    card_asked = Signal()
    desk_asked = Signal()
    reading_asked = Signal(Reading)

    def __init__(self, parent: QObject, day: Day, desk_screen: JudgeDesk, card: Scorecard) -> None:
        super().__init__(parent)
        self._day, self._desk_screen = day, desk_screen
        self._judge: JudgeId | None = None
        self._card = CardWiring(self, day, card)
        self._card.left.connect(self._show_desk)
        self._card.team_asked.connect(self._open_card)
        self._card.revisit_asked.connect(self._revisit)
        desk_screen.team_asked.connect(self._open_card)
        desk_screen.reading_asked.connect(self.reading_asked)
        desk_screen.declare_asked.connect(self._declare)
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
        if self._judge is not None:
            self._desk_screen.show_desk(own_desk(self._day, self._judge))

    def _open_card(self, team: str) -> None:
        if self._judge is None:
            return
        own = () if team == calibration.SAMPLE_PITCH else own_ballots(self._day, self._judge)
        self._card.open_card(self._judge, TeamId(team), own)
        self.card_asked.emit()

    def _declare(self, team: str, why: str) -> None:
        if self._judge is None:
            return
        if refusal := self._day.attempt(conflicts.declare, self._judge, TeamId(team), why):
            self._desk_screen.show_not_declared(refusal)
        else:
            self._show_teams()
            self._desk_screen.take_keyboard(team)

    def _revisit(self) -> None:
        """Show the teams, with the keyboard on the first that is in."""
        self._show_desk()
        if self._judge is not None:
            own = own_ballots(self._day, self._judge)
            self._desk_screen.take_keyboard(next(one.team for one in own if one.counts))
