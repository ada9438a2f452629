from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.ceremony.reveal import reveal_plan
from judging_app.domain.event import Phase, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.people import Team
from judging_app.domain.reveal import RevealKind, RevealStep, RunningPlace, StepKind
from judging_app.domain.standings import Standing
from judging_app.present.result.standings import public_view
from judging_app.present.wall.ceremony import FEW, counted_up
from judging_app.present.wall.faces import (
    AwardName,
    AwardWinner,
    Billboard,
    Board,
    First,
    Pedestal,
    PlaceList,
    PlaceRow,
    Podium,
    Score,
    Step,
    ToldTeam,
)
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.showing import WallView, wall_view
from judging_app.tally.result import Result, plain_result
from judging_app.tally.standings import ranked
from tests.present.wall.facts import (
    AZURITE,
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
    running_step,
    standings_of,
    steps_of,
)

STEPS = steps_of()


def _view(told: int, phase: Phase = Phase.CLOSED) -> WallView:
    return wall_view(replace(a_wall(Scene.REVEAL, phase, told=STEPS[:told]), to_place=5))


def _all_told(
    standings: tuple[Standing, ...],
    steps: int | None = None,
    scene: Scene = Scene.REVEAL,
    result: Result | None = None,
) -> WallFacts:
    """The wall after so many places of these standings, or all of them."""
    plan = reveal_plan(RevealKind.LAST_TO_FIRST, standings)
    told = plan.steps[:steps]
    wall = replace(a_wall(scene, told=told), to_place=plan.to_place)
    seen = public_view(wall.event, SETUP, result or plain_result(standings), told_steps=told)
    return replace(wall, standings=seen)


def _joint(count: int) -> tuple[Standing, ...]:
    """The first so many are joint first."""
    best = (BERYL, DIORITE, ERBIUM, AZURITE, CITRINE)[:count]
    return standings_of(SCORES | dict.fromkeys(best, Fraction(95)))


def _first(view: WallView) -> First:
    assert isinstance(view.face, First)
    return view.face


def _list(view: WallView) -> PlaceList:
    assert isinstance(view.face, PlaceList)
    return view.face


def test_the_reveal_tells_nothing_before_its_first_step() -> None:
    view = _view(0)

    assert (view.face, view.announced) == (Billboard("The result", ("Pitch day",)), ())


def test_an_award_is_named_before_anyone_gets_it() -> None:
    assert _view(1).face == AwardName("The award for", "Most liked")
    assert _view(1).spoken == "Most liked"


def test_an_award_that_is_named_says_what_it_goes_by() -> None:
    wall = replace(a_wall(Scene.REVEAL, told=STEPS[:1]), award_grounds={LIKED: "Best on Impact"})

    assert wall_view(wall).face == AwardName("The award for", "Most liked", "Best on Impact")


def test_the_winner_of_an_award_is_told_without_place_and_score() -> None:
    view = _view(2)

    assert view.face == AwardWinner(
        (ToldTeam("Citrine", "Fewer lost letters"),), ("Zoë Ó Sé", "Łucja Żak")
    )
    assert (view.title, view.spoken) == ("Most liked", "Most liked: Citrine")


def test_an_award_on_criteria_says_what_it_was_won_with() -> None:
    won = ("7.71", "of 10 for Evidence")
    view = wall_view(replace(a_wall(Scene.REVEAL, told=STEPS[:2]), award_scores={LIKED: won}))

    assert isinstance(view.face, AwardWinner)
    assert view.face.score == Score(*won)
    assert view.spoken == "Most liked: Citrine, 7.71 of 10 for Evidence"


def test_running_standings_are_a_board_by_the_mean_so_far() -> None:
    view = _view(3)

    assert (view.title, view.foot) == ("After Impact", "Mean so far, out of 100")
    rows = [(row.place_text, row.team, row.score_text) for row in view.pages[0].rows]
    assert rows[:2] == [("1", "Beryl", "13.05"), ("2", "Diorite", "11.93")]


def test_running_standings_mark_who_rose_and_fell_since_the_part_before() -> None:
    turned = {**RUNNING, CITRINE: RUNNING[BERYL] + 1}
    steps = (running_step(), replace(running_step(turned), part="Delivery"))

    view = wall_view(replace(a_wall(Scene.REVEAL, told=steps), parts=3))

    face = view.face
    assert isinstance(face, Board)
    assert (face.done, face.of) == (2, 3)
    assert [(row.team, row.moved_text) for row in view.pages[0].rows] == [
        ("Citrine", "up 4"),
        ("Beryl", "down 1"),
        ("Diorite", "down 1"),
        ("Erbium", "down 1"),
        ("Azurite", "down 1"),
    ]


@pytest.mark.parametrize(
    ("part", "title"), [("Judge 1", "After 1 of 8 judges"), ("Ann Lee", "After Ann Lee")]
)
def test_judges_are_counted_unless_they_are_named(part: str, title: str) -> None:
    step = replace(running_step(), part=part)
    wall = replace(a_wall(Scene.REVEAL, told=(step,)), kind=RevealKind.BY_JUDGE, parts=8)

    assert wall_view(wall).title == title


def test_joint_running_places_say_so_and_a_team_without_a_ballot_has_none() -> None:
    running = (
        RunningPlace(BERYL, 1, Fraction(9)),
        RunningPlace(ERBIUM, 1, Fraction(9)),
        RunningPlace(CITRINE, None, None),
    )
    step = RevealStep(StepKind.RUNNING, part="Impact", running=running)

    view = wall_view(a_wall(Scene.REVEAL, told=(step,)))

    rows = [(row.place_text, row.team, row.score_text) for row in view.pages[0].rows]
    assert rows == [("1=", "Beryl", "9.00"), ("1=", "Erbium", "9.00"), ("–", "Citrine", "")]
    assert view.spoken.endswith("joint 1 Beryl 9.00; joint 1 Erbium 9.00; no place Citrine")


def test_the_lower_places_build_a_list_from_below_with_a_line_for_each_to_come() -> None:
    assert _list(_view(4)).rows == (
        PlaceRow("4th"),
        PlaceRow("5th", "Citrine", "Fewer lost letters", "52.73", is_new=True),
    )
    assert _list(_view(5)).rows == (
        PlaceRow("4th", "Azurite", "", "64.19", is_new=True),
        PlaceRow("5th", "Citrine", "Fewer lost letters", "52.73"),
    )
    assert (_view(4).foot, _view(4).foot_end) == ("Mean out of 100", "Four teams still to announce")
    assert _view(5).foot_end == "Three teams still to announce"


def test_many_lower_places_have_their_figures_alone_and_no_challenge() -> None:
    teams = tuple(Team(TeamId(f"T{n:02}"), f"Team {n}") for n in range(20))
    scores = {team.id: Fraction(90 - n) for n, team in enumerate(teams)}
    standings = ranked(list(scores), scores, dict.fromkeys(scores, 7), expected=8)
    plan = reveal_plan(RevealKind.LAST_TO_FIRST, standings)
    wall = replace(a_wall(Scene.REVEAL, told=plan.steps[:3]), to_place=20)
    setup = replace(wall.setup, teams=teams)
    seen = public_view(wall.event, setup, plain_result(standings), told_steps=wall.told)

    rows = _list(wall_view(replace(wall, setup=setup, standings=seen))).rows

    assert len(rows) == 17 > FEW
    assert [row.place_text for row in rows] == [str(n) for n in range(4, 21)]
    assert [row.team for row in rows if row.team] == ["Team 17", "Team 18", "Team 19"]


def test_what_is_kept_for_teams_to_come_does_not_tell_whether_they_are_joint() -> None:
    plain, joint = (wall_view(_all_told(one, 1)) for one in (standings_of(SCORES), _joint(2)))

    assert plain == joint


def test_joint_lower_places_are_told_on_one_step() -> None:
    standings = standings_of({**SCORES, AZURITE: SCORES[CITRINE]})

    view = wall_view(_all_told(standings, 1))

    assert [(row.place_text, row.is_new) for row in _list(view).rows] == [
        ("4=", True),
        ("4=", True),
    ]
    assert view.announced == ("Azurite", "Citrine")
    assert view.spoken == "Joint 4th place: Azurite and Citrine, 52.73 of 100"


def test_third_and_second_have_a_pedestal_with_who_they_are() -> None:
    view = _view(6)

    assert isinstance(view.face, Pedestal)
    assert (view.face.place, view.face.label) == (3, "3rd place")
    assert (view.face.teams, view.face.score.text) == ((ToldTeam("Erbium"),), "76.91")
    assert (view.face.score.unit, view.number) == ("of 100", 6)


def test_an_award_named_before_a_place_stands_beside_it() -> None:
    assert _view(8).face == AwardName("The award for", "Grand prize")
    face = _first(_view(9))
    assert (face.label, face.beside, face.people) == ("1st place", "Grand prize", ("Ann Lee",))
    assert _view(9).spoken == "1st place: Beryl, 91.37 of 100, Grand prize"


def test_the_winners_score_counts_up_from_the_last_one_that_was_told() -> None:
    score = _first(_view(9)).score

    assert (score.start, score.exact) == (SCORES[DIORITE], SCORES[BERYL])
    assert counted_up(score, 0.0) == "83.53"
    assert counted_up(score, 0.5) == "87.45"
    assert counted_up(score, 1.0) == score.text == "91.37"


def test_a_score_that_starts_nowhere_is_there_at_once() -> None:
    assert counted_up(Score("91.37", "of 100", Fraction(9137, 100)), 0.0) == "91.37"


def test_two_awards_named_for_one_place_are_both_given_with_it() -> None:
    place = RevealStep(StepKind.PLACE, 1, (BERYL,), LIKED)
    steps = (
        RevealStep(StepKind.AWARD, award=LIKED),
        RevealStep(StepKind.AWARD, award=WON),
        place,
    )

    view = wall_view(a_wall(Scene.REVEAL, told=steps))

    assert _first(view).beside == "Most liked and Grand prize"


def test_naming_the_second_of_two_awards_names_it_alone() -> None:
    steps = (RevealStep(StepKind.AWARD, award=LIKED), RevealStep(StepKind.AWARD, award=WON))

    view = wall_view(a_wall(Scene.REVEAL, told=steps))

    assert view.face == AwardName("The award for", "Grand prize")


def test_an_award_that_announces_the_first_place_has_the_whole_wall_too() -> None:
    step = RevealStep(StepKind.WINNER, 1, (BERYL,), WON)

    view = wall_view(a_wall(Scene.REVEAL, told=(step,)))

    assert (_first(view).beside, view.announced) == ("Grand prize", ("Beryl",))


def test_published_the_steps_tell_no_more_than_before() -> None:
    view = _view(6, Phase.PUBLISHED)

    assert view.announced == ("Erbium",)
    assert "Beryl" not in repr(view)


@pytest.mark.parametrize(
    ("count", "end"),
    [
        (2, "Equal on the exact mean. Both are 1st; there is no 2nd place."),
        (3, "Equal on the exact mean. All are 1st; there is no 2nd or 3rd place."),
        (4, "Equal on the exact mean. All are 1st; the next place is 5th."),
    ],
)
def test_joint_winners_share_the_wall_and_the_room_is_told_what_follows(
    count: int, end: str
) -> None:
    view = wall_view(_all_told(_joint(count)))

    face = _first(view)
    assert (len(face.teams), face.label, face.end) == (count, "Joint 1st place", end)
    assert face.beside.endswith("teams, 95.00 of 100 each")
    assert view.spoken.startswith("Joint 1st place: ")


def test_teams_joint_by_the_panels_decision_are_told_without_one_score_for_both() -> None:
    first, second, *rest = standings_of(SCORES)
    joint = (replace(first, is_tied=True), replace(second, place=1, is_tied=True), *rest)

    view = wall_view(_all_told(joint))

    assert (view.announced, _first(view).beside) == (("Beryl", "Diorite"), "two teams")
    assert view.spoken == "Joint 1st place: Beryl and Diorite"


def _by_panel(steps: int) -> WallView:
    """The panel puts one of two teams that are equal on the mean ahead of the other."""
    first, second, *rest = standings_of({**SCORES, DIORITE: SCORES[BERYL]})
    decided = (
        replace(first, is_tied=False),
        replace(second, place=2, is_tied=False),
        *rest,
    )
    result = replace(plain_result(decided), by_scores=(first, second, *rest))
    return wall_view(_all_told(decided, steps, result=result))


def test_at_second_place_the_room_learns_that_the_panel_decided_and_nothing_of_the_first() -> None:
    view = _by_panel(4)

    assert isinstance(view.face, Pedestal)
    assert (view.face.why, view.face.people) == ("The panel decided this place.", ())
    assert "Beryl" not in repr(view)


def test_at_first_place_it_learns_with_whom_the_winner_is_level() -> None:
    face = _first(_by_panel(5))

    assert (face.why, face.why_more) == (
        "The panel decided this place.",
        "Level with Diorite on 91.37.",
    )


def test_a_place_that_the_publics_standings_withhold_stays_withheld() -> None:
    wall = a_wall(Scene.REVEAL)
    step = RevealStep(StepKind.PLACE, 5, (CITRINE,))

    view = wall_view(replace(wall, told=(step,)))

    assert (view.announced, "Citrine" in repr(view)) == ((), False)


def test_the_podium_holds_the_first_three_and_the_special_award() -> None:
    view = wall_view(a_wall(Scene.PODIUM, told=STEPS))

    assert view.face == Podium(
        "Pitch day",
        "13 June 2019",
        (
            Step(1, "1", "Beryl", "91.37", "of 100"),
            Step(2, "2", "Diorite", "83.53", "of 100"),
            Step(3, "3", "Erbium", "76.91", "of 100"),
        ),
        "Most liked",
        "Citrine",
    )


def test_joint_teams_of_the_podium_have_one_rank() -> None:
    face = wall_view(_all_told(_joint(2), scene=Scene.PODIUM)).face

    assert isinstance(face, Podium)
    assert [(step.rank, step.place_text) for step in face.steps] == [
        (1, "1="),
        (1, "1="),
        (3, "3"),
    ]


@pytest.mark.parametrize("told", range(len(STEPS) + 1))
def test_the_podium_never_has_a_team_that_was_not_announced(told: int) -> None:
    view = wall_view(a_wall(Scene.PODIUM, told=STEPS[:told]))

    placed = {team for step in STEPS[:told] if (step.place or 9) <= 3 for team in step.teams}
    steps = view.face.steps if isinstance(view.face, Podium) else ()
    assert len(steps) == len(placed)
