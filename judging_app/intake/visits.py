"""visits.csv: who visited whom before the pitch day."""

from judging_app.domain.ids import VisitId
from judging_app.domain.people import Visit
from judging_app.intake.csv_form import CsvForm
from judging_app.intake.csv_table import Table
from judging_app.intake.known import Known
from judging_app.intake.organisations import OrganisationRoll
from judging_app.intake.teams import TeamRow

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
