"""PINs, the passphrase and wrong tries in the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from judging_app.domain.acts import (
    ConfirmPin,
    EnterPassphrase,
    ReleaseLockOut,
    SetPassphrase,
    SetPin,
    SignIn,
    TryPassphrase,
    TrySignIn,
)
from judging_app.domain.journal import Entry
from judging_app.domain.roles import Actor, actor_from_key
from judging_app.store.apply import apply_act
from judging_app.store.rows import delete, put, read

_NO_FAILURES: Mapping[str, object] = {"failures": 0, "last_failure": None}


@dataclass(frozen=True, slots=True)
class SignInRecord:
    """What is kept of someone's PIN and of wrong tries since the last right one."""

    holder: str
    pin_hash: str
    failures: int
    last_failure: datetime | None


@dataclass(frozen=True, slots=True)
class PassphraseRecord:
    """What is kept of the organiser's passphrase and of wrong tries since the last right one."""

    passphrase_hash: str
    failures: int
    last_failure: datetime | None


def sign_in_record(db: Database, holder: Actor) -> SignInRecord | None:
    """What is kept of this holder's PIN, if they have one."""
    query = "SELECT * FROM sign_in WHERE holder = ?"
    return next(iter(read(db, SignInRecord, query, holder.key)), None)


def passphrase_record(db: Database) -> PassphraseRecord | None:
    """What is kept of the passphrase, if there is one."""
    return next(iter(read(db, PassphraseRecord, "SELECT * FROM passphrase")), None)


def holders(db: Database) -> tuple[Actor, ...]:
    """Everyone who has a PIN."""
    found = db.execute("SELECT holder FROM sign_in ORDER BY holder").fetchall()
    return tuple(actor_from_key(holder) for (holder,) in found)


@apply_act.register
def _set_pin(act: SetPin, db: Database, _entry: Entry) -> None:
    if act.pin_hash:
        put(db, "sign_in", {"holder": act.holder.key, "pin_hash": act.pin_hash, **_NO_FAILURES})
    else:  # it was forgotten
        delete(db, "sign_in", holder=act.holder.key)


@apply_act.register
def _try_sign_in(act: TrySignIn, db: Database, entry: Entry) -> None:
    db.execute(
        "UPDATE sign_in SET failures = failures + 1, last_failure = ? WHERE holder = ?",
        [entry.at, act.holder.key],
    )


@apply_act.register(SignIn)
@apply_act.register(ConfirmPin)
@apply_act.register(ReleaseLockOut)
def _forget_failures(
    act: SignIn | ConfirmPin | ReleaseLockOut, db: Database, _entry: Entry
) -> None:
    db.execute(
        "UPDATE sign_in SET failures = 0, last_failure = NULL WHERE holder = ?", [act.holder.key]
    )


@apply_act.register
def _set_passphrase(act: SetPassphrase, db: Database, _entry: Entry) -> None:
    if act.passphrase_hash:
        row = {"only_one": 1, "passphrase_hash": act.passphrase_hash, **_NO_FAILURES}
        put(db, "passphrase", row)
    else:
        delete(db, "passphrase")


@apply_act.register
def _try_passphrase(_act: TryPassphrase, db: Database, entry: Entry) -> None:
    db.execute("UPDATE passphrase SET failures = failures + 1, last_failure = ?", [entry.at])


@apply_act.register
def _enter_passphrase(_act: EnterPassphrase, db: Database, _entry: Entry) -> None:
    db.execute("UPDATE passphrase SET failures = 0, last_failure = NULL")
