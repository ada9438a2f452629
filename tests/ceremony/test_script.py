"""What the host reads aloud at each step, and what the host's screen says without names."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.ceremony.reveal import reveal_plan
from judging_app.ceremony.script import (
    ALL_TOLD,
    PLACEHOLDERS,
    ScriptNames,
    ScriptTemplate,
    next_key_lines,
    script_lines,
)
from judging_app.domain.ids import AwardId
from judging_app.domain.reveal import RevealKind, RevealPlan, RevealStep, RunningPlace, StepKind
from judging_app.domain.standings import Standing
from judging_app.errors import DeskError
from tests.ceremony.columns import A, B, C, D, any_standings, columns

PARTS = columns((5, 1, 1), (1, 3, 1), (1, 2, 2))
PITCH = AwardId("pitch")
NAMES = ScriptNames(
    event="Tech Connect",
    teams={A: "Kingfisher", B: "Lantern", C: "Groundwork", D: "Team {score}"},
    awards={PITCH: "Best pitch"},
    scores={A: "66.94 of 100", B: "74.06 of 100", C: "74.06 of 100", D: "80.00 of 100"},
)


def plan(*steps: RevealStep) -> RevealPlan:
    return RevealPlan(RevealKind.LAST_TO_FIRST, steps)


def line(step: RevealStep, template: ScriptTemplate | None = None) -> str:
    (found,) = script_lines(plan(step), template or ScriptTemplate(), NAMES)
    return found


def test_the_script_has_plain_words_for_every_kind_of_step() -> None:
    running = (RunningPlace(B, 1, None), RunningPlace(A, 2, None))
    found = script_lines(
        plan(
            RevealStep(StepKind.AWARD, award=PITCH),
            RevealStep(StepKind.WINNER, teams=(A, B), award=PITCH),
            RevealStep(StepKind.RUNNING, part="Judge 1", running=running),
            RevealStep(StepKind.PLACE, 3, (A,)),
            RevealStep(StepKind.PLACE, 1, (B, C)),
        ),
        ScriptTemplate(),
        NAMES,
    )

    assert found == (
        "The next award is Best pitch.",
        "Best pitch goes to Kingfisher and Lantern.",
        "After Judge 1, in the lead: Lantern.",
        "In third place, Kingfisher.",
        "And in joint first place, Lantern and Groundwork. Congratulations!",
    )


def test_joint_places_are_called_joint() -> None:
    assert line(RevealStep(StepKind.PLACE, 3, (A, B, C))) == (
        "In joint third place, Kingfisher, Lantern and Groundwork."
    )


def test_joint_leaders_are_all_in_front() -> None:
    running = (RunningPlace(B, 1, None), RunningPlace(C, 1, None), RunningPlace(A, None, None))

    assert line(RevealStep(StepKind.RUNNING, part="Impact", running=running)) == (
        "After Impact, in the lead: Lantern and Groundwork."
    )


def test_every_placeholder_says_what_it_stands_for() -> None:
    template = ScriptTemplate(
        running="{event}, {part}: {teams} ({count})",
        place="{event}, {place}: {teams} ({count}), {score}",
        first_place="{event}, {place}: {teams} ({count}), {score}!",
        award="{event}, {award}",
        winner="{event}, {award}: {teams} ({count})",
    )
    running = (RunningPlace(A, 1, None),)

    said = [
        line(step, template)
        for step in (
            RevealStep(StepKind.RUNNING, part="Idea", running=running),
            RevealStep(StepKind.PLACE, 2, (A,)),
            RevealStep(StepKind.PLACE, 1, (B, C)),
            RevealStep(StepKind.AWARD, award=PITCH),
            RevealStep(StepKind.WINNER, teams=(A,), award=PITCH),
        )
    ]

    assert said == [
        "Tech Connect, Idea: Kingfisher (one team)",
        "Tech Connect, second: Kingfisher (one team), 66.94 of 100",
        "Tech Connect, joint first: Lantern and Groundwork (two teams), 74.06 of 100!",
        "Tech Connect, Best pitch",
        "Tech Connect, Best pitch: Kingfisher (one team)",
    ]


def test_teams_that_the_panel_made_joint_have_their_scores_in_their_order() -> None:
    said = line(RevealStep(StepKind.PLACE, 2, (A, B)), ScriptTemplate(place="{teams}: {score}"))

    assert said == "Kingfisher and Lantern: 66.94 of 100 and 74.06 of 100"


def test_a_team_whose_name_looks_like_a_placeholder_keeps_it() -> None:
    assert line(RevealStep(StepKind.PLACE, 2, (D,))) == "In second place, Team {score}."


@pytest.mark.parametrize("field", [one.name for one in fields(ScriptTemplate)])
def test_an_unknown_placeholder_is_refused_by_name_with_those_that_there_are(field: str) -> None:
    with pytest.raises(DeskError, match=r"can’t use \{winer\}. Use .*\{event\}"):
        ScriptTemplate(**{field: "And now {winer}"})


@pytest.mark.parametrize("hostile", ["{teams!r}", "{teams:>99999999}", "{teams.__class__}", "{}"])
def test_a_placeholder_is_a_name_and_nothing_else(hostile: str) -> None:
    with pytest.raises(DeskError, match="can’t use"):
        ScriptTemplate(place=hostile)


@pytest.mark.parametrize("wording", ["In {place place", "In place} place", "{{place}}"])
def test_a_brace_that_stands_alone_is_refused(wording: str) -> None:
    with pytest.raises(DeskError, match="The wording for a place has a brace without its partner"):
        ScriptTemplate(place=wording)


@pytest.mark.parametrize("wording", ["", " \n"])
def test_an_empty_wording_is_refused(wording: str) -> None:
    with pytest.raises(DeskError, match="The wording for first place is empty"):
        ScriptTemplate(first_place=wording)


def test_the_name_of_an_award_is_read_without_who_gets_it() -> None:
    assert not PLACEHOLDERS["award"] & {"teams", "count", "score", "place"}

    with pytest.raises(DeskError, match=r"can’t use \{teams\}"):
        ScriptTemplate(award="{award} for {teams}")


@given(st.sampled_from(RevealKind), any_standings())
def test_every_step_has_a_line_that_names_its_teams(
    kind: RevealKind, standings: tuple[Standing, ...]
) -> None:
    found = reveal_plan(kind, standings, parts=PARTS)
    teams = {one.team: f"Team {one.team}" for one in standings} | {A: "A", B: "B", C: "C"}
    scores = dict.fromkeys(teams, "1 of 2")

    lines = script_lines(found, ScriptTemplate(), ScriptNames("Day", teams, {}, scores))

    assert len(lines) == len(found.steps)
    for step, said in zip(found.steps, lines, strict=True):
        assert all(teams[team] in said for team in step.teams)
        assert not set("{}") & set(said)


def test_the_next_key_is_told_without_a_name() -> None:
    found = next_key_lines(
        plan(
            RevealStep(StepKind.AWARD, award=PITCH),
            RevealStep(StepKind.WINNER, teams=(A,), award=PITCH),
            RevealStep(StepKind.RUNNING, part="Judge 1", running=(RunningPlace(B, 1, None),)),
            RevealStep(StepKind.PLACE, 3, (A, B)),
            RevealStep(StepKind.PLACE, 1, (C,), PITCH),
        ),
        NAMES.awards,
    )

    assert found == (
        "Next: the name of the award, Best pitch",
        "Next: who wins Best pitch, one team",
        "Next: standings so far, with Judge 1",
        "Next: 3rd place, two teams",
        "Next: 1st place and Best pitch, one team",
        ALL_TOLD,
    )


def test_the_next_key_of_an_empty_reveal_does_nothing() -> None:
    assert next_key_lines(plan(), {}) == (ALL_TOLD,)
