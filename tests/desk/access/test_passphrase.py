"""The organiser's passphrase: set, tried, counted, and kept as a hash alone."""

import pytest

from judging_app import passphrase as passphrases
from judging_app.desk import sign_in
from judging_app.desk.access import passphrase
from judging_app.desk.desk import Desk
from judging_app.domain.lock_out import FREE_TRIES, LONGEST_PASSPHRASE_WAIT_S
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import DeskError, NotAllowedError, SignInError
from tests.desk.small_event import PASSPHRASE, PINS, Clock, files_in

_WRONG = "twelve quiet herons at dawn"


@pytest.fixture
def with_one(new_desk: Desk) -> Desk:
    passphrase.set_passphrase(new_desk, ORGANISER, PASSPHRASE)
    return new_desk


def _lock_out(desk: Desk, times: int = FREE_TRIES) -> None:
    for _ in range(times):
        with pytest.raises(SignInError, match="PIN is wrong"):
            sign_in.sign_in(desk, ORGANISER, "000001")


def _fail(desk: Desk, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(SignInError, match="passphrase is wrong"):
            passphrase.enter(desk, _WRONG)


def test_the_passphrase_signs_in_the_organiser_whom_somebody_has_locked_out(
    with_one: Desk,
) -> None:
    _lock_out(with_one)
    changed = passphrase.sign_in(with_one, PASSPHRASE)

    assert [entry.act for entry in changed.entries] == ["enter passphrase", "sign in"]
    assert sign_in.locked_out(with_one) == ()
    sign_in.sign_in(with_one, ORGANISER, PINS[ORGANISER])


def test_wrong_pins_make_nobody_wait_for_the_passphrase(with_one: Desk) -> None:
    _lock_out(with_one)

    assert passphrase.wait_s(with_one) == 0


def test_wrong_passphrases_are_counted_and_make_nobody_wait_for_a_pin(with_one: Desk) -> None:
    _fail(with_one, FREE_TRIES)
    with pytest.raises(SignInError, match=r"Too many wrong passphrases. Try again in 15 seconds"):
        passphrase.enter(with_one, PASSPHRASE)

    assert sign_in.locked_out(with_one) == ()
    sign_in.sign_in(with_one, ORGANISER, PINS[ORGANISER])


def test_nobody_makes_the_passphrase_wait_longer_than_a_minute(
    with_one: Desk, clock: Clock
) -> None:
    waits = []
    for _ in range(FREE_TRIES + 6):
        clock.pass_s(wait := passphrase.wait_s(with_one))
        waits.append(wait)
        _fail(with_one)

    assert max(waits) == LONGEST_PASSPHRASE_WAIT_S
    clock.pass_s(LONGEST_PASSPHRASE_WAIT_S)
    passphrase.enter(with_one, PASSPHRASE)
    assert passphrase.wait_s(with_one) == 0


def test_a_try_is_on_the_record_before_it_is_looked_at(
    with_one: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_typed: str, _kept: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(passphrases, "is_right", killed)
    with pytest.raises(KeyboardInterrupt):
        passphrase.enter(with_one, PASSPHRASE)

    assert with_one.entries()[-1].act == "try passphrase"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "12 to 200 characters"),
        ("eleven char", "12 to 200 characters"),
        ("            heron            ", "12 to 200 characters"),
        ("h" * 201, "12 to 200 characters"),
        ("abababababab", "too easy to guess"),
        ("eleven quiet\nherons", "one line of plain text"),
    ],
)
def test_a_passphrase_that_is_none_is_refused_with_what_to_choose(
    typed: str, why: str, new_desk: Desk
) -> None:
    with pytest.raises(DeskError, match=why):
        passphrase.set_passphrase(new_desk, ORGANISER, typed)

    assert not passphrase.has_passphrase(new_desk)


def test_a_passphrase_is_the_same_however_a_keyboard_makes_its_letters(new_desk: Desk) -> None:
    passphrase.set_passphrase(new_desk, ORGANISER, "Zoë counts herons")

    passphrase.enter(new_desk, " Zoe\u0308 counts herons ")


@pytest.mark.parametrize(
    "typed", ["", "\0", "x" * 10_000, "999999", "a lone \ud800 surrogate"], ids=ascii
)
def test_whatever_is_typed_for_it_is_wrong_and_not_a_bug(typed: str, with_one: Desk) -> None:
    with pytest.raises(SignInError, match="passphrase is wrong"):
        passphrase.enter(with_one, typed)


def test_the_organiser_alone_sets_it(new_desk: Desk) -> None:
    with pytest.raises(NotAllowedError, match="Ask the organiser"):
        passphrase.set_passphrase(new_desk, HOST, PASSPHRASE)


def test_taken_away_it_is_asked_for_no_more(with_one: Desk) -> None:
    passphrase.remove_passphrase(with_one, ORGANISER)

    assert not passphrase.has_passphrase(with_one)
    with pytest.raises(DeskError, match="has no passphrase"):
        passphrase.enter(with_one, PASSPHRASE)


def test_no_passphrase_is_in_the_file_nor_beside_it(with_one: Desk) -> None:
    _fail(with_one)
    passphrase.enter(with_one, PASSPHRASE)
    files = files_in(with_one.file.path.parent)

    assert files
    for words in (PASSPHRASE, _WRONG):
        assert [name for name, written in files.items() if words.encode() in written] == []


def test_tries_that_can_not_be_written_are_counted(with_one: Desk) -> None:
    with_one.file.path.unlink()

    _fail(with_one, FREE_TRIES)
    with pytest.raises(SignInError, match="Too many wrong passphrases"):
        passphrase.enter(with_one, PASSPHRASE)
    assert len(with_one.file.waiting) >= FREE_TRIES
