"""participants.csv, judges.csv and visits.csv: who pitches, who judges, who visited whom."""

from dataclasses import dataclass

from judging_app.domain.ids import JudgeId, ParticipantId, VisitId
from judging_app.domain.names import name_key
from judging_app.domain.panel import Judge
from judging_app.domain.people import Participant, Visit
from judging_app.intake.csv_form import CsvForm
from judging_app.intake.csv_row import Row
from judging_app.intake.csv_table import Table
from judging_app.intake.known import Known, declared
from judging_app.intake.organisations import OrganisationRoll
from judging_app.intake.problems import shown
from judging_app.intake.teams import TeamRow

PARTICIPANTS = CsvForm(
    "participants.csv",
    "participants",
    ("name", "email", "sector", "organisation", "role", "team"),
)


def read_participants(
    table: Table, teams: Known[TeamRow], organisations: OrganisationRoll
) -> tuple[Participant, ...]:
    """Everyone in the order of the file, noting anyone who is there twice."""
    participants = tuple(
        _participant(row, place, teams, organisations)
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
    row: Row, place: int, teams: Known[TeamRow], organisations: OrganisationRoll
) -> Participant:
    name, email, sector = row.filled("name"), row.text("email"), row.text("sector")
    organisation = organisations.number(row.filled("organisation"))
    role = row.text("role")
    team = None if row.is_empty("team") else teams.named(row, "team")
    return Participant(
        ParticipantId(f"P{place}"),
        name,
        email,
        sector,
        organisation,
        role,
        team.team.id if team else None,
    )


def _identity(person: Participant) -> tuple[str, ...]:
    """What two rows about one person have in common: name and email, or, without one, all."""
    name = name_key(person.name)
    if person.email:
        return name, name_key(person.email)
    return name, "", person.sector, person.organisation, person.role, person.team or ""


VISITS = CsvForm("visits.csv", "visits", ("host_organisation", "date", "team"), is_required=False)


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


JUDGES = CsvForm("judges.csv", "judges", ("code", "name", "title", "organisation", "sector"))


def read_judges(table: Table, organisations: OrganisationRoll) -> Known[Judge]:
    """Every judge by code; a judge's title, organisation and sector may be empty."""
    return declared(table, "code", _JudgeReader(organisations).judge)


@dataclass(frozen=True, slots=True)
class _JudgeReader:
    """Reads judges, adding the organisations that they come from."""

    organisations: OrganisationRoll

    def judge(self, row: Row, code: str, _place: int) -> Judge:
        if ":" in code:
            row.refuse("A code can’t contain a colon. Write it without, such as J1.", "code")
        name, title = row.filled("name"), row.text("title")
        organisation = self.organisations.number_if_named(row.text("organisation"))
        return Judge(JudgeId(code), name, title, organisation, row.text("sector"))
