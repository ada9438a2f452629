from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.displays.picker import DisplayPicker
from ui.displays.words import DisplayRow
from ui.widgets.labels import QuietText

ROWS = (
    DisplayRow(
        "epson", "2 · EPSON EB-2250U, 1920 × 1200, to the right", "1920 × 1200, to the right"
    ),
    DisplayRow("stage", "3 · Dell U2412M, 1280 × 1024, above", "1280 × 1024, above"),
)


def _picker(
    qtbot: QtBot, rows: tuple[DisplayRow, ...] = ROWS, chosen: str = "epson"
) -> DisplayPicker:
    made = DisplayPicker()
    qtbot.addWidget(made)
    made.show_displays(rows, chosen)
    made.show()
    return made


def test_the_screens_are_offered_in_words_with_the_one_in_use_on_show(qtbot: QtBot) -> None:
    picker = _picker(qtbot, chosen="stage")
    box = picker.list.box

    assert [box.itemText(at) for at in range(box.count())] == [row.words for row in ROWS]
    assert box.currentText() == ROWS[1].words
    assert [label.text() for label in picker.findChildren(QuietText)] == ["1280 × 1024, above"]
    assert box.accessibleName() == "Projector’s screen"


def test_another_screen_is_picked_by_the_keyboard(qtbot: QtBot) -> None:
    picker = _picker(qtbot)

    with qtbot.waitSignal(picker.display_picked) as picked:
        QTest.keyClick(picker.list.box, Qt.Key.Key_Down)
    assert picked.args == ["stage"]


def test_showing_the_screens_anew_picks_nothing(qtbot: QtBot) -> None:
    picker = _picker(qtbot)

    with qtbot.assertNotEmitted(picker.display_picked):
        picker.show_displays(ROWS[1:], "stage")
        picker.show_displays((DisplayRow("", "No second screen"),), "")


def test_where_there_is_nothing_to_choose_the_list_says_so(qtbot: QtBot) -> None:
    picker = _picker(qtbot, (DisplayRow("", "No second screen"),), "")

    assert picker.list.box.currentText() == "No second screen"
    assert not picker.list.box.isEnabled()


def test_identify_asks_for_the_signs(qtbot: QtBot) -> None:
    picker = _picker(qtbot)

    with qtbot.waitSignal(picker.identify_asked):
        QTest.keyClick(picker.identify, Qt.Key.Key_Return)
