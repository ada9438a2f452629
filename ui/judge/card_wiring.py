"""Wires the scorecard that is open, for a team or for practice."""

from collections.abc import Callable
from dataclasses import replace
from typing import Concatenate

from PySide6.QtCore import QObject, Signal

from judging_app.desk import ballots, calibration, conflicts, decisions, undo
from judging_app.desk.desk import Changed, Desk
from judging_app.domain import subjects
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.roles import Actor
from judging_app.present.host.undo import undo_words
from judging_app.present.idle import locks_hint
from judging_app.present.judge.card import Beside, scorecard
from judging_app.present.judge.own_scores import own_scores
from judging_app.present.judge.revisit import revisit_text
from judging_app.present.judge.rubric import rubric_rows
from ui.behind.idle_wiring import chosen_s
from ui.day import Day, P
from ui.judge.card import Scorecard
from ui.judge.own_desk_wiring import own_desk


class CardWiring(QObject):
    """Does on the open card what its judge asks for, and shows what the file then holds."""

    left = Signal()
    team_asked = Signal(str)
    """The id of another team: its card is to be opened in place of this one."""
    revisit_asked = Signal()

    def __init__(self, parent: QObject, day: Day, card: Scorecard) -> None:
        super().__init__(parent)
        self._day, self._card = day, card
        self._judge: JudgeId | None = None
        self._team: TeamId | None = None
        self._revisited: set[JudgeId] = set()
        self._beside = Beside()
        self._is_refused = False
        card.score_asked.connect(self._score)
        card.clear_asked.connect(self._clear)
        card.comments_asked.connect(self._comment)
        card.submit_asked.connect(self._submit)
        card.undo_asked.connect(self._undo)
        card.declare_asked.connect(self._declare)
        card.revisit_asked.connect(self._revisit)
        card.back_asked.connect(self._leave)
        card.team_asked.connect(self._leave_for)
        day.closed.connect(self._revisited.clear)

    def open_card(self, judge: JudgeId, team: TeamId, own: tuple[Ballot, ...]) -> None:
        """Show a card; `own` are all of the judge's ballots in the order of the pitches."""
        self._judge, self._team = judge, team
        desk, setup = self._day.desk, self._day.desk.setup()
        others = tuple(one for one in own if one.team != team)
        asks_again = judge not in self._revisited
        # The others stay as they are while this card is open, so they are looked at once.
        self._beside = Beside(
            marks=own_scores(setup.rubric, setup.teams, others),
            revisit=revisit_text(setup, others, decisions.exclusions(desk)) if asks_again else "",
            order=[one.team for one in own],
            is_practice=team == calibration.SAMPLE_PITCH,
            is_read_only=desk.is_read_only,
        )
        self._card.show_rubric(rubric_rows(setup.rubric))
        self._show()

    def close_card(self) -> None:
        """Forget the card: its judge has left it, and somebody else may come."""
        self._judge = self._team = None
        self._beside = Beside()
        self._card.forget()

    def flush(self) -> bool:
        """Save what is being written, before the card is left; False if it was refused."""
        self._is_refused = False
        if self._team is not None and self._day.is_signed_in:
            self._card.flush()
        return not self._is_refused

    def _leave_for(self, team: str) -> None:
        if not self._is_refused:
            self.team_asked.emit(team)

    def _leave(self) -> None:
        if not self._is_refused:  # else the card flushed, and what was written can't be kept
            self.close_card()
            self.left.emit()

    def _score(self, criterion: str, steps: int) -> None:
        self._put(CriterionId(criterion), steps)

    def _clear(self, criterion: str) -> None:
        self._put(CriterionId(criterion), None)

    def _put(self, criterion: CriterionId, steps: int | None) -> None:
        if self._beside.is_practice and self._judge is not None:
            self._show_done(self._day.act(calibration.score, self._judge, criterion, steps))
        elif steps is None:
            self._change(ballots.clear, criterion)
        else:
            self._change(ballots.score, criterion, steps)

    def _comment(self, for_team: str, for_panel: str) -> None:
        self._is_refused = bool(self._change(ballots.comment, for_team, for_panel))

    def _submit(self) -> None:
        self._mark_revisited()
        self._change(ballots.submit)

    def _undo(self) -> None:
        self._show_done(self._day.act(undo.undo))

    def _declare(self, why: str) -> None:
        judge, team = self._judge, self._team
        if judge is None or team is None:
            return
        if refusal := self._day.attempt(conflicts.declare, judge, team, why):
            self._card.show_not_declared(refusal)
        else:
            self._show()

    def _revisit(self) -> None:
        self._mark_revisited()
        self.close_card()
        self.revisit_asked.emit()

    def _mark_revisited(self) -> None:
        """Ask no more about the first teams: this was the answer."""
        if self._beside.revisit and self._judge is not None:
            self._revisited.add(self._judge)

    def _change(
        self,
        function: Callable[Concatenate[Desk, Actor, JudgeId, TeamId, P], Changed],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> str:
        """Do one act on the open card; the answer is why it was refused."""
        judge, team = self._judge, self._team
        if judge is None or team is None:
            return ""
        return self._show_done(self._day.act(function, judge, team, *arguments, **named))

    def _show_done(self, refusal: str) -> str:
        """Show what the file holds after an act, which may have been refused."""
        self._day.look(self._show)
        if refusal:
            self._card.show_not_saved()  # why is said above the card
        else:
            self._card.show_saved()
        return refusal

    def _show(self) -> None:
        if self._judge is None or self._team is None:
            return
        desk = self._day.desk
        ballot = self._ballot(self._judge, self._team)
        view = scorecard(desk.event(), desk.setup(), ballot, self._beside_now(ballot))
        if view.is_open:
            self._card.show_scorecard(view)
        else:
            own = own_desk(self._day, self._judge)
            self._card.show_scorecard(view, own, locks_hint(chosen_s()))

    def _ballot(self, judge: JudgeId, team: TeamId) -> Ballot:
        if self._beside.is_practice:
            return calibration.own(self._day.desk, self._day.actor, judge)
        return ballots.ballot(self._day.desk, self._day.actor, judge, team)

    def _beside_now(self, ballot: Ballot) -> Beside:
        """What may change while the card is open: the conflict, the team, the receipt, the undo."""
        desk, actor = self._day.desk, self._day.actor
        if self._beside.is_practice:
            return self._beside
        own, out = conflicts.of_judge(desk, actor, ballot.judge), decisions.exclusions(desk)
        judge, is_in = ballot.judge, ballot.state is BallotState.SUBMITTED
        at = ballots.submitted_at(desk, actor, judge).get(ballot.team) if is_in else None
        return replace(
            self._beside,
            conflict=next((one for one in own if one.team == ballot.team), None),
            exclusion=next((one.exclusion for one in out if one.team == ballot.team), None),
            receipt=ballots.receipt(desk, actor, judge, ballot.team) if is_in else "",
            submitted_at=at,
            undo_text=self._undo_text(ballot),
        )

    def _undo_text(self, ballot: Ballot) -> str:
        """What can be undone, if it was done on this card."""
        found = undo.undoable(self._day.desk, self._day.actor)
        if found is None or found.about != subjects.ballot(ballot.judge, ballot.team):
            return ""
        return undo_words(self._day.desk.setup(), found.act, found.about)
