"""The organiser's passphrase: it ends their wait after wrong PINs, and opens the command line.

Whoever can start a program under the same account can read the file itself: a passphrase makes
this program ask, and keeps nothing from another one.
"""

from judging_app import passphrase
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.sign_in import duration, with_waiting
from judging_app.domain import subjects
from judging_app.domain.acts import Act, EnterPassphrase, SetPassphrase, SignIn, TryPassphrase
from judging_app.domain.lock_out import LONGEST_PASSPHRASE_WAIT_S, remaining_s
from judging_app.domain.roles import ORGANISER, Actor
from judging_app.errors import DeskError, SignInError
from judging_app.store.sign_in_rows import PassphraseRecord, passphrase_record

WRONG = "That passphrase is wrong. Check capital letters and spaces."


def has_passphrase(desk: Desk) -> bool:
    """Whether the organiser set one."""
    return passphrase_record(desk.file.db) is not None


def set_passphrase(desk: Desk, actor: Actor, typed: str) -> Changed:
    """Set the passphrase, in place of any before.

    Raises:
        DeskError: if it is too short or too easy to guess.
    """
    with desk.doing(actor, SetPassphrase, subjects.PASSPHRASE) as doing:
        if why := passphrase.problem(typed):
            raise DeskError(why)
        doing.record(SetPassphrase(passphrase.passphrase_hash(typed)))
    return doing.changed


def remove_passphrase(desk: Desk, actor: Actor) -> Changed:
    """Take the passphrase away.

    Raises:
        DeskError: if there is none.
    """
    with desk.doing(actor, SetPassphrase, subjects.PASSPHRASE) as doing:
        _kept(desk)
        doing.record(SetPassphrase(""))
    return doing.changed


def enter(desk: Desk, typed: str) -> Changed:
    """Let the organiser go on who knows the passphrase.

    As with a PIN, the try is on the disk before it is looked at.

    Raises:
        SignInError: if it is wrong, or nobody may try just now.
        DeskError: if there is none.
    """
    return _entered(desk, typed)


def sign_in(desk: Desk, typed: str) -> Changed:
    """Sign the organiser in by the passphrase, which ends their wait after wrong PINs.

    Raises:
        SignInError: as for `enter`.
        DeskError: as for `enter`.
    """
    return _entered(desk, typed, SignIn(ORGANISER))


def wait_s(desk: Desk) -> int:
    """Seconds until the passphrase can be tried again; 0 if at once."""
    kept = _record(desk)
    if kept is None or kept.last_failure is None:
        return 0
    passed = desk.timepiece.waited(kept.last_failure)
    return remaining_s(kept.failures, passed, LONGEST_PASSPHRASE_WAIT_S)


def _entered(desk: Desk, typed: str, *more: Act) -> Changed:
    kept = _try(desk)
    with desk.doing(ORGANISER, EnterPassphrase, subjects.PASSPHRASE) as doing:
        _check(typed, kept)
        for act in (EnterPassphrase(), *more):
            doing.record(act)
    return doing.changed


def _try(desk: Desk) -> PassphraseRecord:
    with desk.doing(ORGANISER, TryPassphrase, subjects.PASSPHRASE) as doing:
        kept = _kept(desk)
        if wait := wait_s(desk):
            raise SignInError(f"Too many wrong passphrases. Try again in {duration(wait)}.")
        desk.timepiece.mark(doing.at)
        doing.record(TryPassphrase())
    return kept


def _check(typed: str, kept: PassphraseRecord) -> None:
    if not passphrase.is_right(typed, kept.passphrase_hash):
        raise SignInError(WRONG)


def _kept(desk: Desk) -> PassphraseRecord:
    if kept := _record(desk):
        return kept
    raise DeskError("This event has no passphrase. The organiser can set one.")


def _record(desk: Desk) -> PassphraseRecord | None:
    kept = passphrase_record(desk.file.db)
    if kept is None:
        return None
    return with_waiting(kept, desk.file.waiting, TryPassphrase, (EnterPassphrase,))
