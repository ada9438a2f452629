"""The reveal tells each place once and the winner last, whatever its kind."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.ceremony.reveal import BY_PARTS, reveal_plan
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Method
from judging_app.domain.ids import AwardId, CriterionId, TeamId
from judging_app.domain.reveal import RevealKind, RevealPlan, RevealStep, StepKind
from judging_app.domain.standings import Exclusion, Standing
from judging_app.errors import DeskError
from judging_app.tally.basis import Basis
from judging_app.tally.parts import by_judge
from judging_app.tally.standings import standings_of
from tests.ceremony.columns import (
    A,
    B,
    C,
    Columns,
    D,
    any_columns,
    any_standings,
    columns,
    standing,
)
from tests.tally.strategies import JUDGES, bases

PARTS = columns((5, 1, 1), (1, 3, 1), (1, 2, 2))
WITH_PLACES = tuple(kind for kind in RevealKind if kind is not RevealKind.AWARDS)
ABC = (standing("A", 1), standing("B", 2), standing("C", 3))

every_kind = pytest.mark.parametrize("kind", WITH_PLACES)
kinds = st.sampled_from(WITH_PLACES)


@dataclass(frozen=True, slots=True)
class Won:
    """An award with its winners."""

    award: Award
    teams: tuple[TeamId, ...]


def special(name: str, *teams: TeamId) -> Won:
    return Won(Award(AwardId(name), name, AwardKind.CRITERIA, criteria=(CriterionId("c"),)), teams)


def prize(place: int, *teams: TeamId, name: str = "") -> Won:
    name = name or f"prize {place}"
    return Won(Award(AwardId(name), name, AwardKind.PLACE, place=place), teams)


def plan(
    kind: RevealKind, standings: tuple[Standing, ...], *awards: Won, top: int | None = None
) -> RevealPlan:
    return reveal_plan(kind, standings, top=top, awards=awards, parts=PARTS)


def of_kind(found: RevealPlan, kind: StepKind) -> tuple[RevealStep, ...]:
    return tuple(step for step in found.steps if step.kind is kind)


def place(number: int, *teams: TeamId, award: str | None = None) -> RevealStep:
    return RevealStep(StepKind.PLACE, number, teams, AwardId(award) if award else None)


def award(name: str) -> RevealStep:
    return RevealStep(StepKind.AWARD, award=AwardId(name))


def winner(name: str, *teams: TeamId, number: int | None = None) -> RevealStep:
    return RevealStep(StepKind.WINNER, number, teams, AwardId(name))


@given(kinds, any_standings())
def test_every_placed_team_is_told_exactly_once_and_no_other_ever(
    kind: RevealKind, standings: tuple[Standing, ...]
) -> None:
    told = [team for step in of_kind(plan(kind, standings), StepKind.PLACE) for team in step.teams]

    assert sorted(told) == sorted(one.team for one in standings if one.place is not None)


@given(kinds, any_standings(fewest=1))
def test_the_winner_is_told_by_the_last_key(
    kind: RevealKind, standings: tuple[Standing, ...]
) -> None:
    last = plan(kind, standings).steps[-1]

    assert last == place(1, *(one.team for one in standings if one.place == 1))


@given(kinds, any_standings())
def test_places_come_from_last_to_first_and_joint_teams_together(
    kind: RevealKind, standings: tuple[Standing, ...]
) -> None:
    steps = of_kind(plan(kind, standings), StepKind.PLACE)

    places = [step.place for step in steps]
    assert places == sorted({one.place for one in standings if one.place}, reverse=True)
    for step in steps:
        assert step.teams == tuple(one.team for one in standings if one.place == step.place)


@given(kinds, any_standings(fewest=1), st.integers(1, 8))
def test_with_a_top_only_so_many_places_are_told_or_seen(
    kind: RevealKind, standings: tuple[Standing, ...], top: int
) -> None:
    found = plan(kind, standings, top=top)

    whole = of_kind(plan(kind, standings), StepKind.PLACE)
    assert of_kind(found, StepKind.PLACE) == tuple(one for one in whole if (one.place or 0) <= top)
    running = [row for step in found.steps for row in step.running]
    assert all(row.place is not None and row.place <= top for row in running)
    assert (found.kind, found.top) == (kind, top)


@given(any_columns(most=10), any_standings(fewest=1))
def test_every_part_but_the_last_is_told_once_before_the_places(
    parts: Columns, standings: tuple[Standing, ...]
) -> None:
    found = reveal_plan(RevealKind.BY_SECTOR, standings, parts=parts)

    running = [step.part for step in found.steps[: len(parts.titles) - 1]]
    assert running == [step.part for step in of_kind(found, StepKind.RUNNING)]
    assert len(set(running)) == len(running)
    assert set(running) < set(parts.titles)


@given(bases())
def test_running_standings_by_judge_are_a_full_recount_of_the_judges_so_far(of: Basis) -> None:
    names = {judge: f"Name of {judge}" for judge in JUDGES}
    standings = standings_of(replace(of, penalties={}))

    found = reveal_plan(
        RevealKind.BY_JUDGE, standings, names_judges=True, parts=by_judge(of, names)
    )

    running = of_kind(found, StepKind.RUNNING)
    told = [step.part for step in running]
    assert len(set(told)) == max(len({one.judge for one in of.counted}) - 1, 0)
    for count, step in enumerate(running, start=1):
        heard = [one for one in of.ballots if names[one.judge] in told[:count]]
        recount = standings_of(replace(of, ballots=tuple(heard), method=Method.MEAN, penalties={}))
        assert [(one.team, one.place, one.score) for one in step.running] == [
            (one.team, one.place, one.score) for one in recount
        ]


@every_kind
def test_fifty_teams_are_told_in_fifty_steps_of_places(kind: RevealKind) -> None:
    standings = tuple(standing(f"T{number}", number) for number in range(1, 51))

    assert len(of_kind(plan(kind, standings), StepKind.PLACE)) == 50


@every_kind
def test_a_single_team_is_told_as_the_winner(kind: RevealKind) -> None:
    found = reveal_plan(kind, (standing("A", 1),), parts=columns((1,)))

    assert found.steps == (place(1, A),)


@every_kind
def test_teams_that_are_all_level_are_told_in_one_step(kind: RevealKind) -> None:
    level = tuple(standing(team, 1, is_tied=True) for team in (A, B, C))

    assert of_kind(plan(kind, level), StepKind.PLACE) == (place(1, A, B, C),)


@every_kind
def test_without_a_ballot_nothing_is_told(kind: RevealKind) -> None:
    assert plan(kind, (standing("A", None), standing("B", None))).steps == ()


@every_kind
@pytest.mark.parametrize("exclusion", Exclusion)
def test_a_team_that_is_out_is_never_told(kind: RevealKind, exclusion: Exclusion) -> None:
    found = plan(kind, (standing("A", 1), standing("D", None, exclusion=exclusion)))

    assert D not in {team for step in found.steps for team in step.teams}


def test_the_panels_order_is_told_even_where_the_running_standings_say_otherwise() -> None:
    decided = (standing("C", 1), standing("A", 2), standing("B", 3))

    found = plan(RevealKind.BY_CRITERION, decided)

    assert [step.teams for step in of_kind(found, StepKind.PLACE)] == [(B,), (A,), (C,)]
    assert len(of_kind(found, StepKind.RUNNING)) == 2


def test_by_criterion_parts_come_first_under_their_titles_and_the_decisive_one_is_held() -> None:
    found = plan(RevealKind.BY_CRITERION, ABC)

    assert [(step.kind, step.part) for step in found.steps[:3]] == [
        (StepKind.RUNNING, "Part 2"),
        (StepKind.RUNNING, "Part 3"),
        (StepKind.PLACE, ""),
    ]
    assert [(one.team, one.place) for one in found.steps[1].running] == [(B, 1), (C, 2), (A, 3)]


def test_a_result_of_one_part_has_places_alone() -> None:
    found = reveal_plan(RevealKind.BY_SECTOR, ABC, parts=columns((3, 2, 1)))

    assert found.steps == reveal_plan(RevealKind.LAST_TO_FIRST, ABC).steps


def test_judges_are_numbered_in_the_order_of_telling_unless_they_are_named() -> None:
    numbered = reveal_plan(RevealKind.BY_JUDGE, ABC, parts=PARTS)
    named = reveal_plan(RevealKind.BY_JUDGE, ABC, parts=PARTS, names_judges=True)

    assert [step.part for step in of_kind(numbered, StepKind.RUNNING)] == ["Judge 1", "Judge 2"]
    assert [step.part for step in of_kind(named, StepKind.RUNNING)] == ["Part 2", "Part 3"]
    assert (numbered.names_judges, named.names_judges) == (False, True)


@pytest.mark.parametrize("kind", [kind for kind in RevealKind if kind in BY_PARTS])
def test_a_reveal_by_parts_without_parts_is_a_mistake(kind: RevealKind) -> None:
    with pytest.raises(ValueError, match="needs the result in parts"):
        reveal_plan(kind, ABC)


def test_awards_alone_are_named_and_then_won_the_first_prize_last() -> None:
    found = plan(
        RevealKind.AWARDS,
        ABC,
        prize(1, A),
        special("Best pitch", C),
        prize(3, C),
        special("Best idea", A, B),
    )

    assert found.steps == (
        award("Best pitch"),
        winner("Best pitch", C),
        award("Best idea"),
        winner("Best idea", A, B),
        award("prize 3"),
        winner("prize 3", C, number=3),
        award("prize 1"),
        winner("prize 1", A, number=1),
    )


def test_an_award_that_nobody_gets_is_not_named() -> None:
    for kind in RevealKind:
        found = plan(kind, ABC, special("Best pitch"))

        assert of_kind(found, StepKind.AWARD) == of_kind(found, StepKind.WINNER) == ()


@every_kind
def test_special_awards_come_before_everything_else(kind: RevealKind) -> None:
    found = plan(kind, ABC, special("Best pitch", A), special("Best idea", B))

    assert found.steps == (
        award("Best pitch"),
        winner("Best pitch", A),
        award("Best idea"),
        winner("Best idea", B),
        *plan(kind, ABC).steps,
    )


def test_an_award_for_a_place_is_named_before_the_place_and_given_by_it() -> None:
    found = plan(RevealKind.LAST_TO_FIRST, ABC, prize(1, A), prize(1, A, name="cup"), prize(2, B))

    assert found.steps == (
        place(3, C),
        award("prize 2"),
        place(2, B, award="prize 2"),
        award("prize 1"),
        award("cup"),
        place(1, A, award="prize 1"),
    )


def test_an_award_for_a_place_that_the_panel_gave_to_others_tells_no_place() -> None:
    found = plan(RevealKind.LAST_TO_FIRST, ABC, prize(2, C))

    assert found.steps[:2] == (award("prize 2"), winner("prize 2", C))
    assert found.steps[2:] == plan(RevealKind.LAST_TO_FIRST, ABC).steps


def test_fewer_than_one_place_is_refused() -> None:
    with pytest.raises(DeskError, match="at least 1 place"):
        plan(RevealKind.LAST_TO_FIRST, ABC, top=0)


@pytest.mark.parametrize(("top", "told"), [(1, "first place is"), (2, "the first 2 places are")])
def test_an_award_for_a_place_that_is_not_told_is_refused_by_name(top: int, told: str) -> None:
    with pytest.raises(DeskError, match=f"“prize 3” is for 3rd place, but only {told} announced"):
        plan(RevealKind.LAST_TO_FIRST, ABC, prize(3, C), top=top)


def test_awards_within_the_top_and_awards_that_nobody_gets_are_no_hindrance() -> None:
    found = plan(RevealKind.LAST_TO_FIRST, ABC, prize(1, A), prize(3), special("x", C), top=1)

    assert found.steps == (
        award("x"),
        winner("x", C),
        award("prize 1"),
        place(1, A, award="prize 1"),
    )
