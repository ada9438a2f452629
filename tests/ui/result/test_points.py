"""The organiser's points through the window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk import result_questions
from judging_app.domain.ids import TeamId
from judging_app.domain.roles import ORGANISER
from tests.ui.result.result_day import PACK, at_decisions, decide, make_day, opened, pick, words
from ui.result.decisions import DecisionsPart, Kind
from ui.window import Window


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_day(tmp_path_factory.mktemp("template"), has_pack=True)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, template: Path) -> Iterator[Window]:
    with opened(qtbot, Path(shutil.copy(template, tmp_path))) as made:
        yield made


@pytest.fixture
def part(window: Window) -> DecisionsPart:
    made = at_decisions(window)
    made.kinds[Kind.POINTS].click()
    return made


def _texts(window: Window) -> dict[TeamId, str]:
    return {row.team_id: row.text for row in result_questions.points(window.day.desk, ORGANISER)}


def test_points_that_are_missing_are_counted_and_hold_the_result_back(
    window: Window, part: DecisionsPart
) -> None:
    assert part.points.entered == "Nothing entered yet · scale 0 to 10 in steps of 0.5"
    assert "0 of 6 are entered; 6 figures are missing. There is no result until" in words(window)


def test_entered_points_need_no_reason_and_the_next_team_that_is_missing_is_chosen(
    window: Window, part: DecisionsPart
) -> None:
    pick(part.points.team, "Team Lantern")
    part.points.points.setText("7,5")
    has_reason = part.reason.isVisible()
    part.act.click()

    assert not has_reason
    assert _texts(window)[TeamId("T1")] == "7.5 of 10"
    assert "1 of 6 are entered; 5 figures are missing." in words(window)
    assert (part.points.team.key, part.points.points.text()) == ("T2", "")


def test_enter_takes_one_team_after_the_other(window: Window, part: DecisionsPart) -> None:
    for figure in ("7", "6.5"):
        QTest.keyClicks(part.points.points, figure)
        QTest.keyClick(part.points.points, Qt.Key.Key_Return)

    assert list(_texts(window).values())[:3] == ["7 of 10", "6.5 of 10", "Missing"]


def test_points_entered_again_replace_the_first(window: Window, part: DecisionsPart) -> None:
    for figure in ("7", "0"):
        pick(part.points.team, "Team Lantern")
        part.points.points.setText(figure)
        part.act.click()
    pick(part.points.team, "Team Lantern")

    assert _texts(window)[TeamId("T1")] == "0 of 10"
    assert part.points.entered == "Entered: 0 of 10 · scale 0 to 10 in steps of 0.5"


@pytest.mark.parametrize("figure", ["11", "0.25", "many"])
def test_points_off_the_scale_are_refused_in_words_and_stay_in_the_field(
    window: Window, part: DecisionsPart, figure: str
) -> None:
    part.points.points.setText(figure)
    decide(part, Kind.POINTS)

    assert figure in window._toast.text
    assert part.points.points.text() == figure
    assert set(_texts(window).values()) == {"Missing"}


def test_once_every_team_has_its_points_there_is_a_winner(
    window: Window, part: DecisionsPart
) -> None:
    before = words(window)
    for _ in window.day.desk.setup().teams:
        part.points.points.setText("5")
        part.act.click()

    assert "wins" not in before
    assert "All 6 points are entered." in words(window)
    assert "1st Team Groundwork" in words(window)


def test_the_points_stand_on_the_criterion_that_they_were_entered_for(part: DecisionsPart) -> None:
    part.points.points.setText("5")
    wanted = part.points.wanted

    assert wanted is not None
    assert wanted.criterion == PACK


def test_without_a_criterion_of_the_organisers_there_is_no_such_form(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, make_day(tmp_path, with_ballots=False)) as window:
        part = at_decisions(window)

        assert not part.kinds[Kind.POINTS].isVisible()
        assert part.kinds[Kind.AWARD].isVisible()
