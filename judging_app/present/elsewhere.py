"""What is said above every screen while the event's file is full, away, replaced or read-only."""

from collections.abc import Mapping

from judging_app.domain.acts import Act, Refuse, SignIn, SignOut
from judging_app.words import counted, listed

SAVE = "Save a whole copy"
CONTINUE = "Continue in the copy"
SAVING = "Saving…"
SHOW_COPIES = "Show the copies"

_WAITING: Mapping[type[Act], str] = {
    SignIn: "sign-in",
    SignOut: "sign-out",
    Refuse: "refusal",
}


def unwritten_text(waiting: Mapping[type[Act], int]) -> str:
    """What is done and not on the disk: "Not written yet: 3 sign-ins"; empty for nothing."""
    parts = [counted(count, _WAITING[kind]) for kind, count in waiting.items()]
    return f"Not written yet: {listed(parts)}." if parts else ""


def read_only_text(file: str) -> str:
    """What can be done with an event that can't be written."""
    return (
        f"{file} was opened read-only: you can look and print. To change anything, save a whole "
        "copy and continue in it."
    )


def trouble_text(trouble: str, waiting: Mapping[type[Act], int], *, is_copied: bool) -> str:
    """What is the matter, what can still be done, and what waits; empty while all is well."""
    still = "You can still look, print and save a whole copy." if trouble and not is_copied else ""
    return " ".join(part for part in (trouble, still, unwritten_text(waiting)) if part)


LEAVE = "What you wrote can’t be saved now. Press Sign out again to leave without it."


def saved_text(place: str, *, may_continue: bool) -> str:
    """Where a whole copy is now, and who may do what with it."""
    where = f"in “{place}”" if place else "on this computer"
    who = "" if may_continue else " The host or the organiser can continue in it."
    return f"A whole copy is saved {where}.{who}"
