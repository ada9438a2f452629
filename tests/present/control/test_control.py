"""What the host reads of the projector and the reveal: always in words, never ahead of the room."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from judging_app.ceremony.scenes import EVERYTHING, Need, check_scene
from judging_app.ceremony.script import ScriptNames
from judging_app.domain.event import Board, BoardForm, Event, Phase, Programme, Scene
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.reveal import (
    RevealKind,
    RevealPlan,
    RevealStep,
    RunningPlace,
    StepKind,
)
from judging_app.errors import DeskError
from judging_app.present.control.control import (
    PODIUM_STAYS,
    HoldOnWall,
    HostProjectorView,
    NextKind,
    host_projector_view,
)
from judging_app.present.control.reveal import (
    DROPPED,
    NOT_READY,
    NOT_YET,
    RevealPanel,
    RevealStand,
    RevealWanted,
    StepPlace,
    reveal_panel,
)
from judging_app.present.start.sign_in import SignInRow
from judging_app.present.words.scenes import AT_ONCE, OFFERED, SCENES, SceneGroup, scenes_of

LANTERN, PERCH, HERON = (TeamId(f"T{n}") for n in range(3))
NAMES = ScriptNames(
    "Tech Connect",
    {LANTERN: "Lantern", PERCH: "Perch", HERON: "Heron"},
    {AwardId("A1"): "Best pitch"},
    {LANTERN: "74.06 of 100", PERCH: "70.00 of 100", HERON: "70.00 of 100"},
)
PLAN = RevealPlan(
    RevealKind.BY_CRITERION,
    (
        RevealStep(StepKind.AWARD, award=AwardId("A1")),
        RevealStep(StepKind.WINNER, teams=(HERON,), award=AwardId("A1")),
        RevealStep(
            StepKind.RUNNING, part="Impact", running=(RunningPlace(PERCH, 1, Fraction(40)),)
        ),
        RevealStep(StepKind.PLACE, 2, (PERCH, HERON)),
        RevealStep(StepKind.PLACE, 1, (LANTERN,)),
    ),
)
ORGANISER = SignInRow("organiser", "Organiser", "", "O")
CONFIRMED = Programme(Scene.REVEAL, confirmed_by="organiser")


def stand(
    programme: Programme = CONFIRMED,
    plan: RevealPlan | None = PLAN,
    phase: Phase = Phase.CLOSED,
    *,
    is_dropped: bool = False,
) -> RevealStand:
    return RevealStand(
        phase,
        programme,
        NAMES,
        plan,
        seconds=(ORGANISER,),
        everyone={"organiser": "Organiser"},
        is_dropped=is_dropped,
    )


def panel(told: int, programme: Programme = CONFIRMED) -> RevealPanel:
    return reveal_panel(stand(replace(programme, revealed=told)))


def view(
    scene: Scene = Scene.HOLDING,
    phase: Phase = Phase.SCORING,
    *,
    ready: frozenset[Need] = EVERYTHING,
    chosen: Scene | None = None,
    before: Scene | None = None,
    board: Board = Board.HIDDEN,
    told: int = 0,
    may_amend: bool = False,
    edition: int = 1,
) -> HostProjectorView:
    programme = Programme(scene, told, BoardForm.FULL, "Lunch", "organiser")
    return host_projector_view(
        HoldOnWall(
            Event("Tech Connect", phase=phase, board=board),
            programme,
            stand(programme, phase=phase),
            ready,
            chosen,
            before,
            datetime(2019, 6, 13, 14, 2, tzinfo=UTC),
            edition,
            may_amend,
        )
    )


def refusal_of(scene: Scene, phase: Phase, ready: frozenset[Need]) -> str:
    try:
        check_scene(scene, phase, ready)
    except DeskError as refusal:
        return str(refusal)
    return ""


def test_every_scene_is_offered_once_or_taken_at_once() -> None:
    assert [scene for group in SceneGroup for scene in scenes_of(group)] == [*OFFERED, *AT_ONCE]
    assert {*OFFERED, *AT_ONCE} == {*Scene}


def test_no_two_scenes_share_a_letter_or_a_name() -> None:
    assert len({facts.letter for facts in SCENES.values()}) == len(Scene)
    assert len({facts.name for facts in SCENES.values()}) == len(Scene)


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("ready", [EVERYTHING, frozenset()])
def test_a_scene_that_can_not_be_shown_says_why_in_words(
    phase: Phase, ready: frozenset[Need]
) -> None:
    for choice in view(phase=phase, ready=ready).scenes:
        assert choice.why == refusal_of(choice.scene, phase, ready)


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("scene", Scene)
def test_there_is_always_something_next_and_the_key_says_what(scene: Scene, phase: Phase) -> None:
    upcoming = view(scene, phase).next

    assert upcoming.scene is not scene or upcoming.kind is NextKind.STEP
    assert upcoming.can_take is (scene is not Scene.PODIUM)
    assert upcoming.key_text.startswith("Page Down ")
    assert SCENES[upcoming.scene].name in upcoming.key_text or upcoming.kind is NextKind.STEP


def test_what_the_host_has_chosen_is_next_and_marked_in_the_list() -> None:
    shown = view(chosen=Scene.MESSAGE)

    assert (shown.next.scene, shown.next.act_text) == (Scene.MESSAGE, "Show “Message”")
    assert [one.scene for one in shown.scenes if one.is_previewed] == [Scene.MESSAGE]
    assert [one.scene for one in shown.scenes if one.is_on] == [Scene.HOLDING]


def test_a_chosen_scene_that_can_not_be_shown_stays_in_the_preview_with_its_reason() -> None:
    shown = view(chosen=Scene.CORRECTION, ready=frozenset())

    assert shown.next.scene is Scene.CORRECTION
    assert not shown.next.can_take
    assert shown.next.why
    assert shown.next.key_text == "Page Down can’t show “Correction” yet."


@pytest.mark.parametrize("scene", AT_ONCE)
def test_from_black_and_from_the_logo_what_was_on_before_comes_next(scene: Scene) -> None:
    assert view(scene, before=Scene.CLOCK).next.scene is Scene.CLOCK


def test_the_key_back_says_where_it_goes() -> None:
    assert view(before=Scene.CLOCK).next.back_text == "Page Up goes back to “Clock”."
    assert view(Scene.REVEAL, Phase.CLOSED, told=1).next.back_text == (
        "Page Up goes back one step."
    )
    assert not view().next.can_go_back
    assert not view(before=Scene.REVEAL).next.can_go_back


def test_in_the_reveal_the_key_tells_a_step_and_names_no_team() -> None:
    for told in range(len(PLAN.steps)):
        upcoming = view(Scene.REVEAL, Phase.CLOSED, told=told).next

        assert upcoming.kind is NextKind.STEP
        assert [name for name in NAMES.teams.values() if name in repr(upcoming)] == []
    assert upcoming.key_text == "Page Down announces the next step: 1st place, one team."


def test_after_the_last_step_the_key_leads_on() -> None:
    upcoming = view(Scene.REVEAL, Phase.CLOSED, told=len(PLAN.steps)).next

    assert (upcoming.scene, upcoming.kind) == (Scene.PODIUM, NextKind.SCENE)


def test_a_scene_in_the_preview_goes_before_the_reveals_next_step() -> None:
    upcoming = view(Scene.REVEAL, Phase.CLOSED, told=1, chosen=Scene.MESSAGE).next

    assert (upcoming.scene, upcoming.kind) == (Scene.MESSAGE, NextKind.SCENE)


@pytest.mark.parametrize("told", range(len(PLAN.steps) + 1))
def test_only_what_is_asked_for_names_a_team_that_is_not_told(told: int) -> None:
    shown = panel(told)

    secret = replace(shown, rows=(), script="", next_names="")
    rows = [(row.text, row.hidden, row.place) for row in shown.rows]
    assert [name for name in NAMES.teams.values() if name in repr((secret, rows))] == []


def test_the_script_is_the_one_of_the_step_that_is_on() -> None:
    assert [panel(told).script for told in range(len(PLAN.steps) + 1)] == [
        "",
        "The next award is Best pitch.",
        "Best pitch goes to Heron.",
        "After Impact, in the lead: Perch.",
        "In joint second place, Perch and Heron.",
        "And in first place, Lantern. Congratulations!",
    ]


def test_what_is_read_before_a_step_leaves_the_name_for_last() -> None:
    assert [panel(told).prompt for told in range(len(PLAN.steps) + 1)] == [
        "The next award is…",
        "Best pitch goes to…",
        "After Impact, in the lead…",
        "Three teams are left.\nIn joint second place, with 70.00 of 100…",
        "And in first place, with 74.06 of 100…",
        "",
    ]
    assert [panel(told).next_act for told in (0, 1, 3, 4)] == [
        "Announce the next award",
        "Announce who wins Best pitch",
        "Announce joint 2nd place",
        "Announce 1st place",
    ]
    assert panel(4).next_names == "Lantern"


def test_whoever_is_hidden_is_counted_and_not_named() -> None:
    assert [row.hidden for row in panel(0).rows] == [
        "",
        "1 team, hidden",
        "1 team, hidden",
        "2 teams, hidden",
        "1 team, hidden",
    ]


@pytest.mark.parametrize("told", range(len(PLAN.steps) + 1))
def test_only_what_comes_after_the_last_step_is_held(told: int) -> None:
    upcoming = view(Scene.REVEAL, Phase.CLOSED, told=told).next

    assert upcoming.is_held is (told == len(PLAN.steps))


def test_what_the_host_has_chosen_to_follow_the_winner_is_not_held() -> None:
    told = len(PLAN.steps)

    assert not view(Scene.REVEAL, Phase.CLOSED, told=told, chosen=Scene.THANK_YOU).next.is_held


def test_the_podium_stays_until_something_else_is_chosen() -> None:
    stays = view(Scene.PODIUM, Phase.CLOSED, told=len(PLAN.steps)).next
    leaves = view(Scene.PODIUM, Phase.CLOSED, told=len(PLAN.steps), chosen=Scene.THANK_YOU).next

    assert (stays.can_take, stays.why) == (False, PODIUM_STAYS)
    podium = view(Scene.PODIUM, Phase.CLOSED, told=len(PLAN.steps))
    assert {row.place for row in podium.reveal.rows} == {StepPlace.ANNOUNCED}
    assert (leaves.can_take, leaves.why) == (True, "")


def test_the_scenes_at_hand_are_those_of_the_time_of_day() -> None:
    pitching, telling = view().at_hand, view(Scene.HOLDING, Phase.CLOSED).at_hand

    assert Scene.CLOCK in pitching
    assert Scene.CLOCK not in telling
    assert Scene.REVEAL in telling
    assert len(pitching) == len(telling) == 9


def test_the_script_is_silent_while_another_scene_is_on() -> None:
    assert panel(2, replace(CONFIRMED, scene=Scene.MESSAGE)).script == ""


def test_each_step_says_whether_it_is_told_on_or_to_come() -> None:
    assert [row.place.value for row in panel(2).rows] == [
        "announced",
        "on now",
        "next",
        "later",
        "later",
    ]
    assert panel(0).told_text == "5 steps, none announced yet"
    assert panel(4).told_text == "Step 4 of 5: 2nd place, two teams"


def test_the_names_of_every_step_are_there_to_be_asked_for() -> None:
    assert [row.names for row in panel(0).rows] == [
        "",
        "Heron",
        "Perch",
        "Perch and Heron",
        "Lantern",
    ]


def test_nothing_can_be_told_before_a_second_person_has_confirmed() -> None:
    shown = reveal_panel(stand(Programme(Scene.REVEAL)))

    assert shown.can_confirm
    assert (shown.is_ready, shown.can_tell, shown.next_text) == (False, False, "")
    assert "A second person must confirm it" in shown.state_text


def test_the_panel_says_who_confirmed() -> None:
    assert panel(0).state_text == "Criterion by criterion, 5 steps, confirmed by Organiser."


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (stand(plan=None, phase=Phase.SCORING), NOT_YET),
        (stand(plan=None), NOT_READY),
        (stand(plan=None, is_dropped=True), DROPPED),
    ],
)
def test_without_a_plan_the_panel_says_why_and_what_to_do(shown: RevealStand, text: str) -> None:
    found = reveal_panel(shown)

    assert found.state_text == text
    assert not found.can_tell


def test_the_choices_are_those_that_the_plan_was_made_with() -> None:
    assert panel(0).wanted == RevealWanted(RevealKind.BY_CRITERION, tells_awards=True)


def test_a_frozen_board_says_since_when() -> None:
    here = datetime(2019, 6, 13, 14, 2, tzinfo=UTC).astimezone()

    assert view(board=Board.FROZEN).board.text == (
        f"The audience sees the standings as they were at {here:%H:%M}."
    )


def test_the_board_can_not_be_changed_once_the_reveal_tells_the_places() -> None:
    assert view().board.why == ""
    assert view(phase=Phase.CLOSED).board.why


def test_a_text_can_be_shown_before_it_is_kept_but_the_peoples_choice_needs_an_award() -> None:
    why_not = view(ready=frozenset()).message.why_not

    assert why_not[Scene.MESSAGE] == ""
    assert why_not[Scene.PEOPLES_CHOICE] == (
        "There is no people’s choice award yet. Add one under Decisions."
    )


def test_amending_is_offered_to_who_may_and_said_to_all_while_it_is_under_way() -> None:
    published = view(phase=Phase.PUBLISHED, may_amend=True).correction
    to_others = view(phase=Phase.PUBLISHED).correction
    under_way = view(phase=Phase.CLOSED, edition=2).correction

    assert (published.can_amend, "edition 2" in published.text) == (True, True)
    assert (to_others.can_amend, to_others.text) == (
        False,
        "Only the organiser can correct the result.",
    )
    assert under_way.text.startswith("Edition 2 is being prepared.")
    assert view(phase=Phase.CLOSED).correction.text == ""
