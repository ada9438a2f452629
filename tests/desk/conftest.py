"""The small event, for every test here."""

from tests.desk.small_event import (
    _own_computer,
    clock,
    desk,
    new_desk,
    scoring_in_memory,
    small_path,
    template,
)

__all__ = [
    "_own_computer",
    "clock",
    "desk",
    "new_desk",
    "scoring_in_memory",
    "small_path",
    "template",
]
