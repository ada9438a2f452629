"""teams.csv: the teams, and the challenge that each took on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from judging_app.domain.ids import ChallengeId, TeamId
from judging_app.domain.names import name_key
from judging_app.domain.people import Challenge, Team
from judging_app.intake.organisations import OrganisationRoll
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.known import Known, declared
from judging_app.intake.tables.row import MOST_CHARACTERS, Row
from judging_app.intake.tables.table import Table
from judging_app.words import counted, listed

_MOST_NAMED = 8
TEAMS = Form("teams.csv", "teams", ("team",), ("challenge", "challenge_owner"), is_required=False)


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team with the names of its challenge and of who owns it; both may be empty."""

    team: Team
    challenge: str
    challenge_owner: str


def read_teams(table: Table) -> Known[TeamRow]:
    """Every team by its name; two spellings that differ in capitals or blanks are one name."""
    return declared(table, "team", _team_row, name_key, team_key)


def team_key(name: str) -> str:
    """What "Halfway" and "Team Halfway" have in common."""
    return name_key(name).removeprefix("team ")


def teams_of(people: Table) -> Table:
    """The teams that a list of people names, as if they had a list of their own.

    The fuller spelling is taken, and whatever a row says of the team's challenge.
    """
    found: dict[str, Row] = {}
    for row in people.rows:
        name = row.cells.get("team", "")
        if not name.strip():
            continue
        key = team_key(name[:MOST_CHARACTERS])
        before = found.get(key, row)
        fuller = max((before.cells["team"], name), key=lambda one: len(name_key(one)))
        cells = {
            column: before.cells.get(column, "") or row.cells.get(column, "")
            for column in ("challenge", "challenge_owner")
        }
        found[key] = replace(before, cells={"team": fuller, **cells})
    if found:
        names = listed([row.cells["team"].strip() for row in found.values()][:_MOST_NAMED])
        more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        people.rows[0].problems.note(
            people.form.file, f"{counted(len(found), 'team')} made from it: {names}{more}"
        )
    return Table(TEAMS, tuple(found.values()), people.is_whole)


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
