from dataclasses import replace

from judging_app.domain.clock import Clock
from judging_app.domain.event import Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.people import Team
from judging_app.domain.run_order import Slot
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.pitch_scenes import MOST_TURNS
from judging_app.present.wall.showing import wall_view
from judging_app.present.wall.view import Person, TurnState
from tests.present.wall.facts import AZURITE, BERYL, CITRINE, DIORITE, SETUP, a_wall


def _rows(wall: WallFacts) -> list[tuple[str, str, TurnState]]:
    view = wall_view(wall)
    return [(row.number_text, row.team, row.state) for page in view.turns for row in page.rows]


def test_the_run_order_marks_who_is_done_who_pitches_and_who_is_next() -> None:
    assert _rows(a_wall(Scene.RUN_ORDER)) == [
        ("1", "Azurite", TurnState.DONE),
        ("2", "Beryl", TurnState.DONE),
        ("3", "Citrine", TurnState.NOW),
        ("4", "Diorite", TurnState.NEXT),
        ("5", "Erbium", TurnState.WAITING),
    ]


def test_every_state_but_waiting_is_said_in_a_word() -> None:
    view = wall_view(a_wall(Scene.RUN_ORDER))

    assert [row.state_text for row in view.turns[0].rows] == ["Done", "Done", "Now", "Next", ""]
    assert view.spoken == (
        "Run order. 1 Azurite (done); 2 Beryl (done); 3 Citrine (now); 4 Diorite (next); 5 Erbium"
    )


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


def test_a_long_run_order_is_turned_in_pages_from_the_one_whose_turn_it_is() -> None:
    teams = tuple(Team(TeamId(f"T{n}"), f"Team {n}") for n in range(60))
    wall = replace(
        a_wall(Scene.RUN_ORDER),
        setup=replace(SETUP, teams=teams),
        slots=tuple(Slot(team.id) for team in teams),
        clock=Clock(TeamId("T30")),
        next_team=TeamId("T31"),
    )

    view = wall_view(wall)

    assert [len(page.rows) for page in view.turns] == [20, 20, 20]
    assert max(len(page.rows) for page in view.turns) <= MOST_TURNS
    assert [page.label for page in view.turns] == ["1 of 3", "2 of 3", "3 of 3"]
    assert (view.first_page, view.page_count) == (1, 3)
    told = [row.team for page in view.turns for row in page.rows]
    assert told == [team.name for team in teams]


def test_no_teams_are_said_in_words() -> None:
    view = wall_view(replace(a_wall(Scene.RUN_ORDER), slots=()))

    assert (view.turns, view.lines) == ((), ("There are no teams yet",))


def test_up_next_names_the_team_and_its_challenge_and_no_member() -> None:
    view = wall_view(replace(a_wall(Scene.UP_NEXT), next_team=CITRINE))

    assert (view.label, view.title) == ("Up next", "Citrine")
    assert view.lines == ("Fewer lost letters", "Royal Mail")
    assert view.people == ()


def test_now_pitching_names_the_members_with_their_organisations() -> None:
    view = wall_view(a_wall(Scene.NOW_PITCHING))

    assert (view.label, view.title) == ("Now pitching", "Citrine")
    assert view.people == (Person("Zoë Ó Sé", "Royal Mail"), Person("Łucja Żak", "Royal Mail"))
    assert "Zoë Ó Sé, Łucja Żak" in view.spoken


def test_before_the_first_turn_the_team_that_begins_is_the_one_that_pitches() -> None:
    wall = replace(a_wall(Scene.NOW_PITCHING), clock=Clock(), next_team=BERYL)

    assert wall_view(wall).title == "Beryl"


def test_a_team_without_a_challenge_has_its_name_alone() -> None:
    view = wall_view(replace(a_wall(Scene.UP_NEXT), next_team=DIORITE))

    assert (view.title, view.lines) == ("Diorite", ())


def test_after_the_last_team_nobody_is_up_next() -> None:
    view = wall_view(replace(a_wall(Scene.UP_NEXT), next_team=None))

    assert (view.title, view.spoken) == ("No team yet", "Up next")


def test_the_people_choose_among_all_teams_by_number() -> None:
    view = wall_view(replace(a_wall(Scene.PEOPLES_CHOICE), peoples_award="Audience prize"))

    assert (view.title, view.lines) == ("Audience prize", ("Lunch is served.",))
    rows = [(row.number_text, row.team, row.state) for row in view.turns[0].rows]
    assert rows[0] == ("1", "Azurite", TurnState.WAITING)
    assert {state for _, _, state in rows} == {TurnState.WAITING}


def test_an_award_of_the_people_without_a_title_has_one() -> None:
    assert wall_view(a_wall(Scene.PEOPLES_CHOICE)).title == "People’s choice"
