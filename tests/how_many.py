"""How many examples, looks and faults a test goes through.

There are three levels: the usual one, `--full` for the gate, and `--campaign` for the counts that
`docs/reliability.md` tells of.
"""

from dataclasses import dataclass

from hypothesis import HealthCheck, settings

_USUAL, _FULL, _CAMPAIGN = range(3)
_PROFILE = "counted"
_EXAMPLES = 100
"""Of each property that names no number of its own, under `--full`."""

_level = _USUAL


@dataclass(frozen=True, slots=True)
class Count:
    """How often something is tried at each level."""

    usual: int
    full: int
    campaign: int

    @property
    def now(self) -> int:
        """How often in this run."""
        return (self.usual, self.full, self.campaign)[_level]


USUAL_EXAMPLES = 20
KILLS = Count(40, 1_000, 1_000)
"""Of processes that save; a quarter of it of those that make an event, or make one anew."""

WINDOW_KILLS = Count(3, 60, 1_000)
"""Of a real window, while a judge scores in it."""

POWER_STATES = Count(150, 2_000, 8_000)
DISK_CUTS = Count(3, 20, 120)
PULLS = Count(2, 10, 50)
PAPER_KILLS = Count(6, 60, 500)
COPY_KILLS = Count(8, 60, 300)
"""Of processes that copy, and of such that restore."""

MUTANTS = Count(60, 1_000, 10_000)
"""Of event files that are damaged by a bit, a byte, a page or their end."""

FOLDERS = Count(40, 500, 10_000)
"""Of lists with changed bytes."""

LISTS = Count(36, 600, 10_000)
"""Of workbooks and texts with changed bytes that are imported."""

WORKBOOKS = Count(8, 60, 400)
"""Of lists that are spreadsheets, with changed parts; each is read by a process of its own."""

CHANGED_BYTES = Count(600, 10_000, 40_000)
"""Of bundles in which one byte is another."""

MADE_DAYS = Count(48, 200, 2_000)
"""Of days whose result is worked out three times."""

MET_ON_A_DAY = Count(2, 3, 4)
"""Of the things that a day can have, any so many meet on one of those that are worked out."""

ORDERS = Count(40, 200, 1_000)
SLOW_SAVES = Count(1, 8, 40)
SLEEPS = Count(2, 20, 100)
RACES = Count(5, 50, 200)
ONE_CALL_OF = Count(40, 4, 1)
"""Of the system calls that could fail, one of so many does, each in a run of its own."""

TOLD = (
    f"Tried: {USUAL_EXAMPLES} examples of each property, {KILLS.usual} kills, two looks of each "
    f"screen. With --full: {_EXAMPLES}, {KILLS.full:,}, and every look. With --campaign: "
    "the counts of docs/reliability.md."
)


def load_profile(*, is_full: bool, is_campaign: bool) -> None:
    """Settle how much is tried, and on how many examples each property.

    A busy machine must never fail a test, so no example has a time limit.
    """
    global _level  # noqa: PLW0603 - settled once, before the tests are collected
    _level = _CAMPAIGN if is_campaign else _FULL if is_full else _USUAL
    settings.register_profile(
        _PROFILE,
        max_examples=_EXAMPLES if is_full else USUAL_EXAMPLES,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile(_PROFILE)


def examples(number: int) -> settings:
    """So many examples under `--full`, and the usual part of them without."""
    return settings(max_examples=number * settings.get_profile(_PROFILE).max_examples // _EXAMPLES)
