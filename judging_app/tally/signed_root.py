"""A square root kept exact, for a spread or a correlation that no fraction can hold."""

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt


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
