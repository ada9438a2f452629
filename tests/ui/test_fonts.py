import json
from pathlib import Path

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from judging_app.domain.names import tidy
from judging_app.export.fonts import JOINERS, TEXT_FACE, face_for, plain
from ui import fonts, theme

HARD_NAMES = [
    tidy(one["name"])
    for one in json.loads(
        (Path(__file__).parents[1] / "data" / "hard-names.json").read_text(encoding="utf-8")
    )
]


def test_every_hard_name_is_shown_in_the_faces_that_print_it(qapp: QApplication) -> None:
    theme.apply(qapp, "light")

    # Papers set a ligature that the face lacks as its letters.
    names = [plain(name) for name in HARD_NAMES]
    assert {name: shown_in(name) for name in names} == {name: printed_in(name) for name in names}


def printed_in(text: str) -> set[str | None]:
    letters = (letter for letter in text if letter not in JOINERS)
    return {face_for(letter, TEXT_FACE) for letter in letters}


def shown_in(text: str) -> set[str]:
    """The faces of its glyphs; nobody's where one of them is the box of a missing letter."""
    layout = QTextLayout(text, fonts.screen_font(28))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {
        run.rawFont().familyName().removesuffix(" SemiBold").replace(" ", "")
        if all(run.glyphIndexes())
        else "box"
        for run in layout.glyphRuns()
    }
