"""The words of the lock that falls by itself."""

from judging_app.present.idle import (
    CHOICES_S,
    HOST_S,
    OFF,
    ORGANISER_S,
    counting_text,
    lock_spoken,
    lock_text,
    locked_text,
    next_choice_s,
    warned_s,
)


def test_the_choices_run_from_half_a_minute_to_ten_and_off_and_round_again() -> None:
    found = [CHOICES_S[0]]
    while len(found) <= len(CHOICES_S):
        found.append(next_choice_s(found[-1]))

    assert found == [30, 60, 120, 300, 600, OFF, 30]


def test_each_choice_is_told_with_its_unit() -> None:
    assert [lock_text(choice) for choice in CHOICES_S] == [
        "Judges lock after 30 s",
        "Judges lock after 60 s",
        "Judges lock after 2 min",
        "Judges lock after 5 min",
        "Judges lock after 10 min",
        "Judges don’t lock",
    ]
    assert "don’t lock" in lock_spoken(OFF)
    assert "after 2 min" in lock_spoken(120)


def test_the_countdown_and_what_follows_it() -> None:
    assert counting_text(9) == "Locks in 9 s. Move the mouse or press a key to stay."
    assert counting_text(0) == ""
    assert (
        locked_text(60)
        == "Locked after 60 s without a key or the mouse. What you entered is saved."
    )
    assert locked_text(180, keeps_what_is_there=True) == (
        "Locked after 3 min without a key or the mouse. Sign in to continue where you were."
    )
    assert [warned_s(after_s) for after_s in (30, 60, ORGANISER_S, HOST_S)] == [10, 10, 30, 30]
