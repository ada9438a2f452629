"""Where somebody may be named who didn't say that their name may be shown."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.names import initials
from judging_app.domain.people import Naming, Participant
from judging_app.domain.setup import Setup
from judging_app.words import counted


class Door(Enum):
    """A way on which names leave the event."""

    ROOM = "the wall, in front of the audience"
    EVERYBODY = "what is published: page, open data, winners' list, badges"
    TEAM = "a paper of a whole team, which others of it keep and hang up"
    OWN = "what one person alone gets: a certificate, and the list that sends it to them"
    WORK = "what the organiser, the host and the panel work with"


_IS_OPEN: Mapping[Door, bool] = complete(
    {
        Door.ROOM: False,
        Door.EVERYBODY: False,
        Door.TEAM: False,
        Door.OWN: True,
        Door.WORK: True,
    }
)
"""Whether everybody is named there, whatever they said."""

WITHHELD = "Name not shown"
"""What stands for a name where a row has to say something."""


def may_name(person: Participant, door: Door) -> bool:
    """Whether somebody's name may go out by this door."""
    return _IS_OPEN[door] or person.naming is Naming.NAME


def name_at(person: Participant, door: Door) -> str:
    """Their name, or what stands for it."""
    if may_name(person, door):
        return person.name
    return initials(person.name) if person.naming is Naming.INITIALS else WITHHELD


def shown_at(people: Iterable[Participant], door: Door) -> tuple[tuple[Participant, ...], str]:
    """Those of whom anything is shown there, and in words how many others there are, if any."""
    everybody = tuple(people)
    shown = tuple(one for one in everybody if may_name(one, door) or one.naming is Naming.INITIALS)
    left = len(everybody) - len(shown)
    more = f"{left} more" if shown else counted(left, "person", "people")
    return shown, more if left else ""


def names_at(people: Iterable[Participant], door: Door) -> tuple[str, ...]:
    """What is shown of several people; how many more there are comes last."""
    shown, more = shown_at(people, door)
    return (*(name_at(one, door) for one in shown), *([more] if more else []))


def setup_at(setup: Setup, door: Door) -> Setup:
    """A set-up in which whoever may not be named there has no name, and nothing that tells it."""
    people = tuple(
        one
        if may_name(one, door)
        else replace(one, name=name_at(one, door), listed_name="", said="", email="", role="")
        for one in setup.participants
    )
    return setup if people == setup.participants else replace(setup, participants=people)
