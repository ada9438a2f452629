"""Teams, people and bodies to the tables that one audience may have."""

from dataclasses import replace

from judging_app.bundle import rows
from judging_app.bundle.source import Source
from judging_app.bundle.tables import Tables
from judging_app.domain.event import Reader
from judging_app.domain.set_up.consent import Door, setup_at


def with_people(tables: Tables, source: Source, reader: Reader) -> Tables:
    """`tables` with those that say who took part.

    E-mail addresses are the organiser's; what people do where they work is not for everybody.
    """
    is_public, is_own = reader is Reader.PUBLIC, reader is Reader.ORGANISER
    setup = setup_at(source.setup, Door.EVERYBODY if is_public else Door.WORK)
    tables = replace(
        tables,
        organisations=tuple(rows.OrganisationRow(one.id, one.name) for one in setup.organisations),
        other_names=tuple(
            rows.OtherNameRow(one.id, name)
            for one in setup.organisations
            for name in one.other_names
        ),
        teams=tuple(rows.TeamRow(one.id, one.name, one.said) for one in setup.teams),
        challenges=tuple(
            rows.ChallengeRow(one.id, one.title, one.owner or "", one.team)
            for one in setup.challenges
        ),
        participants=tuple(
            rows.ParticipantRow(
                one.id,
                one.name,
                one.email if is_own else "",
                one.sector,
                one.organisation or "",
                "" if is_public else one.role,
                one.team or "",
                one.listed_name if is_own else "",
                "" if is_public else one.said,
                one.naming.value,
            )
            for one in setup.participants
        ),
        judges=tuple(
            rows.JudgeRow(
                one.id,
                one.name,
                one.title,
                one.organisation or "",
                one.sector,
                "" if is_public else one.said,
            )
            for one in setup.judges
        ),
    )
    if is_public:
        return tables
    visits = (rows.VisitRow(one.id, one.host, one.held_on, one.team) for one in setup.visits)
    mentors = (
        rows.MentorRow(
            one.id, one.name, one.office, one.organisation or "", one.team or "", one.said
        )
        for one in setup.mentors
    )
    return replace(tables, visits=tuple(visits), mentors=tuple(mentors))
