"""`judging-app pins`."""

import re
from pathlib import Path

import pytest

from judging_app import pins
from judging_app.desk import events, sign_in
from judging_app.domain.ids import JudgeId
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.errors import NotSavedError, SignInError
from tests.cli.typing_words import Type, everything_in

J3 = Actor(Role.JUDGE, JudgeId("J3"))


def printed_pins(out: str) -> dict[str, str]:
    """The PINs by whom they are for."""
    return dict(re.findall(r"^(\w+) .*?(\d{6})$", out, re.MULTILINE))


def test_an_organiser_locked_out_gets_back_in(sample: Path, typed: Type) -> None:
    desk = events.open_event(sample)
    for _ in range(5):
        with pytest.raises(SignInError):
            sign_in.sign_in(desk, ORGANISER, "999999")
    desk.close()

    answer = typed("pins", sample, "organiser", "--new", "--yes")

    given = printed_pins(answer.out)
    assert list(given) == ["organiser"]
    desk = events.open_event(sample)
    sign_in.sign_in(desk, ORGANISER, given["organiser"])
    assert sign_in.locked_out(desk) == ()
    desk.close()


@pytest.mark.parametrize("who", ["J3", "j3", "judge:J3"])
def test_one_judge_gets_a_new_pin_and_the_others_keep_theirs(
    sample: Path, typed: Type, who: str
) -> None:
    answer = typed("pins", sample, who, "--new", "--yes")

    given = printed_pins(answer.out)
    desk = events.open_event(sample)
    sign_in.sign_in(desk, J3, given["J3"])
    sign_in.sign_in(desk, HOST, "135790")
    with pytest.raises(SignInError):
        sign_in.sign_in(desk, J3, "300003")
    desk.close()


def test_pins_that_are_handed_out_are_noted_and_new_ones_are_not(sample: Path, typed: Type) -> None:
    before = typed("pins", sample)
    noted = typed("pins", sample, "--handed-out")
    after = typed("pins", sample)
    typed("pins", sample, "J3", "--new", "--yes")
    again = typed("pins", sample)

    assert before.out.count("not handed out") == 11
    assert "11 PINs noted" in noted.out
    assert "not handed out" not in after.out
    (line,) = [line for line in again.out.splitlines() if "not handed out" in line]
    assert line.startswith("J3")


def test_everyone_gets_a_new_pin(sample: Path, typed: Type) -> None:
    answer = typed("pins", sample, "--new", "--yes")

    assert list(printed_pins(answer.out)) == [
        *(f"J{number}" for number in range(1, 9)),
        *("organiser", "host", "scorer"),
    ]
    assert "11 PINs created. Write them down now: they can’t be shown again." in answer.out


def test_nobody_of_that_name_is_refused_with_those_there_are(sample: Path, typed: Type) -> None:
    before = everything_in(sample.parent)

    answer = typed("pins", sample, "J77")

    answer.assert_refused("nobody called “J77”", "J1, J2", "organiser, host and scorer")
    assert everything_in(sample.parent) == before


def test_pins_already_given_are_told_if_the_next_one_fails(
    sample: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []

    def fail_third(pin: str) -> str:
        hashed.append(pin)
        if len(hashed) == 3:
            raise NotSavedError("The disk is full. This is NOT saved. Free some space.")
        return "$argon2id$kept"

    monkeypatch.setattr(pins, "pin_hash", fail_third)

    answer = typed("pins", sample, "--new", "--yes")

    assert answer.status == 1
    assert printed_pins(answer.out) == {"J1": hashed[0], "J2": hashed[1]}
    assert answer.err.startswith("The disk is full.")


def test_to_show_who_has_a_pin_changes_nothing(sample: Path, typed: Type) -> None:
    desk = events.open_event(sample)
    for _ in range(5):
        with pytest.raises(SignInError):
            sign_in.sign_in(desk, J3, "999999")
    desk.close()
    before = everything_in(sample.parent)

    answer = typed("pins", sample)

    lines = answer.out.splitlines()
    assert answer.status == 0
    assert next(line for line in lines if line.startswith("J3")).endswith("must wait 15 seconds")
    assert next(line for line in lines if line.startswith("organiser")).endswith("not handed out")
    assert "Nothing was changed." in answer.out
    assert printed_pins(answer.out) == {}
    assert everything_in(sample.parent) == before


def test_new_pins_are_asked_about_once_more(
    sample: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything_in(sample.parent)
    nobody_there = typed("pins", sample, "J3", "--new")
    monkeypatch.setattr("judging_app.cli.pins.is_somebody_there", lambda: True)
    asked: list[str] = []

    def answer_no(question: str) -> str:
        asked.append(question)
        return "no"

    monkeypatch.setattr("builtins.input", answer_no)
    no = typed("pins", sample, "J3", "--new")
    same = everything_in(sample.parent) == before
    monkeypatch.setattr("builtins.input", lambda _: " YES ")
    yes = typed("pins", sample, "J3", "--new")

    nobody_there.assert_refused("new PINs to J3", "Add --yes")
    no.assert_refused("Nothing was changed")
    assert asked == ["Give new PINs to J3? The old ones stop working. Type yes: "]
    assert same
    assert list(printed_pins(yes.out)) == ["J3"]
