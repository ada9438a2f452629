"""What the result's page for a website says: only what everybody was told."""

from dataclasses import dataclass

from judging_app.bundle.bundle import EventData
from judging_app.bundle.rows import StandingRow
from judging_app.domain.look import EventLook
from judging_app.domain.set_up.consent import Door, names_at
from judging_app.domain.standings import Exclusion
from judging_app.present.numbers import readable
from judging_app.present.open_data.known import Known
from judging_app.present.time_of_day import in_words
from judging_app.present.words.ballots import EXCLUSION_WORDS
from judging_app.present.words.methods import score_text, short_definition, unit_text
from judging_app.words import listed, ordinal


@dataclass(frozen=True, slots=True)
class PageTeam:
    """A team on the page; `place` says its place in words, or why it has none."""

    place: str
    name: str
    challenge: str
    score: str
    members: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """The page: the event, its awards, its teams as they were announced, and how it was judged."""

    title: str
    when_and_where: str
    awards: tuple[tuple[str, str], ...]
    teams: tuple[PageTeam, ...]
    method: str
    criteria: tuple[tuple[str, str], ...]
    code: str
    edition: int
    look: EventLook


def result_page(data: EventData, look: EventLook) -> ResultPage:
    """The page from the tables that everybody may have."""
    known, tables = Known(data), data.tables
    event, rubric = known.event, known.rubric
    place = (in_words(event.held_on) if event.held_on else "", event.venue)
    return ResultPage(
        event.title,
        " · ".join(one for one in place if one),
        tuple(_awards(known)),
        tuple(_team(known, one) for one in tables.standings or ()),
        f"{short_definition(event)} Scores are {unit_text(event.method, rubric)}.",
        tuple((one.title, readable(one.weight)) for one in rubric.criteria),
        data.head.code,
        (tables.event or ())[0].edition,
        look,
    )


def _awards(known: Known) -> list[tuple[str, str]]:
    winners = known.data.tables.award_winners or ()
    return [
        (one.title, listed([known.teams[won.team] for won in winners if won.award == one.award]))
        for one in known.data.tables.awards or ()
        if any(won.award == one.award for won in winners)
    ]


def _team(known: Known, one: StandingRow) -> PageTeam:
    challenges = {own.team: own.title for own in known.setup.challenges}
    people = names_at(
        (own for own in known.setup.participants if own.team == one.team), Door.EVERYBODY
    )
    return PageTeam(
        _place(one),
        known.teams[one.team],
        next((title for team, title in challenges.items() if team == one.team), ""),
        "" if one.score is None else score_text(known.event.method, one.score),
        people if known.data.head.has_names else (),
        one.remark,
    )


def _place(one: StandingRow) -> str:
    if one.exclusion:
        return EXCLUSION_WORDS[Exclusion(one.exclusion)]
    if one.place is None:
        return "–"
    return f"joint {ordinal(one.place)}" if one.is_tied else ordinal(one.place)
