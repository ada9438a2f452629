"""The faces of the screens: those of the papers."""

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from judging_app.paths import RESOURCES

FAMILY = "Inter"
TEXT_SIZE = 14
"""Pixels at 100 % text."""


def load() -> None:
    """Make the application's own faces known to Qt; loading them again changes nothing.

    Behind the face of Latin letters lie those of other scripts, as on papers: which of them a
    computer brings, and how a name then looks, is anybody's guess.
    """
    if FAMILY in QFontDatabase.families():
        return
    for path in (RESOURCES / "fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(path))
    # From the last to the first, so that the emoji are asked for a letter after all others.
    for path in sorted((RESOURCES / "fonts" / "names").glob("*.ttf"), reverse=True):
        number = QFontDatabase.addApplicationFont(str(path))
        QFont.insertSubstitutions(FAMILY, QFontDatabase.applicationFontFamilies(number))
    # Qt warns of each script that the first face lacks before it asks the next.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")


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
