"""How many examples, looks and deaths a test goes through: all of them under `--full`."""

from hypothesis import HealthCheck, settings

EXAMPLES, USUAL_EXAMPLES = 100, 20
"""Of each property that names no number of its own."""

KILLS, USUAL_KILLS = 1_000, 40
"""Of processes that save, make an event, or make an older file anew."""

_PROFILE = "counted"

TOLD = (
    f"Tried: {USUAL_EXAMPLES} examples of each property, {USUAL_KILLS} kills, two looks of each "
    f"screen. With --full: {EXAMPLES}, {KILLS:,}, and every look."
)


def load_profile(*, is_full: bool) -> None:
    """Settle how many examples each property is tried on.

    A busy machine must never fail a test, so no example has a time limit.
    """
    settings.register_profile(
        _PROFILE,
        max_examples=EXAMPLES if is_full else USUAL_EXAMPLES,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile(_PROFILE)


def examples(number: int) -> settings:
    """So many examples under `--full`, and the usual part of them without."""
    return settings(max_examples=number * settings.get_profile(_PROFILE).max_examples // EXAMPLES)
