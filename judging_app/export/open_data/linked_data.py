"""Linked data as its canonical lines, and signed: what Open Badges are made of.

Source: https://www.w3.org/TR/rdf-canon/ and https://www.w3.org/TR/vc-di-eddsa/ (eddsa-rdfc-2022).
The properties and classes are those that badges and the standard's own example use. What they
stand for is written out, as the contexts that define them are on the network; a public reader with
these contexts checks it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from judging_app.signing import public_key, signature

Node = Mapping[str, object]
"""A JSON object, of which lists are sets."""

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
_CREDENTIALS = "https://www.w3.org/2018/credentials#"
_BADGES = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
_SECURITY, _NAMES = "https://w3id.org/security#", "https://schema.org/"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"

_CLASSES = {
    "VerifiableCredential": _CREDENTIALS,
    "DataIntegrityProof": _SECURITY,
    **dict.fromkeys(
        ("OpenBadgeCredential", "Profile", "AchievementSubject", "Achievement", "IdentityObject"),
        _BADGES,
    ),
}
_PROPERTIES = {
    "name": f"{_NAMES}name",
    "description": f"{_NAMES}description",
    "url": f"{_NAMES}url",
    "issuer": f"{_CREDENTIALS}issuer",
    "validFrom": f"{_CREDENTIALS}validFrom",
    "credentialSubject": f"{_CREDENTIALS}credentialSubject",
    "criteria": f"{_BADGES}Criteria",
    **{
        name: f"{_BADGES}{name}"
        for name in (
            *("achievement", "achievementType", "narrative", "identifier"),
            *("identityHash", "identityType", "hashed", "salt"),
        )
    },
    "created": "http://purl.org/dc/terms/created",
    "cryptosuite": f"{_SECURITY}cryptosuite",
    "proofPurpose": f"{_SECURITY}proofPurpose",
    "verificationMethod": f"{_SECURITY}verificationMethod",
}
_TYPED = {
    "validFrom": _TIME,
    "created": _TIME,
    "url": "https://www.w3.org/2001/XMLSchema#anyURI",
    "hashed": "https://www.w3.org/2001/XMLSchema#boolean",
    "cryptosuite": f"{_SECURITY}cryptosuiteString",
}
_REFERENCES = {"proofPurpose": _SECURITY, "verificationMethod": ""}
"""Properties whose values are addresses, and what these begin with."""


class _Triple(NamedTuple):
    subject: str
    predicate: str
    object: str


def signed(document: Node, private: str, at: str, issuer: str = "") -> dict[str, object]:
    """The document with a proof that the owner of this key, or who has that name, signed it."""
    own = did(private)
    proof: dict[str, object] = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": at,
        "verificationMethod": f"{issuer or own}#{own.removeprefix(_DID)}",
        "proofPurpose": "assertionMethod",
    }
    digests = [hashlib.sha256(canonical_lines(one).encode()) for one in (proof, document)]
    by = signature(private, b"".join(one.digest() for one in digests))
    return {**document, "proof": {**proof, "proofValue": _base58(bytes.fromhex(by))}}


_DID, _ED25519 = "did:key:", b"\xed\x01"


def did(private: str) -> str:
    """The name of whoever has this key: its public part, so that nobody has to look it up."""
    return f"{_DID}{_base58(_ED25519 + bytes.fromhex(public_key(private)))}"


_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def _base58(data: bytes) -> str:
    """As multibase writes it. Source: https://www.w3.org/TR/cid-1.0/#base-encode."""
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        text = _DIGITS[digit] + text
    return f"z{_DIGITS[0] * (len(data) - len(data.lstrip(bytes(1))))}{text}"


def canonical_lines(document: Node) -> str:
    """The same for whoever reads the document: a line a statement, in order.

    Raises:
        ValueError: if two nodes without a name say the same, which a badge has none of.
    """
    triples: list[_Triple] = []
    _tell(document, triples, count())
    blanks = {one.subject for one in triples if one.subject.startswith("_:")}
    digests = {_digest(triples, blank): blank for blank in blanks}
    if len(digests) < len(blanks):
        raise ValueError("nodes of a badge can’t be told apart")
    names = {digests[digest]: f"_:c14n{at}" for at, digest in enumerate(sorted(digests))}
    return _lines(triples, names)


def _digest(triples: list[_Triple], blank: str) -> str:
    """What tells a node without a name from others: the lines that it is in."""
    mentioned = [one for one in triples if blank in (one.subject, one.object)]
    others = {one: "_:z" for triple in mentioned for one in (triple.subject, triple.object)}
    blanks = {one: name for one, name in others.items() if one.startswith("_:")}
    return hashlib.sha256(_lines(mentioned, {**blanks, blank: "_:a"}).encode()).hexdigest()


def _lines(triples: list[_Triple], names: Mapping[str, str]) -> str:
    said = (
        f"{names.get(subject, subject)} <{predicate}> {names.get(value, value)} .\n"
        for subject, predicate, value in triples
    )
    return "".join(sorted(said))


def _tell(node: Node, triples: list[_Triple], numbers: Iterator[int]) -> str:
    """Put what a node says among the triples, and answer how it is called there."""
    own = f"<{node['id']}>" if "id" in node else f"_:{next(numbers)}"
    for key, value in node.items():
        if key not in ("id", "@context"):
            for one in value if isinstance(value, list | tuple) else [value]:
                triples.append(_triple(own, key, one, triples, numbers))
    return own


def _triple(
    own: str, key: str, value: object, triples: list[_Triple], numbers: Iterator[int]
) -> _Triple:
    if key == "type":
        return _Triple(own, _TYPE, f"<{_CLASSES[str(value)]}{value}>")
    predicate = _PROPERTIES[key]
    if isinstance(value, Mapping):
        return _Triple(own, predicate, _tell(value, triples, numbers))
    if key in _REFERENCES:
        return _Triple(own, predicate, f"<{_REFERENCES[key]}{value}>")
    text = str(value).lower() if isinstance(value, bool) else str(value)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    kind = f"^^<{_TYPED[key]}>" if key in _TYPED else ""
    return _Triple(own, predicate, f'"{escaped}"{kind}')
