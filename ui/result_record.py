"""The decisions on the record, each told in a line: what, why, by whom and when."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from judging_app.domain.acts import (
    AgreeScore,
    DecideAward,
    DecideOrder,
    DeclareAward,
    DropDecision,
    ExcludeTeam,
    RestoreTeam,
    SetPenalty,
    act_name,
)
from judging_app.domain.ids import CriterionId
from judging_app.domain.journal import Entry
from judging_app.domain.roles import actor_from_key
from judging_app.domain.rubric import decimal
from judging_app.domain.setup import Setup
from judging_app.present.clock import clock_text
from judging_app.present.sign_in import sign_in_rows
from judging_app.words import listed, ordinal

Body = Mapping[str, Any]
"""An act's values as the journal writes them."""


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision; `subject` is what it is about, of which the newest stands.

    `can_be_taken_back` is whether there is something to take back: a withdrawal that was
    lifted stands, and there is nothing left of it.
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


def decision_lines(setup: Setup, entries: Iterable[Entry]) -> tuple[DecisionLine, ...]:
    """The decisions among `entries`, which come in the order of the record; the newest first."""
    names = _Names(setup)
    found: list[DecisionLine] = []
    for entry in entries:
        if entry.act == act_name(DeclareAward) and entry.body:
            names.take_award(json.loads(entry.body)["award"])
        elif entry.act in _TELLERS:
            found.append(_line(names, entry))
    stood: set[str] = set()
    for at in range(len(found) - 1, -1, -1):
        if found[at].subject in stood:
            found[at] = replace(found[at], stands=False, can_be_taken_back=False)
        stood.add(found[at].subject)
    return tuple(reversed(found))


def standing(lines: Iterable[DecisionLine], kind: type[Any]) -> tuple[DecisionLine, ...]:
    """The lines of one kind of act that hold now, the oldest first."""
    name = act_name(kind)
    held = [line for line in lines if line.act == name and line.can_be_taken_back]
    return tuple(reversed(held))


class _Names:
    """What everything is called."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.teams = {str(team.id): team.name for team in setup.teams}
        self.judges = {str(judge.id): f"{judge.name} ({judge.id})" for judge in setup.judges}
        self.actors = {row.key: row.name for row in sign_in_rows(setup)}
        self.awards: dict[str, str] = {}

    def take_award(self, award: Body) -> None:
        self.awards[award["id"]] = award["title"]

    def actor(self, key: str) -> str:
        role = actor_from_key(key).role.value
        name = self.actors.get(key, key)
        return f"the {role}" if name.lower() == role else name


def _line(names: _Names, entry: Entry) -> DecisionLine:
    body: Body = json.loads(entry.body) if entry.body else {}
    told = _TELLERS[entry.act](names, body) if body or entry.act == _DROP else _blanked(entry)
    reason = entry.reason.strip().rstrip(".")
    because = f", because: {reason}" if reason else ""
    by, at = names.actor(entry.actor), clock_text(entry.time)
    said = f"Decided: {told.what}{because}; by {by}, at {at}."
    return replace(told, act=entry.act, text=said)


def _blanked(entry: Entry) -> DecisionLine:
    return DecisionLine(entry.subject, entry.act, "something that was since forgotten", "")


def _order(names: _Names, body: Body) -> DecisionLine:
    parts: list[str] = []
    place = 1
    for joint in body["decision"]["order"]:
        teams = listed([names.teams.get(team, team) for team in joint])
        parts.append(f"{teams} {'joint ' if len(joint) > 1 else ''}{ordinal(place)}")
        place += len(joint)
    return DecisionLine("order", "", f"{', '.join(parts)}", "", can_be_taken_back=True)


def _dropped(_names: _Names, _body: Body) -> DecisionLine:
    return DecisionLine("order", "", "the panel's order is taken back", "")


def _excluded(names: _Names, body: Body) -> DecisionLine:
    team, word = body["exclusion"]["team"], body["exclusion"]["exclusion"]
    what = f"{names.teams.get(team, team)} is {word}"
    return DecisionLine(f"out {team}", "", what, "", team=team, can_be_taken_back=True)


def _restored(names: _Names, body: Body) -> DecisionLine:
    team = body["team"]
    what = f"{names.teams.get(team, team)} is back among the places"
    return DecisionLine(f"out {team}", "", what, "", team=team)


def _penalised(names: _Names, body: Body) -> DecisionLine:
    team, points = body["penalty"]["team"], Fraction(body["penalty"]["points"])
    noun = "point" if points == 1 else "points"
    what = f"{decimal(points) if points else 'no'} {noun} off {names.teams.get(team, team)}"
    return DecisionLine(f"penalty {team}", "", what, "", team=team, can_be_taken_back=points > 0)


def _agreed(names: _Names, body: Body) -> DecisionLine:
    agreed = body["agreed"]
    judge, team, criterion = agreed["judge"], agreed["team"], agreed["criterion"]
    known = names.setup.rubric.criterion(CriterionId(criterion))
    before, after = (decimal(known.in_points(agreed[one])) for one in ("before", "after"))
    who, whom = names.judges.get(judge, judge), names.teams.get(team, team)
    what = f"{who} for {whom} on {known.title}: {before} → {after}"
    return DecisionLine(
        f"score {judge}/{team}/{criterion}",
        "",
        what,
        "",
        team=team,
        judge=judge,
        criterion=criterion,
        before=agreed["before"],
        can_be_taken_back=agreed["before"] != agreed["after"],
    )


def _given(names: _Names, body: Body) -> DecisionLine:
    award = body["decision"]["award"]
    teams = listed([names.teams.get(team, team) for team in body["decision"]["teams"]])
    title = names.awards.get(award, award)
    return DecisionLine(f"award {award}", "", f"“{title}” goes to {teams}", "")


_DROP = act_name(DropDecision)
_TELLERS: Mapping[str, Callable[[_Names, Body], DecisionLine]] = {
    act_name(DecideOrder): _order,
    _DROP: _dropped,
    act_name(ExcludeTeam): _excluded,
    act_name(RestoreTeam): _restored,
    act_name(SetPenalty): _penalised,
    act_name(AgreeScore): _agreed,
    act_name(DecideAward): _given,
}
