"""The rubric is typed into its page: weights, levels, order and templates, until scoring opens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from judging_app.desk.scoring import open_scoring
from judging_app.domain.roles import HOST
from judging_app.domain.rubric import Rubric
from judging_app.intake.folder import read_nothing
from judging_app.present.set_up.overview import SetUpPart
from tests.ui.small_window import small_window
from ui.file_choice import FileChoice
from ui.pages import CRITERIA, HOST_DESK, SET_UP
from ui.set_up.rubric import RubricEditor
from ui.set_up.set_up import SetUpScreen
from ui.widgets.labels import Heading
from ui.window import Window


class _Folder(FileChoice):
    def __init__(self, folder: Path) -> None:
        self._chosen = folder

    def folder(self, title: str) -> Path | None:
        return self._chosen if title else None


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """The small event while it is set up, the organiser at its rubric."""
    made = small_window(qtbot, tmp_path, _Folder(tmp_path))
    made.screen_by(SET_UP, SetUpScreen).part_asked.emit(SetUpPart.RUBRIC)
    yield made
    made.close()


def _rubric(window: Window) -> Rubric:
    return window.day.desk.recorded_setup().rubric


def test_what_is_typed_changes_shares_levels_order_and_the_preview_at_once(window: Window) -> None:
    screen = window.screen_by(CRITERIA, RubricEditor)
    first, second = _rubric(window).criteria
    table = screen.table
    table._go_to(0, 1)
    table.rows.type_in([(0, 1, "57")])

    assert _rubric(window).criteria[0].weight == 57
    assert "together. That is allowed" in screen.sum.text()
    assert f"counts 57 of {57 + int(second.weight)}" in screen.preview._rows[0].weight_text

    points, words = screen.levels._lines[0]
    points.setText("10")
    words.setText("Measured, and large")
    words.editingFinished.emit()
    assert [one.text for one in _rubric(window).criteria[0].levels] == ["Measured, and large"]
    assert screen.preview._rows[0].meaning == "Measured, and large"

    screen.down.click()
    assert [one.id for one in _rubric(window).criteria] == [second.id, first.id]
    assert [table.rows.key_at(row) for row in range(2)] == [second.id, first.id]
    screen.undo.click()
    assert [one.id for one in _rubric(window).criteria] == [first.id, second.id]


def test_a_template_replaces_it_and_a_saved_one_comes_in_as_the_same(
    window: Window, tmp_path: Path
) -> None:
    screen = window.screen_by(CRITERIA, RubricEditor)
    screen.choose.click()
    screen.templates.picker.choose("expopitch")
    screen.templates.looked_at.emit("expopitch")
    assert "Quality of idea" in [one.text() for one in screen.preview.findChildren(Heading)]
    screen.templates.use.click()
    rubric = _rubric(window)
    assert next(section.title for section in rubric.sections()) == "Quality of idea"

    screen.save.click()
    saved = (tmp_path / "rubric.csv").read_bytes()
    assert read_nothing(saved).setup.rubric == rubric
    screen.save.click()
    assert "is in this folder already" in screen._said.text()


def test_once_scoring_has_opened_the_menu_leads_to_it_locked_and_it_says_its_code(
    window: Window,
) -> None:
    screen = window.screen_by(CRITERIA, RubricEditor)
    before = _rubric(window)
    assert not window.day.do(lambda: open_scoring(window.day.desk, HOST))
    window.go_to(HOST_DESK)
    window.go_to(CRITERIA)
    assert window._key == CRITERIA

    screen.table.rows.type_in([(0, 1, "57")])

    assert _rubric(window) == before
    assert "locked since scoring opened" in screen._said.text()
    assert screen.lock.text().startswith("Locked since scoring opened. Its code is ")
    assert not screen.add.isEnabled()
