"""What a badge says: who took part or has an award, of what was announced to everybody."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from judging_app.bundle.bundle import EventData
from judging_app.domain.people import Naming
from judging_app.present.open_data.known import Known
from judging_app.present.time_of_day import in_words

TOOK_PART = "Took part"


@dataclass(frozen=True, slots=True)
class Achievement:
    """What badges are for; `code` is its own in the event, and `kind` the standard's word."""

    code: str
    kind: str
    title: str
    name: str
    description: str
    criteria: str


@dataclass(frozen=True, slots=True)
class Badge:
    """One person's; `person` is their code in the event, and `email` empty if there is none."""

    achievement: Achievement
    person: str
    name: str
    email: str

    @property
    def stem(self) -> str:
        """What its file is called."""
        return f"{self.name} - {self.achievement.title}"


@dataclass(frozen=True, slots=True)
class Badges:
    """Those of an event, with the digest that it is known by; all are given at one time."""

    event: str
    title: str
    given_at: datetime
    badges: tuple[Badge, ...]


def badges(data: EventData, addresses: Mapping[str, str]) -> Badges:
    """A badge for everybody in a team that isn't out, and one more for each award of theirs.

    It is made to be shown to anybody, so whoever isn't to be named outside gets none.
    `data` is what everybody may have, with names; `addresses` are by participant.
    """
    known, tables = Known(data), data.tables
    out = {one.team for one in tables.exclusions or ()}
    people = [
        one
        for one in tables.participants or ()
        if one.team and one.team not in out and Naming(one.naming) is Naming.NAME
    ]
    found = [
        Badge(achievement, one.participant, one.name, addresses.get(one.participant, ""))
        for achievement, teams in _achievements(known)
        for one in people
        if teams is None or one.team in teams
    ]
    order: dict[str, int] = {one.participant: at for at, one in enumerate(people)}
    found.sort(key=lambda one: order[one.person])
    return Badges(data.head.event, known.event.title, data.head.as_of, tuple(found))


def _achievements(known: Known) -> Iterator[tuple[Achievement, frozenset[str] | None]]:
    """Each with the teams that have it; `None` stands for all."""
    tables, title = known.data.tables, known.event.title
    where = [in_words(known.event.held_on) if known.event.held_on else "", known.event.venue]
    of = ", ".join(one for one in (title, *where) if one)
    yield (
        Achievement(
            *("participant", "Achievement", TOOK_PART, f"{TOOK_PART} in {title}"),
            f"A member of a team that pitched: {of}.",
            "Pitch with a team.",
        ),
        None,
    )
    code = f"Result code {known.data.head.code}, edition {(tables.event or ())[0].edition}."
    for one in tables.awards or ():
        teams = frozenset(won.team for won in tables.award_winners or () if won.award == one.award)
        yield (
            Achievement(
                *(one.award, "Award", one.title, f"{one.title}, {title}"),
                f"Announced at {of}. {code}",
                "Be a member of a team for which this award was announced.",
            ),
            teams,
        )
