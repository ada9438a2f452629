"""The small papers of a day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from judging_app.domain.event import Event, Method
from judging_app.domain.ids import CriterionId
from judging_app.domain.panel import Conflict
from judging_app.domain.rubric import Criterion, Level, Rubric
from judging_app.domain.run_order import DayEntry, DayPlan, Going, Slot, moments, timed
from judging_app.domain.standings import Standing
from judging_app.intake.sample import read_sample
from judging_app.present.leaves import day
from judging_app.present.result.standings import panel_view
from judging_app.present.time_of_day import clock_text
from judging_app.tally.result import plain_result
from tests.told_leaf import rows_of, tables_of, words_of

SETUP = read_sample().intake.setup
EVENT = Event("Tech Connect")
FACTS = day.DayFacts(
    EVENT,
    SETUP,
    tuple(Slot(team.id, 300, 90 * at) for at, team in enumerate(reversed(SETUP.teams))),
    "harbour seven",
    links=(Conflict(SETUP.judges[0].id, SETUP.teams[0].id, "mentors the team"),),
)


def test_the_running_sheet_has_the_turns_in_their_order_after_what_was_before() -> None:
    (sheet,) = day.running_sheet(FACTS)

    rows = rows_of(sheet)
    assert [row[1] for row in rows[:2]] == ["1  Team Millrace", "2  Team Perch"]
    assert [row[3:5] for row in rows[:4]] == [
        ("0", "5"),
        ("5", "6:30"),
        ("11:30", "8"),
        ("19:30", "9:30"),
    ]
    assert sheet.corner == "Drawn by lot, “harbour seven”"


BEGINS = datetime(2019, 6, 3, 14, 0, tzinfo=UTC)
PLAN = DayPlan(840, None, 120, (DayEntry("Welcome", 300), DayEntry("Break", 900, 1)))
PLANNED = replace(
    FACTS, day=timed(moments(PLAN, FACTS.slots), PLAN.change_s, BEGINS, Going(BEGINS))
)


def _after(minutes: float) -> str:
    return clock_text(BEGINS + timedelta(minutes=minutes))


def test_the_running_sheet_of_a_planned_day_has_each_lines_time_and_no_other_count() -> None:
    (sheet,) = day.running_sheet(PLANNED)

    (table,) = tables_of(sheet)
    heads = [column.head for column in table.columns]
    assert heads == ["Time", "Team", "What they pitch", "Lasts", "Done"]
    assert [(row[0], row[1], row[3]) for row in rows_of(sheet)[:4]] == [
        (_after(0), "Welcome", "5"),
        (_after(5), "1  Team Millrace", "5"),
        (_after(12), "Break", "15"),
        (_after(27), "2  Team Perch", "6:30"),
    ]
    assert "Where one line begins late, all after it move together." in words_of(sheet)


def test_briefings_tell_when_each_team_pitches() -> None:
    team, judge = day.teams_briefing(PLANNED)[1], day.judges_briefing(PLANNED)[0]

    assert ("Your turn", f"2 of 6 · {_after(27)}") in rows_of(team)
    assert (_after(27), "Team Perch") in [row[:2] for row in rows_of(judge, 1)]


def test_a_judge_reads_their_own_links_and_no_other_judges() -> None:
    one, other, *_ = day.judges_briefing(FACTS)

    assert "Team Lantern: mentors the team" in words_of(one)
    assert not any("mentors the team" in words for words in words_of(other))
    assert one.subtitle == "For Dame Olwen Prosser · Director General, HMRC"


def test_what_each_level_means_is_in_the_briefing() -> None:
    levels = (Level(1, "Nobody gains."), Level(10, "Most lives get better."))
    rubric = Rubric((Criterion(CriterionId("c"), "Impact", Fraction(1), levels=levels),))

    for made in (day.judges_briefing, day.teams_briefing):
        words = words_of(made(replace(FACTS, setup=replace(SETUP, rubric=rubric)))[0])
        assert {"1: Nobody gains.", "10: Most lives get better."} <= {*words}


def test_a_team_reads_its_own_turn_and_time() -> None:
    perch = day.teams_briefing(FACTS)[1]

    assert perch.title == "Briefing for Team Perch"
    assert rows_of(perch)[-2:] == [
        ("Your turn", "2 of 6"),
        ("Your time", "5 min to pitch, 1:30 min for questions"),
    ]


def test_how_a_name_is_said_is_on_its_proof_and_in_the_order_of_the_pitches() -> None:
    first, *others = SETUP.teams
    facts = replace(FACTS, setup=replace(SETUP, teams=(replace(first, said="LAN-turn"), *others)))

    (names,) = tables_of(day.name_proof(facts)[0])
    assert names.rows[0].cells[1].text == "LAN-turn"
    order = tables_of(day.judges_briefing(facts)[0])[1]
    assert {row.cells[1].under for row in order.rows} == {"LAN-turn", ""}


def test_every_name_is_once_on_the_proofs_with_room_to_write_it_right() -> None:
    proofs = day.name_proof(FACTS)

    names = [row.cells[0] for proof in proofs for row in tables_of(proof)[0].rows]
    assert sorted(cell.text for cell in names) == sorted(
        [*(one.name for one in SETUP.teams), *(one.name for one in SETUP.participants)]
    )
    assert all(cell.is_to_write and cell.is_large for cell in names)


def test_every_team_and_every_door_has_a_sign() -> None:
    titles = [leaf.title for leaf in day.signs(FACTS)]

    assert titles == [*(team.name for team in SETUP.teams), *day.DOOR_SIGNS]


def test_the_winners_are_the_first_three_places_with_their_people() -> None:
    places = (1, 2, 2, 4)
    standings = tuple(
        Standing(team.id, place, is_tied=place == 2, score=Fraction(70), ballots=8, expected=8)
        for team, place in zip(SETUP.teams, places, strict=False)
    )
    view = panel_view(EVENT, SETUP, plain_result(standings, Method.MEAN))

    (leaf,) = day.winners_list(EVENT, SETUP, view, "Result code X")

    assert [row[:2] for row in rows_of(leaf)] == [
        ("1st place", "Team Lantern"),
        ("Joint 2nd place", "Team Kingfisher"),
        ("Joint 2nd place", "Team Groundwork"),
    ]
    (table,) = tables_of(leaf)
    assert table.rows[0].below.startswith("Aoife\u00a0Ní\u00a0Bhriain, ")
