"""The clock of the pitches: whose turn it is, start, pause, nudge, correct, move on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from judging_app.desk.desk import Changed, Desk
from judging_app.desk.run_order import day_plan, run_order, withdrawn
from judging_app.domain import subjects
from judging_app.domain.acts import SetClock, act_name
from judging_app.domain.clock import Clock, ClockPart, PartTime
from judging_app.domain.event import Phase
from judging_app.domain.ids import TeamId
from judging_app.domain.roles import Actor
from judging_app.domain.run_order import DOORS_OPEN, Going, Moment, Slot, moments, timed
from judging_app.errors import DeskError
from judging_app.store import journal, programme_rows
from judging_app.store.bodies import act_of

_Move = Callable[[Clock, datetime, datetime], Clock]
"""From a clock, now as it counts, and the time of day, to the clock after it."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When each turn began or is expected, which ever began, and how late the next one will be.

    `late` is below zero where it is early, and `None` where nothing says when it was meant to be.
    """

    times: Mapping[TeamId, datetime]
    begun: frozenset[TeamId]
    late: timedelta | None


def clock(desk: Desk) -> Clock:
    """The clock as it is."""
    return programme_rows.clock(desk.file.db)


def counted_now(desk: Desk) -> datetime:
    """Now as the clock counts it, whatever the computer's clock was set to since it started.

    Of two claims about the time that has gone, a team is held to the smaller.
    """
    since = clock(desk).running_since
    return desk.now() if since is None else since + desk.timepiece.passed(since).least


def doubt(desk: Desk) -> timedelta:
    """How much longer it may have run, having run while the event was closed; 0 where it is sure.

    Below zero, by how much the computer's time of day claims that it was shorter.
    """
    since = clock(desk).running_since
    return timedelta(0) if since is None else desk.timepiece.passed(since).doubt


def next_team(desk: Desk) -> TeamId | None:
    """The team after the one whose turn it is, or the first while it is nobody's.

    A team that withdraws in its own turn keeps its place for this.
    """
    order = [slot.team for slot in run_order(desk)]
    now = clock(desk).team
    following = order[order.index(now) + 1 :] if now in order else order
    still_in = {slot.team for slot in slots(desk)}
    return next((team for team in following if team in still_in), None)


def start(desk: Desk, actor: Actor) -> Changed:
    """Let the clock count; with nobody's turn yet, the first team's pitch begins."""

    def started(clock: Clock, _now: datetime, time_of_day: datetime) -> Clock:
        begun = clock if clock.team else _first(desk)
        return begun.started(time_of_day)

    return _set(desk, actor, started)


def pause(desk: Desk, actor: Actor) -> Changed:
    """Pause the clock."""
    return _set(desk, actor, lambda clock, now, _: clock.paused(now))


def nudge(desk: Desk, actor: Actor, seconds: int) -> Changed:
    """Give more time, or take some."""
    return _set(desk, actor, lambda clock, *_: clock.nudged(seconds))


def put_right(desk: Desk, actor: Actor, left_s: int) -> Changed:
    """Say how many seconds are left, where the clock is wrong."""
    return _set(desk, actor, lambda clock, *times: clock.with_left(left_s, *times))


def go_on(desk: Desk, actor: Actor) -> Changed:
    """Go on to the questions, or to the next team's pitch; the clock waits to be started."""
    return _set(desk, actor, lambda clock, *_: _next(desk, clock))


def start_questions(desk: Desk, actor: Actor) -> Changed:
    """Go on from the pitch to the questions and let the clock count, in one act."""

    def asked(clock: Clock, _now: datetime, time_of_day: datetime) -> Clock:
        own = next((slot for slot in slots(desk) if slot.team == clock.team), None)
        if own is None or not own.questions_s or clock.part is not ClockPart.PITCH:
            raise DeskError("There are no questions to start. Call the next team.")
        return _part(own, ClockPart.QUESTIONS).started(time_of_day)

    return _set(desk, actor, asked)


def call(desk: Desk, actor: Actor, team: TeamId, part: ClockPart = ClockPart.PITCH) -> Changed:
    """Make it this team's turn, whatever the order says."""
    return _set(desk, actor, lambda *_: _part(_slot(desk, team), part))


def calling_next(desk: Desk) -> tuple[SetClock, ...]:
    """What makes it the next team's turn, for another act that brings it about."""
    team = next_team(desk)
    if team is None:
        return ()
    return _moves(desk, _part(_slot(desk, team), ClockPart.PITCH))


def times(desk: Desk) -> tuple[PartTime, ...]:
    """How long each part really took, in the order in which they were begun, from the record."""
    found: dict[tuple[TeamId, ClockPart], PartTime] = {}
    for entry in journal.entries_about(desk.file.db, subjects.CLOCK):
        if entry.act != act_name(SetClock):
            continue
        act = act_of(entry.act, entry.body)
        if isinstance(act, SetClock) and act.clock.team and act.clock.has_begun:
            _follow(found, act.clock, entry.time)
    now = clock(desk)
    if now.team and now.has_begun:
        _follow(found, now, counted_now(desk))
    return tuple(found.values())


def turn_times(desk: Desk) -> Mapping[TeamId, datetime]:
    """When each team's turn began, from the record, and when those to come are expected."""
    return _of_teams(day(desk))


def expected_turns(desk: Desk) -> Mapping[TeamId, datetime]:
    """When the team whose turn it is and those after it are expected, without the record read.

    As the day goes: from the end of the turn that is on, each turn as long as its slot. While it
    is nobody's turn, as it is planned.
    """
    return _of_teams(_day(desk, _going(desk, ())))


def day(desk: Desk) -> tuple[Moment, ...]:
    """Every line of the day: as it went, from the record, then as it is expected to go."""
    going, plan = _going(desk, times(desk)), day_plan(desk)
    begins = _begins(desk, going)
    if not going.began and begins is None:
        return _lines(desk)
    lines = timed(_lines(desk), plan.change_s, begins, going)
    if plan.begins is None or plan.doors is None or begins is None:
        return lines
    wait = timedelta(minutes=plan.begins - plan.doors)
    return (Moment(DOORS_OPEN, int(wait.total_seconds()), at=begins - wait), *lines)


def schedule(desk: Desk) -> Schedule:
    """The turns with their times of day, and how the day keeps its time.

    It should have gone as it was planned; where nobody said when it was to begin, as the first turn
    began.
    """
    going = _going(desk, times(desk))
    found = _of_teams(_day(desk, going)) if going.began or clock(desk).team else turn_times(desk)
    return Schedule(found, frozenset(going.began), _late(desk, going, found))


def _late(desk: Desk, going: Going, found: Mapping[TeamId, datetime]) -> timedelta | None:
    order = [slot.team for slot in slots(desk)]
    at = clock(desk).team
    if not going.began or at not in order or order.index(at) + 1 >= len(order):
        return None
    following, plan = order[order.index(at) + 1], day_plan(desk)
    begins = _begins(desk, going)
    is_as_planned = Going(going.now, is_today=False)
    meant = _of_teams(timed(_lines(desk), plan.change_s, begins or going.now, is_as_planned))
    if begins is None:
        if next(iter(going.began)) != order[0]:
            return None
        meant = {
            team: one + (going.began[order[0]] - meant[order[0]]) for team, one in meant.items()
        }
    return found[following] - meant[following]


def _lines(desk: Desk) -> tuple[Moment, ...]:
    return moments(day_plan(desk), run_order(desk), withdrawn(desk))


def _day(desk: Desk, going: Going) -> tuple[Moment, ...]:
    return timed(_lines(desk), day_plan(desk).change_s, _begins(desk, going), going)


def _begins(desk: Desk, going: Going) -> datetime | None:
    """When the day was to begin: on its day, or on that on which it really goes.

    One that goes hours off its plan, such as a rehearsal in the morning, begins as it goes.
    """
    plan, held_on = day_plan(desk), desk.event().held_on
    if plan.begins is None:
        return None
    team, first = next(iter(going.began.items()), (going.on, going.now))
    on = first.astimezone().date() if team or not held_on else held_on
    begins = datetime.combine(on, time(*divmod(plan.begins, 60))).astimezone(UTC)
    meant = _of_teams(timed(_lines(desk), plan.change_s, begins, Going(begins, is_today=False)))
    off = first - meant[team] if team and team in meant else timedelta()
    return begins if -_EARLIEST < off < _LATEST else begins + off


_EARLIEST, _LATEST = timedelta(minutes=30), timedelta(hours=3)
"""How far off its plan a day may begin and be that day."""


def _going(desk: Desk, parts: Sequence[PartTime]) -> Going:
    now, order, counted = clock(desk), slots(desk), counted_now(desk)
    own = next((slot for slot in order if slot.team == now.team), None)
    began: dict[TeamId, datetime] = {}
    ended: dict[TeamId, datetime] = {}
    for part in parts:
        began.setdefault(part.team, part.began)
        ended[part.team] = part.began + timedelta(seconds=part.gone_s)
    asked = own.questions_s if own and now.part is ClockPart.PITCH else 0
    left = max(now.left(counted), timedelta(0)) + timedelta(seconds=asked)
    is_on = own and (now.has_begun or now.part is ClockPart.QUESTIONS or own.team in began)
    free = counted + left if is_on else None
    event = desk.event()
    is_its_day = event.held_on == counted.astimezone().date()
    is_today = is_its_day if event.held_on else event.phase is not Phase.SETTING_UP
    is_today = is_today or bool(now.team)
    return Going(counted, began, ended, own.team if own else None, free, is_today)


def _of_teams(lines: Sequence[Moment]) -> Mapping[TeamId, datetime]:
    return {line.team: line.at for line in lines if line.team and line.at}


def _follow(found: dict[tuple[TeamId, ClockPart], PartTime], clock: Clock, at: datetime) -> None:
    if clock.team is None:
        return
    key = (clock.team, clock.part)
    began = found[key].began if key in found else at
    gone_s = int(clock.gone(at).total_seconds())
    found[key] = PartTime(*key, began, gone_s, clock.allotted_s)


def _set(desk: Desk, actor: Actor, moved: _Move) -> Changed:
    time_of_day = desk.now()
    with desk.doing(actor, SetClock, subjects.CLOCK) as doing:
        after = moved(clock(desk), counted_now(desk), time_of_day)
        for act in _moves(desk, after):
            doing.record(act)
    if after.running_since == time_of_day:
        desk.timepiece.mark(time_of_day)
    return doing.changed


def _moves(desk: Desk, after: Clock) -> tuple[SetClock, ...]:
    """From the clock as it is to `after`; one that runs is paused first if its part is over.

    Otherwise nobody would know how long that part took.
    """
    before = clock(desk)
    if (before.team, before.part) != (after.team, after.part) and before.is_running:
        return SetClock(before.paused(counted_now(desk))), SetClock(after)
    return (SetClock(after),)


def _first(desk: Desk) -> Clock:
    order = slots(desk)
    if not order:
        raise DeskError("No team is left to pitch. Add a team, or put one back.")
    return _part(order[0], ClockPart.PITCH)


def _next(desk: Desk, clock: Clock) -> Clock:
    if clock.part is ClockPart.PITCH:
        own = next((slot for slot in slots(desk) if slot.team == clock.team), None)
        if own is not None and own.questions_s:
            return _part(own, ClockPart.QUESTIONS)
    team = next_team(desk)
    if team is None:
        raise DeskError("That was the last team. To go back, choose a team from the run order.")
    return _part(_slot(desk, team), ClockPart.PITCH)


def _part(slot: Slot, part: ClockPart) -> Clock:
    return Clock(slot.team, part, slot.pitch_s if part is ClockPart.PITCH else slot.questions_s)


def _slot(desk: Desk, team: TeamId) -> Slot:
    for slot in slots(desk):
        if slot.team == team:
            return slot
    raise DeskError("This team isn’t going to pitch. Choose another team.")


def slots(desk: Desk) -> tuple[Slot, ...]:
    """The slots of the teams that pitch: not of one that withdrew."""
    gone = withdrawn(desk)
    return tuple(slot for slot in run_order(desk) if slot.team not in gone)
