"""Signing in and out by PIN, and letting someone try again who was locked out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from judging_app import pins
from judging_app.desk.desk import Changed, Confirmed, Desk
from judging_app.domain import subjects
from judging_app.domain.acts import (
    Act,
    ConfirmPin,
    HandOutPin,
    ReleaseLockOut,
    SetPin,
    SignIn,
    SignOut,
    TrySignIn,
    act_name,
)
from judging_app.domain.lock_out import FREE_TRIES, remaining_s, wait_s
from judging_app.domain.roles import HOST, ORGANISER, PIN_DIGITS, SCORER, Actor, Handing, Role
from judging_app.errors import DeskError, SignInError, UnknownError, UnreadableError
from judging_app.store import journal, sign_in_rows
from judging_app.store.bodies import act_of
from judging_app.store.event_file import Waiting
from judging_app.words import counted

Kept = TypeVar("Kept", sign_in_rows.SignInRecord, sign_in_rows.PassphraseRecord)


def sign_in(desk: Desk, holder: Actor, pin: str) -> Changed:
    """Let `holder` in with their PIN.

    The try is on the disk before the PIN is looked at, so that ending the program between the
    two gains nobody a try. While nothing can be written, it is counted in memory.

    Raises:
        SignInError: if the PIN is wrong or the holder must wait; the refusal is recorded.
    """
    kept = _try(desk, holder)
    with desk.doing(holder, SignIn, subjects.sign_in(holder)) as doing:
        _check(pin, kept, _other_way(desk, holder))
        doing.record(SignIn(holder))
    return doing.changed


def confirm(desk: Desk, actor: Actor, kind: type[Act], pin: str) -> Changed:
    """Let whoever is at the desk do one act of this kind next, for they entered their PIN again.

    Raises:
        SignInError: if the PIN is wrong, which counts as a try, or they must wait.
    """
    kept = _try(desk, actor)
    with desk.doing(actor, ConfirmPin, subjects.sign_in(actor)) as doing:
        _check(pin, kept, _other_way(desk, actor))
        doing.record(ConfirmPin(actor, act_name(kind)))
    desk.confirmed = Confirmed(actor, kind)
    return doing.changed


IDLE = "idle"
"""The reason on the record where nobody pressed a key for so long that the desk was locked."""


def sign_out(desk: Desk, holder: Actor, reason: str = "") -> Changed:
    """Record that `holder` left their desk, or that it was locked behind them."""
    with desk.doing(holder, SignOut, subjects.sign_in(holder)) as doing:
        doing.record(SignOut(holder), reason)
    return doing.changed


def set_pin(desk: Desk, actor: Actor, holder: Actor, pin: str) -> Changed:
    """Give `holder` a PIN in place of the one they had.

    Raises:
        DeskError: if it isn't six digits.
        UnknownError: if there is no such judge.
    """
    with desk.doing(actor, SetPin, subjects.sign_in(holder)) as doing:
        _check_pin(pin)
        if holder not in everyone(desk):
            raise UnknownError(f"There is no judge “{holder.judge}” in this event. Check the code.")
        doing.record(SetPin(holder, pins.pin_hash(pin)))
    return doing.changed


def give_hashed(desk: Desk, actor: Actor, hashes: Mapping[Actor, str]) -> Changed:
    """Give several people PINs of which the hashes were made already, in one act.

    Making them takes a fifth of a second each, which nobody waits for at the desk.

    Raises:
        UnknownError: if there is no such judge.
    """
    with desk.doing(actor, SetPin) as doing:
        known = everyone(desk)
        for holder, pin_hash in hashes.items():
            if holder not in known:
                raise UnknownError(
                    f"There is no judge “{holder.judge}” in this event. Check the code."
                )
            doing.record(SetPin(holder, pin_hash))
    return doing.changed


def give_pins(
    desk: Desk, actor: Actor, pins_given: Mapping[Actor, str] | None = None
) -> Mapping[Actor, str]:
    """Give everyone a new PIN, at random where none is named.

    The answer is the only place where they are.

    Raises:
        DeskError: as for `set_pin`.
    """
    given = {holder: (pins_given or {}).get(holder, pins.new_pin()) for holder in everyone(desk)}
    for pin in given.values():
        _check_pin(pin)
    give_hashed(desk, actor, dict(zip(given, pins.hashes(tuple(given.values())), strict=True)))
    return given


def hand_out(desk: Desk, actor: Actor, holders: Iterable[Actor], how: Handing) -> Changed:
    """Record that these people's PINs are printed, saved or noted, so that they have them.

    Raises:
        UnknownError: if one of them has no PIN.
    """
    with desk.doing(actor, HandOutPin) as doing:
        for holder in holders:
            if not has_pin(desk, holder):
                raise UnknownError("There is no PIN to hand out. Make one first.")
            doing.record(HandOutPin(holder, how))
    return doing.changed


@dataclass(frozen=True, slots=True)
class PinPlace:
    """How somebody got the PIN that they have, and when; `None` if they just signed in with it."""

    how: Handing | None
    at: datetime


def pin_place(desk: Desk, holder: Actor) -> PinPlace | None:
    """How the PIN that `holder` has now got to them; `None` if nobody knows that it did."""
    place: PinPlace | None = None
    try:
        told = journal.entries_about(desk.file.db, subjects.sign_in(holder))
    except UnreadableError:
        return None
    for entry in told:
        if entry.act == _GIVEN:
            place = None
        elif entry.act == _HANDED_OUT:
            place = PinPlace(_how(entry.body), entry.time)
        elif entry.act in _USED:
            place = place or PinPlace(None, entry.time)
    return place


def _how(body: str) -> Handing | None:
    try:
        act = act_of(_HANDED_OUT, body)
    except ValueError:  # it was damaged, or forgotten
        return None
    return act.how if isinstance(act, HandOutPin) else None


_GIVEN, _HANDED_OUT = act_name(SetPin), act_name(HandOutPin)
_USED = frozenset(map(act_name, (SignIn, ConfirmPin)))


def not_handed_out(desk: Desk) -> tuple[Actor, ...]:
    """Those who have a PIN of which nobody knows that it got to them."""
    return tuple(
        one for one in everyone(desk) if has_pin(desk, one) and pin_place(desk, one) is None
    )


def release_lock_out(desk: Desk, actor: Actor, holder: Actor) -> Changed:
    """Let someone try again at once."""
    with desk.doing(actor, ReleaseLockOut, subjects.sign_in(holder)) as doing:
        doing.record(ReleaseLockOut(holder))
    return doing.changed


def wait_of(desk: Desk, holder: Actor) -> int:
    """Seconds until `holder` may try a PIN again; 0 if at once."""
    kept = _record(desk, holder)
    return _wait_s(desk, kept) if kept else 0


def has_pin(desk: Desk, holder: Actor) -> bool:
    """Whether `holder` was given a PIN."""
    return _record(desk, holder) is not None


def locked_out(desk: Desk) -> tuple[Actor, ...]:
    """Those who must wait just now before they can try a PIN again."""
    return tuple(holder for holder in everyone(desk) if wait_of(desk, holder))


def everyone(desk: Desk) -> tuple[Actor, ...]:
    """All who can have a PIN: the judges in their order, then organiser, host and scorer."""
    judges = tuple(Actor(Role.JUDGE, judge.id) for judge in desk.setup().judges)
    return (*judges, ORGANISER, HOST, SCORER)


def _check_pin(pin: str) -> None:
    if not pins.is_pin(pin):
        raise DeskError(f"A PIN has {PIN_DIGITS} digits from 0 to 9. Choose another.")


def _kept(desk: Desk, holder: Actor) -> sign_in_rows.SignInRecord:
    if kept := _record(desk, holder):
        return kept
    raise SignInError("There is no PIN for this name yet. Ask the organiser for one.")


def _try(desk: Desk, holder: Actor) -> sign_in_rows.SignInRecord:
    """Count a try, with the moment from which its wait would run, before the PIN is looked at.

    Raises:
        SignInError: if the holder must wait.
    """
    with desk.doing(holder, TrySignIn, subjects.sign_in(holder)) as doing:
        kept = _kept(desk, holder)
        if wait := _wait_s(desk, kept):
            desk.timepiece.keep()
            raise SignInError(
                f"Too many wrong PINs. Try again in {duration(wait)}{_other_way(desk, holder)}."
            )
        desk.timepiece.mark(doing.at)  # first: a try without it would wait by the time of day
        doing.record(TrySignIn(holder))
    return kept


def _other_way(desk: Desk, holder: Actor) -> str:
    """Who or what lets `holder` in before their wait is over; nobody can let the organiser in."""
    if holder != ORGANISER:
        return ", or ask the organiser or host to let you in"
    has_passphrase = sign_in_rows.passphrase_record(desk.file.db) is not None
    return ", or use the passphrase" if has_passphrase else ""


def _check(pin: str, kept: sign_in_rows.SignInRecord, other_way: str) -> None:
    if not pins.is_right(pin, kept.pin_hash):
        raise SignInError(_wrong(kept.failures + 1, other_way))


def _record(desk: Desk, holder: Actor) -> sign_in_rows.SignInRecord | None:
    """What is kept of a holder's PIN; tries that wait to be written count as those that don't."""
    kept = sign_in_rows.sign_in_record(desk.file.db, holder)
    if kept is None:
        return None
    waiting = (one for one in desk.file.waiting if _holder(one.act) == holder)
    return with_waiting(kept, waiting, TrySignIn, (SignIn, ConfirmPin))


def _holder(act: Act) -> Actor | None:
    return act.holder if isinstance(act, TrySignIn | SignIn | ConfirmPin) else None


def with_waiting(
    kept: Kept, waiting: Iterable[Waiting], wrong: type[Act], right: tuple[type[Act], ...]
) -> Kept:
    """What is kept of tries, with those that wait to be written: a full disk gives nobody more."""
    for one in waiting:
        if isinstance(one.act, wrong):
            kept = replace(kept, failures=kept.failures + 1, last_failure=one.at)
        elif isinstance(one.act, right):
            kept = replace(kept, failures=0, last_failure=None)
    return kept


def _wait_s(desk: Desk, kept: sign_in_rows.SignInRecord) -> int:
    if kept.last_failure is None:
        return 0
    return remaining_s(kept.failures, desk.timepiece.waited(kept.last_failure))


def _wrong(failures: int, other_way: str) -> str:
    left = FREE_TRIES - failures
    if left > 0:
        return f"That PIN is wrong. {counted(left, 'try', 'tries')} left, then you must wait."
    return f"That PIN is wrong. Try again in {duration(wait_s(failures))}{other_way}."


def duration(seconds: int) -> str:
    """How long somebody must wait, in words."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return counted(rest, "second")
    return f"{minutes} min {rest:02d} s"
