from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from judging_app.ceremony.reveal import RevealStep, reveal_steps
from judging_app.domain.ids import TeamId
from judging_app.domain.standings import Standing


def standing(team: str, place: int | None, *, is_tied: bool = False) -> Standing:
    score = None if place is None else Fraction(100 - place)
    return Standing(TeamId(team), place, is_tied, score, 0 if place is None else 1, 1)


def step(place: int, *teams: str) -> RevealStep:
    return RevealStep(place, tuple(TeamId(team) for team in teams))


@st.composite
def any_standings(draw: st.DrawFn) -> tuple[Standing, ...]:
    """Groups of joint teams, best first, then teams without a place."""
    sizes = draw(st.lists(st.integers(1, 3), max_size=5))
    placed = [
        (1 + sum(sizes[:group]), size > 1) for group, size in enumerate(sizes) for _ in range(size)
    ]
    unplaced = [(None, False)] * draw(st.integers(0, 2))
    return tuple(
        standing(f"T{number}", place, is_tied=is_tied)
        for number, (place, is_tied) in enumerate([*placed, *unplaced])
    )


def test_places_are_told_from_last_to_first() -> None:
    steps = reveal_steps([standing("A", 1), standing("B", 2), standing("C", 3)])

    assert steps == (step(3, "C"), step(2, "B"), step(1, "A"))


def test_joint_places_are_told_together_in_the_order_of_the_standings() -> None:
    steps = reveal_steps(
        [
            standing("A", 1, is_tied=True),
            standing("B", 1, is_tied=True),
            standing("C", 3),
        ]
    )

    assert steps == (step(3, "C"), step(1, "A", "B"))


def test_a_team_without_a_place_is_never_told() -> None:
    steps = reveal_steps([standing("A", 1), standing("B", None)])

    assert steps == (step(1, "A"),)


def test_nothing_is_told_while_no_team_has_a_place() -> None:
    assert reveal_steps([standing("A", None)]) == ()


@settings(deadline=None)
@given(any_standings())
def test_every_placed_team_is_told_exactly_once_and_the_winner_last(
    standings: tuple[Standing, ...],
) -> None:
    steps = reveal_steps(standings)

    told = [team for step in steps for team in step.teams]
    assert sorted(told) == sorted(one.team for one in standings if one.place is not None)
    if steps:
        assert steps[-1].place == 1
        assert set(steps[-1].teams) == {one.team for one in standings if one.place == 1}


@settings(deadline=None)
@given(any_standings())
def test_each_step_tells_one_place_whole_and_a_better_one_than_the_step_before(
    standings: tuple[Standing, ...],
) -> None:
    steps = reveal_steps(standings)

    places = [step.place for step in steps]
    assert places == sorted(set(places), reverse=True)
    for step in steps:
        assert step.teams == tuple(one.team for one in standings if one.place == step.place)
