"""A dress rehearsal: a copy of the event on which a whole day is played by the acts of the day."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from judging_app import files
from judging_app.closed_sets import complete
from judging_app.desk import ballots, clock, decisions, panel, projector, run_order, scoring
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.events import open_event
from judging_app.desk.keeping.copies import REHEARSALS
from judging_app.desk.result import settled
from judging_app.desk.rights import check_act
from judging_app.domain.acts import BeginRehearsal
from judging_app.domain.ballots import BallotState, ballot_key
from judging_app.domain.event import Method, Scene
from judging_app.domain.ids import JudgeId
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.domain.set_up.invented import InventedPanel
from judging_app.errors import MethodError
from judging_app.paths import own_folder
from judging_app.planning.dress_rehearsal import Happening, Moment, invented_moments
from judging_app.planning.rehearsal import drawn
from judging_app.store import journal
from judging_app.store.keeping.copies import take
from judging_app.words import counted

Again: TypeAlias = Callable[[], Desk]

WHY_LEFT, WHY_CLOSED = "Had to leave (invented).", "A rehearsal."


@dataclass(frozen=True, slots=True)
class Went:
    """How a moment went, in words; `is_well` where nobody has to look at it."""

    words: str
    is_well: bool = True


def begin(desk: Desk, actor: Actor) -> Path:
    """Make a copy of the open event to rehearse on, in place of an earlier one; the answer is it.

    The event itself is only read.

    Raises:
        DeskError: if scoring has opened, or the copy can't be written.
    """
    check_act(actor, BeginRehearsal, desk.event().phase)
    folder = own_folder() / REHEARSALS
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{desk.file.path.stem} (rehearsal){desk.file.path.suffix}"
    throw_away(path)
    files.save(path, morning(desk))
    copy = open_event(path)
    try:
        mark(copy, ORGANISER)
    finally:
        copy.close()
    return path


def mark(desk: Desk, actor: Actor) -> Changed:
    """Say on the record of a copy that it is one to rehearse on."""
    with desk.doing(actor, BeginRehearsal) as doing:
        doing.record(BeginRehearsal())
    return doing.changed


def throw_away(path: Path) -> None:
    """Delete a rehearsal with all that lies beside it."""
    for one in path.parent.iterdir():
        if one.name.startswith(path.name) and one.is_file():
            one.unlink()


def digest_of(path: Path) -> str:
    """What the bytes of a file come to, to see that nothing of it changed."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def moments(desk: Desk, wanted: InventedPanel) -> tuple[Moment, ...]:
    """The day that is played, without the ballots that a conflict of interest closes."""
    closed = {
        ballot_key(one)
        for one in ballots.every_ballot(desk).values()
        if one.state in (BallotState.RECUSED, BallotState.ABSENT)
        or ballots.has_open_conflict(desk, one.judge, one.team)
    }
    return invented_moments(desk.recorded_setup(), run_order.run_order(desk), wanted, closed)


def play(desk: Desk, moment: Moment, again: Again) -> Went:
    """Let a moment happen, by the acts that anybody would do on the day.

    `again` closes the copy and opens it, as after the laptop went off.

    Raises:
        DeskError: if the day refuses it.
    """
    return _PLAYED[moment.what](desk, moment, again)


def morning(desk: Desk) -> bytes:
    """The copy as it is before it is played, to begin again from."""
    return take(desk.file.db, desk.file.path, desk.now()).snapshot().content


def last_change(desk: Desk) -> Changed:
    """The last entry of the record, for the screens that follow it."""
    last = journal.last_entry(desk.file.db)
    return Changed(() if last is None else (last,))


def winners(desk: Desk) -> Mapping[Method, tuple[str, ...]]:
    """Who would be first on the played day by each method; nobody where one gives no result."""
    names = {team.id: team.name for team in desk.setup().teams}
    found: dict[Method, tuple[str, ...]] = {}
    for method in Method:
        try:
            standings = settled(desk, method).standings
        except MethodError:
            found[method] = ()
        else:
            found[method] = tuple(names[one.team] for one in standings if one.place == 1)
    return found


def _open(desk: Desk, _moment: Moment, _again: Again) -> Went:
    scoring.open_scoring(desk, HOST)
    return Went(f"{counted(len(desk.setup().judges), 'judge')} can score")


def _call(desk: Desk, moment: Moment, _again: Again) -> Went:
    assert moment.team is not None  # noqa: S101 - by how moments are made
    clock.call(desk, HOST, moment.team)
    clock.start(desk, HOST)
    projector.show_scene(desk, HOST, Scene.NOW_PITCHING)
    return Went("on time")


def _submit(desk: Desk, moment: Moment, _again: Again) -> Went:
    judge, team = _judge(moment), moment.team
    assert team is not None  # noqa: S101 - by how moments are made
    actor = Actor(Role.JUDGE, judge)
    for criterion, steps in moment.scores.items():
        ballots.score(desk, actor, judge, team, criterion, steps)
    if any(one.needs_comment for one in desk.setup().rubric.judged):
        ballots.comment(desk, actor, judge, team, "Invented for the rehearsal.", "")
    ballots.submit(desk, actor, judge, team)
    return Went("submitted")


def _arrive(desk: Desk, moment: Moment, _again: Again) -> Went:
    owed = {team for judge, team in scoring.owed_ballots(desk) if judge == moment.judge}
    order, now = [one.team for one in run_order.run_order(desk)], clock.clock(desk).team
    behind = len(owed & set(order[: order.index(now)])) if now in order else 0
    return Went(f"{counted(behind, 'team')} to catch up on, shown to them")


def _leave(desk: Desk, moment: Moment, _again: Again) -> Went:
    panel.leave_early(desk, HOST, _judge(moment), WHY_LEFT)
    return Went("marked absent for the rest", is_well=False)


def _unplug(desk: Desk, _moment: Moment, _again: Again) -> Went:
    projector.show_scene(desk, HOST, Scene.HOLDING)
    return Went("nothing on the host’s screen")


def _restart(desk: Desk, _moment: Moment, again: Again) -> Went:
    """Compare what was saved with what is there after the file was opened again."""
    before = {key: one.scores for key, one in ballots.every_ballot(desk).items()}
    after = {key: one.scores for key, one in ballots.every_ballot(again()).items()}
    scores = sum(len(one) for one in before.values())
    lost = sum(len(one) for key, one in before.items() if after.get(key) != one)
    return Went(f"{lost} of {counted(scores, 'score')} lost", is_well=not lost)


def _close(desk: Desk, _moment: Moment, _again: Again) -> Went:
    setup = desk.setup()
    for team in setup.teams:
        for one in setup.rubric.by_organiser:
            given = one.lowest + drawn(one.highest - one.lowest + 1, team.id, one.id)
            decisions.enter_points(desk, ORGANISER, team.id, one.id, given)
    to_come = len(scoring.owed_ballots(desk))
    scoring.close_scoring(desk, HOST, WHY_CLOSED if to_come else "")
    said = f"{counted(to_come, 'ballot')} missing" if to_come else "every ballot is in"
    return Went(said, is_well=not to_come)


def _publish(desk: Desk, _moment: Moment, _again: Again) -> Went:
    scoring.publish(desk, ORGANISER)
    return Went("the result is published, in the copy alone")


def _went(words: str, *, is_well: bool = True) -> Callable[[Desk, Moment, Again], Went]:
    return lambda _desk, _moment, _again: Went(words, is_well)


def _judge(moment: Moment) -> JudgeId:
    assert moment.judge is not None  # noqa: S101 - by how moments are made
    return moment.judge


_PLAYED: Mapping[Happening, Callable[[Desk, Moment, Again], Went]] = complete(
    {
        Happening.OPEN: _open,
        Happening.CALL: _call,
        Happening.OVER: _went("the clock is red; the host thanks them", is_well=False),
        Happening.BALLOT: _submit,
        Happening.ARRIVES: _arrive,
        Happening.LEAVES: _leave,
        Happening.CABLE_OUT: _unplug,
        Happening.CABLE_IN: _went("the holding slide is on"),
        Happening.RESTART: _restart,
        Happening.CLOSE: _close,
        Happening.DECIDE: _publish,
    }
)
"""What makes each of them happen."""
