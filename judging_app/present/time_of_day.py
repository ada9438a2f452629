"""Days, and times of day as this computer's clock shows them."""

import re
from datetime import date, datetime

from judging_app.errors import DeskError


def saved_text(at: datetime) -> str:
    """When a change reached the disk: "Saved 14:32:07"."""
    return f"Saved {at.astimezone():%H:%M:%S}"


def exact_time(at: datetime) -> str:
    """To the second, where two of one minute are told apart: "14:32:07"."""
    return f"{at.astimezone():%H:%M:%S}"


def clock_text(at: datetime) -> str:
    """The time for the projector's foot: "14:32"."""
    return f"{at.astimezone():%H:%M}"


def moment_text(at: datetime) -> str:
    """A time of day with its day: "14:05 on 3 June 2019"."""
    local = at.astimezone()
    return f"{local:%H:%M} on {in_words(local.date())}"


def day_and_month(at: datetime) -> str:
    """The day of a time that is not long ago: "4 March"."""
    day = at.astimezone().date()
    return f"{day.day} {_MONTHS[day.month - 1]}"


def in_words(day: date) -> str:
    """A day as it is written out: "4 March 2019"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def minutes_typed(text: str) -> int | None:
    """The minutes after midnight that somebody types: "14:00", "9.30"; none if empty.

    Raises:
        DeskError: if it is no time of day.
    """
    typed = text.strip()
    found = re.fullmatch(r"([0-9]{1,2})[:.]([0-9]{2})", typed)
    if found and int(found[1]) < 24 and int(found[2]) < 60:  # noqa: PLR2004 - hours and minutes
        return int(found[1]) * 60 + int(found[2])
    if typed:
        raise DeskError(f"“{typed[:20]}” isn’t a time of day. Write it as 14:00.")
    return None


def minutes_of(at: datetime) -> int:
    """How many minutes after midnight it is."""
    local = at.astimezone()
    return local.hour * 60 + local.minute


def day_typed(text: str) -> date | None:
    """A day as somebody types it: "3 June 2019", "3 jun 2019", "3/6/2019" or "2019-06-03".

    With figures alone the day comes before the month. None if empty.

    Raises:
        DeskError: if it is no day.
    """
    typed = text.strip()
    if not typed:
        return None
    found = re.fullmatch(r"([0-9]{1,2})\W+([^\W\d]{3,9})\W+([0-9]{4})", typed)
    figures = re.fullmatch(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})", typed)
    months = [one for one in _MONTHS if found and one.casefold().startswith(found[2].casefold())]
    try:
        if found and months:
            return date(int(found[3]), _MONTHS.index(months[0]) + 1, int(found[1]))
        if figures:
            return date(int(figures[3]), int(figures[2]), int(figures[1]))
        return date.fromisoformat(typed)
    except ValueError:
        raise DeskError(
            f"“{typed[:40]}” isn’t a date. Write it as 3 June 2019 or 2019-06-03."
        ) from None


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)  # strftime would follow the machine's language
