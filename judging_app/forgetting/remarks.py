"""The remarks of a record that seem to name somebody, and what may become of each."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from judging_app.domain import acts
from judging_app.domain.acts import Act, BallotAct
from judging_app.domain.ballots import Ballot, ballot_key
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.journal import receipt
from judging_app.domain.papers.comments import CommentReview
from judging_app.domain.subjects import subject
from judging_app.forgetting.names import People
from judging_app.forgetting.texts import Text, told


class Fate(Enum):
    """What becomes of a remark; whole names that are known give way in any case."""

    KEEP = "keep"
    CODES = "codes"
    DELETE = "delete"


DELETED = "[deleted]"
"""What stands where there was a remark."""


@dataclass(frozen=True, slots=True)
class Done:
    """An act of the record, with the reason that was given for it."""

    act: Act
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person wrote, with what in it seems to name somebody.

    `about` are what the acts were about that hold it, and `fields` where in them it stands;
    `proposed` is what to do with it unless somebody decides.
    """

    code: str
    text: str
    found: tuple[str, ...]
    about: tuple[str, ...]
    fields: tuple[str, ...]
    proposed: Fate


REASON = "reason of the entry"
"""Where a remark stands that was given as the reason of an act."""


def remarks(record: Iterable[Done], people: People) -> tuple[Remark, ...]:
    """Every remark that is kept, in the order of the record, each text once."""
    record = tuple(record)
    latest = latest_comments(one.act for one in record)
    places: dict[str, list[tuple[str, str]]] = {}
    for one in record:
        for field, text in _remarks_of(one, latest):
            places.setdefault(text, []).append((subject(one.act), field))
    return tuple(_remark(text, at, people) for text, at in places.items())


def latest_comments(record: Iterable[Act]) -> frozenset[int]:
    """The values, by their identity, that say how a comment or what is read instead ended."""
    last: dict[tuple[type, JudgeId, TeamId], int] = {}
    for act in record:
        if isinstance(act, BallotAct):
            last[(Ballot, *ballot_key(act.ballot))] = id(act.ballot)
        elif isinstance(act, acts.ReviewComments):
            last |= {(CommentReview, one.judge, one.team): id(one) for one in act.after}
    return frozenset(last.values())


def remark_code(text: str) -> str:
    """Four letters by which a remark is named when somebody decides about it."""
    return receipt(hashlib.sha256(text.encode()).hexdigest())


def kept_remark(text: str, fates: Mapping[str, Fate], people: People) -> str:
    """What stays of a remark; one that nobody decided about keeps what names nobody known."""
    if not text.strip():
        return text
    match fates.get(text, Fate.KEEP):
        case Fate.KEEP:
            return people.without_names(text)
        case Fate.CODES:
            return people.without_parts(text)
        case Fate.DELETE:
            return DELETED


def _remarks_of(one: Done, latest: frozenset[int]) -> Iterator[tuple[str, str]]:
    if isinstance(one.act, acts.Refuse):
        return
    for holder, field, kind, text in told(one.act):
        is_last = kind is Text.REMARK or (kind is Text.COMMENT and id(holder) in latest)
        if is_last and text.strip():
            yield field, text
    if one.reason.strip():
        yield REASON, one.reason


def _remark(text: str, places: Iterable[tuple[str, str]], people: People) -> Remark:
    places = tuple(places)
    about = tuple(dict.fromkeys(one for one, _ in places))
    fields = tuple(dict.fromkeys(one for _, one in places))
    found = people.found(text)
    proposed = Fate.DELETE if found and people.is_unknown(text) else Fate.CODES
    return Remark(remark_code(text), text, found, about, fields, proposed if found else Fate.KEEP)
