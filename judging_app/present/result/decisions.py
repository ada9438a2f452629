"""The decisions on the record, each in a line: what, why, by whom and when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, get_args

from judging_app.domain import acts
from judging_app.domain.decisions import AgreedScore, Award, AwardDecision, Penalty, TeamExclusion
from judging_app.domain.ids import AwardId, JudgeId, TeamId
from judging_app.domain.journal import Entry
from judging_app.domain.roles import actor_from_key
from judging_app.domain.rubric import decimal
from judging_app.domain.setup import Setup
from judging_app.domain.tie_breaks import DeclaredTieBreak
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.present.time_of_day import clock_text
from judging_app.present.words.ballots import OUT_WORDS
from judging_app.present.words.event import ROLE_WORDS
from judging_app.present.words.methods import METHOD_WORDS
from judging_app.present.words.tie_rules import tie_break_name
from judging_app.words import capitalised, listed, ordinal

_Decision: TypeAlias = (
    acts.DecideOrder
    | acts.DropDecision
    | acts.ExcludeTeam
    | acts.RestoreTeam
    | acts.SetPenalty
    | acts.AgreeScore
    | acts.DecideAward
    | acts.DeclareMethod
    | acts.DeclareTieBreaks
)

_RULES = frozenset({acts.act_name(acts.DeclareMethod), acts.act_name(acts.DeclareTieBreaks)})
"""Part of the set-up, unless a rule was changed with a reason."""

DECISION_NAMES = frozenset(acts.act_name(kind) for kind in get_args(_Decision))
"""The acts that have a line each, by their names on the record."""

KINDS: Mapping[str, str] = {
    acts.act_name(kind): words
    for kind, words in (
        (acts.DecideOrder, "The panel’s order"),
        (acts.DropDecision, "The panel’s order undone"),
        (acts.ExcludeTeam, "Out of the result"),
        (acts.RestoreTeam, "Back in the result"),
        (acts.SetPenalty, "Penalty"),
        (acts.AgreeScore, "Agreed score"),
        (acts.DecideAward, "Award"),
        (acts.DeclareMethod, "Method"),
        (acts.DeclareTieBreaks, "Tie-breaks"),
    )
}
"""What each of them is called by itself."""

TOLD_FROM = DECISION_NAMES | {acts.act_name(acts.DeclareAward)}
"""The acts that the lines are made from: these, and those that say what an award is called."""


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision; `subject` is what it is about, of which the newest is in force.

    `can_be_taken_back` is whether there is something to take back: a withdrawal that was lifted is
    in force, and there is nothing left of it to undo. `kind` is a heading for it, and `by` says
    who decided it and when.
    """

    subject: str
    act: str
    what: str
    text: str
    team: str = ""
    judge: str = ""
    criterion: str = ""
    before: int = 0
    stands: bool = True
    can_be_taken_back: bool = False
    kind: str = ""
    reason: str = ""
    by: str = ""

    @property
    def note(self) -> str:
        """Why, by whom and when."""
        return f"Reason: {self.reason}. {self.by}" if self.reason else self.by


def decision_lines(
    setup: Setup, record: Iterable[tuple[Entry, acts.Act | None]]
) -> tuple[DecisionLine, ...]:
    """The decisions among the acts, which come in the order of the record; the newest first.

    An entry whose body was blanked has `None` for its act, and a line nevertheless.
    """
    names = _Names(setup)
    found: list[DecisionLine] = []
    for entry, act in record:
        if entry.act in _RULES and not entry.reason:
            continue
        if isinstance(act, acts.DeclareAward):
            names.take_award(act.award)
        elif isinstance(act, _Decision):
            found.append(_line(names, entry, _told(names, act)))
        elif entry.act in DECISION_NAMES:
            found.append(_line(names, entry, _blanked(entry)))
    return _with_the_newest_standing(found)


def standing(lines: Iterable[DecisionLine], kind: type[acts.Act]) -> tuple[DecisionLine, ...]:
    """The lines of one kind of act that hold now, the oldest first."""
    name = acts.act_name(kind)
    held = [line for line in lines if line.act == name and line.can_be_taken_back]
    return tuple(reversed(held))


class _Names:
    """What everything is called."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self._teams = {team.id: team.name for team in setup.teams}
        self._judges = {judge.id: f"{judge.name} ({judge.id})" for judge in setup.judges}
        self._actors = {row.key: row.name for row in sign_in_rows(setup)}
        self._awards: dict[AwardId, str] = {}

    def take_award(self, award: Award) -> None:
        self._awards[award.id] = award.title

    def award(self, award: AwardId) -> str:
        return self._awards.get(award, award)

    def team(self, team: TeamId) -> str:
        return self._teams.get(team, team)

    def teams(self, teams: Iterable[TeamId]) -> str:
        return listed([self.team(team) for team in teams])

    def judge(self, judge: JudgeId) -> str:
        return self._judges.get(judge, judge)

    def actor(self, key: str) -> str:
        role = ROLE_WORDS[actor_from_key(key).role]
        name = self._actors.get(key, key)
        return f"the {role}" if name.lower() == role else name


def _with_the_newest_standing(oldest_first: Iterable[DecisionLine]) -> tuple[DecisionLine, ...]:
    """The lines newest first; of those with one subject, only the newest is in force."""
    found: list[DecisionLine] = []
    stood: set[str] = set()
    for line in reversed(list(oldest_first)):
        is_older = line.subject in stood
        found.append(replace(line, stands=False, can_be_taken_back=False) if is_older else line)
        stood.add(line.subject)
    return tuple(found)


def _line(names: _Names, entry: Entry, told: DecisionLine) -> DecisionLine:
    made = replace(
        told,
        act=entry.act,
        kind=KINDS[entry.act],
        reason=entry.reason.strip().rstrip("."),
        by=f"Decided by {names.actor(entry.actor)} at {clock_text(entry.time)}.",
    )
    return replace(made, text=f"{capitalised(made.what)}. {made.note}")


def _told(names: _Names, act: _Decision) -> DecisionLine:  # noqa: PLR0911 - one case an act
    match act:
        case acts.DecideOrder():
            return _order(names, act.decision.order)
        case acts.DropDecision():
            return _dropped()
        case acts.ExcludeTeam():
            return _excluded(names, act.exclusion)
        case acts.RestoreTeam():
            return _restored(names, act.team)
        case acts.SetPenalty():
            return _penalised(names, act.penalty)
        case acts.AgreeScore():
            return _agreed(names, act.agreed)
        case acts.DecideAward():
            return _given(names, act.decision)
        case acts.DeclareMethod():
            return _by_method(act)
        case acts.DeclareTieBreaks():
            return _by_tie_breaks(names, act.tie_breaks)


def _blanked(entry: Entry) -> DecisionLine:
    if entry.act == acts.act_name(acts.DropDecision):
        return _dropped()  # its body holds nothing that could be forgotten
    return DecisionLine(entry.subject, "", "a decision that has since been erased", "")


def _order(names: _Names, order: Sequence[Sequence[TeamId]]) -> DecisionLine:
    parts: list[str] = []
    place = 1
    for joint in order:
        word = "joint " if len(joint) > 1 else ""
        parts.append(f"{names.teams(joint)} {word}{ordinal(place)}")
        place += len(joint)
    return DecisionLine("order", "", ", ".join(parts), "", can_be_taken_back=True)


def _dropped() -> DecisionLine:
    return DecisionLine("order", "", "the panel’s order was undone", "")


def _excluded(names: _Names, out: TeamExclusion) -> DecisionLine:
    what = f"{names.team(out.team)} {OUT_WORDS[out.exclusion]}"
    return DecisionLine(f"out {out.team}", "", what, "", team=out.team, can_be_taken_back=True)


def _restored(names: _Names, team: TeamId) -> DecisionLine:
    what = f"{names.team(team)} is back in the result"
    return DecisionLine(f"out {team}", "", what, "", team=team)


def _penalised(names: _Names, penalty: Penalty) -> DecisionLine:
    team, points = penalty.team, penalty.points
    noun = "point" if points == 1 else "points"
    off = f"{decimal(points)} {noun} taken off {names.team(team)}"
    what = off if points else f"penalty of {names.team(team)} removed"
    return DecisionLine(f"penalty {team}", "", what, "", team=team, can_be_taken_back=points > 0)


def _agreed(names: _Names, agreed: AgreedScore) -> DecisionLine:
    criterion = names.setup.rubric.criterion(agreed.criterion)
    before, after = (decimal(criterion.in_points(one)) for one in (agreed.before, agreed.after))
    who, whom = names.judge(agreed.judge), names.team(agreed.team)
    return DecisionLine(
        f"score {agreed.judge}/{agreed.team}/{agreed.criterion}",
        "",
        f"{who} for {whom} on {criterion.title}: {before} → {after}",
        "",
        team=agreed.team,
        judge=agreed.judge,
        criterion=agreed.criterion,
        before=agreed.before,
        can_be_taken_back=agreed.before != agreed.after,
    )


def _given(names: _Names, given: AwardDecision) -> DecisionLine:
    what = f"“{names.award(given.award)}” goes to {names.teams(given.teams)}"
    return DecisionLine(f"award {given.award}", "", what, "")


def _by_method(act: acts.DeclareMethod) -> DecisionLine:
    how = ", trimmed by criterion" if act.trims_by_criterion else ""
    what = f"the method is {METHOD_WORDS[act.method].in_sentence}{how}"
    return DecisionLine("method", "", what, "")


def _by_tie_breaks(names: _Names, rules: Sequence[DeclaredTieBreak]) -> DecisionLine:
    said = "; ".join(tie_break_name(names.setup.rubric, one) for one in rules)
    what = f"ties are settled in this order: {said}" if said else "tied teams stay joint"
    return DecisionLine("tie-breaks", "", what, "")
