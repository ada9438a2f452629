"""Open Badges 3.0: a credential a file, signed with the event's key. Told in `docs/badges.md`."""

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from datetime import UTC
from uuid import NAMESPACE_OID, uuid5

from judging_app.export.file_names import file_names
from judging_app.export.open_data.linked_data import CONTEXTS, did, signed
from judging_app.present.open_data.badges import Badge, Badges


def badge_files(of: Badges, private: str) -> Iterator[tuple[str, bytes]]:
    """Each badge as a file, by name."""
    names = file_names((one.stem for one in of.badges), ".json")
    at = of.given_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, badge in zip(names, of.badges, strict=True):
        said = signed(_credential(of, badge, private, at), private, at)
        yield name, f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()


def _credential(of: Badges, badge: Badge, private: str, at: str) -> dict[str, object]:
    for_what = badge.achievement
    return {
        "@context": [*CONTEXTS],
        "id": _name(of, badge.person, for_what.code, at),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": _plain(for_what.name),
        "issuer": {"id": did(private), "type": ["Profile"], "name": _plain(of.title)},
        "validFrom": at,
        "credentialSubject": {
            "id": _name(of, badge.person),
            "type": ["AchievementSubject"],
            "identifier": [*_identifiers(badge, private)],
            "achievement": {
                "id": _name(of, "", for_what.code),
                "type": ["Achievement"],
                "achievementType": for_what.kind,
                "name": _plain(for_what.name),
                "description": _plain(for_what.description),
                "criteria": {"narrative": for_what.criteria},
            },
        },
    }


def _identifiers(badge: Badge, private: str) -> Iterator[dict[str, object]]:
    """Whose it is: the name, and the e-mail address so that only who knows it can find it there."""
    kind = {"type": "IdentityObject"}
    yield {**kind, "hashed": False, "identityHash": _plain(badge.name), "identityType": "name"}
    if badge.email:
        salt = hashlib.sha256(f"pitchday/badge/1\0{private}\0{badge.person}".encode()).hexdigest()
        digest = hashlib.sha256(f"{badge.email}{salt}".encode()).hexdigest()
        yield {
            **kind,
            "hashed": True,
            "identityHash": f"sha256${digest}",
            "identityType": "emailAddress",
            "salt": salt,
        }


def _name(of: Badges, *parts: str) -> str:
    """A name that nothing else has, and the same again for the same."""
    return f"urn:uuid:{uuid5(NAMESPACE_OID, '/'.join(('pitchday', of.event, *parts)))}"


def _plain(text: str) -> str:
    """Without what isn't seen: readers don't agree how it is signed."""
    spaced = " ".join(text.split())
    return "".join(one for one in spaced if unicodedata.category(one) not in ("Cc", "Cs"))
