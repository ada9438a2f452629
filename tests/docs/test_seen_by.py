import pytest
from PySide6.QtGui import QColor, QImage

from docs.seen_by import MATRICES, Sight, seen_by

SEEN = {
    "#ff0000": ("#6d5f00", "#a39000", "#ff000f", "#7f7f7f"),
    "#00ff00": ("#ffe500", "#efd63a", "#00f7d9", "#dcdcdc"),
    "#0000ff": ("#0059ff", "#003dfb", "#006b96", "#4c4c4c"),
    "#000000": ("#000000",) * 4,
    "#808080": ("#808080",) * 4,
    "#ffffff": ("#ffffff",) * 4,
}
"""Worked out by hand from the published matrices, in the order of `Sight`."""


def painted(*colours: str) -> QImage:
    picture = QImage(len(colours), 2, QImage.Format.Format_RGB32)
    for x, colour in enumerate(colours):
        for y in range(2):
            picture.setPixelColor(x, y, QColor(colour))
    return picture


@pytest.mark.parametrize("at", range(4), ids=[sight.value for sight in Sight])
def test_the_reference_colours_come_out_as_published(at: int) -> None:
    picture = seen_by([*Sight][at], painted(*SEEN))

    for y in range(2):
        seen = [picture.pixelColor(x, y).name() for x in range(len(SEEN))]
        assert seen == [expected[at] for expected in SEEN.values()]


@pytest.mark.parametrize("sight", Sight)
def test_every_row_of_a_matrix_adds_up_to_one_so_that_grey_stays_grey(sight: Sight) -> None:
    assert [sum(row) for row in MATRICES[sight]] == pytest.approx([1, 1, 1], abs=2e-6)


@pytest.mark.parametrize(
    ("sight", "pair"),
    [
        (Sight.PROTANOPIA, ("#c8322b", "#5b5000")),
        (Sight.DEUTERANOPIA, ("#c8322b", "#8a7a00")),
        (Sight.TRITANOPIA, ("#0000ff", "#006b96")),
    ],
)
def test_colours_that_are_mistaken_for_each_other_come_close(
    sight: Sight, pair: tuple[str, str]
) -> None:
    before = painted(*pair)
    after = seen_by(sight, before)

    assert _apart(after) < _apart(before) / 2


def test_a_picture_keeps_its_size_its_sharpness_and_what_can_be_seen_through() -> None:
    picture = QImage(3, 5, QImage.Format.Format_ARGB32)
    picture.fill(QColor(255, 0, 0, 100))
    picture.setDevicePixelRatio(2)

    seen = seen_by(Sight.GREY, picture)

    assert (seen.size(), seen.devicePixelRatio()) == (picture.size(), 2)
    assert seen.pixelColor(2, 4).getRgb() == (127, 127, 127, 100)


def _apart(picture: QImage) -> int:
    one, other = (picture.pixelColor(x, 0) for x in range(2))
    channels = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return sum(abs(here - there) for here, there in channels)
