"""How large a picture says that it is, before anybody unfolds it."""

from io import BytesIO

import pytest
from PIL import Image

from judging_app.domain.look import EventLook, picture_sides
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
    assert logo_picture(EventLook(logo=logo)) == b""
