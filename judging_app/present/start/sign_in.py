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
    """One person to choose; `key` is their `Actor.key`, `name` is whole, with its `titles`.

    `beside` is what tells them from others at a glance: the organisation.
    """

    key: str
    name: str
    detail: str
    titles: str = ""
    beside: str = ""
    is_staff: bool = False

    def found(self, typed: str) -> bool:
        """Whether each word that was typed is somewhere in the name or the organisation."""
        told = f"{_plain(self.name)} {_plain(self.beside)}"
        return all(word in told for word in _plain(typed).split())


class People(Protocol):
    """Whatever knows who is on the panel."""

    @property
    def judges(self) -> tuple[Judge, ...]:
        """In the panel's order."""

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The ones that judges may come from."""


def sign_in_rows(people: People) -> tuple[SignInRow, ...]:
    """The judges from A to Z by family name, then those who run the day."""
    organisations = {one.id: one.name for one in people.organisations}
    labels = judge_labels(people.judges, people.organisations)
    in_order = sorted(people.judges, key=lambda judge: (_by_family(judge.name), judge.id))
    judges = (
        SignInRow(
            Actor(Role.JUDGE, judge.id).key,
            labels[judge.id],
            _judge_detail(judge, organisations),
            titles_of(judge.name),
            organisations.get(judge.organisation, "") if judge.organisation else "",
        )
        for judge in in_order
    )
    return (*judges, *_STAFF)


def staff_rows(actors: Collection[Actor]) -> tuple[SignInRow, ...]:
    """Those of `actors` who run the day."""
    keys = {actor.key for actor in actors}
    return tuple(row for row in _STAFF if row.key in keys)


def with_pins(rows: tuple[SignInRow, ...], pins: Mapping[Actor, str]) -> tuple[SignInRow, ...]:
    """The same rows with each PIN: for the sample, where PINs are no secret."""
    by_key = {actor.key: f"PIN {pin}" for actor, pin in pins.items()}
    return tuple(
        replace(row, detail=f"{by_key[row.key]} · {row.detail}", beside=by_key[row.key])
        for row in rows
    )


def titles_of(name: str) -> str:
    """What stands before a name and is no part of it: "The Rt Hon", "Professor Dame"."""
    words = name.split()
    count = 0
    while count < len(words) - 1 and words[count].strip(".").casefold() in _TITLES:
        count += 1
    return " ".join(words[:count])


def found_at(text: str, typed: str) -> tuple[int, int] | None:
    """Where the first word that was typed is in `text`: from which letter, and how many."""
    word = next(iter(_plain(typed).split()), "")
    plain = [_plain(letter) for letter in text]
    begins = [sum(map(len, plain[:at])) for at in range(len(plain) + 1)]
    at = "".join(plain).find(word)
    if not word or at < 0:
        return None
    first = max(index for index, begin in enumerate(begins[:-1]) if begin <= at)
    last = min(index for index, begin in enumerate(begins) if begin >= at + len(word))
    return first, last - first


def _plain(text: str) -> str:
    """As a plain keyboard has it, without accents, in small letters: "zoe o se" for "Zoë Ó Sé"."""
    apart = unicodedata.normalize("NFKD", text.translate(_STROKES)).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


_STROKES = str.maketrans("ŁłØøĐđ", "LlOoDd")
"""Letters whose stroke no normal form takes off."""


def _by_family(name: str) -> tuple[str, str]:
    """The family name with what leads it ("de la Fontaine"), then the rest."""
    words = name.split()[len(titles_of(name).split()) :]
    at = len(words) - 1
    while at > 1 and _plain(words[at - 1]) in _PARTICLES:
        at -= 1
    return _plain(" ".join(words[at:])), _plain(" ".join(words[:at]))


def _judge_detail(judge: Judge, organisations: dict[OrganisationId, str]) -> str:
    organisation = organisations.get(judge.organisation, "") if judge.organisation else ""
    return ", ".join(part for part in (judge.title, organisation) if part) or "Judge"


_TITLES = frozenset(
    (
        *("the", "rt", "right", "hon", "honourable", "rev", "revd", "reverend", "dame", "dr"),
        *("lady", "lord", "sir", "baroness", "baron", "miss", "mr", "mrs", "ms", "mx", "prof"),
        *("professor", "cllr", "councillor", "captain", "colonel", "major"),
    )
)

_PARTICLES = frozenset(
    (
        *("al", "ap", "ab", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du"),
        *("el", "la", "le", "mac", "ni", "o", "st", "ten", "ter", "van", "von", "y"),
    )
)
"""Words that a family name may begin with."""

_STAFF = tuple(
    SignInRow(actor.key, word, does, is_staff=True)
    for actor, word, does in (
        (ORGANISER, "Organiser", "Opens, closes and publishes"),
        (HOST, "Host", "Runs the day and the projector"),
        (SCORER, "Scorer", "Types in paper score sheets"),
    )
)
