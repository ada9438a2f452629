"""What can be shown of an event before it is open: its title, and who can sign in."""

from dataclasses import dataclass
from pathlib import Path

from judging_app.domain.event import Phase
from judging_app.present.start.sign_in import SignInRow, sign_in_rows
from judging_app.present.start.start import EventFacts
from judging_app.store.glance import glance, glance_at_event


@dataclass(frozen=True, slots=True)
class FirstLook:
    """An event's title and its names, as they will be once it is open."""

    title: str
    rows: tuple[SignInRow, ...]


def first_look(path: Path) -> FirstLook | None:
    """What a file says at once; None where only opening it can say what it is."""
    found = glance(path)
    return FirstLook(found.title, sign_in_rows(found)) if found else None


def event_facts(path: Path) -> EventFacts | None:
    """What a file says of its event, to choose it by; None where only opening it can say."""
    found = glance_at_event(path)
    if found is None:
        return None
    try:
        phase = Phase(found.phase)
    except ValueError:  # of another version; opening it says so
        return None
    return EventFacts(
        found.title,
        found.held_on,
        found.venue,
        phase,
        found.teams,
        found.judges,
        found.ballots_in,
    )
