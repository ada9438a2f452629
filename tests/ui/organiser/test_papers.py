import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.present.organiser.papers import Filing, PaperOutcome
from ui.organiser.papers import PapersRequest, PapersScreen
from ui.organiser.papers_wiring import GROUPS
from ui.widgets.scroll import ScrollColumn

SHEETS, JUDGES = "Score sheets by team", "Certificates for judges"


@pytest.fixture
def screen(qtbot: QtBot) -> PapersScreen:
    made = PapersScreen(GROUPS)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    for title in made.cards:
        made.show_paper(title, None, 3, "3 pages")
    return made


def test_nothing_is_made_of_nothing(screen: PapersScreen) -> None:
    assert not screen.save.isEnabled()
    assert not screen.print.isEnabled()


def test_what_is_chosen_is_what_is_asked_for_and_its_pages_are_counted(
    qtbot: QtBot, screen: PapersScreen
) -> None:
    screen.cards[SHEETS].click()
    screen.cards[JUDGES].setFocus()
    QTest.keyClick(screen.cards[JUDGES], Qt.Key.Key_Space)
    screen.filing.choose(Filing.ONE_EACH.value)
    assert screen.save.text() == "Save 6 pages as PDF…"

    with qtbot.waitSignal(screen.save_asked) as asked:
        QTest.keyClick(screen.save, Qt.Key.Key_Return)

    assert asked.args == [PapersRequest((JUDGES, SHEETS), Filing.ONE_EACH)]


def test_everything_is_asked_for_by_one_press_whatever_is_chosen(
    qtbot: QtBot, screen: PapersScreen
) -> None:
    with qtbot.waitSignal(screen.save_asked) as asked:
        screen.everything.click()

    assert asked.args == [PapersRequest(tuple(screen.cards))]


def test_all_that_are_there_are_chosen_and_let_go_again(screen: PapersScreen) -> None:
    screen.show_paper(JUDGES, None, 0, "Not there yet", "There is nobody.")
    screen.setFocus()
    QTest.keyClick(screen.all, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = screen.request.papers
    screen.all.click()

    assert set(chosen) == {*screen.cards} - {JUDGES}
    assert screen.request.papers == ()


def test_what_is_not_there_cannot_be_ticked_and_says_why(screen: PapersScreen) -> None:
    screen.cards[JUDGES].click()
    screen.show_paper(JUDGES, None, 0, "Not there yet", "There is nobody.")
    QTest.keyClick(screen.cards[JUDGES], Qt.Key.Key_Space)

    assert screen.request.papers == ()
    assert screen.about.text() == f"{JUDGES}: There is nobody."
    assert screen.about.isVisible()


def test_a_card_shows_its_page_how_many_there_are_and_what_it_is_for(
    screen: PapersScreen,
) -> None:
    page = QImage(297, 210, QImage.Format.Format_RGB32)
    page.fill(QColor("navy"))
    card = screen.cards[JUDGES]
    before = card.picture.grab().toImage()

    screen.show_paper(JUDGES, page, 8, "8 certificates")

    assert card.told.text() == "8 certificates"
    assert card.picture.grab().toImage() != before
    assert "To take home" in card.accessibleDescription()


def test_papers_under_way_can_be_cancelled_and_not_asked_for_again(
    qtbot: QtBot, screen: PapersScreen
) -> None:
    screen.cards[SHEETS].click()
    screen.show_progress(50, 100, "1 of 1 paper: Score sheets by team")
    assert screen.progress.text() == "1 of 1 paper: Score sheets by team"
    assert not screen.save.isEnabled()
    assert not screen.everything.isEnabled()

    with qtbot.waitSignal(screen.cancel_asked):
        screen.cancel.click()


def test_one_list_says_what_was_made_and_what_was_not_and_why(
    qtbot: QtBot, screen: PapersScreen
) -> None:
    column = screen.findChildren(ScrollColumn)[0]
    bar = column.verticalScrollBar()
    bar.setValue(bar.maximum())
    screen.show_progress(1, 1, "")
    outcomes = (PaperOutcome(SHEETS, 1, 6), PaperOutcome(JUDGES, why="There is nobody."))
    screen.show_summary("1 paper with 6 pages saved in Papers.", outcomes, is_folder=True)

    assert not screen.summary.visibleRegion().isEmpty()
    assert screen.summary.lines == (f"{SHEETS}: 6 pages.", f"{JUDGES}: There is nobody.")
    with qtbot.waitSignal(screen.open_folder_asked):
        screen.summary.open_folder.click()


def test_a_problem_is_said_and_the_papers_can_be_asked_for_again(screen: PapersScreen) -> None:
    screen.cards[SHEETS].click()
    screen.show_progress(1, 2, "")
    screen.show_problem("No printer is set up.")

    assert screen.summary.text.text() == "No printer is set up."
    assert screen.save.isEnabled()
    assert not screen.summary.open_folder.isVisible()
