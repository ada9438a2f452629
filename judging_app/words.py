"""English for counts and lists, the same on screens, on paper and in errors."""

from collections.abc import Sequence


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """`count` with its noun: "1 ballot", "2,000 ballots", "no ballots"."""
    word = noun if count == 1 else (plural or f"{noun}s")
    return f"{count:,} {word}" if count else f"no {word}"


def listed(items: Sequence[str]) -> str:
    """Items in a sentence: "A", "A and B", "A, B and C"."""
    if len(items) < 2:  # noqa: PLR2004 - one item or none stands alone
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def capitalised(text: str) -> str:
    """`text` as a sentence begins: its first letter large, the others as they are."""
    return f"{text[:1].upper()}{text[1:]}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 112th."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def minutes_shown(minutes: int | None) -> str:
    """Minutes after midnight as a time of day: "09:30"; empty for none."""
    return "" if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}"
