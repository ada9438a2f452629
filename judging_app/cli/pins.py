"""`judging-app pins`: who has a PIN, and new ones, printed the one time that they can be."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from judging_app.cli.door import DONE
from judging_app.cli.opened import opened
from judging_app.cli.output import progress_bar, say, table, terminal_width
from judging_app.cli.passphrase import is_somebody_there
from judging_app.desk.desk import Desk
from judging_app.desk.sign_in import (
    duration,
    everyone,
    hand_out,
    has_pin,
    not_handed_out,
    pin_place,
    set_pin,
    wait_of,
)
from judging_app.domain.labels import judge_labels
from judging_app.domain.names import name_key
from judging_app.domain.roles import ORGANISER, Actor, Handing, Role
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError, UnknownError
from judging_app.pins import new_pin
from judging_app.present.words.event import HANDING_WORDS
from judging_app.words import counted, listed


def pins(arguments: Namespace) -> int:
    """Show who has a PIN; with `--new`, give everyone, or one person, a new one."""
    with opened(arguments.file, arguments.passphrase_file) as desk:
        holders = everyone(desk)
        if arguments.who is not None:
            holders = (_holder(arguments.who, holders),)
        if arguments.handed_out:
            _note(desk, holders)
            return DONE
        if not arguments.new:
            _show(desk, holders)
            return DONE
        _check_is_meant(holders, is_sure=arguments.yes)
        given: dict[Actor, str] = {}
        try:
            _give(desk, holders, given)
        finally:
            # A PIN once given has to be told, also if the next one can't be given.
            if given:
                print_once(desk.setup(), given)
    return DONE


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


def _show(desk: Desk, holders: Sequence[Actor]) -> None:
    setup = desk.setup()
    names = judge_labels(setup.judges, setup.organisations)
    rows = [
        (code(one), names[one.judge] if one.judge else "", _state(desk, one)) for one in holders
    ]
    for line in table(("Who", "Name", "PIN"), rows, room=terminal_width()):
        print(line)
    say()
    say("Nothing was changed. A PIN can’t be shown; --new gives new ones.")


def _note(desk: Desk, holders: Sequence[Actor]) -> None:
    not_yet = not_handed_out(desk)
    waiting = [one for one in holders if one in not_yet]
    if waiting:
        hand_out(desk, ORGANISER, waiting, Handing.NOTED)
    say(f"{counted(len(waiting), 'PIN')} noted as handed out.")


def _state(desk: Desk, holder: Actor) -> str:
    if not has_pin(desk, holder):
        return "none yet"
    wait_s = wait_of(desk, holder)
    if wait_s:
        return f"must wait {duration(wait_s)}"
    place = pin_place(desk, holder)
    if place is None:
        return "has one, not handed out"
    return f"has one, {HANDING_WORDS[place.how]}" if place.how else "has one"


def _check_is_meant(holders: Sequence[Actor], *, is_sure: bool) -> None:
    """Ask once more before PINs stop working that people have on a card.

    Raises:
        DeskError: if the answer isn't yes, or there is nobody to ask.
    """
    if is_sure:
        return
    whose = code(holders[0]) if len(holders) == 1 else f"all {len(holders)} people"
    if not is_somebody_there():
        raise DeskError(
            f"This gives new PINs to {whose}, and the old ones stop working. Add --yes to do it."
        )
    asked = f"Give new PINs to {whose}? The old ones stop working. Type yes: "
    if input(asked).strip().casefold() != "yes":
        raise DeskError("Nothing was changed. Type yes to give new PINs.")


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
