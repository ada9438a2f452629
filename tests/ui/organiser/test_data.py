"""The data that leaves the event, chosen in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Reader
from judging_app.present.open_data.kinds import NO, YES, DataChoice, DataKind, DataOffer
from ui.organiser.data import DataRequest, DataScreen

LATER = "Once the result is published."
CODE = "9BX1-EAEG-K70E-G4KX"
PUBLISHED = DataOffer({}, tuple(Reader), "", CODE, 1, 2)
CLOSED = DataOffer(
    dict.fromkeys((DataKind.PAGE, DataKind.BADGES), LATER),
    (Reader.PANEL, Reader.ORGANISER),
    "The result isn’t published yet.",
    CODE,
    1,
    0,
)


@pytest.fixture
def screen(qtbot: QtBot) -> DataScreen:
    made = DataScreen()
    qtbot.addWidget(made)
    made.show_offer(PUBLISHED)
    made.show()
    return made


def cells(screen: DataScreen, what: str) -> list[str]:
    rows = screen.table.rows
    for at in range(rows.rowCount()):
        found = [str(rows.index(at, column).data()) for column in range(rows.columnCount())]
        if found[0] == what:
            return found[1:]
    raise AssertionError(f"nothing is said of {what}")


def test_what_is_chosen_is_what_is_asked_for(qtbot: QtBot, screen: DataScreen) -> None:
    screen.kinds[DataKind.BUNDLE].click()
    screen.readers[Reader.PUBLIC].setChecked(True)
    screen.names[False].setChecked(True)
    screen.ballots.setChecked(True)

    with qtbot.waitSignal(screen.save_asked) as asked:
        screen.save.click()

    kinds = (DataKind.SPREADSHEET, DataKind.BUNDLE)
    choice = DataChoice(Reader.PUBLIC, has_names=False, has_ballots=True)
    assert asked.args == [DataRequest(kinds, choice)]
    assert screen.save.text() == "Save 2 kinds of data…"


def test_a_card_is_ticked_by_the_keyboard(screen: DataScreen) -> None:
    card = screen.kinds[DataKind.BUNDLE]

    QTest.keyClick(card, Qt.Key.Key_Space)
    assert card.isChecked()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert not card.isChecked()


def test_with_nothing_chosen_nothing_can_be_saved(screen: DataScreen) -> None:
    screen.kinds[DataKind.SPREADSHEET].setChecked(False)

    assert not screen.save.isEnabled()
    assert screen.save.text() == "Save…"


def test_what_is_in_it_follows_the_choice(screen: DataScreen) -> None:
    assert cells(screen, "Judges’ names") == [YES, YES, YES]
    assert cells(screen, "Ballots, score by score") == [NO, YES, YES]

    screen.readers[Reader.PUBLIC].setChecked(True)
    screen.names[False].setChecked(True)
    screen.ballots.setChecked(True)

    assert cells(screen, "Judges’ names") == ["numbers"] * 3
    assert cells(screen, "Ballots, score by score")[0] == "no names"
    assert cells(screen, "Journal, entry by entry") == [NO, NO, NO]


def test_ballots_are_asked_about_for_everybody_alone(screen: DataScreen) -> None:
    assert not screen.ballots.isVisible()

    screen.readers[Reader.PUBLIC].setChecked(True)

    assert screen.ballots.isVisible()
    assert not screen.ballots.isChecked()


def test_before_it_is_published_there_is_nothing_for_everybody_and_no_page(
    screen: DataScreen,
) -> None:
    screen.readers[Reader.PUBLIC].setChecked(True)
    screen.kinds[DataKind.PAGE].setChecked(True)

    screen.show_offer(CLOSED)

    assert not screen.readers[Reader.PUBLIC].isEnabled()
    assert screen.request.choice.reader is Reader.PANEL
    assert screen.request.kinds == (DataKind.SPREADSHEET,)
    assert screen.kinds[DataKind.PAGE].accessibleDescription() == LATER


def test_the_code_and_names_in_comments_are_said_before_it_is_saved(screen: DataScreen) -> None:
    assert screen.foot is not None
    assert CODE in screen.told
    assert "2 comments seem to name people: read them first." in screen.told


def test_there_are_badges_for_people_by_name_alone(screen: DataScreen) -> None:
    screen.kinds[DataKind.BADGES].setChecked(True)
    assert DataKind.BADGES in screen.request.kinds

    screen.names[False].setChecked(True)

    assert not screen.kinds[DataKind.BADGES].isEnabled()
    assert screen.request.kinds == (DataKind.SPREADSHEET,)
    assert screen.save.text() == "Save the spreadsheet…"
