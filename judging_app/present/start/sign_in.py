"""Who can sign in, in the order in which they are offered."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from judging_app.domain.ids import OrganisationId
from judging_app.domain.labels import judge_labels
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Role


@dataclass(frozen=True, slots=True)
class SignInRow:
    """One person to choose; `key` is their `Actor.key`.

    `letters` are those that lead to them from a keyboard: the first of each word of the name,
    without accents, in small letters.
    """

    key: str
    name: str
    detail: str
    initials: str
    letters: str = ""


class People(Protocol):
    """Whatever knows who is on the panel."""

    @property
    def judges(self) -> tuple[Judge, ...]:
        """In the panel's order."""

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The ones that judges may come from."""


def sign_in_rows(people: People) -> tuple[SignInRow, ...]:
    """The judges in the panel's order, then those who run the day."""
    organisations = {one.id: one.name for one in people.organisations}
    labels = judge_labels(people.judges, people.organisations)
    judges = (
        SignInRow(
            Actor(Role.JUDGE, judge.id).key,
            labels[judge.id],
            _judge_detail(judge, organisations),
            initials(judge.name),
            first_letters(judge.name),
        )
        for judge in people.judges
    )
    return (*judges, *_STAFF)


def staff_rows(actors: Collection[Actor]) -> tuple[SignInRow, ...]:
    """Those of `actors` who run the day."""
    keys = {actor.key for actor in actors}
    return tuple(row for row in _STAFF if row.key in keys)


def with_pins(rows: tuple[SignInRow, ...], pins: Mapping[Actor, str]) -> tuple[SignInRow, ...]:
    """The same rows with each PIN: for the sample, where PINs are no secret."""
    by_key = {actor.key: pin for actor, pin in pins.items()}
    return tuple(replace(row, detail=f"PIN {by_key[row.key]} · {row.detail}") for row in rows)


def initials(name: str) -> str:
    """The first letters of a name's first and last word, past any title: "OP"."""
    words = [word for word in name.split() if word.strip(".").casefold() not in _TITLES]
    letters = [_first_letter(word) for word in (words or name.split())]
    letters = [letter for letter in letters if letter]
    return "".join(letters[:1] + letters[1:][-1:]).upper()


def first_letters(name: str) -> str:
    """The first letter of each word of a name, as a plain keyboard has it: "zos" for Zoë Ó Sé."""
    plain = unicodedata.normalize("NFKD", name.translate(_STROKES)).casefold()
    return "".join(_first_letter(word) for word in plain.replace("-", " ").split())


_STROKES = str.maketrans("ŁłØøĐđ", "LlOoDd")
"""Letters whose stroke no normal form takes off."""


def _first_letter(word: str) -> str:
    return next((character for character in word if character.isalnum()), "")


def _judge_detail(judge: Judge, organisations: dict[OrganisationId, str]) -> str:
    organisation = organisations.get(judge.organisation, "") if judge.organisation else ""
    return ", ".join(part for part in (judge.title, organisation) if part) or "Judge"


_TITLES = frozenset(
    {"dame", "dr", "lady", "lord", "miss", "mr", "mrs", "ms", "mx", "prof", "professor", "sir"}
)

_STAFF = (
    SignInRow(ORGANISER.key, "Organiser", "Opens, closes and publishes", "O", "o"),
    SignInRow(HOST.key, "Host", "Runs the day and the projector", "H", "h"),
    SignInRow(SCORER.key, "Scorer", "Types in paper score sheets", "S", "s"),
)
