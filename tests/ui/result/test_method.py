"""The method and the tie-breaks through the window."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk import result_questions, scoring
from judging_app.desk.desk import Changed
from judging_app.domain.event import Method, Phase
from judging_app.domain.ids import CriterionId
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from tests.ui import screens
from tests.ui.result.result_day import at_decisions, decide, make_day, opened, pick, words
from ui.pages import RESULT
from ui.result.decisions import DecisionsPart, Kind
from ui.result.result import ResultPart
from ui.result.tie_breaks import NONE, TWICE
from ui.window import Window

HEAD_TO_HEAD = DeclaredTieBreak(TieRule.HEAD_TO_HEAD)
IMPACT = DeclaredTieBreak(TieRule.NAMED_CRITERION, CriterionId("impact"))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_day(tmp_path_factory.mktemp("template"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, template: Path) -> Iterator[Window]:
    with opened(qtbot, Path(shutil.copy(template, tmp_path))) as made:
        scoring.close_scoring(made.day.desk, ORGANISER, "The test needs it closed.")
        yield made


@pytest.fixture
def part(window: Window) -> DecisionsPart:
    return at_decisions(window)


def test_another_method_decides_the_result_and_stands_on_the_record_with_its_reason(
    window: Window, part: DecisionsPart
) -> None:
    pick(part.method.method, "Median")
    decide(part, Kind.METHOD, "One judge came late")

    said = words(window)
    assert window.day.desk.event().method is Method.MEDIAN
    assert "The method is the median\nReason: One judge came late" in said
    assert "Current method: Median" in said
    assert "If the reveal has started" in said


def test_all_methods_can_be_chosen_and_the_declared_one_is_no_change(part: DecisionsPart) -> None:
    part.kinds[Kind.METHOD].click()
    part.reason.field.setText("One judge came late")
    box = part.method.method.box
    can_be_declared = {}
    for at in range(box.count()):
        pick(part.method.method, box.itemText(at))
        can_be_declared[Method[part.method.method.key]] = part.act.isEnabled()

    assert can_be_declared == {method: method is not Method.MEAN for method in Method}


def test_a_trimmed_mean_says_what_it_trims(window: Window, part: DecisionsPart) -> None:
    part.kinds[Kind.METHOD].click()
    before = part.method.by_criterion.isVisible()
    pick(part.method.method, "Trimmed mean")
    offered = part.method.by_criterion.isVisible()
    part.method.by_criterion.click()
    decide(part, Kind.METHOD)

    event = window.day.desk.event()
    assert (before, offered) == (False, True)
    assert (event.method, event.trims_by_criterion) == (Method.TRIMMED, True)
    assert "Current method: Trimmed mean. Trimmed by criterion" in words(window)


def test_a_method_is_not_changed_after_scoring_opened_without_a_reason(
    part: DecisionsPart,
) -> None:
    part.kinds[Kind.METHOD].click()
    pick(part.method.method, "Median")
    without = part.act.isEnabled()
    part.reason.field.setText("One judge came late")

    assert (without, part.act.isEnabled()) == (False, True)


def test_tie_breaks_are_asked_in_the_order_of_their_numbers(
    window: Window, part: DecisionsPart
) -> None:
    part.kinds[Kind.TIE_BREAKS].click()
    QTest.keyClicks(part.tie_breaks.rows.fields[HEAD_TO_HEAD], "2")
    QTest.keyClicks(part.tie_breaks.rows.fields[IMPACT], "1")
    read_back = words(window)
    decide(part, Kind.TIE_BREAKS, "Left out by mistake")

    title = "The criterion Impact on the people who use the service"
    assert result_questions.declared_tie_breaks(window.day.desk, ORGANISER) == (
        IMPACT,
        HEAD_TO_HEAD,
    )
    assert f"1. {title} · 2. Head to head" in read_back
    assert f"in this order: {title}; Head to head\nReason: Left out by mistake" in words(window)
    assert part.tie_breaks.rows.fields[IMPACT].text() == "1"
    assert part.tie_breaks.wanted is None


def test_two_rules_of_one_number_are_no_order(window: Window, part: DecisionsPart) -> None:
    part.kinds[Kind.TIE_BREAKS].click()
    for rule in (HEAD_TO_HEAD, IMPACT):
        part.tie_breaks.rows.fields[rule].setText("1")
    part.reason.field.setText("Left out by mistake")

    assert TWICE in words(window)
    assert not part.act.isEnabled()


def test_the_tie_breaks_can_be_emptied_again(window: Window, part: DecisionsPart) -> None:
    part.tie_breaks.rows.fields[HEAD_TO_HEAD].setText("1")
    decide(part, Kind.TIE_BREAKS)
    part.tie_breaks.rows.fields[HEAD_TO_HEAD].clear()
    decide(part, Kind.TIE_BREAKS)

    assert result_questions.declared_tie_breaks(window.day.desk, ORGANISER) == ()
    assert NONE in words(window)


def test_news_from_elsewhere_keeps_the_method_and_the_rules_being_chosen(
    window: Window, part: DecisionsPart
) -> None:
    part.tie_breaks.rows.fields[HEAD_TO_HEAD].setText("1")
    pick(part.method.method, "Median")
    window.day.changed.emit(Changed(tuple(window.day.desk.entries()[-1:])))

    assert part.method.method.key == Method.MEDIAN.name
    assert part.tie_breaks.rows.fields[HEAD_TO_HEAD].text() == "1"


def test_the_host_declares_neither(window: Window) -> None:
    window.day.enter(HOST)
    window.entry_asked.emit(RESULT)
    screens.result(window).buttons[ResultPart.DECISIONS].click()
    kinds = screens.result(window).decisions.kinds

    assert not kinds[Kind.METHOD].isEnabled()
    assert not kinds[Kind.TIE_BREAKS].isEnabled()


def test_before_scoring_opens_no_reason_is_asked_for_and_nothing_counts_as_decided(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, make_day(tmp_path, with_ballots=False)) as window:
        part = at_decisions(window)
        part.kinds[Kind.METHOD].click()
        asks_for_one = part.reason.isVisible()
        pick(part.method.method, "Median")
        part.act.click()

        assert window.day.desk.event().phase is Phase.SETTING_UP
        assert window.day.desk.event().method is Method.MEDIAN
        assert not asks_for_one
        assert "There are no decisions yet." in words(window)
