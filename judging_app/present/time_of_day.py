"""Times of day as this computer's clock shows them."""

from datetime import datetime


def saved_text(at: datetime) -> str:
    """When a change reached the disk: "Saved 14:32:07"."""
    return f"Saved {at.astimezone():%H:%M:%S}"


def clock_text(at: datetime) -> str:
    """The time for the projector's foot: "14:32"."""
    return f"{at.astimezone():%H:%M}"
