import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.organiser.papers import PapersRequest, PapersScreen
from ui.organiser.papers_wiring import GROUPS


@pytest.fixture
def screen(qtbot: QtBot) -> PapersScreen:
    made = PapersScreen(GROUPS)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_nothing_is_made_before_a_folder_is_chosen(screen: PapersScreen) -> None:
    screen.papers["Blank score sheets"].click()
    before = screen.make.isEnabled()
    screen.show_folder("Papers")

    assert (before, screen.make.isEnabled()) == (False, True)


def test_nothing_is_made_of_nothing(screen: PapersScreen) -> None:
    screen.show_folder("Papers")

    assert not screen.make.isEnabled()


def test_several_papers_are_asked_for_at_once_and_all_by_one_press(
    qtbot: QtBot, screen: PapersScreen
) -> None:
    screen.show_folder("Papers")
    screen.all.click()

    with qtbot.waitSignal(screen.papers_asked) as asked:
        screen.make.click()

    assert asked.args == [PapersRequest(tuple(screen.papers), is_apart=False)]
    assert screen.make.text() == f"Save {len(screen.papers)} papers"


def test_a_card_shows_its_page_and_how_many_there_are(screen: PapersScreen) -> None:
    page = QImage(297, 210, QImage.Format.Format_RGB32)
    page.fill(QColor("navy"))
    before = screen.cards["Certificates for judges"].picture.grab().toImage()

    screen.show_paper("Certificates for judges", page, "8 pages")

    card = screen.cards["Certificates for judges"]
    assert card.told.text() == "8 pages"
    assert card.picture.grab().toImage() != before


def test_what_is_chosen_is_what_is_asked_for(qtbot: QtBot, screen: PapersScreen) -> None:
    screen.show_folder("Papers")
    screen.papers["Score sheets by team"].click()
    screen.apart.click()

    with qtbot.waitSignal(screen.papers_asked) as asked:
        QTest.keyClick(screen.make, Qt.Key.Key_Return)

    assert asked.args == [PapersRequest(("Score sheets by team",), is_apart=True)]


def test_papers_under_way_can_be_cancelled_and_not_asked_for_again(
    qtbot: QtBot, screen: PapersScreen
) -> None:
    screen.show_folder("Papers")
    screen.show_progress(12, 38)
    assert screen.progress.text() == "12 of 38 saved"
    assert not screen.make.isEnabled()

    with qtbot.waitSignal(screen.cancel_asked):
        screen.cancel.click()


def test_a_result_offers_its_folder(qtbot: QtBot, screen: PapersScreen) -> None:
    screen.show_folder("Papers")
    screen.show_progress(1, 1)
    screen.show_result("38 certificates are in certificates.pdf.")
    assert not screen.bar.isVisible()

    with qtbot.waitSignal(screen.open_folder_asked):
        screen.open_folder.click()


def test_a_problem_is_said_and_the_papers_can_be_asked_for_again(screen: PapersScreen) -> None:
    screen.papers["Blank score sheets"].click()
    screen.show_folder("Papers")
    screen.show_progress(1, 2)
    screen.show_problem("The folder is full; choose another.")

    assert screen.result.text() == "The folder is full; choose another."
    assert screen.make.isEnabled()
    assert not screen.open_folder.isVisible()


def test_papers_that_cannot_be_made_yet_say_why(screen: PapersScreen) -> None:
    screen.show_folder("Papers")
    screen.show_offer(frozenset({"Blank score sheets"}), "The rest waits until scoring is closed.")
    screen.papers["Score sheets by team"].click()
    is_makeable = screen.make.isEnabled()
    screen.papers["Blank score sheets"].click()

    assert (is_makeable, screen.make.isEnabled()) == (False, True)
