"""An entry of the journal, the digests that chain it to the one before, and signatures of it."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime

from judging_app.domain.ids import DeviceId

FIRST = ""
"""The previous digest of a device's first entry, which has none before it."""


@dataclass(frozen=True, slots=True, order=True)
class EntryKey:
    """An entry's identity; the order is the order of the acts.

    `seq` is one more than every number that the writing device had seen, so a later act has
    the higher key whatever the clocks say, and equal numbers of two devices are ordered by the
    device (L. Lamport, Time, clocks, and the ordering of events, CACM 21(7), 1978).
    """

    seq: int
    device: DeviceId


@dataclass(frozen=True, slots=True)
class Entry:
    """One act as it was recorded; texts exactly as they are hashed.

    `body` is canonical JSON. The digest covers the head and the salted digest of the body, so
    that a body can be replaced without breaking the chain. It has no salt then, so that nobody can
    find out by trying what it held.
    """

    key: EntryKey
    at: str
    actor: str
    act: str
    subject: str
    body: str
    reason: str
    salt: str
    body_digest: str
    previous: str
    digest: str

    @property
    def time(self) -> datetime:
        """When it was recorded, in UTC."""
        return datetime.fromisoformat(self.at)

    @property
    def is_replaced(self) -> bool:
        """Whether its content was replaced after it was recorded, as it says itself."""
        return not self.salt

    @property
    def has_time(self) -> bool:
        """Whether `time` can be told: in a damaged file, anything may stand there."""
        try:
            return self.time.tzinfo is not None
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that is right: the first `covered` entries were signed with `key`.

    `act` is the name of the act that was signed; `entry` is the signature's own.
    """

    entry: Entry
    act: str
    key: str
    covered: int


@dataclass(frozen=True, slots=True)
class SignedHere:
    """What a computer remembers of a signature that it made: the digest of its entry, and when."""

    digest: str
    act: str
    at: datetime


def sealed(entry: Entry) -> Entry:
    """`entry` with both its digests worked out."""
    with_body = replace(entry, body_digest=_body_digest(entry))
    return replace(with_body, digest=_head_digest(with_body))


def is_body_intact(entry: Entry) -> bool:
    """Whether the body is the one that was recorded."""
    return entry.body_digest == _body_digest(entry)


def is_head_intact(entry: Entry) -> bool:
    """Whether everything but the body is as it was recorded."""
    return entry.digest == _head_digest(entry)


def replacement_digest(entry: Entry) -> str:
    """The digest of what an entry says now, by which the act that replaced it vouches for it."""
    return _hash("pitchday/replaced/1", canonical([*_head(entry), entry.body]))


def fingerprint(digest: str) -> str:
    """The first 80 bits of a digest in four groups that can be read aloud: "7K2M-QX3F-…"."""
    number = int(digest[:20] or "0", 16)
    letters = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(75, -5, -5))
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def receipt(digest: str) -> str:
    """Four letters that identify one entry, to be read aloud and compared: "QXFM".

    They come from the first 64 bits of its digest, evenly to within one in 10^13.
    """
    number, letters = int(digest[:16], 16), ""
    for _ in range(4):
        number, at = divmod(number, len(_CONSONANTS))
        letters += _CONSONANTS[at]
    return letters


def canonical(value: object) -> str:
    """JSON with sorted keys, no blanks and ASCII only: one text for one value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


_CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ"
"""Twenty letters: no vowel, nor Y that serves as one, so that no word can arise; nor O or I."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 without I, L, O and U. Source: D. Crockford, Base 32, crockford.com/base32.html."""


def _body_digest(entry: Entry) -> str:
    return _hash("pitchday/body/1", entry.salt, entry.body)


def _head_digest(entry: Entry) -> str:
    return _hash("pitchday/entry/1", canonical(_head(entry)))


def _head(entry: Entry) -> list[object]:
    return [
        entry.key.device,
        entry.key.seq,
        entry.at,
        entry.actor,
        entry.act,
        entry.subject,
        entry.reason,
        entry.body_digest,
        entry.previous,
    ]


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
