from base64 import b64encode
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.event import Event
from judging_app.domain.look import EventLook
from judging_app.present.contrast import BAND, contrast, luminance
from judging_app.present.organiser.look import (
    PAPER,
    PRESETS,
    Preset,
    TypedColour,
    colours_on,
    logo_picture,
    logo_text,
    look_view,
    projector_ground,
    tried_look,
    typed_colour,
)
from tests.intake.test_logo import picture

ROOM = projector_ground("#0e131b", "#2a3fa0", "#a3b6ff")
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colours, colours, st.sampled_from([PAPER, ROOM]))
def test_any_two_colours_can_be_read_on_papers_and_on_the_projector(
    band: str, accent: str, ground: object
) -> None:
    assert ground in (PAPER, ROOM)
    on = PAPER if ground == PAPER else ROOM
    made = colours_on(EventLook(band, accent), on)

    assert contrast(made.band, on.colour) >= (3 if on is PAPER else BAND)
    assert contrast(made.band_quiet, made.band) >= 4.5
    assert contrast(made.band_text, made.band_tint) >= 4.5
    assert contrast(made.band_text, made.band) >= 4.5
    assert contrast(made.accent, on.colour) >= 4.5
    assert len(made.adapted) == (made.band != band) + (made.accent != accent)


def test_a_colour_that_is_too_light_for_text_on_paper_is_darkened_and_said_so() -> None:
    made = colours_on(EventLook(accent="#ffdd00"), PAPER)

    assert made.accent == "#897600"
    assert made.adapted == ("#ffdd00 is too light for text on white: on papers it is #897600.",)


def test_a_colour_that_is_too_dark_for_the_projector_is_lightened_and_said_so() -> None:
    made = colours_on(EventLook(band="#0b1f3a"), ROOM)

    assert luminance(made.band) > luminance("#0b1f3a")
    assert made.adapted == (
        f"#0b1f3a is too dark for a band on a dark ground: on the projector it is {made.band}.",
    )


def test_the_band_is_the_accent_of_an_event_that_chose_no_other() -> None:
    assert colours_on(EventLook(band="#c8322b"), PAPER).accent == "#c8322b"
    assert colours_on(EventLook(band="#c8322b"), ROOM).adapted == ()


def test_an_event_without_colours_has_those_of_the_house_and_hears_nothing_of_it() -> None:
    on_paper, in_the_room = (colours_on(EventLook(), ground) for ground in (PAPER, ROOM))

    assert on_paper.band == on_paper.accent == PAPER.band
    assert in_the_room.accent == ROOM.accent
    assert on_paper.adapted == in_the_room.adapted == ()


def test_what_is_said_of_the_colours_names_them_with_their_contrast() -> None:
    made = colours_on(EventLook("#1d70b8", "#777777"), PAPER)

    # 4.48 is not yet 4.5, so #777777 is darkened by as much as can hardly be seen.
    assert made.said == "Band #1d70b8 with white text, 5.1 to 1; accent #767676, 4.5 to 1."


@pytest.mark.parametrize("preset", PRESETS, ids=[preset.name for preset in PRESETS])
def test_an_offered_colour_need_not_be_changed_as_band_or_on_paper(preset: Preset) -> None:
    look = EventLook(preset.colour, preset.colour)

    assert colours_on(look, PAPER).adapted == ()
    assert colours_on(look, ROOM).band == preset.colour


def test_twelve_colours_are_offered_and_none_twice() -> None:
    assert len(PRESETS) == 12
    assert len({preset.name for preset in PRESETS}) == 12
    assert len({preset.colour for preset in PRESETS}) == 12


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" #1D70B8 ", TypedColour("#1d70b8", "Blue")),
        ("1d70b8", TypedColour("#1d70b8", "Blue")),
        ("#123456", TypedColour("#123456", "Your own colour")),
        ("  ", TypedColour("", "Not chosen")),
        (
            "#12",
            TypedColour(
                "", "“#12” isn’t a colour. Write six digits, such as #1d70b8.", is_good=False
            ),
        ),
    ],
)
def test_a_colour_is_read_as_people_type_it(text: str, expected: TypedColour) -> None:
    assert typed_colour(text) == expected


@given(st.text(max_size=12))
def test_whatever_is_typed_there_is_something_to_show(text: str) -> None:
    tried = tried_look(text, "#ffdd00", ROOM)

    assert tried.is_good == tried.band.is_good
    assert tried.papers.band
    assert "#ffdd00 is too light for text on white: on papers it is #897600." in tried.adapted


def test_the_form_begins_with_what_is_kept() -> None:
    event, logo = Event("Tech Connect", date(2019, 6, 3), "Church House"), picture()
    view = look_view(event, EventLook("#1d70b8", "", b64encode(logo).decode(), ("?",)))

    assert (view.event, view.when_and_where) == ("Tech Connect", "3 June 2019 · Church House")
    assert (view.band, view.accent) == ("#1d70b8", "")
    assert [*map(logo_picture, view.logos)] == [logo]


@pytest.mark.parametrize(
    ("size", "said"), [(12, "1 kB"), (34_400, "34 kB"), (1_999_999, "2,000 kB")]
)
def test_a_logo_is_described_by_its_sides_and_its_size(size: int, said: str) -> None:
    assert logo_text(640, 320, size) == f"640 × 320 pixels, {said}"
