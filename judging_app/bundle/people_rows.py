"""Teams, people and bodies to the tables that one audience may have."""

from dataclasses import replace

from judging_app.bundle import rows
from judging_app.bundle.source import Source
from judging_app.bundle.tables import Tables
from judging_app.domain.event import Reader


def with_people(tables: Tables, source: Source, reader: Reader) -> Tables:
    """`tables` with those that say who took part.

    E-mail addresses are the organiser's; what people do where they work is not for everybody.
    """
    setup, is_public = source.setup, reader is Reader.PUBLIC
    tables = replace(
        tables,
        organisations=tuple(rows.OrganisationRow(one.id, one.name) for one in setup.organisations),
        other_names=tuple(
            rows.OtherNameRow(one.id, name)
            for one in setup.organisations
            for name in one.other_names
        ),
        teams=tuple(rows.TeamRow(one.id, one.name) for one in setup.teams),
        challenges=tuple(
            rows.ChallengeRow(one.id, one.title, one.owner or "", one.team)
            for one in setup.challenges
        ),
        participants=tuple(
            rows.ParticipantRow(
                one.id,
                one.name,
                one.email if reader is Reader.ORGANISER else "",
                one.sector,
                one.organisation or "",
                "" if is_public else one.role,
                one.team or "",
            )
            for one in setup.participants
        ),
        judges=tuple(
            rows.JudgeRow(one.id, one.name, one.title, one.organisation or "", one.sector)
            for one in setup.judges
        ),
    )
    if is_public:
        return tables
    visits = (rows.VisitRow(one.id, one.host, one.held_on, one.team) for one in setup.visits)
    return replace(tables, visits=tuple(visits))
