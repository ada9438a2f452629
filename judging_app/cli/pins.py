"""`judging-app pins`: new PINs, and how they are printed the one time that they can be."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from judging_app.cli.opened import opened
from judging_app.cli.output import progress_bar, say, table, terminal_width
from judging_app.desk.desk import Desk
from judging_app.desk.sign_in import everyone, set_pin
from judging_app.domain.labels import judge_labels
from judging_app.domain.names import name_key
from judging_app.domain.roles import ORGANISER, Actor, Role
from judging_app.domain.setup import Setup
from judging_app.errors import UnknownError
from judging_app.pins import new_pin
from judging_app.words import counted, listed


def pins(arguments: Namespace) -> int:
    """Give everyone, or one person, a new PIN."""
    with opened(arguments.file) as desk:
        holders = everyone(desk)
        if arguments.who is not None:
            holders = (_holder(arguments.who, holders),)
        given: dict[Actor, str] = {}
        try:
            _give(desk, holders, given)
        finally:
            # A PIN once given has to be told, also if the next one can't be given.
            if given:
                print_once(desk.setup(), given)
    return 0


def print_pins(setup: Setup, given: Mapping[Actor, str]) -> None:
    """Print PINs with whose they are."""
    names = judge_labels(setup.judges, setup.organisations)
    rows = [
        (code(holder), names[holder.judge] if holder.judge else "", pin)
        for holder, pin in given.items()
    ]
    for line in table(("Who", "Name", "PIN"), rows, room=terminal_width()):
        print(line)


def print_once(setup: Setup, given: Mapping[Actor, str]) -> None:
    """`print_pins`, saying that this is the only time."""
    print_pins(setup, given)
    say()
    say(f"{counted(len(given), 'PIN')} created. Write them down now: they can’t be shown again.")


def code(holder: Actor) -> str:
    """What to type for someone: a judge's code, or the role."""
    return holder.judge or holder.key


def _give(desk: Desk, holders: Sequence[Actor], given: dict[Actor, str]) -> None:
    with progress_bar("PINs") as progress:
        for done, holder in enumerate(holders):
            progress(done, len(holders))
            pin = new_pin()
            set_pin(desk, ORGANISER, holder, pin)
            given[holder] = pin


def _holder(who: str, holders: Sequence[Actor]) -> Actor:
    """Whom `who` names: roles first, so that no judge's code can hide the organiser.

    Raises:
        UnknownError: if nobody; the text lists everyone.
    """
    wanted = name_key(who)
    roles_first = sorted(holders, key=lambda one: (one.role is Role.JUDGE, one.key))
    for holder in roles_first:
        if wanted in (name_key(code(holder)), name_key(holder.key)):
            return holder
    known = listed([code(one) for one in holders])
    raise UnknownError(
        f"There is nobody called “{who}” in this event. Choose one of these: {known}."
    )
