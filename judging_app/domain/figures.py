"""Figures as people type them and as files hold them, to exact numbers."""

import re
from fractions import Fraction

_TYPED = re.compile(r"-?[0-9]{1,18}(?:[.,][0-9]{1,9}|/0*[1-9][0-9]{0,8})?", re.ASCII)
# Longer amounts would not fit the store's integers once they are counted in steps.
_WRITTEN = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?", re.ASCII)


def typed_figure(text: str) -> Fraction | None:
    """What a person typed: "7", "7.5", "7,5" or "1/3"; `None` where it is no figure."""
    typed = text.strip()
    return Fraction(typed.replace(",", ".")) if _TYPED.fullmatch(typed) else None


def written_figure(text: str) -> Fraction | None:
    """What a file holds: zero or more, in digits with a point; `None` where it is no figure."""
    return Fraction(text) if _WRITTEN.fullmatch(text) else None
