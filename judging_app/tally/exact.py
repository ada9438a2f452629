"""Arithmetic that never rounds: linear equations, sums of square roots, a root kept as one."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import isqrt, lcm
from typing import TypeAlias, TypeVar


def summed(values: Collection[Fraction]) -> Fraction:
    """Their sum, for which there is one greatest common divisor to find and not one for each."""
    unit = lcm(*(one.denominator for one in values))
    return Fraction(sum(one.numerator * (unit // one.denominator) for one in values), unit)


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


Name = TypeVar("Name", bound=Hashable)

RootSum: TypeAlias = Mapping[int, Fraction]
"""Σ coefficient · √radicand, under the radicands, which are whole numbers above zero."""

DIGITS = 50


def approximations(sums: Mapping[Name, RootSum]) -> dict[Name, Fraction]:
    """A fraction near each sum that can be compared in its place.

    Equal sums have equal fractions, and others are in the order of the sums. Whether two sums
    are equal is decided exactly: roots whose radicands are not a square multiple of each other
    are linearly independent over the rationals, so, gathered by that, equal sums have equal
    coefficients. Each fraction is within 10⁻⁵⁰ times the sum of its coefficients, and the digits
    are doubled for as long as two different sums stay too close to be told apart.

    Source: A. S. Besicovitch, On the linear independence of fractional powers of integers,
    Journal of the London Mathematical Society 15 (1940), 3–6.
    """
    bases = _bases(sorted({radicand for one in sums.values() for radicand in one}))
    gathered = {name: _gathered(one, bases) for name, one in sums.items()}
    different = {tuple(sorted(one.items())) for one in gathered.values()}
    error = max((sum(map(abs, one.values()), Fraction(0)) for one in gathered.values()), default=0)
    digits = DIGITS
    while not _are_apart([_value(dict(one), digits) for one in different], error / 10**digits):
        digits *= 2
    return {name: _value(one, digits) for name, one in gathered.items()}


def _bases(radicands: Sequence[int]) -> dict[int, int]:
    """For each radicand the first of those that differ from it by the square of a fraction."""
    found: dict[int, int] = {}
    for radicand in radicands:
        same = (base for base in found.values() if isqrt(base * radicand) ** 2 == base * radicand)
        found[radicand] = next(same, radicand)
    return found


def _gathered(one: RootSum, bases: Mapping[int, int]) -> dict[int, Fraction]:
    """The same sum over the bases only: √radicand = √(radicand · base) ÷ base · √base."""
    found: dict[int, Fraction] = {}
    for radicand, coefficient in one.items():
        base = bases[radicand]
        root = Fraction(isqrt(radicand * base), base)
        found[base] = found.get(base, Fraction(0)) + coefficient * root
    return {base: coefficient for base, coefficient in found.items() if coefficient}


def _value(one: RootSum, digits: int) -> Fraction:
    """The sum with each root cut off after so many decimals."""
    scale = 10**digits
    return sum(
        (part * Fraction(isqrt(base * scale**2), scale) for base, part in one.items()), Fraction(0)
    )


def _are_apart(values: Sequence[Fraction], error: Fraction) -> bool:
    return all(high - low > 2 * error for low, high in pairwise(sorted(values)))


@dataclass(frozen=True, slots=True)
class SignedRoot:
    """√square, or −√square if `is_negative`; equal values are equal, with no digit lost."""

    square: Fraction
    is_negative: bool = False

    def __post_init__(self) -> None:
        if self.square < 0 or (self.is_negative and not self.square):
            raise ValueError("a root is of a square, and nothing has no sign")

    def cut_off(self, places: int) -> Fraction:
        """The value with its decimals after the first `places` left away, never rounded.

        Rounding the answer to fewer decimals, a half away from zero, gives what rounding the
        root itself would: what was left away can't lift a decimal to a half.
        """
        scaled = self.square * 100**places
        found = Fraction(isqrt(scaled.numerator // scaled.denominator), 10**places)
        return -found if self.is_negative else found
