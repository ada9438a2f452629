from dataclasses import replace
from datetime import timedelta

import pytest

from judging_app.domain.clock import Clock
from judging_app.domain.event import Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.people import Team
from judging_app.domain.run_order import DayEntry, DayPlan, Going, Slot, moments, timed
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.faces import (
    Board,
    OneTeam,
    Person,
    Sentence,
    TurnRow,
    Turns,
    TurnState,
)
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.showing import wall_view
from tests.present.wall.facts import AZURITE, BERYL, CITRINE, DIORITE, NOW, SETUP, a_wall


def _pages(wall: WallFacts) -> list[list[TurnRow]]:
    face = wall_view(wall).face
    assert isinstance(face, Turns)
    return [list(page.rows) for page in face.pages]


def _rows(wall: WallFacts) -> list[tuple[str, str, TurnState]]:
    return [(row.lead, row.team, row.state) for page in _pages(wall) for row in page]


def _team(wall: WallFacts) -> OneTeam:
    face = wall_view(wall).face
    assert isinstance(face, OneTeam)
    return face


def test_the_run_order_marks_who_is_done_who_pitches_and_who_is_next() -> None:
    assert _rows(a_wall(Scene.RUN_ORDER)) == [
        ("1", "Azurite", TurnState.DONE),
        ("2", "Beryl", TurnState.DONE),
        ("3", "Citrine", TurnState.NOW),
        ("4", "Diorite", TurnState.NEXT),
        ("5", "Erbium", TurnState.WAITING),
    ]


def test_every_state_but_waiting_is_said_in_a_word() -> None:
    wall = a_wall(Scene.RUN_ORDER)

    assert [row.state_text for row in _pages(wall)[0]] == ["Done", "Done", "Now", "Next", ""]
    assert wall_view(wall).spoken == (
        "Run order. 1 Azurite (done); 2 Beryl (done); 3 Citrine (now); 4 Diorite (next); 5 Erbium"
    )


def test_times_that_are_known_stand_in_place_of_numbers() -> None:
    times = {BERYL: NOW, DIORITE: NOW + timedelta(minutes=8)}

    leads = [lead for lead, _, _ in _rows(replace(a_wall(Scene.RUN_ORDER), times=times))]

    assert leads == ["1", clock_text(NOW), "3", clock_text(times[DIORITE]), "5"]


def test_what_is_beside_the_pitches_stands_among_them_told_apart_and_unmarked() -> None:
    wall = a_wall(Scene.RUN_ORDER)
    plan = DayPlan(840, None, 0, (DayEntry("Welcome", 330), DayEntry("Break", 900, 3)))
    day = timed(moments(plan, wall.slots), 0, NOW, Going(NOW, is_today=False))

    shown = replace(wall, day=day)
    (rows,) = _pages(shown)

    assert [(row.lead, row.team) for row in rows if row.is_beside] == [
        (clock_text(NOW), "Welcome, 5 minutes"),
        (clock_text(NOW + timedelta(seconds=330 + 3 * 480)), "Break, 15 minutes"),
    ]
    assert [(row.team, row.state, row.state_text) for row in rows[:5]] == [
        ("Welcome, 5 minutes", TurnState.DONE, ""),
        ("Azurite", TurnState.DONE, "Done"),
        ("Beryl", TurnState.DONE, "Done"),
        ("Citrine", TurnState.NOW, "Now"),
        ("Break, 15 minutes", TurnState.WAITING, ""),
    ]


def test_only_who_is_on_or_next_has_the_challenge_in_the_run_order() -> None:
    rows = _pages(a_wall(Scene.RUN_ORDER))[0]

    assert [row.challenge for row in rows] == ["", "", "Fewer lost letters", "", ""]


def test_before_the_first_pitch_nobody_is_done() -> None:
    wall = replace(a_wall(Scene.RUN_ORDER), clock=Clock(), next_team=AZURITE)

    states = [state for _, _, state in _rows(wall)]
    assert states == [TurnState.NEXT, *[TurnState.WAITING] * 4]


def test_a_team_that_withdrew_isnt_in_the_run_order() -> None:
    wall = a_wall(Scene.RUN_ORDER)
    without = replace(wall, slots=tuple(slot for slot in wall.slots if slot.team != BERYL))

    assert [(number, team) for number, team, _ in _rows(without)] == [
        ("1", "Azurite"),
        ("2", "Citrine"),
        ("3", "Diorite"),
        ("4", "Erbium"),
    ]


def _long(at: int, name: str = "Team") -> WallFacts:
    teams = tuple(Team(TeamId(f"T{n}"), f"{name} {n}") for n in range(60))
    return replace(
        a_wall(Scene.RUN_ORDER),
        setup=replace(SETUP, teams=teams),
        slots=tuple(Slot(team.id) for team in teams),
        clock=Clock(TeamId(f"T{at}")),
        next_team=TeamId(f"T{at + 1}"),
    )


def test_a_long_run_order_begins_two_above_the_one_whose_turn_it_is() -> None:
    wall = _long(30)

    first = _pages(wall)[0]

    assert [row.state for row in first[:4]] == [
        TurnState.DONE,
        TurnState.DONE,
        TurnState.NOW,
        TurnState.NEXT,
    ]
    face = wall_view(wall).face
    assert isinstance(face, Turns)
    assert face.pages[0].label == f"29 to {28 + len(first)} of 60"


@pytest.mark.parametrize("at", [0, 1, 30, 58])
@pytest.mark.parametrize("name", ["Team", "The Interoperability Pathfinders of Work and Pensions"])
def test_turning_a_long_run_order_reaches_every_team_once(at: int, name: str) -> None:
    wall = _long(at, name)

    told = [row.team for page in _pages(wall) for row in page]

    assert sorted(told) == sorted(team.name for team in wall.setup.teams)
    assert len(_pages(wall)[0]) >= 4


def test_no_teams_are_said_in_words() -> None:
    view = wall_view(replace(a_wall(Scene.RUN_ORDER), slots=()))

    assert view.face == Sentence("There are no teams yet.")


def test_up_next_names_the_team_its_challenge_and_who_follows_and_no_member() -> None:
    wall = replace(a_wall(Scene.UP_NEXT), next_team=CITRINE)

    face = _team(wall)

    assert (face.team, face.challenge, face.owner) == (
        "Citrine",
        "Fewer lost letters",
        "Set by Royal Mail",
    )
    assert (face.people, wall_view(wall).foot) == ((), "After that: Diorite")


@pytest.mark.parametrize(
    ("minutes", "said"), [(4, "in 4 minutes"), (1, "in 1 minute"), (0, "now"), (-3, "now")]
)
def test_up_next_says_when_the_team_is_on(minutes: int, said: str) -> None:
    at = NOW + timedelta(minutes=minutes)
    wall = replace(a_wall(Scene.UP_NEXT), times={DIORITE: at})

    assert (_team(wall).when, _team(wall).when_text) == (clock_text(at), f"on stage {said}")


def test_now_pitching_names_the_members_with_their_organisations() -> None:
    wall = a_wall(Scene.NOW_PITCHING)

    face = _team(wall)

    assert (wall_view(wall).title, face.team) == ("Now pitching", "Citrine")
    assert face.people == (Person("Zoë Ó Sé", "Royal Mail"), Person("Łucja Żak", "Royal Mail"))
    assert "Zoë Ó Sé, Łucja Żak" in wall_view(wall).spoken


def test_now_pitching_says_how_long_questions_take_if_there_are_any() -> None:
    wall = a_wall(Scene.NOW_PITCHING)
    without = replace(wall, slots=tuple(replace(slot, questions_s=0) for slot in wall.slots))

    assert wall_view(wall).foot == "Then questions, 3 minutes"
    assert wall_view(without).foot == ""


def test_before_the_first_turn_the_team_that_begins_is_the_one_that_pitches() -> None:
    wall = replace(a_wall(Scene.NOW_PITCHING), clock=Clock(), next_team=BERYL)

    assert _team(wall).team == "Beryl"


def test_a_team_without_a_challenge_has_its_name_alone() -> None:
    face = _team(replace(a_wall(Scene.UP_NEXT), next_team=DIORITE))

    assert (face.team, face.challenge, face.owner) == ("Diorite", "", "")


def test_after_the_last_team_nobody_is_up_next() -> None:
    wall = replace(a_wall(Scene.UP_NEXT), next_team=None)

    assert (_team(wall).team, wall_view(wall).spoken) == ("No team yet", "Up next")


def test_the_people_choose_among_all_teams_by_number() -> None:
    view = wall_view(replace(a_wall(Scene.PEOPLES_CHOICE), peoples_award="Audience prize"))

    assert isinstance(view.face, Board)
    assert (view.title, view.face.strip) == ("Audience prize", "Lunch is served.")
    rows = view.pages[0].rows
    assert [(row.place_text, row.team) for row in rows][:2] == [("1", "Azurite"), ("2", "Beryl")]
    assert not any(row.is_top or row.score_text for row in rows)


def test_an_award_of_the_people_without_a_title_has_one() -> None:
    assert wall_view(a_wall(Scene.PEOPLES_CHOICE)).title == "People’s choice"
