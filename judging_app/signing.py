"""Signatures of a record: Ed25519 keys, and what exactly is signed."""

from __future__ import annotations

import hashlib

# libsodium is loaded by who signs, and by who checks a record that is signed.
# ruff: noqa: PLC0415


def new_key() -> str:
    """A private key, made at random: 64 hexadecimal digits."""
    from nacl.signing import SigningKey

    return bytes(SigningKey.generate()).hex()


def public_key(private: str) -> str:
    """What belongs to a private key and may be known to everybody.

    Raises:
        ValueError: if it is no private key.
    """
    from nacl.signing import SigningKey

    return bytes(SigningKey(bytes.fromhex(private)).verify_key).hex()


def signature(private: str, signed: bytes) -> str:
    """The signature of `signed`: 128 hexadecimal digits."""
    from nacl.signing import SigningKey

    return SigningKey(bytes.fromhex(private)).sign(signed).signature.hex()


def is_signed(public: str, signed: bytes, by: str) -> bool:
    """Whether `by` is the signature of exactly these bytes by the owner of this key."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(bytes.fromhex(public)).verify(signed, bytes.fromhex(by))
    except (CryptoError, ValueError):
        return False
    return True


def message(act: str, event: str, head: str) -> bytes:
    """What is signed after an act: which act, of which event, and the record up to it.

    Its first words keep a signature from being taken for one of anything else.
    """
    return f"pitchday/1//{act}//{event}//{head}".encode()


def key_digest(public: str) -> str:
    """The digest of a public key, of which people compare the fingerprint."""
    return hashlib.sha256(f"pitchday/key/1\0{public}".encode()).hexdigest()
