"""What is said about a desk that locks itself when nobody is at it."""

from judging_app.words import counted

OFF = 0
CHOICES_S = (30, 60, 120, 300, 600, OFF)
"""Seconds without a key or the pointer after which a desk is locked, as they are offered."""

USUAL_S = 60
ORGANISER_S, HOST_S = 180, 600
"""Of those who run the day, whom it isn't to keep from it."""


def warned_s(after_s: int) -> int:
    """Seconds before it is locked from which that is counted down."""
    return 10 if after_s < ORGANISER_S else 30


def lock_text(after_s: int) -> str:
    """The choice in force, in few words: "Judges lock after 60 s"."""
    return "Judges don’t lock" if after_s == OFF else f"Judges lock after {_span(after_s)}"


def locks_hint(after_s: int) -> str:
    """What a judge is told who has finished: "Locks after 60 s without a key or the mouse."."""
    return "" if after_s == OFF else f"Locks after {_span(after_s)} without a key or the mouse."


def lock_spoken(after_s: int) -> str:
    """The choice in force in a sentence, and what pressing it does."""
    if after_s == OFF:
        first = "The judges’ and scorer’s desks don’t lock. Press to choose a time."
    else:
        first = (
            f"The judges’ and scorer’s desks lock after {_span(after_s)} without a key or the "
            "mouse. Press to choose another time."
        )
    return (
        f"{first} The organiser’s desk locks after {_span(ORGANISER_S)} and the host’s after "
        f"{_span(HOST_S)}, but not while the clock runs or the reveal is on."
    )


def counting_text(left_s: int) -> str:
    """The countdown; empty when there is none."""
    return f"Locks in {left_s} s. Move the mouse or press a key to stay." if left_s else ""


def locked_text(after_s: int, *, keeps_what_is_there: bool = False) -> str:
    """What is on the sign-in screen afterwards."""
    kept = "What you entered is saved."
    if keeps_what_is_there:
        kept = "Sign in to continue where you were."
    return f"Locked after {_span(after_s)} without a key or the mouse. {kept}"


def next_choice_s(after_s: int) -> int:
    """The choice after this one, the first after the last."""
    return CHOICES_S[(CHOICES_S.index(after_s) + 1) % len(CHOICES_S)]


def _span(seconds: int) -> str:
    if seconds == OFF:
        return "off"
    minutes, rest = divmod(seconds, 60)
    return counted(minutes, "min", "min") if not rest and minutes > 1 else f"{seconds} s"
