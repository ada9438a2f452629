from dataclasses import replace
from fractions import Fraction

from judging_app.ceremony.reveal import reveal_plan
from judging_app.domain.event import Phase, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.people import Team
from judging_app.domain.reveal import RevealKind, RevealStep, RunningPlace, StepKind
from judging_app.domain.standings import Standing
from judging_app.present.result.standings import public_view
from judging_app.present.wall.showing import EARLIER, WallView, wall_view
from judging_app.present.wall.view import WallStep
from judging_app.tally.result import plain_result
from judging_app.tally.standings import ranked
from tests.present.wall.facts import (
    AWARDS,
    BERYL,
    CITRINE,
    DIORITE,
    ERBIUM,
    LIKED,
    RUNNING,
    SCORES,
    SETUP,
    WON,
    a_wall,
    standings_of,
    steps_of,
)

STEPS = steps_of()


def _view(told: int, phase: Phase = Phase.CLOSED) -> WallView:
    return wall_view(a_wall(Scene.REVEAL, phase, told=STEPS[:told]))


def _all_told(standings: tuple[Standing, ...]) -> WallView:
    steps = reveal_plan(RevealKind.LAST_TO_FIRST, standings).steps
    wall = a_wall(Scene.REVEAL, told=steps)
    return wall_view(
        replace(
            wall,
            standings=public_view(wall.event, SETUP, plain_result(standings), told_steps=steps),
        )
    )


def test_the_reveal_tells_nothing_before_its_first_step() -> None:
    view = _view(0)

    assert (view.title, view.step, view.earlier, view.pages) == ("The result", None, (), ())


def test_an_award_is_named_before_anyone_gets_it() -> None:
    assert _view(1).step == WallStep("Most liked", (), "", StepKind.AWARD)
    assert _view(1).spoken == "Most liked"


def test_the_winner_of_an_award_is_told_without_place_and_score() -> None:
    view = _view(2)

    assert view.step == WallStep("Most liked", ("Citrine",), "", StepKind.WINNER)
    assert view.earlier == ()
    assert view.spoken == "Most liked: Citrine"


def test_running_standings_are_a_board_by_the_mean_so_far() -> None:
    view = _view(3)

    assert (view.title, view.lines) == ("After Impact", ("So far, by the mean",))
    rows = [(row.place_text, row.team, row.score_text) for row in view.pages[0].rows]
    assert rows[:2] == [("1", "Beryl", "13.05"), ("2", "Diorite", "11.93")]
    assert view.pages[0].rows[0].share == RUNNING[BERYL] / 100


def test_joint_running_places_say_so_and_a_team_without_a_ballot_has_none() -> None:
    running = (
        RunningPlace(BERYL, 1, Fraction(9)),
        RunningPlace(ERBIUM, 1, Fraction(9)),
        RunningPlace(CITRINE, None, None),
    )
    step = RevealStep(StepKind.RUNNING, part="Impact", running=running)

    view = wall_view(a_wall(Scene.REVEAL, told=(step,)))

    rows = [(row.place_text, row.team, row.score_text, row.share) for row in view.pages[0].rows]
    assert rows == [
        ("=1", "Beryl", "9.00", Fraction(9, 100)),
        ("=1", "Erbium", "9.00", Fraction(9, 100)),
        ("–", "Citrine", "", None),
    ]
    assert view.spoken.endswith("joint 1 Beryl 9.00; joint 1 Erbium 9.00; no place Citrine")


def test_a_place_shows_the_step_and_what_was_told_before() -> None:
    view = _view(6)

    assert view.step == WallStep("3rd place", ("Erbium",), "76.91 of 100")
    assert [row.team for row in view.earlier] == ["Azurite", "Citrine"]
    assert view.number == 6


def test_an_award_named_before_a_place_stands_beside_its_teams() -> None:
    assert _view(8).step == WallStep("Grand prize", (), "", StepKind.AWARD)
    assert _view(9).step == WallStep("1st place", ("Beryl",), "91.37 of 100", award=AWARDS[WON])
    assert _view(9).spoken == "1st place: Beryl, 91.37 of 100, Grand prize"


def test_two_awards_named_for_one_place_are_both_given_with_it() -> None:
    place = RevealStep(StepKind.PLACE, 1, (BERYL,), LIKED)
    steps = (
        RevealStep(StepKind.AWARD, award=LIKED),
        RevealStep(StepKind.AWARD, award=WON),
        place,
    )

    view = wall_view(a_wall(Scene.REVEAL, told=steps))

    assert view.step is not None
    assert view.step.award == "Most liked and Grand prize"


def test_naming_the_second_of_two_awards_names_it_alone() -> None:
    steps = (RevealStep(StepKind.AWARD, award=LIKED), RevealStep(StepKind.AWARD, award=WON))

    view = wall_view(a_wall(Scene.REVEAL, told=steps))

    assert view.step == WallStep("Grand prize", (), "", StepKind.AWARD)


def test_published_the_steps_tell_no_more_than_before() -> None:
    view = _view(6, Phase.PUBLISHED)

    assert view.step == WallStep("3rd place", ("Erbium",), "76.91 of 100")
    assert "Beryl" not in repr(view)


def test_joint_teams_are_told_on_one_step() -> None:
    view = _all_told(standings_of({**SCORES, DIORITE: SCORES[BERYL]}))

    assert view.step == WallStep("Joint 1st place", ("Beryl", "Diorite"), "91.37 of 100")


def test_teams_joint_by_the_panels_decision_are_told_without_one_score_for_both() -> None:
    first, second, *rest = standings_of(SCORES)
    joint = (replace(first, is_tied=True), replace(second, place=1, is_tied=True), *rest)

    view = _all_told(joint)

    assert view.step == WallStep("Joint 1st place", ("Beryl", "Diorite"), "")
    assert view.spoken == "Joint 1st place: Beryl and Diorite"


def test_a_place_that_the_publics_standings_withhold_stays_withheld() -> None:
    wall = a_wall(Scene.REVEAL)
    step = RevealStep(StepKind.PLACE, 5, (CITRINE,))

    view = wall_view(replace(wall, told=(step,)))

    assert (view.step, "Citrine" in repr(view)) == (None, False)


def test_of_many_places_told_the_nearest_stand_beside_the_one_that_is_told() -> None:
    teams = tuple(Team(TeamId(f"T{n:02}"), f"Team {n}") for n in range(12))
    scores = {team.id: Fraction(90 - n) for n, team in enumerate(teams)}
    standings = ranked(list(scores), scores, dict.fromkeys(scores, 7), expected=8)
    steps = reveal_plan(RevealKind.LAST_TO_FIRST, standings).steps
    wall = a_wall(Scene.REVEAL, told=steps)
    setup = replace(wall.setup, teams=teams)
    seen = public_view(wall.event, setup, plain_result(standings), told_steps=steps)

    view = wall_view(replace(wall, setup=setup, standings=seen))

    assert [row.place_text for row in view.earlier] == [str(n) for n in range(2, 2 + EARLIER)]
