"""Events: making a file and opening one, on which device, and how the event looks."""

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from judging_app.desk import sign_in
from judging_app.desk.decisions import declare_tie_breaks
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.keeping import unfinished
from judging_app.desk.record.signing import first_key
from judging_app.desk.scoring import open_scoring
from judging_app.domain import subjects
from judging_app.domain.acts import CreateEvent, EnterPoints, SetLook, SetUp, TakeInBallot
from judging_app.domain.decisions import TeamPoints
from judging_app.domain.event import Event
from judging_app.domain.ids import DeviceId
from judging_app.domain.look import EventLook
from judging_app.domain.names import tidy, tidy_name
from judging_app.domain.roles import ORGANISER, Actor
from judging_app.domain.setup import Intake
from judging_app.domain.tie_breaks import DeclaredTieBreak
from judging_app.errors import DeskError
from judging_app.paths import own_folder
from judging_app.store import ballot_rows, decision_rows, programme_rows
from judging_app.store.event_file import open_event_file
from judging_app.store.new_file import new_event_file
from judging_app.timepiece import Clocks


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event file that was made, and the PINs that its people were given."""

    path: Path
    pins: Mapping[Actor, str]


def open_event(
    path: Path,
    clocks: Clocks | None = None,
    *,
    is_to_look: bool = False,
    asks_again: bool = False,
) -> Desk:
    """Open an event that exists, or only to look at it, so that nothing changes.

    With `asks_again`, it is opened at a desk where people sit down and leave.

    Raises:
        EventFileError: saying what is the matter with the file.
    """
    told: list[str] = []
    file = open_event_file(
        path,
        this_device(),
        is_to_look=is_to_look,
        on_half_change=lambda held: told.append(unfinished.kept_aside(held)),
    )
    desk = Desk(file, clocks, asks_again=asks_again)
    desk.found_beside = "".join(told)
    if not file.is_read_only:
        unfinished.begun(file.path)
    return desk


def open_and_check(path: Path, *, is_to_look: bool = False) -> Desk:
    """As `open_event`, and begin the check that its result waits for.

    Raises:
        EventFileError: saying what is the matter with the file.
    """
    desk = open_event(path, is_to_look=is_to_look, asks_again=True)
    try:
        desk.begin_check()
    except BaseException:
        desk.close()
        raise
    return desk


def create_event(
    path: Path,
    event: Event,
    intake: Intake,
    pins: Mapping[Actor, str] | None = None,
    *,
    tie_breaks: Sequence[DeclaredTieBreak] = (),
    also: Callable[[Desk], object] | None = None,
    opens_scoring: bool = False,
    clocks: Clocks | None = None,
) -> NewEvent:
    """Make a new event file with everything that was taken in; wholly or not at all.

    With `pins`, these are given; without, everyone gets one at random. With `opens_scoring`,
    judges can start at once; `also` is done before the PINs are given.

    Raises:
        EventFileError: if the name is taken or the folder can't be written.
        DeskError: if the title can't be used, or a ballot breaks a rule.
    """
    fresh = Event(
        tidy_name(event.title),
        event.held_on,
        tidy(event.venue),
        method=event.method,
        trims_by_criterion=event.trims_by_criterion,
    )
    with new_event_file(path, this_device()) as file:
        desk = Desk(file, clocks, asks_again=False)
        with file.transaction():
            at = desk.now()
            file.record(CreateEvent(fresh), ORGANISER, at)
            file.record(first_key(file), ORGANISER, at)
        take_in(desk, ORGANISER, intake)
        if tie_breaks:
            declare_tie_breaks(desk, ORGANISER, tie_breaks)
        if also:
            also(desk)
        given = sign_in.give_pins(desk, ORGANISER, pins)
        if opens_scoring:
            open_scoring(desk, ORGANISER)
    return NewEvent(path, given)


def take_in(desk: Desk, actor: Actor, intake: Intake) -> Changed:
    """Take in the set-up, and the ballots that came with it.

    Raises:
        DeskError: if a ballot breaks a rule, or ballots or conflicts are on the record already.
    """
    with desk.doing(actor, SetUp) as doing:
        _check_nothing_hangs_on_it(desk)
        doing.record(SetUp(intake.setup))
        for ballot in intake.ballots:
            ballot.check(intake.setup.rubric)
            doing.record(TakeInBallot(ballot), ballot.reason)
        for team, criterion, score in intake.points:
            intake.setup.rubric.criterion(criterion).check(score)
            doing.record(EnterPoints(TeamPoints(team, criterion, score)))
    return doing.changed


def _check_nothing_hangs_on_it(desk: Desk) -> None:
    """Refuse to replace teams, judges and criteria that something on the record refers to."""
    db = desk.file.db
    if ballot_rows.ballots(db) or ballot_rows.conflicts(db) or decision_rows.refers_to_set_up(db):
        raise DeskError(
            "This event already has ballots, conflicts of interest or decisions, so its set-up "
            "can’t be replaced. Create a new event."
        )


def look(desk: Desk) -> EventLook:
    """As it is; everybody may see it."""
    return programme_rows.look(desk.file.db)


def set_look(desk: Desk, actor: Actor, wanted: EventLook) -> Changed:
    """Give the event its colours and logos, which the caller has checked to be images."""
    with desk.doing(actor, SetLook, subjects.LOOK) as doing:
        doing.record(SetLook(wanted))
    return doing.changed


_BYTES = 4


def this_device() -> DeviceId:
    """This computer's id, made at random the first time it is asked for."""
    made = DeviceId(secrets.token_hex(_BYTES))
    try:
        kept = own_folder() / "device"
        if known := _known(kept):
            return known
        kept.write_text(made, encoding="ascii")
    except OSError:
        return made  # a computer that keeps nothing gets a new id each time
    return made


def _known(kept: Path) -> DeviceId | None:
    """The id that was kept; `None` where there is none, or half of one after a crash."""
    text = kept.read_bytes().strip() if kept.exists() else b""
    return DeviceId(text.decode()) if re.fullmatch(rb"[0-9a-f]{8}", text) else None
