"""Rounds exact values for display; nothing else in the application rounds."""

from collections.abc import Iterable
from fractions import Fraction

_MINUS = "−"


def shown(value: Fraction, places: int = 2) -> str:
    """`value` with exactly `places` decimals, a half rounded away from zero: "74.71".

    The digits come from the exact fraction, so no binary number is between them.
    A negative value that rounds to nothing is shown without a sign.
    """
    scaled = abs(value) * 10**places
    digits = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, part = divmod(digits, 10**places)
    sign = _MINUS if value < 0 and digits else ""
    return f"{sign}{whole}.{part:0{places}d}" if places else f"{sign}{whole}"


def exact(value: Fraction) -> str:
    """`value` as numerator and denominator, always with the slash: "7471/100", "74/1"."""
    sign = _MINUS if value < 0 else ""
    return f"{sign}{abs(value.numerator)}/{value.denominator}"


def for_programs(text: str) -> str:
    """A figure that was written for people, with the minus that programs and spreadsheets read."""
    return text.replace(_MINUS, "-")


def readable(value: Fraction) -> str:
    """`value` with no more decimals than it needs, and at most two: "30", "12.5", "8.33"."""
    return shown(value, places_needed([value]))


def places_needed(values: Iterable[Fraction], at_most: int = 2) -> int:
    """The fewest decimals that show every one of `values` exactly, but no more than `at_most`.

    A column of figures uses one count for all its rows, so that the points are in line.
    """
    return max((_places(value, at_most) for value in values), default=0)


def _places(value: Fraction, at_most: int) -> int:
    exact_at = (n for n in range(at_most) if (value * 10**n).denominator == 1)
    return next(exact_at, at_most)
