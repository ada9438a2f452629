"""Wires the judge's desk and the scorecard; the scorer keys through the same two screens."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from judging_app.desk import ballots
from judging_app.desk.desk import Changed
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.roles import Role
from judging_app.present.judge_desk import judge_desk
from judging_app.present.scorecard import scorecard
from ui.judge_desk import JudgeDesk
from ui.scorecard import Scorecard
from ui.wiring.day import Day


class JudgeWiring(QObject):
    """Serves one judge's teams and the card that is open."""

    card_asked = Signal()
    desk_asked = Signal()

    def __init__(self, parent: QObject, day: Day, desk_screen: JudgeDesk, card: Scorecard) -> None:
        super().__init__(parent)
        self._day, self._desk_screen, self._card = day, desk_screen, card
        self._judge: JudgeId | None = None
        self._team: TeamId | None = None
        self._saved = ""
        self._is_refused = False
        desk_screen.team_asked.connect(self._open_card)
        card.score_asked.connect(self._score)
        card.clear_asked.connect(self._clear)
        card.comments_asked.connect(self._comment)
        card.submit_asked.connect(self._submit)
        card.back_asked.connect(self._leave_card)
        day.actor_changed.connect(self._follow_actor)
        day.saved.connect(self._keep_saved)

    def open_desk(self, judge: str) -> None:
        """Show the teams of one judge."""
        self._judge = JudgeId(judge)
        self.refresh()
        self.desk_asked.emit()

    def refresh(self) -> None:
        """Show the teams as they are now."""
        if self._judge is None:
            return
        desk = self._day.desk
        own = ballots.ballots_of(desk, self._day.actor, self._judge)
        self._desk_screen.show_desk(judge_desk(desk.event(), desk.setup(), self._judge, own))

    def flush(self) -> bool:
        """Save what is being written, before the card is left; False if it was refused."""
        self._is_refused = False
        if self._team is not None and self._day.is_signed_in:
            self._card.flush()
        return not self._is_refused

    def _follow_actor(self) -> None:
        self._team = None
        actor = self._day.actor if self._day.is_signed_in else None
        self._judge = actor.judge if actor and actor.role is Role.JUDGE else None

    def _keep_saved(self, text: str) -> None:
        self._saved = text

    def _open_card(self, team: str) -> None:
        self._team = TeamId(team)
        self._show_card()
        self.card_asked.emit()

    def _leave_card(self) -> None:
        if self._is_refused:
            return  # the card flushed, and what was written can't be kept: stay with it
        self._team = None
        self.refresh()
        self.desk_asked.emit()

    def _score(self, criterion: str, steps: int) -> None:
        self._change(
            lambda judge, team: ballots.score(
                self._day.desk, self._day.actor, judge, team, CriterionId(criterion), steps
            )
        )

    def _clear(self, criterion: str) -> None:
        self._change(
            lambda judge, team: ballots.clear(
                self._day.desk, self._day.actor, judge, team, CriterionId(criterion)
            )
        )

    def _comment(self, for_team: str, for_panel: str) -> None:
        self._change(
            lambda judge, team: ballots.comment(
                self._day.desk, self._day.actor, judge, team, for_team, for_panel
            )
        )

    def _submit(self) -> None:
        self._change(
            lambda judge, team: ballots.submit(self._day.desk, self._day.actor, judge, team)
        )

    def _change(self, do: Callable[[JudgeId, TeamId], Changed]) -> None:
        """Do one act on the open card, and show what the file then holds."""
        judge, team = self._judge, self._team
        if judge is None or team is None:
            return
        refusal = self._day.act(lambda: do(judge, team))
        self._is_refused = bool(refusal)
        self._show_card()
        if refusal:
            self._card.show_not_saved(refusal)
        else:
            self._card.show_saved(self._saved)

    def _show_card(self) -> None:
        if self._judge is None or self._team is None:
            return
        desk = self._day.desk
        ballot = ballots.ballot(desk, self._day.actor, self._judge, self._team)
        self._card.show_scorecard(scorecard(desk.event(), desk.setup(), ballot))
