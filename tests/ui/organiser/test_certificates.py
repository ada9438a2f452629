from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk.certificates import arranging
from judging_app.domain.papers.certificates import House
from judging_app.domain.roles import ORGANISER
from tests.desk.small_event import make_small_event
from tests.ui import screens
from ui.day import Day
from ui.organiser.certificates import CertificateDesigner
from ui.pages import CERTIFICATES
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "small.pitchday"
    make_small_event(path)
    made = Window(Day())
    qtbot.addWidget(made)
    made.open_event(path)
    made.day.enter(ORGANISER)
    with qtbot.waitExposed(made):
        made.show()
    made.entry_asked.emit(CERTIFICATES)
    yield made
    made.close()


@pytest.fixture
def designer(window: Window) -> CertificateDesigner:
    return screens.certificates(window)


def test_the_page_is_there_without_anything_being_touched(designer: CertificateDesigner) -> None:
    page = designer.page.grab().toImage()

    assert designer.save.isEnabled()
    assert len({page.pixelColor(x, page.height() // 2).name() for x in range(page.width())}) > 3


def test_the_page_follows_what_is_typed_and_the_record_the_pause(
    window: Window, designer: CertificateDesigner, qtbot: QtBot
) -> None:
    before = designer.page.grab().toImage()
    designer.title.setFocus()
    QTest.keyClicks(designer.title, "!")

    after = designer.page.grab().toImage()
    assert before != after
    qtbot.waitUntil(lambda: bool(arranging.plan(window.day.desk).design.words))
    assert arranging.plan(window.day.desk).design.words[0].title.endswith("!")


def test_a_design_is_chosen_kept_and_undone(
    window: Window, designer: CertificateDesigner, qtbot: QtBot
) -> None:
    designer.houses[House.BOLD].click()
    qtbot.waitUntil(lambda: arranging.plan(window.day.desk).design.house is House.BOLD)

    designer.undo.click()

    assert arranging.plan(window.day.desk).design.house is House.CLASSIC
    assert designer.houses[House.CLASSIC].isChecked()
    assert not designer.undo.isEnabled()


def test_a_placeholder_that_there_is_not_is_told_and_not_kept(
    window: Window, designer: CertificateDesigner
) -> None:
    designer.body.clear()
    QTest.keyClicks(designer.body, "by {nmae}")

    assert "There is no {nmae}" in designer.problem.text()
    window.entry_asked.emit("papers")
    kept = [words.body for words in arranging.plan(window.day.desk).design.words]
    assert not any("nmae}" in body for body in kept)


def test_what_is_put_in_goes_where_one_types(designer: CertificateDesigner) -> None:
    designer.title.setFocus()
    designer.title.clear()
    next(button for one, button in designer.put_in.items() if one.code == "team").click()

    assert designer.title.text() == "{team}"


def test_mentors_typed_a_line_each_have_certificates(
    window: Window, designer: CertificateDesigner
) -> None:
    designer.parts.buttons["Names"].click()
    designer.mentors.setPlainText("Imani Odu, Mentor\nJo Bell")

    window.entry_asked.emit("papers")
    mentors = arranging.plan(window.day.desk).mentors
    assert [(one.name, one.office) for one in mentors] == [("Imani Odu", "Mentor"), ("Jo Bell", "")]
