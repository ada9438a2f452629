"""Somebody guesses a PIN for an afternoon, with every trick that the laptop allows."""

import random
from pathlib import Path

import pytest

from judging_app import pins
from judging_app.desk import events, sign_in
from judging_app.desk.desk import Desk
from judging_app.domain.lock_out import FREE_TRIES
from judging_app.errors import SignInError
from judging_app.store import sign_in_rows
from tests.desk.small_event import ADA, Clock

MOST_TRIES, WITHIN_S = 15, int(4.3 * 3600)
STEP_S = 120


def _tries(desk: Desk) -> int:
    kept = sign_in_rows.sign_in_record(desk.file.db, ADA)
    assert kept
    return kept.failures


class Guesser:
    """Tries, ends the program before the verdict, sets the clock, switches off and on."""

    def __init__(self, path: Path, clock: Clock, seed: int) -> None:
        self._path, self._clock, self._luck = path, clock, random.Random(seed)  # noqa: S311 - a test's
        self.tricks: set[str] = set()
        self.kills = 0

    def guess(self, patch: pytest.MonkeyPatch) -> int:
        """One round: a try, killed or not, then a trick; the answer is how many tries counted."""
        desk = events.open_event(self._path, self._clock)
        with patch.context() as while_killed:
            if self._luck.random() < 0.5:
                while_killed.setattr(pins, "is_right", self._kill)
            with pytest.raises((SignInError, KeyboardInterrupt)):
                sign_in.sign_in(desk, ADA, "000001")
        made = _tries(desk)
        if self._luck.random() < 0.5:
            desk.close()
        else:
            desk.file.close()
        self._play()
        return made

    def _kill(self, _pin: str, _kept: str) -> bool:
        self.kills += 1
        raise KeyboardInterrupt

    def _play(self) -> None:
        trick = self._luck.choice(["restart", "forward", "back", "off and on", "all of it"])
        self.tricks.add(trick)
        if trick in ("forward", "all of it"):
            self._clock.set_s(86_400)
        if trick == "back":
            self._clock.set_s(-10_800)
        if trick in ("off and on", "all of it"):
            self._clock.start_again()


@pytest.mark.row(58)
@pytest.mark.parametrize("seed", range(3))
def test_whoever_guesses_a_pin_has_fifteen_tries_in_four_hours_whatever_they_do_to_the_laptop(
    seed: int, small_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    guesser = Guesser(small_path, clock, seed)
    made = [guesser.guess(monkeypatch) for _ in range(FREE_TRIES)]
    for _ in range(WITHIN_S // STEP_S):
        clock.pass_s(STEP_S)
        made.append(guesser.guess(monkeypatch))

    assert made[FREE_TRIES - 1] == FREE_TRIES
    assert FREE_TRIES < made[-1] <= MOST_TRIES
    assert len(guesser.tricks) == 5
    assert guesser.kills > 0


@pytest.mark.parametrize("work", ["m=65536,t=4000000000,p=1", "m=4194304000,t=1,p=1"])
def test_a_hash_that_asks_for_hours_or_for_all_memory_lets_nobody_in(work: str) -> None:
    kept = f"$argon2id$v=19${work}$c29tZXNhbHQ$iWh06vD8Fy27wf9npn6FXWiCX4K6pW6Ue1Bnzz07Z8A"

    assert not pins.is_right("100001", kept)
