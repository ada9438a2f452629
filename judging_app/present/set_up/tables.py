"""The tables of the set-up as data: their columns, their rows, and what is to be looked at."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.ids import OrganisationId, TeamId
from judging_app.domain.names import name_key
from judging_app.domain.roles import Handing
from judging_app.domain.setup import Setup
from judging_app.present.set_up.criteria import (
    HIGHEST,
    IF_WANTED,
    KIND_WORDS,
    LOWEST,
    NEEDED,
    criterion_cells,
    criterion_marks,
)
from judging_app.present.set_up.importing import NAMING_WORDS
from judging_app.present.time_of_day import in_words
from judging_app.present.words.event import HANDING_WORDS
from judging_app.words import capitalised, counted


class SetUpTable(Enum):
    """What the rows of a table are, by the kind of row of the set-up."""

    PARTICIPANTS = "participants"
    ORGANISATIONS = "organisations"
    TEAMS = "teams"
    CHALLENGES = "challenges"
    MENTORS = "mentors"
    VISITS = "visits"
    JUDGES = "judges"
    CRITERIA = "criteria"


class Offer(Enum):
    """What a column offers to choose from, if anything; an organisation may be a new one."""

    NOTHING = "nothing"
    TEAMS = "teams"
    ORGANISATIONS = "organisations"
    SECTORS = "sectors"
    NAMED = "what is shown of a name outside"
    BEST = "best end of a scale"
    KINDS = "who scores"
    COMMENT = "whether a comment is needed"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: a new row needs the `is_needed` ones, and nobody types in a fixed one.

    What is typed into one that `is_adding` is added to what it says.
    """

    key: str
    heading: str
    width: int = 160
    offer: Offer = Offer.NOTHING
    is_needed: bool = False
    is_fixed: bool = False
    is_adding: bool = False


@dataclass(frozen=True, slots=True)
class TableForm:
    """A table: its heading, what one row is called, and its columns."""

    heading: str
    one: str
    many: str
    columns: tuple[TableColumn, ...]
    empty: str

    @property
    def add_words(self) -> str:
        """The button that adds a row."""
        return f"Add {'an' if self.one[0] in 'aeiou' else 'a'} {self.one}"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row by its id: its cells by column, and by column what is to be looked at."""

    key: str
    cells: Mapping[str, str]
    marks: Mapping[str, str] = field(default_factory=dict)


FORMS: Mapping[SetUpTable, TableForm] = complete(
    {
        SetUpTable.PARTICIPANTS: TableForm(
            "Participants",
            "person",
            "people",
            (
                TableColumn("name", "Name, as shown", 196, is_needed=True),
                TableColumn("email", "E-mail", 144),
                TableColumn("organisation", "Organisation", 156, Offer.ORGANISATIONS),
                TableColumn("sector", "Sector", 110, Offer.SECTORS),
                TableColumn("role", "Role", 150),
                TableColumn("team", "Team", 150, Offer.TEAMS),
                TableColumn("said", "How it is said", 110),
                TableColumn("naming", "Name shown", 100, Offer.NAMED),
                TableColumn("listed_name", "Name on the list", 120),
            ),
            "Import a list, or type a name and press Enter, then the next.",
        ),
        SetUpTable.ORGANISATIONS: TableForm(
            "Organisations",
            "organisation",
            "organisations",
            (
                TableColumn("name", "Name", 300, is_needed=True),
                TableColumn("other_names", "Also called, with “;” between", 320),
                TableColumn("people", "People", 90, is_fixed=True),
            ),
            "Organisations come along with the people who are of them.",
        ),
        SetUpTable.TEAMS: TableForm(
            "Teams",
            "team",
            "teams",
            (
                TableColumn("name", "Name", 190, is_needed=True),
                TableColumn("said", "How it is said", 110),
                TableColumn("people", "People", 70, is_fixed=True),
                TableColumn("challenge", "Challenge", 210, is_fixed=True),
                TableColumn("members", "Who is in it: type to add", 300, is_adding=True),
            ),
            "A list of people with a column for the team makes them. Or type a name and press "
            "Enter, then the next. Members can follow later.",
        ),
        SetUpTable.CHALLENGES: TableForm(
            "Challenges",
            "challenge",
            "challenges",
            (
                TableColumn("title", "Title", 380, is_needed=True),
                TableColumn("owner", "Owned by", 240, Offer.ORGANISATIONS),
                TableColumn("team", "Team", 200, Offer.TEAMS, is_needed=True),
            ),
            "The event can do without. Type a title, then the team that took it on.",
        ),
        SetUpTable.MENTORS: TableForm(
            "Mentors",
            "mentor",
            "mentors",
            (
                TableColumn("name", "Name", 220, is_needed=True),
                TableColumn("office", "Office", 180),
                TableColumn("organisation", "Organisation", 200, Offer.ORGANISATIONS),
                TableColumn("team", "Team", 200, Offer.TEAMS),
                TableColumn("said", "How it is said", 140),
            ),
            "The event can do without. Type a name, then the team that they help.",
        ),
        SetUpTable.VISITS: TableForm(
            "Visits",
            "visit",
            "visits",
            (
                TableColumn("host", "Host", 260, Offer.ORGANISATIONS, is_needed=True),
                TableColumn("held_on", "Date", 160, is_needed=True),
                TableColumn("team", "Team", 220, Offer.TEAMS, is_needed=True),
            ),
            "The event can do without. Conflicts of interest are found from them.",
        ),
        SetUpTable.JUDGES: TableForm(
            "Judges",
            "judge",
            "judges",
            (
                TableColumn("name", "Name", 210, is_needed=True),
                TableColumn("title", "Office", 190),
                TableColumn("organisation", "Organisation", 190, Offer.ORGANISATIONS),
                TableColumn("sector", "Sector", 120, Offer.SECTORS),
                TableColumn("pin", "PIN", 160, is_fixed=True),
                TableColumn("said", "How it is said", 140),
            ),
            "Import a list, or type a name and press Enter, then the next.",
        ),
        SetUpTable.CRITERIA: TableForm(
            "Criteria",
            "criterion",
            "criteria",
            (
                TableColumn("title", "Criterion", 176, is_needed=True),
                TableColumn("weight", "Counts", 70),
                TableColumn("share", "Share", 62, is_fixed=True),
                TableColumn("scale", "Scale", 86),
                TableColumn("comment", "Comment", 90, Offer.COMMENT),
                TableColumn("described", "Levels", 82, is_fixed=True),
                TableColumn("section", "Section", 74),
                TableColumn("kind", "Scored by", 88, Offer.KINDS),
                TableColumn("best", "Best is", 76, Offer.BEST),
            ),
            "Choose a template, import your own, or type a criterion and press Enter.",
        ),
    }
)


_NO_PIN, _NOT_HANDED_OUT, _HAS_PIN = "None yet", "Not handed out", "Has one"
_PIN_MARKS = {_NO_PIN: "has no PIN yet", _NOT_HANDED_OUT: "may not have their PIN"}


def pin_words(how: Handing | None, at: str, *, has_pin: bool, has_it: bool) -> str:
    """Where a judge's PIN is: how it was handed out, and when, as far as that is known."""
    if not has_pin:
        return _NO_PIN
    if not has_it:
        return _NOT_HANDED_OUT
    return f"{capitalised(HANDING_WORDS[how])}, {at}" if how else _HAS_PIN


def table_rows(
    setup: Setup, table: SetUpTable, pins: Mapping[str, str] | None = None
) -> tuple[TableRow, ...]:
    """Every row as it is; `pins` say where each judge's PIN is, by their ids."""
    names = _Names(setup)
    rows = _ROWS[table](setup, names)
    if table is not SetUpTable.JUDGES:
        return rows
    return tuple(
        TableRow(
            row.key,
            {**row.cells, "pin": said},
            {"pin": _PIN_MARKS[said]} if said in _PIN_MARKS else {},
        )
        for row in rows
        for said in [(pins or {}).get(row.key, _HAS_PIN)]
    )


def offers(setup: Setup) -> Mapping[Offer, tuple[str, ...]]:
    """What can be chosen in columns that offer something."""
    sectors = [one.sector for one in setup.participants if one.sector]
    sectors += [one.sector for one in setup.judges if one.sector]
    return complete(
        {
            Offer.NOTHING: (),
            Offer.TEAMS: tuple(team.name for team in setup.teams),
            Offer.ORGANISATIONS: tuple(one.name for one in setup.organisations),
            Offer.SECTORS: tuple(dict.fromkeys((*sectors, "government", "industry"))),
            Offer.NAMED: tuple(NAMING_WORDS.values()),
            Offer.BEST: (HIGHEST, LOWEST),
            Offer.KINDS: tuple(KIND_WORDS.values()),
            Offer.COMMENT: (NEEDED, IF_WANTED),
        }
    )


def counts_words(form: TableForm, shown: int, count: int) -> str:
    """How many rows there are, and how many of them are on show."""
    every = counted(count, form.one, form.many)
    return every if shown == count else f"{shown} of {every}"


class _Names:
    """What organisations and teams are called, by id."""

    def __init__(self, setup: Setup) -> None:
        self._organisations = {one.id: one.name for one in setup.organisations}
        self._teams = {one.id: one.name for one in setup.teams}

    def organisation(self, of: OrganisationId | None) -> str:
        return self._organisations[of] if of else ""

    def team(self, of: TeamId | None) -> str:
        return self._teams[of] if of else ""


def _participants(setup: Setup, names: _Names) -> tuple[TableRow, ...]:
    of_name = Counter(name_key(one.name) for one in setup.participants)
    rows = []
    for one in setup.participants:
        marks = {}
        if setup.teams and one.team is None:
            marks["team"] = "is in no team"
        if of_name[name_key(one.name)] > 1:
            marks["name"] = f"is one of {of_name[name_key(one.name)]} people of this name"
        cells = {
            "name": one.name,
            "email": one.email,
            "organisation": names.organisation(one.organisation),
            "sector": one.sector,
            "role": one.role,
            "team": names.team(one.team),
            "said": one.said,
            "naming": NAMING_WORDS[one.naming],
            "listed_name": one.listed_name,
        }
        rows.append(TableRow(one.id, cells, marks))
    return tuple(rows)


def _organisations(setup: Setup, _names: _Names) -> tuple[TableRow, ...]:
    people = Counter(one.organisation for one in setup.participants)
    return tuple(
        TableRow(
            one.id,
            {
                "name": one.name,
                "other_names": "; ".join(one.other_names),
                "people": str(people[one.id]),
            },
        )
        for one in setup.organisations
    )


def _teams(setup: Setup, _names: _Names) -> tuple[TableRow, ...]:
    members: dict[TeamId, list[str]] = {team.id: [] for team in setup.teams}
    for one in setup.participants:
        if one.team is not None:
            members[one.team].append(one.name)
    titles = {one.team: one.title for one in setup.challenges}
    return tuple(
        TableRow(
            team.id,
            {
                "name": team.name,
                "said": team.said,
                "people": str(len(members[team.id])),
                "challenge": titles.get(team.id, ""),
                "members": ", ".join(members[team.id]),
            },
            {"people": "has nobody in it"} if setup.participants and not members[team.id] else {},
        )
        for team in setup.teams
    )


def _challenges(setup: Setup, names: _Names) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(
            one.id,
            {
                "title": one.title,
                "owner": names.organisation(one.owner),
                "team": names.team(one.team),
            },
        )
        for one in setup.challenges
    )


def _visits(setup: Setup, names: _Names) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(
            one.id,
            {
                "host": names.organisation(one.host),
                "held_on": in_words(one.held_on),
                "team": names.team(one.team),
            },
        )
        for one in setup.visits
    )


def _judges(setup: Setup, names: _Names) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(
            one.id,
            {
                "name": one.name,
                "title": one.title,
                "organisation": names.organisation(one.organisation),
                "sector": one.sector,
                "said": one.said,
            },
        )
        for one in setup.judges
    )


def _mentors(setup: Setup, names: _Names) -> tuple[TableRow, ...]:
    return tuple(
        TableRow(
            one.id,
            {
                "name": one.name,
                "office": one.office,
                "organisation": names.organisation(one.organisation),
                "team": names.team(one.team),
                "said": one.said,
            },
            {"team": "helps no team"} if one.team is None else {},
        )
        for one in setup.mentors
    )


def _criteria(setup: Setup, _names: _Names) -> tuple[TableRow, ...]:
    rubric = setup.rubric
    return tuple(
        TableRow(one.id, criterion_cells(one, rubric), criterion_marks(one))
        for one in rubric.criteria
    )


_ROWS: Mapping[SetUpTable, Callable[[Setup, _Names], tuple[TableRow, ...]]] = complete(
    {
        SetUpTable.PARTICIPANTS: _participants,
        SetUpTable.ORGANISATIONS: _organisations,
        SetUpTable.TEAMS: _teams,
        SetUpTable.CHALLENGES: _challenges,
        SetUpTable.MENTORS: _mentors,
        SetUpTable.VISITS: _visits,
        SetUpTable.JUDGES: _judges,
        SetUpTable.CRITERIA: _criteria,
    }
)
