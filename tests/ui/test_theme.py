"""Colours that can be read, and shapes that tell states apart without them."""

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Phase
from judging_app.domain.standings import Exclusion
from judging_app.paths import RESOURCES
from judging_app.present.contrast import contrast
from ui import theme
from ui.fonts import FAMILY
from ui.icons import pixmap
from ui.tokens import THEMES, tokens
from ui.widgets.state_badge import STATES, StateBadge

WORDS = ("text", "text-quiet", "act", "good", "attention", "loss", "rehearsal")
GROUNDS = ("ground", "surface", "hover", "act-ground")
PAIRS = [(word, ground) for word in WORDS for ground in GROUNDS]
PAIRS += [(word, f"{word}-ground") for word in ("good", "attention", "loss", "rehearsal")]
PAIRS += [("text", f"{state}-ground") for state in ("good", "attention", "loss", "rehearsal")]
PAIRS += [("act-text", "act"), ("act-text", "act-hover"), ("ground", "text")]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("word", "ground"), PAIRS)
def test_every_word_stands_out_from_its_ground(name: str, word: str, ground: str) -> None:
    colours = tokens(name)

    assert contrast(colours[word], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("edge", ["focus", "line-strong"])
@pytest.mark.parametrize("ground", ["ground", "surface"])
def test_rings_and_edges_of_controls_can_be_seen(name: str, edge: str, ground: str) -> None:
    colours = tokens(name)

    assert contrast(colours[edge], colours[ground]) >= 3


def test_both_themes_have_the_same_purposes() -> None:
    light, dark = (tokens(name) for name in THEMES)

    assert light.keys() == dark.keys()


def test_contrast_runs_from_1_to_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_names_no_unknown_colour_and_no_unscaled_text(
    qapp: QApplication, name: str
) -> None:
    theme.apply(qapp, name, 2.0)

    assert "$" not in qapp.styleSheet()
    assert "font-size: 28px" in qapp.styleSheet()
    assert "sp;" not in qapp.styleSheet()
    assert qapp.font().pixelSize() == 28
    assert qapp.font().family() == FAMILY


def test_a_theme_taken_at_run_time_changes_the_colours(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("Team Lantern")
    qtbot.addWidget(label)
    label.show()
    before = label.palette().color(label.foregroundRole())
    theme.apply(qapp, "dark")

    assert label.palette().color(label.foregroundRole()) != before
    assert theme.token("text").name() == tokens("dark")["text"].lower()


@pytest.mark.parametrize("name", THEMES)
def test_a_checked_box_has_a_tick_in_the_colour_of_what_stands_on_the_accent(
    qapp: QApplication, qtbot: QtBot, name: str
) -> None:
    theme.apply(qapp, name, 2.0)
    box = QCheckBox("Border")
    qtbot.addWidget(box)
    box.setChecked(True)
    box.ensurePolished()
    box.adjustSize()
    option = QStyleOptionButton()
    box.initStyleOption(option)
    square = (
        box.style()
        .subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
        .adjusted(4, 4, -4, -4)
    )
    seen = box.grab(square).toImage()
    colours = {
        seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())
    }

    assert {theme.token("act").name(), theme.token("act-text").name()} <= colours


def test_every_state_differs_by_shape_and_word() -> None:
    shapes = [look.icon for look in STATES.values()]

    assert len(set(shapes)) == len(STATES)
    assert {state.value for state in BallotState} <= STATES.keys()
    assert {phase.value for phase in Phase} <= STATES.keys()
    assert {exclusion.value for exclusion in Exclusion} <= STATES.keys()


def test_two_states_are_still_two_pictures_without_colour(qtbot: QtBot) -> None:
    pictures = []
    kinds = (*BallotState, *Exclusion)
    for kind in [one.value for one in kinds]:
        badge = StateBadge(kind, "State")
        qtbot.addWidget(badge)
        badge.resize(120, 24)
        grey = badge.grab().toImage().convertToFormat(QImage.Format.Format_Mono)
        pictures.append(bytes(grey.constBits()))

    assert len(set(pictures)) == len(kinds)


def test_a_badge_says_its_word_to_a_screen_reader(qtbot: QtBot) -> None:
    badge = StateBadge("saved", "Saved 14:32:07")
    qtbot.addWidget(badge)

    assert badge.accessibleName() == "Saved 14:32:07"


@pytest.mark.parametrize("name", sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg")))
def test_every_icon_paints_something_in_its_token(qapp: QApplication, name: str) -> None:
    del qapp
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(theme.token("surface"))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, pixmap(name, "loss", 40))
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}

    assert theme.token("loss").name() in colours
