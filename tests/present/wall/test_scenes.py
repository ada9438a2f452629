from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from judging_app.domain.clock import Clock
from judging_app.domain.event import Board, BoardForm, Event, Phase, Scene
from judging_app.domain.look import EventLook
from judging_app.domain.run_order import DayEntry, DayPlan, Going, moments, timed
from judging_app.present.result.standings import public_view
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall import faces
from judging_app.present.wall.faces import Billboard, Message, Progress, Sentence, TurnState
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.showing import wall_view
from judging_app.tally.result import plain_result
from tests.present.wall.facts import AZURITE, BERYL, NOW, SETUP, a_wall, standings_of, steps_of


def _billboard(wall: WallFacts) -> Billboard:
    face = wall_view(wall).face
    assert isinstance(face, Billboard)
    return face


def _board(wall: WallFacts) -> faces.Board:
    face = wall_view(wall).face
    assert isinstance(face, faces.Board)
    return face


def test_the_holding_scene_says_what_where_and_when() -> None:
    wall = a_wall(Scene.HOLDING)

    face = _billboard(wall)

    assert (face.title, face.lines) == ("Pitch day", ("13 June 2019", "Church House"))
    assert wall_view(wall).spoken == "Pitch day. 13 June 2019. Church House"


def test_a_day_without_date_and_venue_has_its_title_alone() -> None:
    face = _billboard(replace(a_wall(Scene.HOLDING), event=Event("Pitch day")))

    assert face == Billboard("Pitch day")


def _before(phase: Phase = Phase.SETTING_UP) -> WallFacts:
    wall = a_wall(Scene.HOLDING, phase)
    first = NOW + timedelta(minutes=12)
    times = {slot.team: first + timedelta(minutes=8 * n) for n, slot in enumerate(wall.slots)}
    return replace(wall, times=times, clock=Clock(), next_team=AZURITE)


def test_with_times_the_holding_scene_says_when_it_starts_and_who_pitches_when() -> None:
    wall = _before()

    face = _billboard(wall)

    assert (face.large, face.below) == (
        f"Starts at {clock_text(wall.times[AZURITE])}",
        "in 12 minutes",
    )
    assert [(row.team, row.state) for row in face.listed][:2] == [
        ("Azurite", TurnState.NEXT),
        ("Beryl", TurnState.WAITING),
    ]
    assert face.listed[1].lead == clock_text(wall.times[BERYL])


def test_in_a_break_the_holding_scene_lists_who_was_last_and_who_is_to_come() -> None:
    wall = replace(_before(), clock=Clock(AZURITE), next_team=BERYL, now=NOW + timedelta(hours=1))

    face = _billboard(wall)

    assert (face.large, face.below) == ("", "")
    states = [(row.team, row.state) for row in face.listed]
    assert states[:2] == [("Azurite", TurnState.DONE), ("Beryl", TurnState.NEXT)]


def test_during_a_turn_the_holding_scene_marks_the_team_that_is_on() -> None:
    on = Clock(BERYL, allotted_s=300, running_since=NOW)
    wall = replace(_before(), clock=on, next_team=_before().slots[2].team)

    states = [row.state for row in _billboard(wall).listed]

    assert states[:3] == [TurnState.DONE, TurnState.NOW, TurnState.WAITING]


def _planned(minutes_to_go: int) -> WallFacts:
    """A day of five teams with a welcome and a break after two, before its first turn."""
    wall, begins = _before(), NOW + timedelta(minutes=minutes_to_go)
    plan = DayPlan(840, None, 0, (DayEntry("Welcome", 300), DayEntry("Break", 900, 2)))
    day = timed(moments(plan, wall.slots), 0, begins, Going(NOW, is_today=False))
    return replace(
        wall, day=day, times={line.team: line.at for line in day if line.team and line.at}
    )


def test_a_day_with_more_than_pitches_lists_its_entries_and_the_teams_between_them() -> None:
    wall = _planned(minutes_to_go=12)
    times = [clock_text(line.at) for line in wall.day if line.at]

    face = _billboard(wall)

    assert (face.large, face.below) == (f"Starts at {times[0]}", "in 12 minutes")
    assert [(row.lead, row.team, row.state) for row in face.listed] == [
        (times[0], "Welcome", TurnState.NEXT),
        (times[1], "Two teams pitch", TurnState.WAITING),
        (times[3], "Break", TurnState.WAITING),
        (times[4], "Three teams pitch", TurnState.WAITING),
    ]


def test_a_day_that_is_long_to_come_says_when_it_starts_and_counts_no_minutes() -> None:
    face = _billboard(_planned(minutes_to_go=60 * 13))

    assert face.large.startswith("Starts at ")
    assert face.below == ""


@pytest.mark.parametrize("phase", [Phase.CLOSED, Phase.PUBLISHED])
def test_once_the_pitches_are_over_the_holding_scene_lists_none(phase: Phase) -> None:
    assert _billboard(_before(phase)).listed == ()


def test_the_logos_have_a_shelf_where_there_is_one() -> None:
    for scene in (Scene.HOLDING, Scene.THANK_YOU, Scene.LOGO):
        wall = a_wall(scene)

        assert _billboard(wall).shelf == ""
        assert _billboard(replace(wall, look=EventLook(logo="bG9nbw=="))).shelf == "Hosted by"


@pytest.mark.parametrize(
    ("expected", "beside", "left"),
    [
        (40, "of 40 ballots in", "9 still to come"),
        (31, "of 31 ballots in", "All ballots are in"),
        (1, "of 1 ballot in", "All ballots are in"),
    ],
)
def test_the_progress_scene_counts_ballots(expected: int, beside: str, left: str) -> None:
    face = wall_view(replace(a_wall(Scene.PROGRESS), ballots_expected=expected)).face

    assert face == Progress(31, expected, "31", beside, left)


def test_ballots_that_nobody_waits_for_are_told_apart() -> None:
    wall = replace(a_wall(Scene.PROGRESS), not_counted={"recused": 2, "absent": 1})

    face = wall_view(wall).face

    assert isinstance(face, Progress)
    assert face.not_counted == "3 more are not counted: 2 recused and 1 absent."


def test_hidden_standings_are_the_teams_in_the_order_of_the_set_up() -> None:
    view = wall_view(a_wall(Scene.STANDINGS, Phase.SCORING))

    assert (view.title, view.foot) == ("The teams", "Places are announced at the reveal.")
    teams = [row.team for row in view.pages[0].rows]
    assert teams == ["Azurite", "Beryl", "Citrine", "Diorite", "Erbium"]


def test_a_live_board_without_a_ballot_says_so() -> None:
    wall = a_wall(Scene.STANDINGS, Phase.SCORING, Board.LIVE)
    nothing = public_view(wall.event, SETUP, plain_result(standings_of({})))

    view = wall_view(replace(wall, standings=nothing))

    assert isinstance(view.face, Sentence)
    assert (view.face.text, view.foot) == ("No ballots are in yet.", "5 teams, no judges")


def test_frozen_standings_say_since_when_on_how_many_ballots_and_that_they_are_no_result() -> None:
    wall = a_wall(Scene.STANDINGS, Phase.SCORING, Board.FROZEN)

    face, view = _board(wall), wall_view(wall)

    assert (face.is_frozen, face.strip) == (True, f"Frozen at {clock_text(NOW)}")
    assert face.strip_note == "7 ballots a team"
    assert view.foot == "These are not the result."
    assert face.strip in view.spoken


def test_a_board_that_was_frozen_says_nothing_of_it_once_scoring_is_closed() -> None:
    told = a_wall(Scene.STANDINGS, Phase.CLOSED, Board.FROZEN, told=steps_of())

    for wall in (a_wall(Scene.STANDINGS, Phase.CLOSED, Board.FROZEN), told):
        assert (_board(wall).is_frozen, _board(wall).strip) == (False, "")


@pytest.mark.parametrize(
    ("phase", "board"), [(Phase.SCORING, Board.LIVE), (Phase.PUBLISHED, Board.FROZEN)]
)
def test_live_and_published_standings_are_not_called_frozen(phase: Phase, board: Board) -> None:
    wall = a_wall(Scene.STANDINGS, phase, board)

    assert (_board(wall).is_frozen, _board(wall).strip) == (False, "")
    assert wall_view(wall).foot == "Mean out of 100, of 7 ballots"


def test_places_alone_hold_no_score() -> None:
    wall = a_wall(Scene.STANDINGS, Phase.PUBLISHED, form=BoardForm.PLACES, told=steps_of())

    assert "91.37" not in repr(wall_view(wall))


def test_a_message_is_what_the_host_wrote() -> None:
    view = wall_view(a_wall(Scene.MESSAGE))

    assert (view.face, view.spoken) == (Message("Lunch is served."), "Lunch is served.")


def test_thanks_are_to_everyone_and_give_the_code_once_there_is_one() -> None:
    closed, published = a_wall(Scene.THANK_YOU), a_wall(Scene.THANK_YOU, Phase.PUBLISHED)
    assert published.standings.fingerprint

    assert _billboard(closed).below == "to 3 participants and everyone who came."
    assert (_billboard(closed).code_label, _billboard(closed).code) == ("", "")
    assert (_billboard(published).code_label, _billboard(published).code) == (
        "The result’s code",
        published.standings.fingerprint,
    )


@pytest.mark.parametrize(
    ("scene", "title"),
    [
        (Scene.DELIBERATION, "The judges are deciding"),
        (Scene.THANK_YOU, "Thank you"),
        (Scene.LOGO, "Pitch day"),
    ],
)
def test_quiet_scenes_say_little(scene: Scene, title: str) -> None:
    assert _billboard(a_wall(scene)).title == title


def test_a_live_board_is_of_fractions_that_are_rounded_for_the_wall_alone() -> None:
    scores = {team.id: Fraction(200 + n, 3) for n, team in enumerate(SETUP.teams)}

    view = wall_view(a_wall(Scene.STANDINGS, Phase.SCORING, Board.LIVE, scores=scores))

    assert view.pages[0].rows[0].score_text == "68.00"
