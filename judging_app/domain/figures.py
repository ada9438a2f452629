"""Figures as people write them, to exact numbers; whatever else it is gets its own remedy."""

import re
import unicodedata
from collections.abc import Callable
from fractions import Fraction

from judging_app.errors import FigureError, NoFigureError

# Longer amounts would not fit the store's integers once they are counted in steps.
_FIGURE = re.compile(r"[+-]? ?(?:[0-9]{1,9}(?:[.,][0-9]{0,6})?|[.,][0-9]{1,6})", re.ASCII)
_FRACTION = re.compile(r"[+-]?[0-9]{1,9}/0*[1-9][0-9]{0,8}", re.ASCII)

_MINUS = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-"})
"""What keyboards, word processors and papers have in the place of a minus."""

_NONE = frozenset(
    {"n/a", "na", "n.a.", "#n/a", "#n/v", "none", "nil", "null", "nan", "-", "—", "--"}
)
_LONGEST_SHOWN = 24


def figure(text: str, *, takes_fractions: bool = False) -> Fraction:
    """The number that `text` plainly is: "7", "7.5", "7,5", ".5", "7." or "−1"; also "1/3".

    A fraction is taken only where one is asked for: "8/10" is mostly a score out of ten.

    Raises:
        NoFigureError: if `text` says that there is none, as nothing and "N/A" do.
        FigureError: if it isn't plainly one number, saying what to write instead.
    """
    plain = _plain(text)
    if takes_fractions and _FRACTION.fullmatch(plain):
        return Fraction(plain)
    if _FIGURE.fullmatch(plain) and not _TWO_WAYS.fullmatch(plain):
        sign, digits = plain[:1], plain.lstrip("+- ").replace(",", ".")
        size = Fraction(f"0{digits}" if digits.startswith(".") else digits.rstrip("."))
        return -size if sign == "-" else size
    shown = f"“{text.strip()[:_LONGEST_SHOWN]}{'…' * (len(text.strip()) > _LONGEST_SHOWN)}”"
    if says_none(text):
        raise NoFigureError(f"{shown} is no figure. Type one, such as 7 or 7.5.")
    remedy = next((say(plain) for form, say in _REMEDIES if form.fullmatch(plain)), _IN_DIGITS)
    raise FigureError(f"{shown} {remedy}")


def share(text: str) -> Fraction:
    """As `figure`, for a weight: "50 %" is 50, since only the weights' relation counts, and "1/3".

    Raises:
        FigureError: as `figure` does.
    """
    return figure(text.strip().removesuffix("%").removesuffix("％"), takes_fractions=True)


def says_none(text: str) -> bool:
    """Whether `text` says that there is no figure: it is empty, or says N/A or the like."""
    plain = _plain(text)
    return not plain or plain.casefold() in _NONE


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_MINUS).strip()


_TWO_WAYS = re.compile(r"[+-]? ?[1-9][0-9]{0,2},[0-9]{3}", re.ASCII)
"""A comma before three digits, which means thousands here and a decimal point there."""

_IN_DIGITS = "isn’t a number. Write it in the digits 0 to 9 alone, such as 7 or 7.5."


def _two_ways(plain: str) -> str:
    whole, _, rest = plain.partition(",")
    return f"can be read in two ways. Write {whole}{rest} or {whole}.{rest}."


def _without_marks(plain: str) -> str:
    return f"has marks between its digits. Write it without them: {re.sub(r'[^0-9+-]', '', plain)}."


def _fixed(words: str) -> Callable[[str], str]:
    return lambda _plain: words


_MONTH = "(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]*[.]?"

_REMEDIES: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (
        re.compile(r".*%"),
        _fixed("is a share of something. Write the points themselves, without %."),
    ),
    (_TWO_WAYS, _two_ways),
    (re.compile(r"[+-]?[0-9]{1,3}(?:[ ’'.,_][0-9]{3})+", re.ASCII), _without_marks),
    (
        re.compile(r"[+-]?[0-9.,]+ ?(?:/|out of|of) ?[0-9.,]+", re.ASCII),
        _fixed("says what it is out of. Write the points alone, such as 7 or 7.5."),
    ),
    (
        re.compile(
            r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}(?: .*)?"
            rf"|[0-9]{{1,2}}[-. ]{{1,2}}{_MONTH}(?:[- ][0-9]+)?|{_MONTH}-[0-9]{{1,2}}",
            re.IGNORECASE,
        ),
        _fixed(
            "looks like a date that a spreadsheet made of a figure. Set its cells to text there, "
            "then write the figure again."
        ),
    ),
    (
        re.compile(r"[+-]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)", re.ASCII),
        _fixed("is too long. A figure has at most 9 digits before the point and 6 after it."),
    ),
)
