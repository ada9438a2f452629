"""The data saved from the window, from the tab to the files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from judging_app.bundle.reading import read_bundle
from judging_app.bundle.recomputing import recomputed
from judging_app.desk.events import create_event
from judging_app.domain.event import Reader
from judging_app.domain.roles import ORGANISER
from judging_app.intake.sample import read_sample
from judging_app.present.open_data.kinds import DataKind
from tests.ui import screens
from ui.day import Day
from ui.file_choice import FileChoice
from ui.organiser.data import DataScreen
from ui.organiser.papers_tabs import PapersPart
from ui.pages import DATA, PAPERS
from ui.wall.projector import Projector
from ui.window import Window


class ThisFolder(FileChoice):
    """Answers with one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def folder(self, title: str) -> Path | None:
        assert title == "Folder for the data"
        return self._folder


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    sample = read_sample()
    path = tmp_path / "day.pitchday"
    create_event(path, sample.event, sample.intake, sample.pins, opens_scoring=True)
    (tmp_path / "out").mkdir()
    made = Window(Day(), Projector(), ThisFolder(tmp_path / "out"))
    qtbot.addWidget(made)
    qtbot.addWidget(made.projector)
    made.show()
    made.open_event(path)
    made.day.enter(ORGANISER)
    yield made
    made.close()


@pytest.fixture
def screen(window: Window) -> DataScreen:
    window.entry_asked.emit(PAPERS)
    screens.papers(window).head.buttons[PapersPart.DATA].click()
    return screens.data(window)


def shown(window: Window, widget: QWidget) -> bool:
    return widget.isVisibleTo(window)


def test_the_tabs_lead_from_papers_to_data_and_back(window: Window, screen: DataScreen) -> None:
    there = shown(window, screen)
    screen.head.buttons[PapersPart.GALLERY].click()

    assert there
    assert not shown(window, screen)
    assert shown(window, screens.papers(window))
    assert screens.papers(window).head.buttons[PapersPart.GALLERY].isChecked()


def test_what_was_chosen_is_saved_and_recomputes(
    qtbot: QtBot, screen: DataScreen, tmp_path: Path
) -> None:
    screen.kinds[DataKind.BUNDLE].click()
    screen.kinds[DataKind.OPEN_DATA].click()
    screen.save.click()
    qtbot.waitUntil(lambda: "saved in" in screen.told, timeout=30_000)

    (bundle,) = (tmp_path / "out").glob("*.zip")
    assert recomputed(read_bundle(bundle.read_bytes())).is_same
    assert [*(tmp_path / "out").glob("*.xlsx")]
    assert (tmp_path / "out" / "Tech Connect pitch day - open data" / "scores.csv").exists()
    assert screen.open_folder.isVisible()
    assert screen.save.isEnabled()


def test_while_scoring_goes_on_there_is_nothing_for_everybody_and_it_is_said_why(
    screen: DataScreen,
) -> None:
    assert not screen.readers[Reader.PUBLIC].isEnabled()
    assert not screen.kinds[DataKind.PAGE].isEnabled()
    assert screen.request.choice.reader is Reader.PANEL


def test_a_folder_that_cannot_be_written_to_is_said_and_nothing_is_left(
    qtbot: QtBot, window: Window, screen: DataScreen, tmp_path: Path
) -> None:
    (tmp_path / "out").rmdir()
    (tmp_path / "out").write_text("a file", "utf-8")

    screen.save.click()
    qtbot.waitUntil(lambda: "folder" in screen.told, timeout=30_000)

    assert (tmp_path / "out").read_text("utf-8") == "a file"
    assert window._key == DATA
