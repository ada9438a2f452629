"""The awards through the window: declaring them, giving them, and who gets them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.desk import decisions, result_questions, scoring
from judging_app.desk.desk import Changed
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.ids import AwardId, CriterionId, TeamId
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.present.result.awards import AwardRow
from tests.ui import screens
from tests.ui.result.result_day import at_decisions, decide, make_day, opened, pick, words
from ui.pages import RESULT
from ui.result.awards import NO_AWARD, AwardForm, SectionChoice
from ui.result.decisions import DecisionsPart, Kind
from ui.result.result import ResultPart
from ui.widgets.picker import Choice
from ui.window import Window


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


@pytest.fixture
def form(qtbot: QtBot) -> AwardForm:
    made = AwardForm()
    qtbot.addWidget(made)
    made.show()
    made.show_criteria(
        [Choice("impact", "Impact"), Choice("market", "Market"), Choice("team", "Team")],
        [SectionChoice("Viability", ("market", "team"))],
    )
    return made


def _declare_for_place(part: DecisionsPart, title: str, place: str) -> None:
    part.award.title.setText(title)
    part.award.kinds[AwardKind.PLACE].click()
    part.award.place.setText(place)
    decide(part, Kind.AWARD)


def _declare_panels(part: DecisionsPart, title: str) -> None:
    part.award.title.setText(title)
    part.award.kinds[AwardKind.PANEL].click()
    decide(part, Kind.AWARD)


def _rows(window: Window) -> tuple[AwardRow, ...]:
    return result_questions.awards(window.day.desk, ORGANISER)


def test_an_award_for_a_place_goes_to_the_team_in_it_and_says_so(
    window: Window, part: DecisionsPart
) -> None:
    _declare_for_place(part, "First prize", "1")

    said = words(window)
    assert "First prize: Team Groundwork" in said
    assert "For 1st place." in said


def test_an_award_on_chosen_criteria_passes_over_a_team_that_has_an_earlier_one(
    window: Window, part: DecisionsPart
) -> None:
    _declare_for_place(part, "First prize", "1")
    part.award.title.setText("Most useful")
    part.award.kinds[AwardKind.CRITERIA].click()
    part.award.criteria.boxes["impact"].click()
    part.award.passes_over.click()
    decide(part, Kind.AWARD)

    second = result_questions.declared_awards(window.day.desk, ORGANISER)[1]
    assert second == Award(
        AwardId("A2"),
        "Most useful",
        AwardKind.CRITERIA,
        criteria=(CriterionId("impact"),),
        passes_over_winners=True,
    )
    assert "Team Groundwork" not in _rows(window)[1].winners
    assert f"Most useful: {_rows(window)[1].winners}" in words(window)


def test_declaring_an_award_asks_for_no_reason_and_then_the_form_is_empty(
    part: DecisionsPart,
) -> None:
    part.kinds[Kind.AWARD].click()
    asks_for_one = part.reason.isVisible()
    _declare_for_place(part, "First prize", "1")

    assert not asks_for_one
    assert (part.award.title.text(), part.award.place.text()) == ("", "")
    assert not part.act.isEnabled()


def test_an_award_is_changed_by_choosing_it_and_stays_one_award(
    window: Window, part: DecisionsPart
) -> None:
    _declare_for_place(part, "Fist prize", "1")
    pick(part.award.award, "Fist prize")
    filled = part.award.title.text(), part.award.place.text()
    part.award.title.setText("First prize")
    decide(part, Kind.AWARD)

    assert filled == ("Fist prize", "1")
    assert [row.title for row in _rows(window)] == ["First prize"]


def test_the_panel_gives_an_award_to_two_teams_with_a_reason_that_stands_with_it(
    window: Window, part: DecisionsPart
) -> None:
    _declare_panels(part, "Panel’s choice")
    before = words(window)
    part.kinds[Kind.GIVE].click()
    for team in ("T1", "T2"):
        part.give.teams.boxes[team].click()
    decide(part, Kind.GIVE, "Both could start tomorrow")

    said = words(window)
    winners = _rows(window)[0].winners
    assert "Panel’s choice: Not awarded yet" in before
    assert sorted(winners.split(" and ")) == ["Team Kingfisher", "Team Lantern"]
    assert f"Panel’s choice: {winners}" in said
    assert "The panel decided: Both could start tomorrow" in said
    assert f"“Panel’s choice” goes to {winners}\nReason: Both could start" in said


def test_an_award_to_a_team_that_is_out_is_asked_about_and_then_given(
    window: Window, part: DecisionsPart
) -> None:
    decisions.exclude(
        window.day.desk, ORGANISER, TeamId("T1"), Exclusion.DISQUALIFIED, "Too many members"
    )
    _declare_panels(part, "Panel’s choice")
    part.kinds[Kind.GIVE].click()
    words_of = part.give.teams.boxes["T1"].accessibleName()
    asked_before = part.give.even_if_out.isVisible()
    part.give.teams.boxes["T1"].click()
    asked = part.give.even_if_out.isVisible()
    decide(part, Kind.GIVE, "Their idea was the best")
    refused = _rows(window)[0].winners
    part.give.even_if_out.click()
    decide(part, Kind.GIVE, "Their idea was the best")

    assert words_of == "Team Lantern – disqualified"
    assert (asked_before, asked) == (False, True)
    assert refused == ""
    assert _rows(window)[0].winners == "Team Lantern"
    assert not part.give.even_if_out.isVisible()


def test_an_award_is_not_given_without_a_team_or_a_reason(part: DecisionsPart) -> None:
    _declare_panels(part, "Panel’s choice")
    part.kinds[Kind.GIVE].click()
    part.reason.field.setText("Both could start tomorrow")
    without_a_team = part.act.isEnabled()
    part.give.teams.boxes["T1"].click()
    whole = part.act.isEnabled()
    part.reason.clear()

    assert (without_a_team, whole, part.act.isEnabled()) == (False, True, False)


def test_before_an_award_is_declared_none_can_be_given_and_the_form_says_so(
    window: Window, part: DecisionsPart
) -> None:
    part.kinds[Kind.GIVE].click()

    assert NO_AWARD in words(window)
    assert not part.awards.isVisible()
    assert part.give.wanted is None


def test_a_title_that_cannot_be_used_is_refused_and_the_form_keeps_it(
    window: Window, part: DecisionsPart
) -> None:
    _declare_panels(part, "First \u202e prize")

    assert "contains characters that can’t be shown" in window._toast.text
    assert part.award.title.text() == "First \u202e prize"
    assert _rows(window) == ()


def test_the_host_sees_who_gets_each_award_but_declares_none(
    window: Window, part: DecisionsPart
) -> None:
    _declare_for_place(part, "First prize", "1")
    window.day.enter(HOST)
    window.entry_asked.emit(RESULT)
    screens.result(window).buttons[ResultPart.DECISIONS].click()

    assert "First prize: Team Groundwork" in words(window)
    assert not part.kinds[Kind.AWARD].isEnabled()
    assert not part.kinds[Kind.GIVE].isEnabled()


@pytest.mark.parametrize("place", ["", "0", "x"])
def test_an_award_for_no_place_is_not_whole(form: AwardForm, place: str) -> None:
    form.title.setText("First prize")
    QTest.keyClicks(form.place, place)

    assert form.wanted is None


def test_a_section_ticks_its_criteria_which_can_be_changed_one_by_one(form: AwardForm) -> None:
    form.title.setText("Best business")
    form.kinds[AwardKind.CRITERIA].click()
    pick(form.section, "All criteria in Viability")
    of_section = form.criteria.keys
    form.criteria.boxes["team"].click()

    assert of_section == ("market", "team")
    assert form.criteria.keys == ("market",)
    assert form.section.key == ""


def test_only_an_award_on_criteria_passes_over_winners(form: AwardForm) -> None:
    form.title.setText("Panel’s choice")
    form.kinds[AwardKind.CRITERIA].click()
    form.criteria.boxes["impact"].click()
    form.passes_over.click()
    form.kinds[AwardKind.PANEL].click()

    assert form.wanted is not None
    assert (form.wanted.criteria, form.wanted.passes_over_winners) == ((), False)


def test_a_click_on_the_words_ticks_their_box(form: AwardForm) -> None:
    form.kinds[AwardKind.CRITERIA].click()
    box = form.criteria.boxes["impact"]
    row = box.parentWidget()
    assert row is not None
    beside = QPoint(box.width() + 20, row.height() // 2)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=beside)

    assert form.criteria.keys == ("impact",)


def test_news_from_elsewhere_keeps_the_award_that_is_being_typed(
    window: Window, part: DecisionsPart
) -> None:
    part.kinds[Kind.AWARD].click()
    part.award.title.setText("First pr")
    window.day.changed.emit(Changed(tuple(window.day.desk.entries()[-1:])))

    assert part.award.title.text() == "First pr"
    assert part.kind is Kind.AWARD
