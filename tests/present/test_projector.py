from collections.abc import Mapping
from dataclasses import replace

import pytest

from judging_app.ceremony.reveal import reveal_steps
from judging_app.domain.event import Event, Method, Phase, Programme, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.projector import TWO_COLUMNS, ProjectorView, projector_view
from judging_app.present.standings import panel_view, public_view

Results = Mapping[Method, tuple[Standing, ...]]


def _view(
    event: Event, setup: Setup, standings: tuple[Standing, ...], programme: Programme
) -> ProjectorView:
    return projector_view(
        event,
        programme,
        public_view(event, setup, standings, revealed=programme.revealed),
        reveal_steps(standings),
        ballots_in=31,
        ballots_expected=48,
    )


def test_the_panels_standings_never_reach_the_projector(
    event: Event, setup: Setup, by_method: Results
) -> None:
    panel = panel_view(event, setup, by_method[Method.MEAN], Method.MEAN)

    with pytest.raises(ValueError, match="public"):
        projector_view(event, Programme(), panel, (), ballots_in=0, ballots_expected=0)


@pytest.mark.parametrize("scene", Scene)
@pytest.mark.parametrize("revealed", range(6))
def test_no_scene_holds_a_score_or_a_place_that_is_not_told(
    event: Event, setup: Setup, by_method: Results, scene: Scene, revealed: int
) -> None:
    standings = by_method[Method.MEAN]
    told = {team for step in reveal_steps(standings)[:revealed] for team in step.teams}
    secret = panel_view(event, setup, standings, Method.MEAN).rows

    text = repr(_view(event, setup, standings, Programme(scene, revealed)))

    assert not any(row.score_text in text for row in secret if row.team_id not in told)


def test_the_reveal_shows_the_step_and_what_was_told_before(
    event: Event, setup: Setup, by_method: Results
) -> None:
    view = _view(event, setup, by_method[Method.MEAN], Programme(Scene.REVEAL, 3))

    assert view.step is not None
    assert (view.step.heading, view.step.teams) == ("4th place", ("Team Perch",))
    assert view.step.score_text == "66.67 of 100"
    assert [row.team for row in view.earlier] == ["Team Halfway", "Team Millrace"]


def test_joint_teams_are_told_on_one_step(event: Event, setup: Setup, by_method: Results) -> None:
    first, second, *rest = by_method[Method.MEAN]
    joint = (
        replace(first, is_tied=True),
        replace(second, place=1, score=first.score, is_tied=True),
        *rest,
    )

    view = _view(event, setup, joint, Programme(Scene.REVEAL, 5))

    assert view.step is not None
    assert view.step.heading == "Joint 1st place"
    assert len(view.step.teams) == 2


def test_teams_joint_by_the_panels_decision_are_told_without_one_score_for_both(
    event: Event, setup: Setup, by_method: Results
) -> None:
    first, second, *rest = by_method[Method.MEAN]
    joint = (replace(first, is_tied=True), replace(second, place=1, is_tied=True), *rest)

    view = _view(event, setup, joint, Programme(Scene.REVEAL, 5))

    assert view.step is not None
    assert view.step.score_text == ""
    assert view.spoken == f"Joint 1st place: {view.step.teams[0]} and {view.step.teams[1]}"


def test_the_reveal_tells_nothing_before_its_first_step(
    event: Event, setup: Setup, by_method: Results
) -> None:
    view = _view(event, setup, by_method[Method.MEAN], Programme(Scene.REVEAL))

    assert (view.step, view.earlier, view.spoken) == (None, (), "The result")


def test_the_holding_scene_says_what_where_and_when(
    event: Event, setup: Setup, by_method: Results
) -> None:
    view = _view(event, setup, by_method[Method.MEAN], Programme())

    assert (view.title, view.lines) == ("Tech Connect", ("Church House", "13 June 2019"))


def test_the_progress_scene_counts_ballots(event: Event, setup: Setup, by_method: Results) -> None:
    view = _view(event, setup, by_method[Method.MEAN], Programme(Scene.PROGRESS))

    assert view.lines == ("31 of 48 ballots in",)


def test_a_long_board_is_turned_in_even_pages(event: Event, setup: Setup) -> None:
    teams = tuple(replace(setup.teams[0], id=TeamId(f"T{n}"), name=f"Team {n}") for n in range(60))
    standings = tuple(
        Standing(team.id, None, is_tied=False, score=None, ballots=0, expected=8) for team in teams
    )
    published = replace(event, phase=Phase.PUBLISHED)

    view = _view(published, replace(setup, teams=teams), standings, Programme(Scene.STANDINGS))

    assert [len(page.rows) for page in view.pages] == [20, 20, 20]
    assert all(len(page.rows) <= TWO_COLUMNS for page in view.pages)
    assert view.pages[1].label == "2 of 3"
