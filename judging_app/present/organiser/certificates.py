"""What each certificate of an event says, before anyone decides how it looks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from judging_app.domain.event import Event
from judging_app.domain.ids import TeamId
from judging_app.domain.people import Participant, Team
from judging_app.domain.setup import Setup
from judging_app.present.organiser.score_sheets import post_of
from judging_app.present.result.standings import StandingRow
from judging_app.present.time_of_day import in_words
from judging_app.words import capitalised, listed, ordinal

LAST_WINNING_PLACE = 3
"""Teams in this place or a better one are winners, however many share it."""


class CertificateKind(StrEnum):
    """Whom certificates are for."""

    PARTICIPANTS = "participants"
    TEAMS = "teams"
    WINNERS = "winners"
    JUDGES = "judges"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One certificate in words, from top to bottom; `name` is the largest thing on it.

    `file_stem` is a name for its own file, not yet made safe or unique. `event` is the title of
    the pitch day, which is on the page and in the file's description.
    """

    event: str
    heading: str
    name: str
    lines: tuple[str, ...]
    foot: str
    file_stem: str
    record: str = ""


def certificates(
    kind: CertificateKind,
    event: Event,
    setup: Setup,
    rows: Sequence[StandingRow] = (),
    *,
    record: str = "",
) -> tuple[CertificateRow, ...]:
    """The certificates of one kind, in the order of the set-up; winners best first.

    `rows` are the announced result; without any there are no winners. The caller has asked
    whether the audience may know the places. `record` is the result's code, printed at the foot.
    """
    match kind:
        case CertificateKind.PARTICIPANTS:
            made = _participants(event, setup, record)
        case CertificateKind.TEAMS:
            made = _teams(event, setup, record)
        case CertificateKind.WINNERS:
            made = _winners(event, setup, rows, record)
        case CertificateKind.JUDGES:
            made = _judges(event, setup, record)
        case CertificateKind.ALL:
            made = (
                row
                for each in CertificateKind
                if each is not CertificateKind.ALL
                for row in certificates(each, event, setup, rows, record=record)
            )
    return tuple(made)


def when_and_where(event: Event) -> str:
    """Date and venue in one line; either may be missing."""
    day = in_words(event.held_on) if event.held_on else ""
    return " · ".join(part for part in (day, event.venue) if part)


def _participants(event: Event, setup: Setup, record: str) -> Iterator[CertificateRow]:
    teams = {team.id: team for team in setup.teams}
    for participant in setup.participants:
        team = teams.get(participant.team) if participant.team is not None else None
        lines = [f"took part in {event.title}"]
        if team is not None:
            lines += [f"with {team.name}", *_challenges(setup, team.id)]
        yield _row(
            event, "Certificate of participation", participant.name, lines, "participant", record
        )


def _teams(event: Event, setup: Setup, record: str) -> Iterator[CertificateRow]:
    for team in setup.teams:
        lines = [f"took part in {event.title}", *_team_lines(setup, team)]
        yield _row(event, "Certificate of participation", team.name, lines, "team", record)


def _winners(
    event: Event, setup: Setup, rows: Iterable[StandingRow], record: str
) -> Iterator[CertificateRow]:
    teams = {team.id: team for team in setup.teams}
    for row in rows:
        if row.place is None or row.place > LAST_WINNING_PLACE:
            continue
        team = teams[row.team_id]
        place = f"{'joint ' if row.is_tied else ''}{ordinal(row.place)} place"
        lines = [f"won {place} in {event.title}", *_team_lines(setup, team)]
        yield _row(event, capitalised(place), team.name, lines, place, record)


def _judges(event: Event, setup: Setup, record: str) -> Iterator[CertificateRow]:
    for judge in setup.judges:
        lines = [post_of(setup, judge), f"judged the teams of {event.title}"]
        yield _row(event, "With thanks", judge.name, lines, "judge", record)


def _row(
    event: Event, heading: str, name: str, lines: Iterable[str], whom: str, record: str
) -> CertificateRow:
    return CertificateRow(
        event=event.title,
        heading=heading,
        name=name,
        lines=tuple(line for line in lines if line),
        foot=when_and_where(event),
        file_stem=f"{name} - {whom}",
        record=record,
    )


def _team_lines(setup: Setup, team: Team) -> Iterator[str]:
    yield from _challenges(setup, team.id)
    if members := _members(setup, team.id):
        yield listed([member.name for member in members])


def _members(setup: Setup, team: TeamId) -> tuple[Participant, ...]:
    return tuple(person for person in setup.participants if person.team == team)


def _challenges(setup: Setup, team: TeamId) -> Iterator[str]:
    for challenge in setup.challenges:
        if challenge.team == team:
            yield f"Challenge: {challenge.title}"
