"""Long and odd names on a screen."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.labels import PlainLabel, WrappedLabel

NAMES = [
    str(entry["name"])
    for entry in json.loads(
        (Path(__file__).parents[2] / "data" / "hard-names.json").read_text(encoding="utf-8")
    )
]
LONGEST = max(NAMES, key=len)


def test_a_name_that_does_not_fit_is_told_in_full_by_the_tooltip(qtbot: QtBot) -> None:
    label = PlainLabel(LONGEST)
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    label.setText(LONGEST)

    assert LONGEST in label.toolTip()
    assert label.text() == LONGEST


@pytest.mark.row(54)
def test_a_tooltip_never_takes_a_name_for_markup(qtbot: QtBot) -> None:
    label = PlainLabel()
    qtbot.addWidget(label)
    label.resize(40, 24)
    label.show()
    label.setText("<b>Bold</b> & Sons")

    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; Sons" in label.toolTip()


@pytest.mark.row(54)
@pytest.mark.parametrize("name", NAMES)
def test_no_name_widens_the_window(qtbot: QtBot, name: str) -> None:
    plain, wrapped = PlainLabel(name), WrappedLabel(name)
    qtbot.addWidget(plain)
    qtbot.addWidget(wrapped)

    assert plain.minimumSizeHint().width() < 60
    assert wrapped.minimumSizeHint().width() < 100
    assert plain.textFormat() is wrapped.textFormat() is Qt.TextFormat.PlainText


def test_a_word_longer_than_a_line_is_broken(qtbot: QtBot) -> None:
    label = WrappedLabel("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch")
    qtbot.addWidget(label)

    assert label.heightForWidth(120) >= 3 * label.heightForWidth(2000)
