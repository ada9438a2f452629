"""PINs: made at random, kept as argon2id hashes, never written down by the application."""

import os
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError

from judging_app.domain.roles import PIN_DIGITS

_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
"""At least OWASP ASVS 5.0, appendix C (argon2id, 46 MiB); some 0.2 s a try on a laptop."""

_MOST_PASSES, _MOST_KIB = 10, 256 * 1024

_MOST_AT_ONCE = 8
"""Each takes 64 MiB while it is made."""

_RUNS = "01234567890 09876543210"


def new_pin() -> str:
    """Random digits; runs like 345678 and repeats like 222222 or 121212 are not given."""
    while is_weak(pin := "".join(secrets.choice("0123456789") for _ in range(PIN_DIGITS))):
        pass
    return pin


def is_weak(pin: str) -> bool:
    """Whether a PIN is among the first that anybody would try."""
    return len(set(pin)) < 3 or pin in _RUNS  # noqa: PLR2004 - 111111 and 121212


def is_pin(text: str) -> bool:
    """Whether `text` is as many ASCII digits as a PIN has."""
    return len(text) == PIN_DIGITS and text.isascii() and text.isdigit()


def pin_hash(pin: str) -> str:
    """What is kept of a PIN, with its own salt."""
    return hash_of(pin)


def hashes(
    pins: Sequence[str], progress: Callable[[int, int], None] | None = None
) -> tuple[str, ...]:
    """What is kept of several PINs, made side by side on all processors."""
    with ThreadPoolExecutor(min(os.cpu_count() or 1, _MOST_AT_ONCE)) as pool:
        made = []
        for done, one in enumerate(pool.map(pin_hash, pins)):
            made.append(one)
            if progress:
                progress(done + 1, len(pins))
    return tuple(made)


def is_right(pin: str, kept: str) -> bool:
    """Whether `pin` is the one that `kept` was made from."""
    return is_pin(pin) and was_made_from(pin, kept)


def hash_of(secret: str) -> str:
    """What is kept of a PIN or a passphrase, with its own salt."""
    return _HASHER.hash(secret)


def was_made_from(secret: str, kept: str) -> bool:
    """Whether `kept` is what `hash_of` made of this.

    A hash says itself how much work it is; one from a file of somebody else's could ask for hours.
    """
    try:
        asked = extract_parameters(kept)
        if asked.time_cost > _MOST_PASSES or asked.memory_cost > _MOST_KIB:
            return False
        return _HASHER.verify(kept, secret)
    except (VerificationError, InvalidHashError):
        return False
