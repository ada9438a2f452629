from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from judging_app.domain.event import Audience, Method
from judging_app.domain.ids import TeamId
from judging_app.present.standings import StandingRow, StandingsView
from ui import theme
from ui.standings import StandingsScreen
from ui.standings_model import EXACT, SCORE, StandingsModel


def _row(number: int) -> StandingRow:
    return StandingRow(
        TeamId(f"T{number}"),
        number,
        is_tied=False,
        place_text=str(number),
        team=f"Team {number}",
        score=Fraction(523, 7),
        score_text="74.71",
        exact_text="523/7",
        ballots=7,
        expected=8,
        ballots_text="7 of 8 ballots",
    )


def _view(method: Method, count: int = 6) -> StandingsView:
    rows = tuple(_row(number + 1) for number in range(count))
    return StandingsView("Tech Connect", method, Audience.PANEL, Fraction(100), "of 100", rows, "")


@pytest.fixture
def screen(qtbot: QtBot) -> StandingsScreen:
    made = StandingsScreen()
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _texts(screen: StandingsScreen) -> list[str]:
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]


def test_the_standings_keep_to_the_rules_of_a_model(qtmodeltester: ModelTester) -> None:
    model = StandingsModel()
    model.show_rows(_view(Method.MEAN).rows)

    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped


def test_the_exact_value_stands_beside_the_rounded_one() -> None:
    model = StandingsModel()
    model.show_rows(_view(Method.MEAN).rows)

    assert model.data(model.index(0, SCORE)) == "74.71"
    assert model.data(model.index(0, EXACT)) == "523/7"


def test_figures_stand_on_the_right() -> None:
    model = StandingsModel()
    model.show_rows(_view(Method.MEAN).rows)

    side = model.data(model.index(0, SCORE), Qt.ItemDataRole.TextAlignmentRole)
    assert isinstance(side, Qt.AlignmentFlag)
    assert side & Qt.AlignmentFlag.AlignRight


def test_the_declared_method_is_marked_in_words(screen: StandingsScreen) -> None:
    mean, adjusted = _view(Method.MEAN), _view(Method.ADJUSTED)
    screen.show_standings((mean, adjusted), adjusted)

    texts = _texts(screen)
    declared = texts.index("The declared method: this one is published")
    assert texts.index("By adjusted, of 100") < declared
    assert texts.index("By mean, of 100") < texts.index("For comparison; not published") < declared


def test_what_is_firm_is_said_before_any_figure(screen: StandingsScreen) -> None:
    screen.show_firmness("The same team wins by both methods.")
    screen.show_standings((_view(Method.MEAN),))

    assert _texts(screen)[:2] == ["Standings", "The same team wins by both methods."]


def test_without_a_ballot_the_screen_says_so(screen: StandingsScreen) -> None:
    screen.show_standings(())

    assert "No ballot is in yet. The standings appear as ballots arrive." in _texts(screen)


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_no_score_is_cut_off_in_either_table(
    qapp: QApplication, screen: StandingsScreen, text_scale: float
) -> None:
    theme.apply(qapp, "light", text_scale)
    views = _view(Method.MEAN, 60), _view(Method.ADJUSTED, 60)
    screen.show_standings(views, views[0])
    qapp.processEvents()

    for table in (part.table for part in screen.tables):
        assert table.columnWidth(SCORE) >= table.sizeHintForColumn(SCORE)
        assert table.rowViewportPosition(59) + table.rowHeight(59) <= table.viewport().height()
