"""participants.csv, judges.csv, mentors.csv and visits.csv: who takes part, and as what."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from judging_app.domain.ids import JudgeId, MentorId, ParticipantId, VisitId
from judging_app.domain.names import name_key
from judging_app.domain.panel import Judge
from judging_app.domain.people import Mentor, Naming, Participant, Visit
from judging_app.intake.organisations import OrganisationRoll
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.known import Known, declared
from judging_app.intake.tables.problems import shown
from judging_app.intake.tables.row import Row
from judging_app.intake.tables.table import Table
from judging_app.intake.tables.values import as_shown
from judging_app.intake.teams import TeamRow

PARTICIPANTS = Form(
    "participants.csv",
    "participants",
    ("name",),
    (
        *("email", "sector", "organisation", "role", "team", "challenge", "challenge_owner"),
        *("preferred_name", "said", "consent", "private"),
    ),
    parts={"name": ("first_name", "last_name", "members")},
)


def read_participants(
    table: Table, teams: Known[TeamRow], organisations: OrganisationRoll
) -> tuple[Participant, ...]:
    """Everyone in the order of the file, noting anyone who is there twice."""
    said_of = namings(table)
    participants = tuple(
        _participant(row, place, teams, organisations, said_of)
        for place, row in enumerate(table.rows, start=1)
    )
    rows: dict[tuple[str, ...], int] = {}
    for row, participant in zip(table.rows, participants, strict=True):
        first = rows.setdefault(_identity(participant), row.number)
        if participant.name and first != row.number:
            row.refuse(
                f"{shown(participant.name)} is already in row {first}. Delete one of them, or "
                "give each person their own email."
            )
    return participants


def _participant(
    row: Row,
    place: int,
    teams: Known[TeamRow],
    organisations: OrganisationRoll,
    said_of: Mapping[int, Naming],
) -> Participant:
    name, email, sector = row.filled("name"), row.text("email"), row.text("sector")
    organisation = organisations.number_if_named(row.text("organisation"))
    role = row.text("role")
    team = None if row.is_empty("team") else teams.named(row, "team")
    shown_as = as_shown(name, row.text("preferred_name"))
    return Participant(
        ParticipantId(f"P{place}"),
        shown_as,
        email,
        sector,
        organisation,
        role,
        team.team.id if team else None,
        "" if shown_as == name else name,
        row.text("said"),
        said_of.get(row.number, Naming.NAME),
    )


def namings(table: Table) -> Mapping[int, Naming]:
    """What of each row's name may be shown; empty where the list says nothing of it.

    Where a list asks whether names may be shown, only a plain yes is one: what is none is noted.
    """
    is_asked = any(not row.is_empty("consent") for row in table.rows)
    if not is_asked and all(row.is_empty("private") for row in table.rows):
        return {}
    return {row.number: _naming(table.form.file, row, is_asked=is_asked) for row in table.rows}


def _naming(file: str, row: Row, *, is_asked: bool) -> Naming:
    if row.text("private") == "yes":
        return Naming.NOTHING
    if not is_asked:
        return Naming.NAME
    said = _ANSWERS.get(row.text("consent"))
    if said is None:
        row.problems.note(file, "without a plain yes to showing the name: not shown", row.number)
    return said or Naming.NOTHING


_ANSWERS = {"yes": Naming.NAME, "initials": Naming.INITIALS, "no": Naming.NOTHING}


def _identity(person: Participant) -> tuple[str, ...]:
    """What two rows about one person have in common: name and email, or, without one, all."""
    name = name_key(person.name)
    if person.email:
        return name, name_key(person.email)
    rest = (person.sector, person.organisation or "", person.role, person.team or "")
    return name, "", *rest


MENTORS = Form(
    "mentors.csv",
    "mentors",
    ("name",),
    ("office", "organisation", "team", "said"),
    is_required=False,
    parts={"name": ("first_name", "last_name")},
    also=dict.fromkeys(("mentor", "mentors", "mentor name", "coach"), "name"),
)


def read_mentors(
    table: Table, teams: Known[TeamRow], organisations: OrganisationRoll
) -> tuple[Mentor, ...]:
    """Every mentor in the order of the file; the team may be empty."""
    found = []
    for number, row in enumerate(table.rows, start=1):
        team = None if row.is_empty("team") else teams.named(row, "team")
        found.append(
            Mentor(
                MentorId(f"M{number}"),
                row.filled("name"),
                row.text("office"),
                organisations.number_if_named(row.text("organisation")),
                team.team.id if team else None,
                row.text("said"),
            )
        )
    return tuple(found)


VISITS = Form("visits.csv", "visits", ("host_organisation", "date", "team"), is_required=False)


def read_visits(
    table: Table, teams: Known[TeamRow], organisations: OrganisationRoll
) -> tuple[Visit, ...]:
    """Every visit in the order of the file."""
    visits: list[Visit] = []
    for number, row in enumerate(table.rows, start=1):
        host, held_on = row.filled("host_organisation"), row.day("date")
        team = teams.named(row, "team")
        if held_on and team:
            identifier = VisitId(f"V{number}")
            visits.append(Visit(identifier, organisations.number(host), held_on, team.team.id))
    return tuple(visits)


JUDGES = Form(
    "judges.csv",
    "judges",
    ("name",),
    ("code", "title", "organisation", "sector", "said"),
    parts={"name": ("first_name", "last_name")},
)


def read_judges(table: Table, organisations: OrganisationRoll) -> Known[Judge]:
    """Every judge by code; a judge's title, organisation and sector may be empty."""
    return declared(_with_codes(table), "code", _JudgeReader(organisations).judge)


def _with_codes(table: Table) -> Table:
    """`table`, where nobody has a code, with codes made for everyone."""
    if not table.rows or any(not row.is_empty("code") for row in table.rows):
        return table
    table.rows[0].problems.note(table.form.file, "codes made: J1, J2 and so on")
    rows = tuple(
        replace(row, cells={**row.cells, "code": f"J{place}"})
        for place, row in enumerate(table.rows, start=1)
    )
    return replace(table, rows=rows)


@dataclass(frozen=True, slots=True)
class _JudgeReader:
    """Reads judges, adding the organisations that they come from."""

    organisations: OrganisationRoll

    def judge(self, row: Row, code: str, _place: int) -> Judge:
        if ":" in code:
            row.refuse("A code can’t contain a colon. Write it without, such as J1.", "code")
        name, title = row.filled("name"), row.text("title")
        organisation = self.organisations.number_if_named(row.text("organisation"))
        return Judge(JudgeId(code), name, title, organisation, row.text("sector"), row.text("said"))
