"""Wrong PINs where no event is open that could count them."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic

from judging_app import pins
from judging_app.domain.lock_out import remaining_s
from judging_app.domain.roles import Actor
from judging_app.errors import SignInError
from judging_app.words import counted


class Tries:
    """The wrong PINs since the application was started; whoever enters too many waits."""

    def __init__(self, steady_s: Callable[[], float] = monotonic) -> None:
        self._steady_s = steady_s
        self._wrong: dict[Actor, tuple[int, float]] = {}

    def wait_s(self, actor: Actor) -> int:
        """Seconds until `actor` may try again; 0 if at once."""
        failures, last = self._wrong.get(actor, (0, 0.0))
        return remaining_s(failures, timedelta(seconds=self._steady_s() - last))

    def check(self, kept: str, actor: Actor, pin: str) -> None:
        """Refuse a PIN that isn't the one that `kept` was made from.

        Raises:
            SignInError: if it is wrong, or it is too soon.
        """
        if wait := self.wait_s(actor):
            raise SignInError(f"Too many wrong PINs. Try again in {counted(wait, 'second')}.")
        failures, _ = self._wrong.get(actor, (0, 0.0))
        self._wrong[actor] = failures + 1, self._steady_s()
        if not pins.is_right(pin, kept):
            raise SignInError("That PIN is wrong. Enter the PIN that this copy was made with.")
        del self._wrong[actor]
