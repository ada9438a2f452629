"""The faces of the screens."""

from PySide6.QtGui import QFont, QFontDatabase

from judging_app.paths import RESOURCES

FAMILY = "Inter"
TEXT_SIZE = 14
"""Pixels at 100 % text."""


def load() -> None:
    """Make the application's own faces known to Qt; loading them again changes nothing."""
    if FAMILY in QFontDatabase.families():
        return
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def screen_font(pixels: int, *, is_strong: bool = False) -> QFont:
    """The face at a size, for words."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    return font


def with_figures(font: QFont, text: str) -> QFont:
    """`font` with figures of one width if `text` holds any, so that columns of numbers align.

    Words keep the face's own spacing, and so does a code like "J8-T4": tabular figures widen the
    hyphen too.
    """
    made = QFont(font)
    if "-" not in text and any(character.isdigit() for character in text):
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
