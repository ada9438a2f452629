"""Sums of square roots, compared without rounding."""

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from typing import TypeAlias, TypeVar

Name = TypeVar("Name", bound=Hashable)

RootSum: TypeAlias = Mapping[int, Fraction]
"""Σ coefficient · √radicand, under the radicands, which are whole numbers above zero."""

DIGITS = 50


def approximations(sums: Mapping[Name, RootSum]) -> dict[Name, Fraction]:
    """A fraction near each sum that stands for it in every comparison.

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
