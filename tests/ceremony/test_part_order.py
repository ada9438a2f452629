"""The winner stays open for as long as any order allows."""

from itertools import permutations

from hypothesis import given

from judging_app.ceremony.part_order import MOST_EXACT, part_order
from judging_app.domain.ids import TeamId
from tests.ceremony.columns import A, B, Columns, any_columns, columns, winners


def open_steps(parts: Columns, order: tuple[int, ...], won: frozenset[TeamId]) -> list[int]:
    """The running steps after which those in front are not the winners."""
    return [
        step
        for step in range(1, len(order))
        if {one.team for one in parts.running(order[:step]) if one.place == 1} != won
    ]


def merit(parts: Columns, order: tuple[int, ...], won: frozenset[TeamId]) -> tuple[int, int]:
    """The last step with the winner open, and how many there are."""
    steps = open_steps(parts, order, won)
    return max(steps, default=0), len(steps)


@given(any_columns())
def test_no_order_holds_the_winner_back_longer_and_none_that_does_as_well_comes_first(
    parts: Columns,
) -> None:
    won = winners(parts)

    found = part_order(parts, won)

    every_order = list(permutations(range(len(parts.titles))))  # these rise
    best = max(merit(parts, order, won) for order in every_order)
    assert found == next(order for order in every_order if merit(parts, order, won) == best)


@given(any_columns())
def test_the_order_is_sound_for_winners_whom_the_panel_chose_against_the_figures(
    parts: Columns,
) -> None:
    chosen = frozenset({max(parts.points[0])})

    found = part_order(parts, chosen)

    best = max(merit(parts, one, chosen) for one in permutations(range(len(parts.titles))))
    assert merit(parts, found, chosen) == best


@given(any_columns(most=12))
def test_every_part_is_told_once(parts: Columns) -> None:
    order = part_order(parts, winners(parts))

    assert sorted(order) == list(range(len(parts.titles)))


def test_the_part_that_decides_is_told_last() -> None:
    # A leads by far on part 1 alone; B on the two others.
    parts = columns((9, 1), (3, 5), (3, 5))

    assert part_order(parts, frozenset({A})) == (1, 2, 0)


def test_the_rubrics_order_stands_where_nothing_is_to_be_gained() -> None:
    assert part_order(columns((2, 1), (2, 1), (2, 1)), frozenset({A})) == (0, 1, 2)


def test_joint_winners_are_open_while_only_one_of_them_is_in_front() -> None:
    parts = columns((3, 1, 0), (1, 3, 0), (2, 2, 0))
    won = frozenset({A, B})

    assert open_steps(parts, part_order(parts, won), won) == [1, 2]


def test_of_many_parts_too_those_that_decide_nothing_come_first() -> None:
    even = [(1, 1)] * MOST_EXACT
    parts = columns((2, 1), *even, (3, 1))

    order = part_order(parts, frozenset({A}))

    assert order == (*range(1, MOST_EXACT + 1), 0, MOST_EXACT + 1)


@given(any_columns(most=12))
def test_of_many_parts_the_last_running_step_is_open_if_any_part_can_leave_it_so(
    parts: Columns,
) -> None:
    won, count = winners(parts), len(parts.titles)
    can_be_open = any(
        open_steps(parts, (*(set(range(count)) - {last}), last), won)[-1:] == [count - 1]
        for last in range(count)
    )

    order = part_order(parts, won)

    assert (open_steps(parts, order, won)[-1:] == [count - 1]) == (can_be_open and count > 1)
