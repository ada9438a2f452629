"""Numbers as a presenter says them: "two teams", "twenty-first"."""

from judging_app.words import counted, ordinal

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")


def spoken_ordinal(number: int) -> str:
    """In words up to "ninety-ninth", in figures from "100th" on."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    tens, units = divmod(number, 10)
    if tens > 9:  # noqa: PLR2004 - the tens have one digit
        return ordinal(number)
    stem = _TENS[tens - 2]
    return f"{stem}y-{_ORDINALS[units - 1]}" if units else f"{stem}ieth"


def spoken_count(count: int, noun: str) -> str:
    """Counted in words up to "ten teams", in figures beyond; none is "no teams"."""
    if not 1 <= count <= len(_UNITS):
        return counted(count, noun)
    return f"{_UNITS[count - 1]} {noun if count == 1 else f'{noun}s'}"
