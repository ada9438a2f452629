"""Wires the scorer's desk: sheets are found, keyed twice, compared and submitted."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from judging_app.desk import ballots, decisions, sheets
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.keying import TURNS, Keying
from judging_app.domain.names import tidy_name
from judging_app.domain.roles import Role
from judging_app.errors import DeskError
from judging_app.present.host.reconciliation import reconciliation_text
from judging_app.present.scorer.keying import (
    comparison,
    dropped_text,
    keying_view,
    laid_down,
    paper_read_back,
    submitted_text,
)
from judging_app.present.scorer.sheets import (
    BallotsNow,
    find_sheet,
    pile,
    reconciled,
    sheet_rows,
    sheet_title,
)
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.scorer.compare import Settled
from ui.scorer.desk import ScorerDesk


class ScorerWiring(PageWiring):
    """Serves the sheet that is open; in its second turn it holds nothing of the first."""

    def __init__(self, parent: QObject, day: Day, screen: ScorerDesk) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._sheet: sheets.Sheet | None = None
        self._settled = Settled()
        self._clerk = ""
        screen.clerk.clerk_asked.connect(self._take_clerk)
        screen.finder.id_asked.connect(self._find)
        screen.finder.sheet_asked.connect(self._open)
        screen.finder.other_clerk_asked.connect(screen.ask_clerk)
        screen.drop.reason_given.connect(self._drop)
        screen.drop.leave_asked.connect(screen.keep_keyed)
        screen.form.score_asked.connect(self._key_score)
        screen.form.comments_asked.connect(self._key_comments)
        screen.form.end_asked.connect(self._end_turn)
        screen.laid_down.begin_asked.connect(self._go_on)
        screen.laid_down.other_clerk_asked.connect(screen.ask_clerk)
        screen.comparison.settled.connect(self._read_back)
        screen.read_back.submit_asked.connect(self._submit)
        for page in (screen.form, screen.laid_down, screen.comparison, screen.read_back):
            page.leave_asked.connect(self._leave)
            page.drop_asked.connect(self._ask_drop)
        day.actor_changed.connect(self._follow_actor)

    def refresh(self) -> None:
        """Show what is owed, and first ask who is keying."""
        self._sheet = None
        self._show_finder()
        if self._clerk:
            self._screen.find_sheet()
        else:
            self._screen.ask_clerk()

    def flush(self) -> bool:
        """Save what is being keyed, before the desk is left; False if it was refused."""
        is_keying = self._sheet is not None and self._sheet.turn is not None
        return not (is_keying and self._day.is_signed_in) or self._screen.form.flush()

    def _follow_actor(self) -> None:
        self._sheet, self._settled = None, Settled()
        self._screen.forget_sheet()
        self._screen.finder.show_said("")
        actor = self._day.actor if self._day.is_signed_in else None
        if actor is None or actor.role is not Role.SCORER:
            self._clerk = ""

    def _take_clerk(self, name: str) -> None:
        try:
            self._clerk = tidy_name(name)
        except DeskError as refusal:
            self._screen.clerk.show_refused(str(refusal))
            return
        self._screen.finder.show_clerk(self._clerk)
        if self._sheet is None:
            self._screen.find_sheet()
        else:
            self._go_on()

    def _show_finder(self) -> None:
        """Show every ballot's state as it is now, and nothing of a sheet."""
        now, setup, finder = self._ballots_now(), self._day.desk.setup(), self._screen.finder
        rows = pile(setup, now)
        finder.show_clerk(self._clerk)
        finder.show_sheets(sheet_rows(setup, now))
        finder.show_pile(rows, reconciliation_text(reconciled(setup, now)))
        self._screen.form.show_pile(rows)

    def _ballots_now(self) -> BallotsNow:
        desk, actor = self._day.desk, self._day.actor
        return BallotsNow(
            ballots.progress(desk, actor),
            sheets.being_keyed(desk, actor),
            decisions.exclusions(desk),
        )

    def _find(self, typed: str) -> None:
        found = find_sheet(self._day.desk.setup(), typed)
        if found.judge is None or found.team is None:
            self._screen.finder.show_said(found.refusal)
            self._screen.finder.begin()
        else:
            self._open(found.judge, found.team)

    def _open(self, judge: str, team: str) -> None:
        if not self._read_sheet(JudgeId(judge), TeamId(team)):
            self._screen.finder.begin()
            return
        self._screen.finder.clear()
        self._screen.finder.show_said("")
        self._go_on()

    def _read_sheet(self, judge: JudgeId, team: TeamId) -> bool:
        """Ask the desk for the state of a sheet; a refusal is shown on the finder."""
        try:
            self._sheet = sheets.sheet(self._day.desk, self._day.actor, judge, team)
        except DeskError as refusal:
            self._sheet = None
            self._screen.finder.show_said(str(refusal))
            return False
        return True

    def _go_on(self) -> None:
        """Bring up what the open sheet needs next."""
        now, setup = self._sheet, self._day.desk.setup()
        if now is None:
            return
        self._settled = Settled()
        self._screen.show_droppable(is_droppable=_has_keying(now))
        if now.turn is not None:
            self._screen.key_turn(keying_view(setup, now.judge, now.team, now.turn, now.keying))
        elif now.first is not None and now.second is not None:
            view = comparison(
                setup,
                now.first,
                now.second,
                [one.criterion for one in now.mismatches],
                for_team_differs=now.for_team_differs,
                for_panel_differs=now.for_panel_differs,
            )
            if view.is_alike:
                self._read_back(Settled())
            else:
                self._screen.compare(view)

    def _leave(self) -> None:
        if self.flush():
            self._to_finder()

    def _to_finder(self) -> None:
        self._sheet = None
        self._show_finder()
        self._screen.find_sheet()

    def _key_score(self, criterion: str, steps: object) -> None:
        key = CriterionId(criterion)

        def scored(keying: Keying) -> Keying:
            kept = {one: score for one, score in keying.scores.items() if one != key}
            if isinstance(steps, int):
                kept[key] = steps
            return replace(keying, scores=kept)

        self._key(scored, criterion)

    def _key_comments(self, for_team: str, for_panel: str) -> None:
        self._key(lambda keying: replace(keying, for_team=for_team, for_panel=for_panel))

    def _end_turn(self) -> None:
        before = self._sheet
        if not self._key(lambda keying: replace(keying, is_done=True)) or before is None:
            return
        self._show_finder()
        if before.turn == TURNS[0]:
            view = laid_down(self._day.desk.setup(), before.judge, before.team)
            self._screen.lay_down(view)
        else:
            self._go_on()

    def _key(self, changed: Callable[[Keying], Keying], criterion: str = "") -> bool:
        """Save one change of the open turn, and show what the file then holds."""
        now = self._sheet
        if now is None or now.turn is None:
            return False
        was = now.keying or Keying(now.judge, now.team, now.turn, self._clerk)
        keying = changed(replace(was, keyed_by=self._clerk))
        form = self._screen.form
        if refusal := self._day.attempt(sheets.key_sheet, keying):
            form.show_refused(refusal, criterion)
            return False
        if not self._read_sheet(now.judge, now.team):
            self._to_finder()
            return False
        if not _has_keying(now):
            self._show_finder()
            self._screen.show_droppable(is_droppable=True)
        if self._sheet is not None and self._sheet.turn == now.turn:
            setup = self._day.desk.setup()
            form.show_view(keying_view(setup, now.judge, now.team, now.turn, self._sheet.keying))
            form.show_saved()
        return True

    def _read_back(self, settled: Settled) -> None:
        now = self._sheet
        if now is None or now.first is None or now.second is None:
            return
        self._settled = settled
        self._screen.read(
            paper_read_back(
                self._day.desk.setup(),
                now.first,
                now.second,
                settled.scores,
                settled.for_team,
                settled.for_panel,
                replaces_screen=now.replaces_screen,
            )
        )

    def _submit(self, reason: str) -> None:
        now, settled = self._sheet, self._settled
        if now is None:
            return
        if refusal := self._day.attempt(
            sheets.settle,
            now.judge,
            now.team,
            settled.scores,
            settled.for_team,
            settled.for_panel,
            reason,
        ):
            self._screen.read_back.show_refused(refusal)
            return
        setup = self._day.desk.setup()
        said = submitted_text(sheet_title(setup, now.judge, now.team), len(setup.rubric.judged))
        self._screen.finder.show_said(said, "good")
        self._to_finder()

    def _ask_drop(self) -> None:
        if self.flush():
            self._screen.ask_drop()

    def _drop(self, reason: str) -> None:
        now = self._sheet
        if now is None:
            return
        if refusal := self._day.attempt(sheets.drop_keying, now.judge, now.team, reason):
            self._screen.drop.show_refused(refusal)
            return
        self._screen.finder.show_said(
            dropped_text(sheet_title(self._day.desk.setup(), now.judge, now.team)), "good"
        )
        self._to_finder()


def _has_keying(sheet: sheets.Sheet) -> bool:
    return sheet.turn != TURNS[0] or sheet.keying is not None
