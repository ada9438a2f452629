"""What each certificate of an event says, before anyone decides how it looks."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from judging_app.closed_sets import complete
from judging_app.domain.event import Event
from judging_app.domain.ids import OrganisationId, TeamId
from judging_app.domain.names import name_key
from judging_app.domain.papers.certificates import (
    PLAIN,
    CertificateKind,
    CertificatePlan,
    Guest,
    Placeholder,
)
from judging_app.domain.people import Participant
from judging_app.domain.set_up.consent import Door, names_at
from judging_app.domain.setup import Setup
from judging_app.present.organiser.certificate_words import USUAL_WORDS, with_values
from judging_app.present.organiser.score_sheets import post_of
from judging_app.present.result.standings import StandingRow
from judging_app.present.time_of_day import in_words
from judging_app.words import capitalised, listed, ordinal

LAST_WINNING_PLACE = 3
"""Teams in this place or a better one are winners, however many share it."""

_DONE_CODE = 8
"""Letters by which two wordings are told apart."""


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One certificate in words; `name` is the largest thing on it.

    `key` is the same whenever certificates are made; `team` is whose it is or whose member.
    `place` is the numeral of a winner, 0 for all others. `file_stem` is a name for its own file,
    not yet made safe or unique.
    """

    key: str
    kind: CertificateKind
    title: str
    lead: str
    name: str
    body: str
    file_stem: str
    under: str = ""
    members: tuple[str, ...] = ()
    place: int = 0
    team: str = ""
    team_id: TeamId | None = None
    is_out: bool = False

    @property
    def done_as(self) -> str:
        """What is noted once it was made; once a spelling is corrected, it isn't done any more."""
        said = (self.title, self.lead, self.name, self.body, self.under, *self.members)
        return f"{self.key} · {sha256(chr(10).join(said).encode()).hexdigest()[:_DONE_CODE]}"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all certificates of an event say alike."""

    event: str
    issuer: str = ""
    date: str = ""
    year: str = ""
    venue: str = ""
    record: str = ""

    @property
    def city(self) -> str:
        """The last part of the venue's address."""
        return self.venue.rpartition(",")[2].strip()

    @property
    def initials(self) -> str:
        """Of the first two words of the event."""
        return "".join(word[0] for word in self.event.split()[:2]).upper()


@dataclass(frozen=True, slots=True)
class AwardGiven:
    """An award with the teams that have it."""

    key: str
    title: str
    teams: tuple[TeamId, ...]


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """All that certificates follow from.

    `rows` are the announced result, empty while the audience of these papers may not know it.
    """

    event: Event
    setup: Setup
    plan: CertificatePlan = PLAIN
    rows: tuple[StandingRow, ...] = ()
    awards: tuple[AwardGiven, ...] = ()
    out: frozenset[TeamId] = field(default_factory=frozenset)
    record: str = ""


def occasion(facts: CertificateFacts) -> Occasion:
    """What stands on every page: who issued it, when and where, and the result's code."""
    event, day = facts.event, facts.event.held_on
    return Occasion(
        event.title,
        facts.plan.design.issuer or event.title,
        in_words(day) if day else "",
        str(day.year) if day else "",
        event.venue,
        facts.record,
    )


def certificates(
    kinds: Iterable[CertificateKind], facts: CertificateFacts
) -> tuple[CertificateRow, ...]:
    """The certificates of some kinds, in the order of the set-up; winners best first."""
    return tuple(row for kind in kinds for row in _MAKERS[kind](facts))


def when_and_where(event: Event) -> str:
    """Date and venue in one line; either may be missing."""
    day = in_words(event.held_on) if event.held_on else ""
    return " · ".join(part for part in (day, event.venue) if part)


_Filled = Mapping[Placeholder, str]


def _participants(facts: CertificateFacts) -> Iterator[CertificateRow]:
    for person in facts.setup.participants:
        yield _person(facts, CertificateKind.PARTICIPANTS, person, {})


def _person(
    facts: CertificateFacts, kind: CertificateKind, person: Participant, more: _Filled
) -> CertificateRow:
    team = next((team for team in facts.setup.teams if team.id == person.team), None)
    filled = {
        Placeholder.TEAM: team.name if team else "",
        Placeholder.CHALLENGE: _challenge(facts.setup, team.id) if team else "",
        Placeholder.ORGANISATION: _organisation(facts.setup, person),
        Placeholder.OFFICE: person.role,
        **more,
    }
    row = _row(facts, kind, f"person {person.id}", person.name, filled)
    if team is None:
        return row
    return replace(row, team=team.name, team_id=team.id, is_out=team.id in facts.out)


def _teams(facts: CertificateFacts) -> Iterator[CertificateRow]:
    for team in facts.setup.teams:
        yield _team(facts, CertificateKind.TEAMS, team.id, {})


def _team(
    facts: CertificateFacts, kind: CertificateKind, team: TeamId, more: _Filled, key: str = ""
) -> CertificateRow:
    name = next(one.name for one in facts.setup.teams if one.id == team)
    members = names_at((one for one in facts.setup.participants if one.team == team), Door.TEAM)
    filled = {
        Placeholder.TEAM: name,
        Placeholder.MEMBERS: listed(members),
        Placeholder.CHALLENGE: _challenge(facts.setup, team),
        **more,
    }
    row = _row(facts, kind, key or f"team {team}", name, filled)
    return replace(row, members=members, team=name, team_id=team, is_out=team in facts.out)


def _winners(facts: CertificateFacts) -> Iterator[CertificateRow]:
    for row in _placed(facts):
        made = _team(facts, CertificateKind.WINNERS, row.team_id, _won(row))
        yield replace(made, place=row.place or 0)


def _members(facts: CertificateFacts) -> Iterator[CertificateRow]:
    for row in _placed(facts):
        for person in facts.setup.participants:
            if person.team == row.team_id:
                made = _person(facts, CertificateKind.MEMBERS, person, _won(row))
                yield replace(made, place=row.place or 0)


def _placed(facts: CertificateFacts) -> Iterator[StandingRow]:
    for row in facts.rows:
        if row.place is not None and row.place <= LAST_WINNING_PLACE:
            yield row


def _won(row: StandingRow) -> _Filled:
    place = row.place or 0
    word = _FIRST_PLACES.get(place, ordinal(place))
    return {
        Placeholder.PLACE: f"{'joint ' if row.is_tied else ''}{word} place",
        Placeholder.SCORE: row.score_text,
    }


_FIRST_PLACES = {1: "first", 2: "second", 3: "third"}


def _awards(facts: CertificateFacts) -> Iterator[CertificateRow]:
    for award in facts.awards:
        for team in award.teams:
            filled = {Placeholder.AWARD: award.title}
            key = f"award {award.key} {team}"
            yield replace(_team(facts, CertificateKind.AWARDS, team, filled, key), members=())


def _judges(facts: CertificateFacts) -> Iterator[CertificateRow]:
    for judge in facts.setup.judges:
        post = post_of(facts.setup, judge)
        filled = {Placeholder.OFFICE: post}
        row = _row(facts, CertificateKind.JUDGES, f"judge {judge.id}", judge.name, filled)
        yield replace(row, under=post)


def _mentors(facts: CertificateFacts) -> Iterator[CertificateRow]:
    bodies: dict[OrganisationId | None, str] = {
        one.id: one.name for one in facts.setup.organisations
    }
    once = {name_key(one.name): one for one in facts.setup.mentors}
    kept = tuple(
        Guest(one.name, ", ".join(filter(None, (one.office, bodies.get(one.organisation, "")))))
        for one in once.values()
    )
    more = tuple(one for one in facts.plan.mentors if name_key(one.name) not in once)
    return _guests(facts, CertificateKind.MENTORS, (*kept, *more))


def _volunteers(facts: CertificateFacts) -> Iterator[CertificateRow]:
    return _guests(facts, CertificateKind.VOLUNTEERS, facts.plan.volunteers)


def _guests(
    facts: CertificateFacts, kind: CertificateKind, guests: Sequence[Guest]
) -> Iterator[CertificateRow]:
    for guest in guests:
        filled = {Placeholder.OFFICE: guest.office}
        row = _row(facts, kind, f"{kind.code} {guest.name}", guest.name, filled)
        yield replace(row, under=guest.office)


_MAKERS: Mapping[CertificateKind, Callable[[CertificateFacts], Iterator[CertificateRow]]] = (
    complete(
        {
            CertificateKind.PARTICIPANTS: _participants,
            CertificateKind.TEAMS: _teams,
            CertificateKind.WINNERS: _winners,
            CertificateKind.MEMBERS: _members,
            CertificateKind.AWARDS: _awards,
            CertificateKind.JUDGES: _judges,
            CertificateKind.MENTORS: _mentors,
            CertificateKind.VOLUNTEERS: _volunteers,
        }
    )
)

_WHOM: Mapping[CertificateKind, str] = complete(
    {
        CertificateKind.PARTICIPANTS: "participant",
        CertificateKind.TEAMS: "team",
        CertificateKind.WINNERS: "{place}",
        CertificateKind.MEMBERS: "{place}",
        CertificateKind.AWARDS: "{award}",
        CertificateKind.JUDGES: "judge",
        CertificateKind.MENTORS: "mentor",
        CertificateKind.VOLUNTEERS: "volunteer",
    }
)
"""The end of a file's name, by which two certificates of one person are told apart."""


def _row(
    facts: CertificateFacts, kind: CertificateKind, key: str, name: str, filled: _Filled
) -> CertificateRow:
    words = facts.plan.design.words_of(kind) or USUAL_WORDS[kind]
    event = facts.event
    values = {
        **dict.fromkeys(Placeholder, ""),
        Placeholder.NAME: name,
        Placeholder.EVENT: event.title,
        Placeholder.DATE: in_words(event.held_on) if event.held_on else "",
        Placeholder.VENUE: event.venue,
        **filled,
    }
    return CertificateRow(
        key=f"{kind.code}: {key}",
        kind=kind,
        title=capitalised(with_values(words.title, values)),
        lead=with_values(words.lead, values),
        name=name,
        body=with_values(words.body, values),
        file_stem=f"{name} - {with_values(_WHOM[kind], values)}",
    )


def _challenge(setup: Setup, team: TeamId) -> str:
    return listed([one.title for one in setup.challenges if one.team == team])


def _organisation(setup: Setup, person: Participant) -> str:
    return next((one.name for one in setup.organisations if one.id == person.organisation), "")
