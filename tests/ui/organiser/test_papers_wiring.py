from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.ui import screens
from tests.ui.small_window import small_window
from ui.organiser.papers import PapersScreen
from ui.organiser.papers_tabs import PapersPart
from ui.pages import CERTIFICATES, PAPERS
from ui.window import Window

TEAMS, AWARDS = "Certificates for teams", "Certificates for awards"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = small_window(qtbot, tmp_path)
    made.entry_asked.emit(PAPERS)
    yield made
    made.close()


@pytest.fixture
def screen(window: Window) -> PapersScreen:
    return screens.papers(window)


def test_what_can_be_made_is_saved_what_cannot_is_told_and_the_folder_remembered(
    window: Window,
    screen: PapersScreen,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "Papers of the day"
    folder.mkdir()
    monkeypatch.setattr(window.choice, "folder", lambda _title: folder)
    screen.cards[TEAMS].click()
    screen.cards[AWARDS].click()

    screen.save.click()
    qtbot.waitUntil(screen.summary.isVisible, timeout=30_000)

    assert f"saved in {folder}. 1 paper not." in screen.summary.text.text()
    assert any("No award has been given yet." in line for line in screen.summary.lines)
    assert len([*folder.glob("*.pdf")]) == 1
    assert "Last folder: Papers of the day." in screen.about.text()


def test_print_goes_to_the_printer_that_was_chosen(
    window: Window,
    screen: PapersScreen,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(100)
    monkeypatch.setattr(window.printers, "printer", lambda **_asked: printer)
    screen.cards[TEAMS].click()

    screen.print.click()
    qtbot.waitUntil(screen.summary.isVisible, timeout=30_000)

    teams = len(window.day.desk.setup().teams)
    assert f"{teams} pages printed" in screen.summary.text.text()
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == teams


def test_the_parts_lead_to_each_other(window: Window, screen: PapersScreen) -> None:
    screen.head.buttons[PapersPart.CERTIFICATES].click()
    designer = screens.certificates(window)
    assert designer.isVisible()
    designer.head.buttons[PapersPart.DATA].click()
    assert screens.data(window).isVisible()
    window.entry_asked.emit(CERTIFICATES)
    designer.head.buttons[PapersPart.GALLERY].click()

    assert screen.isVisible()
