"""The lights of the host's desk, by keyboard, by eye and by ear."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.present.host.lights import (
    CopyPlace,
    Light,
    LightAct,
    LightState,
    copy_light,
    disk_light,
    rehearsal_light,
    saved_light,
)
from ui import theme
from ui.host.lights import COPYING, LightButton, Lights
from ui.widgets.labels import WrappedLabel
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import STATES, StateBadge

Key = Qt.Key
NOW = datetime(2019, 6, 3, 12, 30, tzinfo=UTC)
_PLACE = CopyPlace(
    *("STICK", "/media/STICK"),
    is_second=True,
    file="day copy.pitchday",
    copied_at=NOW,
    is_on_events_disk=False,
)
ROWS = (
    saved_light(NOW),
    copy_light([_PLACE], NOW),
    disk_light(41 * 10**9),
    rehearsal_light(None, NOW),
)
_LATE = Light(
    *("copy", "Safety copy", LightState.ATTENTION, "No copy since 13:10", "Copy the event now."),
    LightAct.COPY_NOW,
)


@pytest.fixture
def lights(qtbot: QtBot) -> Lights:
    made = Lights()
    qtbot.addWidget(made)
    made.show_lights(ROWS)
    made.resize(1100, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _button(lights: Lights, key: str) -> LightButton:
    return next(button for button in lights.buttons if button.light.key == key)


def _press(lights: Lights, key: str) -> LightButton:
    button = _button(lights, key)
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    return button


def _panel_words(lights: Lights) -> list[str]:
    return [label.text() for label in lights.panel.findChildren(WrappedLabel) if label.isVisible()]


def test_each_light_says_its_words_with_a_shape_and_its_state(lights: Lights) -> None:
    badges = [button.findChild(StateBadge) for button in lights.buttons]

    assert [badge.word for badge in badges if badge] == [row.text for row in ROWS]
    assert [badge.kind for badge in badges if badge] == [row.state.value for row in ROWS]
    assert {state.value for state in LightState} <= STATES.keys()


def test_a_screen_reader_is_told_what_a_light_is_about_and_that_it_needs_attention(
    lights: Lights,
) -> None:
    names = [button.accessibleName() for button in lights.buttons]

    assert names[2] == "Disk: 41 GB free"
    assert names[3] == "Reveal: Reveal not rehearsed yet, needs attention"
    assert len({*names}) == len(ROWS)


def test_a_light_opens_what_to_do_by_keyboard_and_escape_closes_it(lights: Lights) -> None:
    button = _press(lights, "disk")
    opened = _panel_words(lights)
    lights.panel.close_button.setFocus()
    QTest.keyClick(lights.panel.close_button, Key.Key_Escape)

    assert opened == ["Disk: 41 GB free", "There is enough space on the event’s disk."]
    assert not lights.panel.isVisible()
    assert button.hasFocus()
    assert not button.isChecked()


def test_pressing_a_light_again_closes_it_and_another_takes_its_place(lights: Lights) -> None:
    _press(lights, "disk")
    other = _press(lights, "rehearsal")
    opened = _panel_words(lights)
    checked = [button.light.key for button in lights.buttons if button.isChecked()]
    _press(lights, "rehearsal")

    assert opened[0] == "Reveal: Reveal not rehearsed yet"
    assert checked == ["rehearsal"]
    assert not lights.panel.isVisible()
    assert not other.isChecked()


def test_tab_goes_through_the_lights_in_order_and_then_into_what_is_open(lights: Lights) -> None:
    _press(lights, "copy")
    lights.buttons[0].setFocus()
    met = [QApplication.focusWidget()]
    for _ in range(5):
        QTest.keyClick(lights.focusWidget() or lights, Key.Key_Tab)
        met.append(QApplication.focusWidget())

    assert met == [*lights.buttons, lights.panel.close_button, lights.panel.act]


@pytest.mark.parametrize(
    ("light", "words", "signal"),
    [
        (ROWS[1], "Copy now", "copy_asked"),
        (
            copy_light([CopyPlace("the event’s folder", "/x", is_second=False)], NOW),
            "Copy now",
            "copy_asked",
        ),
        (
            copy_light([CopyPlace("E:", "E:", is_second=True, refusal="Put it back.")], NOW),
            "Choose a second place…",
            "place_asked",
        ),
    ],
)
def test_the_act_of_a_light_asks_for_what_it_says(
    lights: Lights, qtbot: QtBot, light: Light, words: str, signal: str
) -> None:
    lights.show_lights([light])
    _press(lights, "copy")
    act = lights.panel.act
    act.setFocus()

    assert act.text() == words
    with qtbot.waitSignal(getattr(lights, signal)):
        QTest.keyClick(act, Key.Key_Return)


def test_a_light_without_an_act_offers_none(lights: Lights) -> None:
    _press(lights, "disk")

    assert not lights.panel.act.isVisible()
    assert lights.panel.close_button.isVisible()


def test_what_is_open_follows_its_light(lights: Lights) -> None:
    button = _press(lights, "copy")
    lights.show_lights((ROWS[0], _LATE, *ROWS[2:]))

    assert _panel_words(lights) == ["Safety copy: No copy since 13:10", "Copy the event now."]
    assert _button(lights, "copy") is button
    assert button.hasFocus()


def test_an_act_that_is_over_leaves_the_keyboard_where_it_can_be_seen(lights: Lights) -> None:
    _press(lights, "copy")
    lights.panel.act.setFocus()
    without = Light(
        "copy", "Safety copy", LightState.GOOD, "Copied", "You don’t need to do anything."
    )
    lights.show_lights((ROWS[0], without, *ROWS[2:]))

    assert lights.panel.close_button.hasFocus()


def test_a_light_that_goes_takes_what_it_had_open_with_it(lights: Lights) -> None:
    _press(lights, "copy")
    lights.show_lights(ROWS[:1])

    assert not lights.panel.isVisible()
    assert [button.light.key for button in lights.buttons] == ["saved"]


def test_while_a_copy_is_made_it_is_not_asked_for_again(lights: Lights) -> None:
    heard: list[bool] = []
    lights.copy_asked.connect(lambda: heard.append(True))
    _press(lights, "copy")
    lights.show_copying(is_under_way=True)
    words = lights.panel.act.text()
    lights.panel.act.click()
    lights.show_copying(is_under_way=False)
    lights.panel.act.click()

    assert words == COPYING
    assert heard == [True]


def test_what_has_got_worse_is_said_aloud_and_what_is_well_is_not(
    lights: Lights, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, bool]] = []

    def hear(_place: object, sentence: str, *, is_urgent: bool = False) -> None:
        said.append((sentence, is_urgent))

    monkeypatch.setattr("ui.host.lights.announce", hear)
    lights.show_lights(ROWS)
    lights.show_lights((saved_light(NOW, "Free some space."), _LATE, *ROWS[2:]))
    lights.show_lights(ROWS)

    assert said == [
        ("Last save: NOT saved, problem", True),
        ("Safety copy: No copy since 13:10, needs attention", False),
    ]


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [420, 1100, 1872])
def test_no_light_is_small_cut_off_or_over_another(
    qapp: QApplication, qtbot: QtBot, width: int, text_scale: float
) -> None:
    theme.apply(qapp, "light", text_scale)
    made = Lights()
    qtbot.addWidget(made)
    long_name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 4
    made.show_lights((*ROWS, Light("projector", "Projector", LightState.GOOD, long_name, "")))
    made.resize(width, 600)
    made.show()
    qapp.processEvents()
    boxes = [button.geometry() for button in made.buttons]

    assert min(box.height() for box in boxes) >= 24 + 10
    assert max(box.right() for box in boxes) < width
    assert not any(one.intersects(other) for one, other in pairwise(boxes))


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [420, 1100])
def test_what_to_do_is_whole_in_a_column_that_scrolls(
    qapp: QApplication, qtbot: QtBot, width: int, text_scale: float
) -> None:
    theme.apply(qapp, "light", text_scale)
    column, made = ScrollColumn(), Lights()
    qtbot.addWidget(column)
    column.body.addWidget(made)
    column.body.addStretch(1)
    made.show_lights(ROWS)
    column.resize(width, 200)
    column.show()
    _press(made, "copy")
    qapp.processEvents()
    words = [label for label in made.panel.findChildren(WrappedLabel) if label.isVisible()]

    assert len(words) == 2
    assert all(label.height() >= label.heightForWidth(label.width()) for label in words)
    assert made.panel.act.geometry().right() < made.panel.width()
