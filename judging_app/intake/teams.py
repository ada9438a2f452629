"""teams.csv: the teams, and the challenge that each took on."""

from collections.abc import Iterable
from dataclasses import dataclass

from judging_app.domain.ids import ChallengeId, TeamId
from judging_app.domain.names import name_key
from judging_app.domain.people import Challenge, Team
from judging_app.intake.csv_form import CsvForm
from judging_app.intake.csv_row import Row
from judging_app.intake.csv_table import Table
from judging_app.intake.known import Known, declared
from judging_app.intake.organisations import OrganisationRoll

TEAMS = CsvForm("teams.csv", "teams", ("team", "challenge", "challenge_owner"))


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team with the names of its challenge and of who owns it; both may be empty."""

    team: Team
    challenge: str
    challenge_owner: str


def read_teams(table: Table) -> Known[TeamRow]:
    """Every team by its name; two spellings that differ in capitals or blanks are one name."""
    return declared(table, "team", _team_row, name_key)


def challenges(rows: Iterable[TeamRow], organisations: OrganisationRoll) -> tuple[Challenge, ...]:
    """The challenges of those teams that have one, in the order of the teams."""
    taken_on = (row for row in rows if row.challenge)
    return tuple(
        Challenge(
            ChallengeId(f"C{number}"),
            row.challenge,
            organisations.number_if_named(row.challenge_owner),
            row.team.id,
        )
        for number, row in enumerate(taken_on, start=1)
    )


def _team_row(row: Row, name: str, place: int) -> TeamRow:
    challenge, owner = row.text("challenge"), row.text("challenge_owner")
    if owner and row.is_empty("challenge") and "challenge" in row.cells:
        row.refuse(
            "There is a challenge owner but no challenge. Add the challenge, or remove the owner.",
            "challenge",
        )
    return TeamRow(Team(TeamId(f"T{place}"), name), challenge, owner)
