from dataclasses import replace
from itertools import product

import pytest

from ui.displays.choice import DisplayId
from ui.displays.words import (
    _WORDS,
    ProjectorState,
    Standing,
    Trouble,
    display_name,
    display_size,
    display_words,
    extend,
    offered_rows,
    place_beside,
    trouble_of,
)
from ui.widgets.state_badge import STATES

LAPTOP = DisplayId("eDP-1", "", "AUO", "B140HAN", 0, 0, 1920, 1080)
EPSON = DisplayId("HDMI-1", "X4ZP1", "EPSON", "EB-2250U", 1920, 0, 1920, 1200)
STATES_THERE_ARE = [
    ProjectorState(Standing.FULL, EPSON, is_waiting=True),
    *(
        ProjectorState(standing, EPSON, trouble)
        for standing, words in _WORDS.items()
        for trouble in words
    ),
]


def test_a_screen_is_told_by_name_size_and_place() -> None:
    assert display_words(EPSON, LAPTOP) == "EPSON EB-2250U, 1920 × 1200, to the right"


@pytest.mark.parametrize(
    ("display", "name"),
    [
        (DisplayId("HDMI-1", maker="EPSON", model="EPSON PJ"), "EPSON PJ"),
        (DisplayId("HDMI-1", maker="", model="PJ"), "PJ"),
        (DisplayId("\\\\.\\DISPLAY2", maker="BenQ"), "DISPLAY2"),
        (DisplayId("HDMI-1"), "HDMI-1"),
        (DisplayId(" "), "Screen"),
    ],
)
def test_a_screen_is_called_what_people_call_it(display: DisplayId, name: str) -> None:
    assert display_name(display) == name


def test_the_size_is_in_the_screens_own_pixels() -> None:
    assert display_size(replace(EPSON, width=1920, height=1080, percent=200)) == (
        "3840 × 2160 at 200%"
    )
    assert display_size(replace(EPSON, width=1536, height=864, percent=125)) == (
        "1920 × 1080 at 125%"
    )


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        (1920, 0, "to the right"),
        (-1920, 0, "to the left"),
        (0, -1200, "above"),
        (0, 1080, "below"),
        (0, 0, "the same as this screen"),
        (100, 100, "the same as this screen"),
    ],
)
def test_the_place_is_as_seen_from_the_hosts_screen(x: int, y: int, words: str) -> None:
    assert place_beside(replace(EPSON, x=x, y=y), LAPTOP) == words
    assert place_beside(LAPTOP, LAPTOP) == "this screen"


def test_the_hosts_own_screen_is_not_offered_but_counted() -> None:
    rows = offered_rows([EPSON, LAPTOP], LAPTOP, EPSON)

    assert [(row.key, row.words, row.detail) for row in rows] == [
        (
            EPSON.key,
            "2 · EPSON EB-2250U, 1920 × 1200, to the right",
            "1920 × 1200, to the right",
        )
    ]


def test_a_chosen_screen_that_is_gone_is_named() -> None:
    assert [row.words for row in offered_rows([LAPTOP], LAPTOP, EPSON)] == [
        "EPSON EB-2250U, not available"
    ]


def test_no_second_screen_is_said() -> None:
    assert [row.words for row in offered_rows([LAPTOP], LAPTOP, None)] == ["No second screen"]
    assert trouble_of([LAPTOP], LAPTOP) is Trouble.NO_SECOND
    assert trouble_of([LAPTOP, replace(EPSON, x=0)], LAPTOP) is Trouble.MIRRORED


def test_every_state_has_a_few_words_a_sentence_and_a_shape() -> None:
    for state in STATES_THERE_ARE:
        assert state.text.startswith("Projector ")
        assert state.line.endswith(".")
        assert "{" not in state.text + state.line
        assert state.kind in STATES


def test_no_two_states_say_the_same() -> None:
    assert len({state.text for state in STATES_THERE_ARE}) == len(STATES_THERE_ARE)
    assert len({state.line for state in STATES_THERE_ARE}) == len(STATES_THERE_ARE)


def test_every_trouble_has_words_in_some_standing() -> None:
    assert {state.trouble for state in STATES_THERE_ARE} == {None, *Trouble}


@pytest.mark.parametrize(
    ("state", "text", "kind"),
    [
        (ProjectorState(), "Projector off", "info"),
        (ProjectorState(Standing.FULL, EPSON), "Projector on “EPSON EB-2250U”", "good"),
        (
            ProjectorState(Standing.FULL, EPSON, is_waiting=True),
            "Projector on “EPSON EB-2250U”: holding slide",
            "good",
        ),
        (
            ProjectorState(Standing.WINDOW, trouble=Trouble.NO_SECOND),
            "Projector in a window",
            "attention",
        ),
        (
            ProjectorState(Standing.HELD, EPSON, Trouble.DISCONNECTED),
            "Projector hidden: disconnected",
            "attention",
        ),
    ],
)
def test_a_light_says_the_state_in_words(state: ProjectorState, text: str, kind: str) -> None:
    assert (state.text, state.kind) == (text, kind)


def test_waiting_for_a_scene_is_said_only_where_the_room_sees_it() -> None:
    for standing, trouble in product((Standing.HELD,), (Trouble.COVERED, Trouble.MIRRORED)):
        held = ProjectorState(standing, EPSON, trouble)
        assert replace(held, is_waiting=True).line == held.line


@pytest.mark.parametrize(
    ("platform", "words"),
    [("win32", "Windows+P"), ("darwin", "System Settings"), ("linux", "display settings")],
)
def test_the_way_to_two_pictures_is_the_computers_own(platform: str, words: str) -> None:
    assert words in extend(platform)
