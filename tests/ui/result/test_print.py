"""The result on paper, asked for at the result and among the papers, wired to a real event."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk import scoring
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.present.organiser.report import REPORT_TITLE
from tests.ui import screens
from tests.ui.result.result_day import make_day
from ui.day import Day
from ui.file_choice import FileChoice
from ui.pages import RESULT
from ui.result.result import ResultPart
from ui.wall.projector import Projector
from ui.window import Window


class Answers(FileChoice):
    """Chooses one folder, or none."""

    def __init__(self, parent: QWidget, chosen: Path | None) -> None:
        super().__init__(parent)
        self.chosen = chosen

    def folder(self, title: str) -> Path | None:
        assert title.startswith("Folder for the ")
        return self.chosen


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_day(tmp_path_factory.mktemp("template"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def choice(qtbot: QtBot, folder: Path) -> Answers:
    parent = QWidget()
    qtbot.addWidget(parent)
    return Answers(parent, folder)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, template: Path, choice: Answers) -> Iterator[Window]:
    """The organiser at the result of the sample, scoring closed."""
    made = Window(Day(), Projector(is_motion_reduced=True), choice)
    qtbot.addWidget(made)
    qtbot.addWidget(made.projector)
    made.open_event(Path(shutil.copy(template, tmp_path)))
    made.show()
    qtbot.waitExposed(made)
    scoring.close_scoring(made.day.desk, ORGANISER, "The test needs it closed.")
    made.day.enter(ORGANISER)
    made.entry_asked.emit(RESULT)
    yield made
    made.close()


def print_now(qtbot: QtBot, window: Window) -> str:
    screen = screens.result(window)
    screen.report.click()
    qtbot.waitUntil(screen.report.isEnabled, timeout=60_000)
    return screen.printed.text()


def files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_the_result_is_printed_into_the_chosen_folder_and_said_to_be_unpublished(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    said = print_now(qtbot, window)

    (name,) = files_in(folder)
    assert name.endswith(" - result report - FOR THE PANEL.pdf")
    assert said.startswith("1 file with 8 pages in ")
    assert said.endswith("Not published: for the panel only.")


def test_the_keyboard_begins_at_the_parts_and_not_at_the_printing(window: Window) -> None:
    assert window.focusWidget() is screens.result(window).buttons[ResultPart.STANDINGS]


def test_a_report_under_way_can_not_be_asked_for_again(qtbot: QtBot, window: Window) -> None:
    screen = screens.result(window)
    screen.report.click()

    assert not screen.report.isEnabled()
    assert screen.printed.text() == "Saving the report…"
    qtbot.waitUntil(screen.report.isEnabled, timeout=60_000)


def test_no_folder_chosen_prints_nothing(window: Window, choice: Answers, folder: Path) -> None:
    choice.chosen = None
    screens.result(window).report.click()

    assert not screens.result(window).printed.isVisible()
    assert files_in(folder) == []


def test_a_folder_that_is_a_file_is_said_in_a_sentence(
    qtbot: QtBot, window: Window, choice: Answers, tmp_path: Path
) -> None:
    choice.chosen = tmp_path / "taken"
    choice.chosen.write_text("mine", encoding="utf-8")

    assert "taken" in print_now(qtbot, window)
    assert choice.chosen.read_text(encoding="utf-8") == "mine"


def test_what_one_person_printed_is_not_told_to_the_next(qtbot: QtBot, window: Window) -> None:
    print_now(qtbot, window)

    window.day.leave()
    window.day.enter(HOST)
    window.entry_asked.emit(RESULT)

    assert screens.result(window).printed.text() == ""


def test_the_report_is_one_of_the_papers_as_well(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    papers = screens.papers(window)
    papers.cards[REPORT_TITLE].click()
    papers.save.click()
    qtbot.waitUntil(lambda: bool(papers.summary.text.text()), timeout=60_000)

    assert "Not published: for the panel only." in papers.summary.lines[0]
    assert files_in(folder) == [
        f"{window.day.desk.event().title} - result report - FOR THE PANEL.pdf",
    ]
