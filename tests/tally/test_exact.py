from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from judging_app.tally.exact import solved


def test_no_equations_have_no_solution_to_list() -> None:
    assert solved([], []) == ()


def test_two_equations_are_solved_exactly() -> None:
    assert solved([[2, 1], [1, 3]], [Fraction(1), Fraction(1, 2)]) == (Fraction(1, 2), Fraction(0))


@given(
    st.integers(1, 4).flatmap(
        lambda size: st.tuples(
            st.lists(
                st.lists(st.integers(-9, 9), min_size=size, max_size=size),
                min_size=size,
                max_size=size,
            ),
            st.lists(st.fractions(-9, 9, max_denominator=6), min_size=size, max_size=size),
        )
    )
)
def test_what_is_found_satisfies_every_equation(
    drawn: tuple[list[list[int]], list[Fraction]],
) -> None:
    seed, right = drawn
    # seed · seedᵀ + 1 is positive definite whatever the seed.
    matrix = [
        [sum(a * b for a, b in zip(one, other, strict=True)) + (one is other) for other in seed]
        for one in seed
    ]

    found = solved(matrix, right)

    for row, value in zip(matrix, right, strict=True):
        assert sum(a * x for a, x in zip(row, found, strict=True)) == value
