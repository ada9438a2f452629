"""The organiser's form for the event's look."""

from array import array
from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from judging_app.domain.look import EventLook
from judging_app.present.organiser.look import PRESETS, LookView
from ui import theme
from ui.event_colours import wall_ground
from ui.organiser.look import EventLookScreen
from ui.organiser.swatches import Swatch


def picture() -> str:
    target = BytesIO()
    Image.new("RGB", (80, 70), "#ff0000").save(target, "PNG")
    return b64encode(target.getvalue()).decode()


LOGO = picture()


def view(band: str = "", accent: str = "", logos: tuple[str, ...] = ()) -> LookView:
    return LookView("Tech Connect", "3 June 2019 · Church House", band, accent, logos)


@pytest.fixture
def screen(qtbot: QtBot) -> EventLookScreen:
    made = EventLookScreen()
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show_look(view())
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def asked(screen: EventLookScreen) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    screen.look_asked.connect(lambda band, accent: heard.append((band, accent)))
    return heard


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in array("I", bytes(image.constBits()))}


def test_a_typed_colour_is_asked_for_as_the_event_keeps_it(
    screen: EventLookScreen, asked: list[tuple[str, str]]
) -> None:
    QTest.keyClicks(screen.band.field, "1D70B8")
    QTest.keyClick(screen.band.field, Qt.Key.Key_Return)

    assert asked == [("#1d70b8", "")]
    assert EventLook(*asked[0])


def test_an_offered_colour_is_chosen_by_the_keyboard_and_named(
    screen: EventLookScreen, asked: list[tuple[str, str]]
) -> None:
    first, second = [*screen.accent.swatches.choices.values()][:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(first, Qt.Key.Key_Right)
    screen.keep.click()

    assert second.isChecked()
    assert screen.accent.said == PRESETS[1].name
    assert asked == [("", PRESETS[1].colour)]


def test_only_the_colour_in_the_field_is_ticked(screen: EventLookScreen) -> None:
    choices = screen.band.swatches.choices
    choices[PRESETS[0].colour].click()
    ticked = choices[PRESETS[0].colour].isChecked()
    screen.band.field.setText("#123456")

    assert ticked
    assert not any(choice.isChecked() for choice in choices.values())
    assert screen.band.said == "Your own colour"


def test_what_is_no_colour_is_said_beside_the_field_and_can_not_be_kept(
    screen: EventLookScreen, asked: list[tuple[str, str]]
) -> None:
    screen.band.field.setText("#12")
    QTest.keyClick(screen.band.field, Qt.Key.Key_Return)

    assert screen.band.said == "“#12” isn’t a colour. Write six digits, such as #1d70b8."
    assert screen.state.word == "Not a colour"
    assert not screen.keep.isEnabled()
    assert asked == []


def test_the_preview_follows_what_is_typed(screen: EventLookScreen) -> None:
    screen.band.field.setText("#c8322b")

    assert "#c8322b" in colours(screen.wall)
    assert "#c8322b" in colours(screen.paper)
    assert screen.wall.accessibleDescription().startswith("Band #c8322b with white text")


def test_a_colour_that_has_to_be_changed_is_said_in_a_sentence(screen: EventLookScreen) -> None:
    before = screen.adapted
    screen.accent.field.setText("#ffdd00")

    assert before == ""
    assert screen.adapted == ("#ffdd00 is too light for text on white: on papers it is #897600.")


def test_the_form_says_whether_its_colours_are_kept(screen: EventLookScreen) -> None:
    words = [screen.state.word]
    screen.band.field.setText("#c8322b")
    words.append(screen.state.word)
    screen.show_look(view("#c8322b"))
    words.append(screen.state.word)

    assert words == ["Saved", "Not saved yet", "Saved"]
    assert not screen.keep.isEnabled()


def test_a_new_logo_takes_away_no_colour_that_is_being_typed(screen: EventLookScreen) -> None:
    screen.band.field.setText("#c8322b")
    screen.show_look(view(logos=(LOGO,)))

    assert screen.band.field.text() == "#c8322b"
    assert screen.logos[0].said.text() == "1. 80 × 70 pixels, 1 kB"


def test_a_logo_is_chosen_and_removed(qtbot: QtBot, screen: EventLookScreen) -> None:
    could_remove = [one.row.isVisible() for one in screen.logos]
    with qtbot.waitSignal(screen.logo_asked):
        screen.choose.click()
    screen.show_look(view(logos=(LOGO, LOGO)))
    with qtbot.waitSignal(screen.logo_removed) as removed:
        screen.logos[1].drop.click()

    assert could_remove == [False] * 4
    assert [one.row.isVisible() for one in screen.logos] == [True, True, False, False]
    assert removed.args == [1]


def test_after_the_last_logo_was_removed_the_keyboard_is_where_one_is_added(
    screen: EventLookScreen,
) -> None:
    screen.show_look(view(logos=(LOGO,) * 4))
    is_full = not screen.choose.isEnabled()
    screen.logos[3].drop.setFocus()
    screen.show_look(view(logos=(LOGO,) * 3))

    assert is_full
    assert QApplication.focusWidget() is screen.choose


def test_the_logo_stands_on_the_certificate(screen: EventLookScreen) -> None:
    before = colours(screen.paper)
    screen.show_look(view(logos=(LOGO,)))

    assert "#ff0000" in colours(screen.paper) - before


def test_a_picture_of_a_colour_tells_that_there_is_none_by_a_stroke(
    screen: EventLookScreen,
) -> None:
    swatch = screen.findChild(Swatch)
    assert swatch is not None
    empty = len(colours(swatch))
    swatch.show_colour("#ffffff")

    assert len(colours(swatch)) < empty


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_control_has_a_name_and_a_target_of_at_least_24_pixels(
    qapp: QApplication, qtbot: QtBot, name: str, scale: float
) -> None:
    theme.apply(qapp, name, scale)
    made = EventLookScreen()
    qtbot.addWidget(made)
    made.show_look(view("#ffdd00", "#0b1f3a", (LOGO,)))
    made.resize(1040, 640)
    made.show()
    controls: list[QWidget] = [
        *made.findChildren(QAbstractButton),
        *made.findChildren(QLineEdit),
    ]
    controls = [one for one in controls if one.isVisible()]

    assert len(controls) == 2 * 13 + 3
    for control in controls:
        assert control.accessibleName()
        assert min(control.width(), control.height()) >= 24 * scale


def test_the_keyboard_comes_to_every_control_in_the_order_of_the_form(
    screen: EventLookScreen,
) -> None:
    screen.band.field.setText("#c8322b")
    screen.show_look(view(logos=(LOGO,)))
    screen.band.field.setFocus()
    seen: list[QWidget] = []
    while (control := QApplication.focusWidget()) and len(seen) < 40:
        seen.append(control)
        QTest.keyClick(control, Qt.Key.Key_Tab)

    wanted = [
        screen.band.field,
        screen.accent.field,
        screen.logos[0].drop,
        screen.choose,
        screen.keep,
    ]
    assert [one for one in seen if one in wanted][:5] == wanted


def test_the_ground_of_the_projector_is_dark_whatever_the_theme(qapp: QApplication) -> None:
    grounds = set()
    for name in ("light", "dark"):
        theme.apply(qapp, name)
        grounds.add(wall_ground())

    assert {ground.colour for ground in grounds} == {"#0e131b"}
