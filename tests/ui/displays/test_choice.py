import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.paths import own_folder
from ui.displays.choice import (
    DisplayId,
    beside,
    found_again,
    in_order,
    keep_display,
    kept_display,
    repeats,
)

LAPTOP = DisplayId("eDP-1", "", "AUO", "B140HAN", 0, 0, 1920, 1080)
EPSON = DisplayId("HDMI-1", "X4ZP1", "EPSON", "PJ", 1920, 0, 1920, 1200)
STAGE = DisplayId("DP-2", "7", "Dell", "U2412M", 3840, 0, 1920, 1200)


def test_a_screen_is_found_again_by_its_serial_number_in_another_socket() -> None:
    moved = replace(EPSON, name="DP-2", x=-1920)
    other = replace(EPSON, serial="X4ZP2")

    assert found_again(EPSON, [other, STAGE, moved]) == moved


def test_of_screens_with_one_serial_number_the_one_in_its_socket_is_found() -> None:
    twin = replace(EPSON, name="HDMI-2", x=3840)

    assert found_again(EPSON, [twin, EPSON]) == EPSON


@pytest.mark.parametrize("serial", ["", " ", "0", "000000000000\n"])
def test_a_serial_number_of_nothing_tells_no_screens_apart(serial: str) -> None:
    kept = replace(EPSON, serial=serial)
    other = replace(kept, name="HDMI-2", x=5760)

    assert found_again(kept, [other, replace(kept, x=0)]) == replace(kept, x=0)


def test_without_a_serial_number_maker_model_and_name_tell_which() -> None:
    kept = replace(EPSON, serial="")
    now = replace(kept, x=-1920, width=1024, height=768)

    assert found_again(kept, [LAPTOP, STAGE, now]) == now


def test_a_socket_that_is_named_anew_hides_no_screen() -> None:
    kept = replace(EPSON, serial="", name="\\\\.\\DISPLAY2")
    now = replace(kept, name="\\\\.\\DISPLAY3")

    assert found_again(kept, [LAPTOP, STAGE, now]) == now


def test_a_screen_that_says_nothing_of_itself_is_found_by_its_place() -> None:
    kept = DisplayId("", x=1920, width=1024, height=768)

    assert found_again(kept, [LAPTOP, replace(kept, name="VGA-1")]) == replace(kept, name="VGA-1")


def test_a_screen_that_moves_up_into_the_gap_is_not_taken_for_the_one_that_left() -> None:
    moved_up = replace(STAGE, x=EPSON.x)

    assert moved_up.place == EPSON.place
    assert found_again(EPSON, [LAPTOP, moved_up]) is None


def test_two_alike_are_not_guessed_between() -> None:
    one, other = replace(EPSON, serial="", name="A"), replace(EPSON, serial="", name="B", x=3840)

    assert found_again(replace(EPSON, serial="", name="C"), [one, other]) is None


def test_screens_beside_are_those_that_show_something_else_from_left_to_right() -> None:
    mirror = replace(EPSON, x=0, width=1024, height=768)

    assert beside([STAGE, LAPTOP, EPSON], LAPTOP) == (EPSON, STAGE)
    assert beside([LAPTOP, mirror], LAPTOP) == ()
    assert repeats([LAPTOP, mirror], LAPTOP)
    assert not repeats([LAPTOP, EPSON], LAPTOP)


_ids = st.builds(
    DisplayId,
    st.sampled_from(["", "HDMI-1", "DP-2"]),
    st.sampled_from(["", "0", "A1"]),
    st.sampled_from(["", "EPSON"]),
    st.sampled_from(["", "PJ", "EB"]),
    st.sampled_from([0, 1920]),
    st.just(0),
    st.sampled_from([1024, 1920]),
    st.sampled_from([768, 1080]),
)


@given(st.lists(_ids, unique=True))
def test_a_screen_that_is_still_there_is_always_found(displays: list[DisplayId]) -> None:
    for display in displays:
        assert found_again(display, displays) == display


@given(_ids, st.permutations([LAPTOP, EPSON, STAGE, replace(EPSON, name="DP-9", x=5760)]))
def test_the_number_that_the_system_gives_a_screen_makes_no_difference(
    kept: DisplayId, displays: list[DisplayId]
) -> None:
    assert found_again(kept, displays) == found_again(kept, in_order(displays))
    assert in_order(displays) == in_order(list(reversed(displays)))


def test_the_choice_is_remembered_on_this_computer() -> None:
    keep_display(EPSON)

    assert kept_display() == EPSON


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        '{"name": 3}',
        '{"name": "HDMI-1", "x": true}',
        '{"name": "HDMI-1", "other": 1}',
        json.dumps(asdict(EPSON))[:-5],
        "\udcff",
    ],
)
def test_a_choice_that_cannot_be_read_is_done_without(text: str) -> None:
    kept = f'{{"projector": {text}}}'
    (own_folder() / "kept.json").write_bytes(kept.encode(errors="surrogateescape"))

    assert kept_display() is None


def test_a_computer_that_keeps_nothing_goes_on_without() -> None:
    (own_folder() / "kept.json").mkdir()
    keep_display(EPSON)

    assert kept_display() is None
