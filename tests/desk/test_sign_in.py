"""A PIN is tried, counted before anyone knows the verdict, and written down nowhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher, extract_parameters
from hypothesis import given
from hypothesis import strategies as st

from judging_app import pins
from judging_app.desk import events, sign_in
from judging_app.desk.desk import Desk
from judging_app.domain.ids import JudgeId
from judging_app.domain.lock_out import FREE_TRIES, wait_s
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.errors import DeskError, SignInError, UnknownError
from judging_app.store import sign_in_rows
from tests.desk.small_event import (
    ADA,
    BO,
    PINS,
    Clock,
    files_in,
)

_REAL_HASHER: PasswordHasher = pins._HASHER
_WRONG = "000000"


def _fail(desk: Desk, times: int = 1, holder: Actor = ADA) -> None:
    for _ in range(times):
        with pytest.raises(SignInError, match="That PIN is wrong"):
            sign_in.sign_in(desk, holder, _WRONG)


def _must_wait(desk: Desk, holder: Actor = ADA) -> str:
    """What someone is told who must wait, although the PIN is right."""
    with pytest.raises(SignInError) as refusal:
        sign_in.sign_in(desk, holder, PINS[holder])
    assert "Too many wrong PINs" in str(refusal.value)
    return str(refusal.value)


def _failures(desk: Desk, holder: Actor = ADA) -> int:
    kept = sign_in_rows.sign_in_record(desk.file.db, holder)
    assert kept
    return kept.failures


def test_the_right_pin_lets_its_holder_in_and_forgets_wrong_tries(new_desk: Desk) -> None:
    _fail(new_desk, 3)

    changed = sign_in.sign_in(new_desk, ADA, PINS[ADA])

    assert [entry.act for entry in changed.entries] == ["sign in"]
    assert _failures(new_desk) == 0


def test_one_holders_pin_is_not_anothers(new_desk: Desk) -> None:
    with pytest.raises(SignInError):
        sign_in.sign_in(new_desk, ADA, PINS[BO])


@pytest.mark.parametrize(
    "pin", ["", " ", "27091", "2709180", "２７０９１８", "\0", "\ud800"], ids=ascii
)
def test_whatever_is_typed_for_a_pin_is_wrong_and_not_a_bug(pin: str, new_desk: Desk) -> None:
    with pytest.raises(SignInError, match=r"wrong. 4 tries left"):
        sign_in.sign_in(new_desk, ADA, pin)


@pytest.mark.row(58)
def test_a_try_is_on_the_disk_before_the_pin_is_looked_at(
    new_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def killed(_pin: str, _kept: str) -> bool:
        other = new_desk.file.path.read_bytes()
        copy = new_desk.file.path.with_name("copy.pitchday")
        copy.write_bytes(other)
        with_copy = events.open_event(copy)
        seen.append(_failures(with_copy))
        with_copy.close()
        raise KeyboardInterrupt

    monkeypatch.setattr(pins, "is_right", killed)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            sign_in.sign_in(new_desk, ADA, PINS[ADA])

    assert seen == [1, 2]
    assert _failures(new_desk) == 2
    assert not new_desk.file.db.conn.in_transaction


@pytest.mark.row(58)
def test_five_tries_are_free_and_then_each_wait_is_twice_the_last(
    new_desk: Desk, clock: Clock
) -> None:
    _fail(new_desk, FREE_TRIES)
    waits = []
    for _ in range(4):
        _must_wait(new_desk)
        waited = 0
        while sign_in.locked_out(new_desk) == (ADA,):
            clock.pass_s(1)
            waited += 1
        waits.append(waited)
        _fail(new_desk)

    assert waits == [15, 30, 60, 120]


def test_the_longest_wait_has_an_end() -> None:
    assert wait_s(10**6) == 15 * 2**9


def test_trying_while_waiting_neither_helps_nor_counts(new_desk: Desk, clock: Clock) -> None:
    _fail(new_desk, FREE_TRIES)
    for _ in range(10):
        _must_wait(new_desk)

    assert _failures(new_desk) == FREE_TRIES
    clock.pass_s(15)
    sign_in.sign_in(new_desk, ADA, PINS[ADA])


@pytest.mark.row(58)
def test_one_who_waits_keeps_nobody_else_waiting(new_desk: Desk) -> None:
    _fail(new_desk, FREE_TRIES)

    sign_in.sign_in(new_desk, BO, PINS[BO])

    assert sign_in.locked_out(new_desk) == (ADA,)


@pytest.mark.parametrize("who", [HOST, ORGANISER], ids=lambda actor: actor.key)
def test_the_host_or_the_organiser_lets_someone_try_again_at_once(
    who: Actor, new_desk: Desk
) -> None:
    _fail(new_desk, FREE_TRIES)

    sign_in.release_lock_out(new_desk, who, ADA)

    assert sign_in.locked_out(new_desk) == ()
    sign_in.sign_in(new_desk, ADA, PINS[ADA])


@pytest.mark.row(58)
def test_starting_the_application_anew_shortens_no_wait(small_path: Path, clock: Clock) -> None:
    desk = events.open_event(small_path, clock)
    _fail(desk, FREE_TRIES)
    desk.close()

    again = events.open_event(small_path, clock)
    try:
        clock.pass_s(14)
        _must_wait(again)
    finally:
        again.close()


def test_a_new_pin_ends_the_old_one_and_its_wait(new_desk: Desk) -> None:
    _fail(new_desk, FREE_TRIES)

    sign_in.set_pin(new_desk, ORGANISER, ADA, "640173")

    with pytest.raises(SignInError):
        sign_in.sign_in(new_desk, ADA, PINS[ADA])
    sign_in.sign_in(new_desk, ADA, "640173")


def test_a_name_without_a_pin_is_told_to_ask_for_one(new_desk: Desk) -> None:
    with pytest.raises(SignInError, match="There is no PIN for this name yet"):
        sign_in.sign_in(new_desk, Actor(Role.JUDGE, JudgeId("J9")), "123456")
    with pytest.raises(UnknownError, match="no judge “J9”"):
        sign_in.set_pin(new_desk, ORGANISER, Actor(Role.JUDGE, JudgeId("J9")), "640173")


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", " 12345"])
def test_a_pin_is_six_digits(pin: str, new_desk: Desk) -> None:
    with pytest.raises(DeskError, match="A PIN has 6 digits"):
        sign_in.set_pin(new_desk, ORGANISER, ADA, pin)


_HASHES = re.compile(rb"\$argon2id\$[\w$=,+/]{60,}|[0-9a-f]{32,}")
"""Where six digits may stand in a row by chance."""


@pytest.mark.row(60)
def test_no_pin_is_in_the_file_nor_beside_it(small_path: Path, clock: Clock) -> None:
    desk = events.open_event(small_path, clock)
    given = sign_in.give_pins(desk, ORGANISER)
    for holder, pin in given.items():
        sign_in.sign_in(desk, holder, pin)
        with pytest.raises(SignInError):
            sign_in.sign_in(desk, holder, "902741")
    files = files_in(small_path.parent)
    desk.close()

    for written in files.values():
        said = _HASHES.sub(b"", written)
        assert [pin for pin in ("902741", *given.values()) if pin.encode() in said] == []
    assert b"judge:J1" in _HASHES.sub(b"", files[small_path.name])


@given(st.integers(0, 999_999).map(lambda number: f"{number:06}"))
def test_a_weak_pin_is_one_of_the_first_that_anyone_would_try(pin: str) -> None:
    ups = {"".join(str((start + i) % 10) for i in range(6)) for start in range(6)}
    downs = {run[::-1] for run in ups}

    if pin in ups | downs or len(set(pin)) <= 2:
        assert pins.is_weak(pin)


@pytest.mark.parametrize("pin", ["000000", "111111", "121212", "112211", "123456", "654321"])
def test_a_weak_pin_is_known_for_one(pin: str) -> None:
    assert pins.is_weak(pin)


def test_no_weak_pin_is_ever_given(monkeypatch: pytest.MonkeyPatch) -> None:
    digits: Iterator[str] = iter("111111123456987654121212270918")
    monkeypatch.setattr("judging_app.pins.secrets.choice", lambda _: next(digits))

    assert pins.new_pin() == "270918"


def test_pins_are_hashed_as_slowly_as_the_rules_ask() -> None:
    parameters = extract_parameters(_REAL_HASHER.hash("270918"))

    assert parameters.type.name == "ID"
    assert parameters.memory_cost >= 46 * 1024
    assert parameters.time_cost >= 1
    assert parameters.salt_len >= 16


def test_two_holders_of_one_pin_have_two_hashes() -> None:
    assert pins.pin_hash("270918") != pins.pin_hash("270918")


def test_this_computer_keeps_the_id_that_it_made_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert events.this_device() == events.this_device()
    assert len(events.this_device()) == 8


@pytest.mark.parametrize("left", [b"", b"\n", b"0a0b", b"\xff\xfe", b"not an id"])
def test_half_an_id_left_by_a_crash_is_made_anew(
    left: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    events.this_device()
    (kept,) = tmp_path.rglob("device")
    kept.write_bytes(left)

    made = events.this_device()

    assert len(made) == 8
    assert kept.read_text(encoding="ascii") == made == events.this_device()


def test_a_computer_that_keeps_nothing_still_has_an_id(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "a file, not a folder"
    in_the_way.write_bytes(b"")
    monkeypatch.setenv("XDG_DATA_HOME", str(in_the_way))

    assert len(events.this_device()) == 8
    assert list(tmp_path.iterdir()) == [in_the_way]


def test_a_desk_that_was_locked_says_so_on_the_record(desk: Desk) -> None:
    sign_in.sign_out(desk, ADA, sign_in.IDLE)

    assert (desk.entries()[-1].act, desk.entries()[-1].reason) == ("sign out", "idle")
