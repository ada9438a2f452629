"""Days, and times of day as this computer's clock shows them."""

from datetime import date, datetime


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


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)  # strftime would follow the machine's language
