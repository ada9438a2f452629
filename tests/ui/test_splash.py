"""The first second: the mark, in the theme and the type that come after it."""

import struct

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from judging_app.paths import RESOURCES
from ui.appearance import Look
from ui.application import window_icon
from ui.splash import Opening
from ui.tokens import THEMES, tokens

MARK = RESOURCES / "mark"


@pytest.mark.parametrize("name", THEMES)
def test_the_opening_has_the_ground_of_the_theme_that_comes_after_it(
    qtbot: QtBot, name: str
) -> None:
    opening = Opening(Look(name, 2.0))
    qtbot.addWidget(opening)
    opening.resize(800, 600)
    image = opening.grab().toImage()
    colours = {image.pixelColor(x, 270).name() for x in range(330, 470)}

    assert image.pixelColor(5, 5) == QColor(tokens(name)["ground"])
    assert "#ffffff" in colours or "#2a3fa0" in colours


@pytest.mark.usefixtures("qapp")
def test_the_windows_have_the_mark_for_an_icon() -> None:
    sizes = {size.width() for size in window_icon().availableSizes()}

    assert sizes == {32, 256}


def test_the_files_for_programs_hold_the_mark_in_every_size() -> None:
    ico, icns = (MARK / "mark.ico").read_bytes(), (MARK / "mark.icns").read_bytes()
    reserved, kind, count = struct.unpack("<HHH", ico[:6])
    sizes = set()
    for at in range(count):
        *_, length, begin = struct.unpack("<BBBBHHII", ico[6 + 16 * at : 22 + 16 * at])
        sizes.add(QImage.fromData(ico[begin : begin + length]).width())

    assert (reserved, kind) == (0, 1)
    assert sizes == {16, 24, 32, 48, 64, 256}
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8]) == (len(icns),)
