"""PINs and wrong tries in the tables."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from judging_app.domain.acts import ReleaseLockOut, SetPin, SignIn, TrySignIn
from judging_app.domain.journal import Entry
from judging_app.domain.roles import Actor, actor_from_key
from judging_app.store.apply import apply_act
from judging_app.store.rows import put, read


@dataclass(frozen=True, slots=True)
class SignInRecord:
    """What is kept of someone's PIN and of wrong tries since the last right one."""

    holder: str
    pin_hash: str
    failures: int
    last_failure: datetime | None


def sign_in_record(db: Database, holder: Actor) -> SignInRecord | None:
    """What is kept of this holder's PIN, if they have one."""
    query = "SELECT * FROM sign_in WHERE holder = ?"
    return next(iter(read(db, SignInRecord, query, holder.key)), None)


def holders(db: Database) -> tuple[Actor, ...]:
    """Everyone who has a PIN."""
    found = db.execute("SELECT holder FROM sign_in ORDER BY holder").fetchall()
    return tuple(actor_from_key(holder) for (holder,) in found)


@apply_act.register
def _set_pin(act: SetPin, db: Database, _entry: Entry) -> None:
    row = {"holder": act.holder.key, "pin_hash": act.pin_hash, "failures": 0, "last_failure": None}
    put(db, "sign_in", row)


@apply_act.register
def _try_sign_in(act: TrySignIn, db: Database, entry: Entry) -> None:
    db.execute(
        "UPDATE sign_in SET failures = failures + 1, last_failure = ? WHERE holder = ?",
        [entry.at, act.holder.key],
    )


@apply_act.register(SignIn)
@apply_act.register(ReleaseLockOut)
def _forget_failures(act: SignIn | ReleaseLockOut, db: Database, _entry: Entry) -> None:
    db.execute(
        "UPDATE sign_in SET failures = 0, last_failure = NULL WHERE holder = ?", [act.holder.key]
    )
