"""The keys that sign records, in this computer's own folder: whoever has only the file has none.

A key is kept by the digest of its event's first entry, and beside it what was signed with it.
"""

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from judging_app.domain.journal import SignedHere
from judging_app.files import put
from judging_app.paths import own_folder
from judging_app.signing import new_key
from judging_app.store.verify import Verification


def kept_key(event: str) -> str | None:
    """The private key that this computer has for an event."""
    with suppress(OSError, ValueError):
        text = _place(event, "key").read_text("ascii").strip()
        return text if re.fullmatch(r"[0-9a-f]{64}", text) else None
    return None


def make_key(event: str) -> str:
    """A new private key, kept for an event; a computer that keeps nothing uses it but once."""
    private = new_key()
    with suppress(OSError):
        _keep(_place(event, "key"), private.encode("ascii"))
    return private


def signed_here(event: str) -> tuple[SignedHere, ...]:
    """Every signature of an event's record that this computer made, the first first."""
    with suppress(OSError, ValueError):
        lines = _place(event, "signed").read_text("ascii").splitlines()
        return tuple(_remembered(line) for line in lines)
    return ()


def missing(signed: Sequence[SignedHere], found: Verification) -> tuple[SignedHere, ...]:
    """Those of a computer’s signatures that a record lacks and that no restoring explains."""
    there = frozenset(found.digests)
    return tuple(
        one
        for one in signed
        if one.digest not in there and not (found.restored and one.at <= found.restored.time)
    )


def remember_signed(event: str, signed: SignedHere) -> None:
    """Remember a signature, so that a record without it can be told later."""
    line = json.dumps([signed.digest, signed.act, signed.at.isoformat()])
    with suppress(OSError):
        place = _place(event, "signed")
        before = place.read_bytes() if place.exists() else b""
        _keep(place, before + line.encode("ascii") + b"\n")


def _remembered(line: str) -> SignedHere:
    digest, act, at = json.loads(line)
    return SignedHere(str(digest), str(act), datetime.fromisoformat(at))


def _place(event: str, ending: str) -> Path:
    # A file from elsewhere may give a path in the place of the digest.
    name = event if re.fullmatch(r"[0-9a-f]{64}", event) else sha256(event.encode()).hexdigest()
    return own_folder() / "keys" / f"{name[:32]}.{ending}"


def _keep(place: Path, content: bytes) -> None:
    place.parent.mkdir(mode=0o700, exist_ok=True)
    put(place, content)
