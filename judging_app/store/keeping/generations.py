"""Which of an event's safety copies stay when there are many: the older, the further apart."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

NEWEST = 12
"""Copies that stay in any case."""

HOURLY_FOR = timedelta(days=1)
"""How long before the newest copy one an hour stays; before that it is one a day."""


def staying(times: Sequence[datetime]) -> frozenset[int]:
    """Which copies stay, by their place in `times`: those of the copies in the record's order.

    Each of the newest stays; of those before, the last of each hour, then the last of each day.
    The newest are those with the most entries, because a clock may be put back.
    """
    spans: dict[tuple[date, int | None], int] = {}
    for place, at in enumerate(times):
        is_recent = times[-1] - at < HOURLY_FOR
        spans[at.date(), at.hour if is_recent else None] = place
    return frozenset(spans.values()) | frozenset(range(max(0, len(times) - NEWEST), len(times)))
