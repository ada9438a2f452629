"""Linear equations solved without rounding."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm


def solved(matrix: Sequence[Sequence[int]], right: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """The x with matrix · x = right, for a symmetric positive definite `matrix`.

    Elimination stays in whole numbers, for a `Fraction` would take a greatest common divisor
    at every step; every division below leaves no remainder. Positive definite means that no
    pivot is ever zero, so rows are never exchanged.

    Source: E. H. Bareiss, Sylvester's Identity and Multistep Integer-Preserving Gaussian
    Elimination, Mathematics of Computation 22 (1968), 565–578.
    """
    scale = lcm(*(value.denominator for value in right))
    rows = [[*row, int(value * scale)] for row, value in zip(matrix, right, strict=True)]
    _eliminate(rows)
    size = len(rows)
    determinant = rows[-1][size - 1] if rows else 1
    found = [0] * size  # each is x × scale × determinant, whole by Cramer's rule
    for at in reversed(range(size)):
        row = rows[at]
        known = sum(row[later] * found[later] for later in range(at + 1, size))
        found[at] = (determinant * row[size] - known) // row[at]
    return tuple(Fraction(value, scale * determinant) for value in found)


def _eliminate(rows: list[list[int]]) -> None:
    """Clear everything below the diagonal, in place."""
    before = 1
    for at, pivot_row in enumerate(rows):
        pivot = pivot_row[at]
        for row in rows[at + 1 :]:
            factor = row[at]
            for column in range(at, len(row)):
                row[column] = (row[column] * pivot - factor * pivot_row[column]) // before
        before = pivot
