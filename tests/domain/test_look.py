"""How large a picture says that it is, before anybody unfolds it."""

from io import BytesIO

import pytest
from PIL import Image

from judging_app.domain.look import LONGEST_LOGO, EventLook, picture_sides
from judging_app.errors import DeskError
from judging_app.present.organiser.look import logo_picture
from tests.intake.test_logo import picture


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_the_sides_are_those_that_a_reader_of_pictures_finds(form: str) -> None:
    content = picture(form, size=(321, 123))

    assert picture_sides(content) == Image.open(BytesIO(content)).size == (321, 123)


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"\x89PNG", b"\xff\xd8\xff", b"\xff\xd8" + bytes(99)]
)
def test_what_is_no_picture_has_no_sides(content: bytes) -> None:
    assert picture_sides(content) == (0, 0)


@pytest.mark.row(47)
@pytest.mark.parametrize("logo", ["?", "AAAA", "iVBORw0KGgoAAAANSUhEUgAAdTAAAHUw"])
def test_a_logo_that_never_came_through_the_door_is_not_unfolded(logo: str) -> None:
    assert logo_picture(logo) == b""


def test_there_are_up_to_four_logos_that_are_together_no_larger_than_one_may_be() -> None:
    look = EventLook("#1d70b8").with_logos(["one", "two"])
    third = "A" * (LONGEST_LOGO - 6)

    assert look.logos == ("one", "two")
    assert (look.logo, look.more) == ("one", ("two",))
    assert look.with_logos(look.logos[1:]) == EventLook("#1d70b8", logo="two")
    assert look.with_logos(()) == EventLook("#1d70b8")
    assert look.with_logos([*look.logos, third]).logos[2] == third
    with pytest.raises(DeskError, match="larger than 2 MB together"):
        look.with_logos([*look.logos, f"{third}A"])
    with pytest.raises(DeskError, match="room for 4 logos"):
        look.with_logos("abcde")
