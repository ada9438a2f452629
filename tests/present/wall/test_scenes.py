from dataclasses import replace

import pytest

from judging_app.domain.event import Board, BoardForm, Event, Phase, Scene
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.showing import wall_view
from tests.present.wall.facts import NOW, a_wall, steps_of


def test_the_holding_scene_says_what_where_and_when() -> None:
    view = wall_view(a_wall(Scene.HOLDING))

    assert (view.title, view.lines) == ("Pitch day", ("Church House", "13 June 2019"))
    assert view.spoken == "Pitch day. Church House. 13 June 2019"


def test_a_day_without_date_and_venue_has_its_title_alone() -> None:
    view = wall_view(replace(a_wall(Scene.HOLDING), event=Event("Pitch day")))

    assert (view.title, view.lines) == ("Pitch day", ())


@pytest.mark.parametrize(
    ("expected", "line"), [(40, "31 of 40 ballots submitted"), (1, "31 of 1 ballot submitted")]
)
def test_the_progress_scene_counts_ballots(expected: int, line: str) -> None:
    view = wall_view(replace(a_wall(Scene.PROGRESS), ballots_expected=expected))

    assert view.lines == (line,)
    assert (view.ballots_in, view.ballots_expected) == (31, expected)


def test_hidden_standings_are_the_teams_in_the_order_of_the_set_up() -> None:
    view = wall_view(a_wall(Scene.STANDINGS, Phase.SCORING))

    assert (view.title, view.lines) == ("The teams", ("Places are announced at the reveal",))
    teams = [row.team for row in view.pages[0].rows]
    assert teams == ["Azurite", "Beryl", "Citrine", "Diorite", "Erbium"]


def test_frozen_standings_say_since_when_and_on_how_many_ballots() -> None:
    view = wall_view(a_wall(Scene.STANDINGS, Phase.SCORING, Board.FROZEN))

    note = f"As of {clock_text(NOW)} · 35 of 40 ballots"
    assert view.lines == ("By the mean, of 100", note)
    assert note in view.spoken


def test_a_board_that_was_frozen_says_nothing_of_it_once_scoring_is_closed() -> None:
    view = wall_view(a_wall(Scene.STANDINGS, Phase.CLOSED, Board.FROZEN))
    later = wall_view(a_wall(Scene.STANDINGS, Phase.CLOSED, Board.FROZEN, told=steps_of()))

    assert view.lines == ("Places are announced at the reveal",)
    assert later.lines == ("By the mean, of 100",)


def test_live_standings_are_not_called_frozen() -> None:
    view = wall_view(a_wall(Scene.STANDINGS, Phase.SCORING, Board.LIVE))

    assert view.lines == ("By the mean, of 100",)


def test_the_published_standings_are_not_called_frozen() -> None:
    view = wall_view(a_wall(Scene.STANDINGS, Phase.PUBLISHED, Board.FROZEN))

    assert view.lines == ("By the mean, of 100",)


def test_places_alone_hold_no_score() -> None:
    wall = a_wall(Scene.STANDINGS, Phase.PUBLISHED, form=BoardForm.PLACES, told=steps_of())

    assert "91.37" not in repr(wall_view(wall))


def test_a_message_is_what_the_host_wrote() -> None:
    view = wall_view(a_wall(Scene.MESSAGE))

    assert (view.title, view.lines, view.spoken) == ("", ("Lunch is served.",), "Lunch is served.")


@pytest.mark.parametrize(
    ("scene", "title"),
    [
        (Scene.DELIBERATION, "The judges are deciding"),
        (Scene.THANK_YOU, "Thank you"),
        (Scene.LOGO, "Pitch day"),
        (Scene.TEST_CARD, "Test card"),
        (Scene.BLACK, ""),
    ],
)
def test_quiet_scenes_say_little(scene: Scene, title: str) -> None:
    assert wall_view(a_wall(scene)).title == title
