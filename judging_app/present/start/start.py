"""What can be opened from the first screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecentRow:
    """An event opened before; `key` is handed back when it is chosen."""

    key: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class PinRow:
    """A PIN of the sample event, which is no secret."""

    name: str
    pin: str
