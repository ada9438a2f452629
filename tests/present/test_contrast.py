from colorsys import hls_to_rgb, rgb_to_hls

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.present.contrast import (
    SHAPE,
    TEXT,
    black_or_white,
    contrast,
    darkened,
    lightened,
    luminance,
    readable,
)


def channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def hexed(*parts: float) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in parts)


def of_hls(hue: float, lightness: float, saturation: float) -> str:
    return hexed(*(255 * part for part in hls_to_rgb(hue, lightness, saturation)))


colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
light = st.tuples(*[st.integers(160, 255)] * 3).map(lambda parts: hexed(*parts))
vivid = st.builds(of_hls, st.floats(0, 1), st.floats(0.3, 0.7), st.floats(0.6, 1))


@pytest.mark.parametrize(
    ("colour", "published"),
    [
        # Source: WebAIM's contrast checker and W3C's notes on the threshold greys.
        ("#000000", 21.0),
        ("#ffffff", 1.0),
        ("#767676", 4.54),
        ("#777777", 4.48),
        ("#949494", 3.03),
        ("#ff0000", 4.0),
        ("#0000ff", 8.59),
        ("#008000", 5.14),
        ("#ffff00", 1.07),
    ],
)
def test_contrast_with_white_is_as_published(colour: str, published: float) -> None:
    # Published figures are cut off, never rounded up.
    assert contrast(colour, "#ffffff") == pytest.approx(published, abs=0.01)


@pytest.mark.parametrize(
    ("colour", "published"),
    [("#ff0000", 0.2126), ("#00ff00", 0.7152), ("#0000ff", 0.0722), ("#808080", 0.2159)],
)
def test_luminance_is_as_published(colour: str, published: float) -> None:
    assert luminance(colour) == pytest.approx(published, abs=0.0001)


@given(colours, colours)
def test_contrast_asks_not_which_colour_is_the_ground(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21


@given(colours)
def test_black_or_white_can_be_read_on_every_colour(ground: str) -> None:
    assert contrast(black_or_white(ground), ground) >= 4.58


@given(colours, colours, st.sampled_from([TEXT, SHAPE]))
def test_on_every_ground_every_colour_becomes_readable(
    colour: str, ground: str, ratio: float
) -> None:
    made = readable(colour, ground, ratio)

    assert contrast(made, ground) >= ratio


@given(colours, colours)
def test_a_colour_is_changed_if_and_only_if_it_can_not_be_read(colour: str, ground: str) -> None:
    made = readable(colour, ground)

    assert (made == colour) == (contrast(colour, ground) >= TEXT)


@given(light)
def test_no_colour_is_changed_more_than_it_has_to_be(colour: str) -> None:
    made = darkened(colour, "#ffffff", TEXT)

    # The channels are whole numbers, so 4.5 itself can't always be met.
    assert TEXT <= contrast(made, "#ffffff") < TEXT + 0.1


@given(vivid)
def test_a_changed_colour_keeps_its_hue(colour: str) -> None:
    hue = rgb_to_hls(*channels(colour))[0]

    for made in (darkened(colour, "#ffffff", TEXT), lightened(colour, "#0e131b", TEXT)):
        turn = abs(rgb_to_hls(*channels(made))[0] - hue)
        assert min(turn, 1 - turn) < 0.01


def test_where_black_is_not_enough_it_is_still_the_most_that_can_be_done() -> None:
    assert darkened("#ff0000", "#202020", TEXT) == "#000000"
    assert lightened("#ff0000", "#e0e0e0", TEXT) == "#ffffff"


def test_yellow_is_darkened_on_white_and_left_alone_on_black() -> None:
    assert readable("#ffdd00", "#ffffff") == "#897600"
    assert readable("#ffdd00", "#000000") == "#ffdd00"
