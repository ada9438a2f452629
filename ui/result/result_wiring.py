"""Wires the result: the desk's questions part by part, and the panel's decisions."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject

from judging_app.closed_sets import complete
from judging_app.desk import standings, undo
from judging_app.desk.decisions import exclusions
from judging_app.desk.result import has_decision
from judging_app.desk.result_questions import (
    agreement,
    checks,
    declared_tie_breaks,
    reach,
    record,
    spread,
    tie_views,
    why,
)
from judging_app.desk.rights import Sight, may_see
from judging_app.desk.scoring import owed_ballots
from judging_app.domain import acts
from judging_app.domain.event import Audience, Method, Phase
from judging_app.domain.ids import CriterionId, TeamId
from judging_app.errors import DeskError
from judging_app.present.criteria import sectioned_title
from judging_app.present.host.undo import undo_words
from judging_app.present.result.checks import ChecksView
from judging_app.present.result.compared import compared_rows, placed_first
from judging_app.present.result.decisions import DECISION_NAMES, DecisionLine, standing
from judging_app.present.result.editions import NO_CODE, UNKNOWN_CODE, scored_note
from judging_app.present.result.overview import overview
from judging_app.present.result.standings import StandingsView
from judging_app.present.words.ballots import EXCLUSION_WORDS
from judging_app.present.words.methods import METHOD_WORDS, method_name
from judging_app.present.words.tie_rules import tie_break_name
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.result.acts_wiring import record_wanted, take_back
from ui.result.decisions import Kind
from ui.result.forms_wiring import show_awards, show_given, show_points, show_rules
from ui.result.result import DECIDE, REVEAL, ResultPart, ResultScreen
from ui.result.wanted import Wanted
from ui.widgets.picker import Choice

_Answer = TypeVar("_Answer")

_ACTS: Mapping[Kind, type[acts.Act]] = complete(
    {
        Kind.ORDER: acts.DecideOrder,
        Kind.OUT: acts.ExcludeTeam,
        Kind.PENALTY: acts.SetPenalty,
        Kind.AGREED: acts.AgreeScore,
        Kind.POINTS: acts.EnterPoints,
        Kind.AWARD: acts.DeclareAward,
        Kind.GIVE: acts.DecideAward,
        Kind.METHOD: acts.DeclareMethod,
        Kind.TIE_BREAKS: acts.DeclareTieBreaks,
    }
)
_TOTALS = ""


class ResultWiring(PageWiring):
    """Serves the result to those who may see it; each part is asked for when it is shown."""

    def __init__(self, parent: QObject, day: Day, screen: ResultScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._compared: Method | None = None
        self._checked: tuple[str, ChecksView | None] = ("", None)
        self._is_filled = False
        self._show: Mapping[ResultPart, Callable[[], None]] = complete(
            {
                ResultPart.STANDINGS: self._show_standings,
                ResultPart.WHY: self._show_why,
                ResultPart.TIES: self._show_ties,
                ResultPart.SPREAD: self._show_spread,
                ResultPart.CHECKS: self._show_checks,
                ResultPart.DECISIONS: self._show_decisions,
            }
        )
        screen.part_asked.connect(self._show_part)
        screen.standings.method_asked.connect(self._compare)
        screen.standings.code_asked.connect(self._check_code)
        screen.why.why_asked.connect(self._explain)
        screen.spread.criterion_asked.connect(self._show_spread)
        screen.decisions.decision_asked.connect(self._decide)
        screen.decisions.take_back_asked.connect(day.does(take_back))
        screen.undo_asked.connect(self._undo)
        day.changed.connect(self._follow)
        day.actor_changed.connect(self._forget)

    def refresh(self) -> None:
        """Show the result as it is now, the part that is on show alone."""
        self._is_filled = True
        if (trust := self._day.desk.trust()).is_refused:
            self._screen.show_withheld(trust.sentence)
            return
        desk, actor = self._day.desk, self._day.actor
        sees_ballots = may_see(actor, Sight.ALL_BALLOTS, desk.event().phase)
        hidden = frozenset() if sees_ballots else {ResultPart.SPREAD}
        self._screen.show_parts([part for part in ResultPart if part not in hidden])
        self._show_overview()
        self._show_part(self._screen.part)

    def _show_overview(self) -> None:
        """Who wins and how firm that is, how many things each part holds, and what comes next."""
        desk, actor, screen = self._day.desk, self._day.actor, self._screen
        phase, both = desk.event().phase, standings.comparison(desk, actor)
        declared, why_not = self._by(desk.event().method)
        has_places = declared is not None and any(row.place for row in declared.rows)
        found = self._checks() if has_places else None
        owed = len(owed_ballots(desk))
        shown = overview(declared, found, owed=owed, detail=both.detail, refusal=why_not)
        screen.show_overview(shown)
        screen.show_counts(self._counts(found))
        is_firm = shown.firmness is not None and shown.firmness.is_firm
        decides = desk.may(actor, acts.DecideOrder) and not is_firm and not has_decision(desk)
        closed = phase is Phase.CLOSED and shown.winner is not None
        screen.show_next((DECIDE if decides else REVEAL) if closed else "")
        last = self._undoable()
        screen.undo.show_undo(
            undo_words(desk.setup(), last.act, last.about, last.count, last.what) if last else ""
        )

    def _undoable(self) -> undo.Undoable | None:
        """The last act of whoever is signed in, if it was about the result."""
        last = undo.undoable(self._day.desk, self._day.actor)
        return last if last is not None and last.act in DECISION_NAMES else None

    def _undo(self) -> None:
        if self._undoable() is not None:
            self._day.act(undo.undo)

    def _counts(self, found: ChecksView | None) -> Mapping[ResultPart, str]:
        """How many ties, ballots to ask about, checks and decisions there are."""
        desk, actor = self._day.desk, self._day.actor
        ties, _ = _asked(lambda: tie_views(desk, actor))
        counts = {ResultPart.DECISIONS: _number(len(self._lines()))}
        if found is not None:
            counts[ResultPart.CHECKS] = found.count_text
            counts[ResultPart.TIES] = _number(len(ties or ()))
            if may_see(actor, Sight.ALL_BALLOTS, desk.event().phase):
                counts[ResultPart.SPREAD] = spread(desk, actor).count_text
        return counts

    def _forget(self) -> None:
        """What one person saw or was writing here is not for the next."""
        if self._is_filled:
            self._is_filled = False
            self._compared, self._checked = None, ("", None)
            self._screen.forget()

    def _follow(self, _changed: object) -> None:
        if self._screen.isVisible():
            self.refresh()

    def _show_part(self, part: ResultPart) -> None:
        self._show[part]()

    def _show_standings(self) -> None:
        desk, part = self._day.desk, self._screen.standings
        declared = desk.event().method
        others = [method for method in Method if method is not declared]
        if self._compared not in others:
            self._compared = Method.ADJUSTED if declared is Method.MEAN else Method.MEAN
        part.show_methods(
            [Choice(method.name, method_name(method)) for method in others], self._compared.name
        )
        first, why_not = self._by(declared)
        second, why_not_either = self._by(self._compared)
        lines = self._lines()
        part.show_standings(
            f"By {METHOD_WORDS[declared].in_sentence}",
            compared_rows(desk.setup(), first, second) if first else (),
            why_not or why_not_either,
            has_other=first is not None and second is not None and bool(placed_first(first)),
            has_scored=first is not None and bool(first.decision),
        )
        part.show_notes(
            [
                *(
                    line.text
                    for kind in (acts.ExcludeTeam, acts.SetPenalty)
                    for line in standing(lines, kind)
                ),
                *(scored_note(row) for row in (first.rows if first else ()) if row.is_decided),
                *(first.left_out if first else ()),
            ],
        )
        part.code.show_code(standings.result_line(desk))
        self._show_reach()

    def _check_code(self, code: str) -> None:
        said = standings.edition_of(self._day.desk, code) if code.strip() else NO_CODE
        self._screen.standings.code.show_answer(said or UNKNOWN_CODE)

    def _show_reach(self) -> None:
        desk, part = self._day.desk, self._screen.standings
        if desk.event().phase is not Phase.SCORING or not owed_ballots(desk):
            part.show_reach(())
            return
        rows, why_not = _asked(lambda: reach(desk, self._day.actor))
        part.show_reach(rows or (), why_not)

    def _show_why(self) -> None:
        part, placed = self._screen.why, self._placed()
        part.show_teams([one for one in self._teams() if one.key in placed])
        self._explain(*part.pair)

    def _explain(self, one: str, other: str) -> None:
        desk, part = self._day.desk, self._screen.why
        if not one or not other:
            part.show_problem(
                "Two teams need a place first. Each gets one when a ballot is submitted."
            )
            return
        view, why_not = _asked(lambda: why(desk, self._day.actor, TeamId(one), TeamId(other)))
        if view:
            part.show_view(view)
        else:
            part.show_problem(why_not)

    def _show_ties(self) -> None:
        desk, actor, part = self._day.desk, self._day.actor, self._screen.ties
        ties, why_not = _asked(lambda: tie_views(desk, actor))
        part.show_ties(ties or (), why_not)
        rubric = desk.setup().rubric
        part.show_rules([tie_break_name(rubric, one) for one in declared_tie_breaks(desk, actor)])

    def _show_spread(self) -> None:
        desk, actor, part = self._day.desk, self._day.actor, self._screen.spread
        part.show_choices(
            [
                Choice(_TOTALS, "Totals"),
                *(Choice(one.id, sectioned_title(one)) for one in desk.setup().rubric.judged),
            ]
        )
        criterion = CriterionId(part.what.key) if part.what.key else None
        part.show_view(spread(desk, actor, criterion))
        part.agreement.show_view(agreement(desk, actor))

    def _show_checks(self) -> None:
        self._screen.checks.show_view(self._checks())

    def _checks(self) -> ChecksView:
        """The checks, worked out again only if something is new on the record: they are many."""
        code = self._day.desk.record_code()
        if self._checked[1] is None or self._checked[0] != code:
            found, why_not = _asked(lambda: checks(self._day.desk, self._day.actor))
            self._checked = code, found or ChecksView(why_not, ())
        return self._checked[1] or ChecksView("", ())

    def _show_decisions(self) -> None:
        desk, actor, part = self._day.desk, self._day.actor, self._screen.decisions
        phase, rubric = desk.event().phase, desk.setup().rubric
        part.show_choices(
            self._teams(),
            [Choice(judge.id, f"{judge.name} ({judge.id})") for judge in desk.setup().judges],
            [Choice(one.id, sectioned_title(one)) for one in rubric.judged],
            {one.team: EXCLUSION_WORDS[one.exclusion] for one in exclusions(desk)},
        )
        offered = frozenset(kind for kind, act in _ACTS.items() if desk.may(actor, act))
        if Kind.AGREED in offered:
            show_given(desk, actor, part)
        show_points(desk, actor, part)
        show_awards(desk, actor, part)
        show_rules(desk, actor, part)
        part.show_lines(
            self._lines(),
            can_be_taken_back=frozenset(acts.act_name(_ACTS[kind]) for kind in offered),
        )
        part.show_offer(offered, _why_not(offered, phase))

    def _decide(self, wanted: Wanted, reason: str) -> None:
        if not self._day.act(record_wanted, wanted, reason):
            self._screen.decisions.clear()

    def _compare(self, method: str) -> None:
        self._compared = Method[method]
        self._show_standings()

    def _by(self, method: Method) -> tuple[StandingsView | None, str]:
        desk, actor = self._day.desk, self._day.actor
        return _asked(lambda: standings.view(desk, actor, Audience.PANEL, method))

    def _teams(self) -> Sequence[Choice]:
        """All teams, in the order of the declared method's standings where there are any."""
        view, _ = self._by(self._day.desk.event().method)
        if view is not None:
            return [Choice(row.team_id, row.team) for row in view.rows]
        return [Choice(team.id, team.name) for team in self._day.desk.setup().teams]

    def _placed(self) -> frozenset[str]:
        view, _ = self._by(self._day.desk.event().method)
        return frozenset(row.team_id for row in view.rows if row.place) if view else frozenset()

    def _lines(self) -> tuple[DecisionLine, ...]:
        return record(self._day.desk, self._day.actor)


def _asked(question: Callable[[], _Answer]) -> tuple[_Answer | None, str]:
    """The answer, or the sentence that says why there is none."""
    try:
        return question(), ""
    except DeskError as refusal:
        return None, str(refusal)


def _number(count: int) -> str:
    return str(count) if count else "none"


def _why_not(offered: frozenset[Kind], phase: Phase) -> str:
    if phase is Phase.PUBLISHED:
        return "The result is published, so no more decisions can be made."
    if Kind.ORDER not in offered and phase is not Phase.CLOSED:
        return (
            "The panel’s order and the panel’s choice awards can be saved once scoring is closed."
        )
    return (
        ""
        if Kind.AGREED in offered
        else "Only the organiser can save the panel’s order and agreed scores."
    )
