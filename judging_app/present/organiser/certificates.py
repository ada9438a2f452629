"""What each certificate of an event says, before anyone decides how it looks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from judging_app.domain.event import Event
from judging_app.domain.ids import TeamId
from judging_app.domain.people import Participant, Team
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.organiser.score_sheets import post_of
from judging_app.present.time_of_day import in_words
from judging_app.words import listed, ordinal

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
    the pitch day, which stands on the page and in the file's description.
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
    standings: Sequence[Standing] = (),
    *,
    record: str = "",
) -> tuple[CertificateRow, ...]:
    """The certificates of one kind, in the order of the set-up; winners best first.

    Without standings there are no winners. The caller has asked whether the audience may know
    the places. `record` is the short code of the result that is printed at the foot.
    """
    match kind:
        case CertificateKind.PARTICIPANTS:
            rows = _participants(event, setup, record)
        case CertificateKind.TEAMS:
            rows = _teams(event, setup, record)
        case CertificateKind.WINNERS:
            rows = _winners(event, setup, standings, record)
        case CertificateKind.JUDGES:
            rows = _judges(event, setup, record)
        case CertificateKind.ALL:
            rows = (
                row
                for each in CertificateKind
                if each is not CertificateKind.ALL
                for row in certificates(each, event, setup, standings, record=record)
            )
    return tuple(rows)


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
    event: Event, setup: Setup, standings: Iterable[Standing], record: str
) -> Iterator[CertificateRow]:
    teams = {team.id: team for team in setup.teams}
    for standing in standings:
        if standing.place is None or standing.place > LAST_WINNING_PLACE:
            continue
        team = teams[standing.team]
        place = f"{'joint ' if standing.is_tied else ''}{ordinal(standing.place)} place"
        lines = [f"won {place} in {event.title}", *_team_lines(setup, team)]
        heading = place[0].upper() + place[1:]
        yield _row(event, heading, team.name, lines, place, record)


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
