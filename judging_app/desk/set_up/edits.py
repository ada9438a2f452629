"""What is typed into the tables of the set-up, as a set-up: nothing is changed by it yet."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeGuard, TypeVar

from judging_app.closed_sets import complete
from judging_app.desk.set_up.criteria import LEVELS, new_criterion, typed_criterion
from judging_app.domain.ids import (
    ChallengeId,
    JudgeId,
    MentorId,
    OrganisationId,
    ParticipantId,
    TeamId,
    VisitId,
)
from judging_app.domain.names import name_key, tidy
from judging_app.domain.panel import Judge
from judging_app.domain.people import (
    Challenge,
    Mentor,
    Naming,
    Organisation,
    Participant,
    Team,
    Visit,
)
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.set_up.rows import RowValue, parts
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.present.set_up.importing import NAMING_WORDS
from judging_app.present.set_up.tables import FORMS, SetUpTable
from judging_app.present.time_of_day import day_typed

MEMBERS = "members"
"""The column of a team in which people are added to it."""

Row = RowValue
_Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A row's column is to say this; a `key` that no row has is that of a new one."""

    key: str
    column: str
    text: str


def edited(setup: Setup, table: SetUpTable, edits: Sequence[CellEdit]) -> Setup:
    """The set-up with what was typed; an organisation that isn't there yet is added.

    Raises:
        DeskError: if a cell can't say that, or a new row lacks what it needs.
    """
    draft = _Draft(setup)
    typed: dict[str, dict[str, str]] = {}
    for one in edits:
        text = one.text if one.column == LEVELS else tidy(one.text)  # a line to each level
        typed.setdefault(one.key, {})[one.column] = text
    rows: dict[str, Row] = {str(one.id): one for one in rows_of(setup, table)}
    for key, texts in typed.items():
        made = rows[key] if key in rows else _new(table, draft, texts, rows)
        if isinstance(made, Criterion):
            made = typed_criterion(made, texts)
        else:
            for column, text in texts.items():
                made = made if column == MEMBERS else _put(draft, made, column, text)
        rows[str(made.id)] = made
        if isinstance(made, Team) and texts.get(MEMBERS):
            draft.add_members(made.id, texts[MEMBERS])
    return _with(draft.setup(), table, tuple(rows.values()))


def rows_of(setup: Setup, table: SetUpTable) -> tuple[Row, ...]:
    """The rows of a table in their order."""
    return parts(setup, _KINDS[table])


def moved(setup: Setup, table: SetUpTable, key: str, by: int) -> Setup:
    """The set-up with a row so many places further down; at an end it stays there."""
    rows = list(rows_of(setup, table))
    at = next(place for place, one in enumerate(rows) if one.id == key)
    row = rows.pop(at)
    rows.insert(min(max(at + by, 0), len(rows)), row)
    return _with(setup, table, tuple(rows))


def with_member(setup: Setup, person: str, team: str) -> Setup:
    """The set-up with somebody in another team, both by their codes."""
    to = next((one.id for one in setup.teams if one.id == team), None)
    people = tuple(
        replace(one, team=to) if to and one.id == person else one for one in setup.participants
    )
    return replace(setup, participants=people)


def without(setup: Setup, table: SetUpTable, keys: Sequence[str]) -> Setup:
    """The set-up without some rows, and without what means nothing without them.

    Raises:
        DeskError: if an organisation is still named.
    """
    gone = frozenset(keys)
    if table is SetUpTable.ORGANISATIONS:
        _check_unnamed(setup, gone)
    kept = tuple(one for one in rows_of(setup, table) if one.id not in gone)
    left = _with(setup, table, kept)
    if table is not SetUpTable.TEAMS:
        return left
    return replace(
        left,
        participants=tuple(
            replace(one, team=None) if one.team in gone else one for one in left.participants
        ),
        challenges=tuple(one for one in left.challenges if one.team not in gone),
        visits=tuple(one for one in left.visits if one.team not in gone),
        mentors=tuple(replace(one, team=None) if one.team in gone else one for one in left.mentors),
    )


def _with(setup: Setup, table: SetUpTable, rows: tuple[Row, ...]) -> Setup:
    if table is SetUpTable.CRITERIA:
        return replace(setup, rubric=Rubric(tuple(one for one in rows if _is_criterion(one))))
    put: Callable[..., Setup] = replace  # each table holds rows of its own kind
    return put(setup, **{_KINDS[table]: rows})


def _is_criterion(row: Row) -> TypeGuard[Criterion]:
    return isinstance(row, Criterion)


def _check_unnamed(setup: Setup, gone: frozenset[str]) -> None:
    named = {
        *(one.organisation for one in setup.participants),
        *(one.organisation for one in setup.judges),
        *(one.owner for one in setup.challenges),
        *(one.host for one in setup.visits),
        *(one.organisation for one in setup.mentors),
    }
    for one in setup.organisations:
        if one.id in gone and one.id in named:
            raise DeskError(
                f"“{one.name}” is still named by people or mentors, challenges or visits. Change "
                "those first."
            )


_KINDS: Mapping[SetUpTable, str] = complete(
    {
        SetUpTable.PARTICIPANTS: "participants",
        SetUpTable.ORGANISATIONS: "organisations",
        SetUpTable.TEAMS: "teams",
        SetUpTable.CHALLENGES: "challenges",
        SetUpTable.MENTORS: "mentors",
        SetUpTable.VISITS: "visits",
        SetUpTable.JUDGES: "judges",
        SetUpTable.CRITERIA: "criteria",
    }
)
"""The kind of a table's rows."""


class _Draft:
    """Organisations and teams by what they are called, and ids that nobody has."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._organisations = list(setup.organisations)
        self._by_name = {
            name_key(name): one.id
            for one in setup.organisations
            for name in (one.name, *one.other_names)
        }
        self._teams = {name_key(team.name): team.id for team in setup.teams}

    def setup(self) -> Setup:
        return replace(self._setup, organisations=tuple(self._organisations))

    def add_members(self, team: TeamId, names: str) -> None:
        """Put people into a team: those of the event by their names, and else new ones."""
        people = list(self._setup.participants)
        for name in filter(None, map(tidy, re.split("[,;]", names))):
            found = [one for one in people if name_key(one.name) == name_key(name)]
            if len(found) > 1:
                raise DeskError(
                    f"{len(found)} people are called {name}. Choose the team in the row of one, in "
                    "People."
                )
            code = free_id("P", [one.id for one in people])
            new = Participant(ParticipantId(code), name, "", "", None, "", None)
            people = [one for one in people if one not in found]
            people.append(replace(found[0] if found else new, team=team))
        order = {one.id: at for at, one in enumerate(self._setup.participants)}
        people.sort(key=lambda one: order.get(one.id, len(order)))
        self._setup = replace(self._setup, participants=tuple(people))

    def organisation(self, name: str) -> OrganisationId | None:
        if not name:
            return None
        if name_key(name) not in self._by_name:
            made = OrganisationId(free_id("O", [one.id for one in self._organisations]))
            self._organisations.append(Organisation(made, name))
            self._by_name[name_key(name)] = made
        return self._by_name[name_key(name)]

    def team(self, name: str) -> TeamId | None:
        """The team of this name, or the only one in whose name it is."""
        if not name:
            return None
        key = name_key(name)
        found = [self._teams[key]] if key in self._teams else []
        found = found or [team for called, team in self._teams.items() if key in called]
        if len(found) != 1:
            said = f"There are {len(found)} teams with “{name}” in their names" if found else ""
            said = said or f"There is no team “{name}”"
            raise DeskError(f"{said}. Choose one, or add it in Teams first.")
        return found[0]


def free_id(letter: str, taken: Sequence[str]) -> str:
    """The next of "P1", "P2" and so on that nobody has."""
    used = set(taken)
    return next(f"{letter}{at}" for at in count(len(used) + 1) if f"{letter}{at}" not in used)


def _new(table: SetUpTable, draft: _Draft, texts: _Texts, rows: Mapping[str, Row]) -> Row:
    for column in FORMS[table].columns:
        if column.is_needed and not texts.get(column.key):
            raise DeskError(f"{column.heading}: Type one, and the {FORMS[table].one} is added.")
    return _MADE[table](draft, texts, tuple(rows))


_ROW_TYPES: Mapping[SetUpTable, type[Row]] = complete(
    {
        SetUpTable.PARTICIPANTS: Participant,
        SetUpTable.ORGANISATIONS: Organisation,
        SetUpTable.TEAMS: Team,
        SetUpTable.CHALLENGES: Challenge,
        SetUpTable.MENTORS: Mentor,
        SetUpTable.VISITS: Visit,
        SetUpTable.JUDGES: Judge,
        SetUpTable.CRITERIA: Criterion,
    }
)


def _made_participant(_draft: _Draft, texts: _Texts, taken: Sequence[str]) -> Row:
    return Participant(ParticipantId(free_id("P", taken)), texts["name"], "", "", None, "", None)


def _made_organisation(_draft: _Draft, texts: _Texts, taken: Sequence[str]) -> Row:
    return Organisation(OrganisationId(free_id("O", taken)), texts["name"])


def _made_team(_draft: _Draft, texts: _Texts, taken: Sequence[str]) -> Row:
    return Team(TeamId(free_id("T", taken)), texts["name"])


def _made_challenge(draft: _Draft, texts: _Texts, taken: Sequence[str]) -> Row:
    return Challenge(
        ChallengeId(free_id("C", taken)), texts["title"], None, _needed(draft.team(texts["team"]))
    )


def _made_mentor(_draft: _Draft, texts: _Texts, taken: Sequence[str]) -> Row:
    return Mentor(MentorId(free_id("M", taken)), texts["name"])


def _made_visit(draft: _Draft, texts: _Texts, taken: Sequence[str]) -> Row:
    return Visit(
        VisitId(free_id("V", taken)),
        _needed(draft.organisation(texts["host"])),
        _needed(day_typed(texts["held_on"])),
        _needed(draft.team(texts["team"])),
    )


def _made_judge(_draft: _Draft, texts: _Texts, taken: Sequence[str]) -> Row:
    return Judge(JudgeId(free_id("J", taken)), texts["name"])


def _made_criterion(_draft: _Draft, texts: _Texts, taken: Sequence[str]) -> Row:
    return new_criterion(free_id("c", taken), texts["title"])


_Needed = TypeVar("_Needed")


def _needed(value: _Needed | None) -> _Needed:
    if value is None:
        raise DeskError("This can’t be empty. Type something, or remove the row.")
    return value


_MADE: Mapping[SetUpTable, Callable[[_Draft, _Texts, Sequence[str]], Row]] = complete(
    {
        SetUpTable.PARTICIPANTS: _made_participant,
        SetUpTable.ORGANISATIONS: _made_organisation,
        SetUpTable.TEAMS: _made_team,
        SetUpTable.CHALLENGES: _made_challenge,
        SetUpTable.MENTORS: _made_mentor,
        SetUpTable.VISITS: _made_visit,
        SetUpTable.JUDGES: _made_judge,
        SetUpTable.CRITERIA: _made_criterion,
    }
)


def _put(draft: _Draft, row: Row, column: str, text: str) -> Row:
    """A row in which one column says something else."""
    put: Callable[..., Row] = replace  # a column is named as the field that holds it
    return put(row, **{column: _read(draft, row, column, text)})


def _read(draft: _Draft, row: Row, column: str, text: str) -> object:
    value: object = text
    match column:
        case "organisation" | "owner" | "host":
            value = draft.organisation(text)
        case "team":
            value = draft.team(text)
        case "held_on":
            value = day_typed(text)
        case "naming":
            return naming_typed(text)
        case "other_names":
            value = tuple(tidy(one) for one in text.split(";") if one.strip())
        case _:
            pass
    is_needed = (type(row), column) in _NEEDED
    return _needed(value or None) if is_needed else value


def naming_typed(text: str) -> Naming:
    """What is shown of somebody's name, as it was typed or begun; empty is all, as for anybody new.

    Raises:
        DeskError: if it is none of these.
    """
    said = name_key(text)
    found = [one for one, word in NAMING_WORDS.items() if word.startswith(said)]
    if not found:
        raise DeskError("Name shown: Type yes, initials or no.")
    return found[0]


_NEEDED = {
    (_ROW_TYPES[table], column.key)
    for table, form in FORMS.items()
    for column in form.columns
    if column.is_needed
}
