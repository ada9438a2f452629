"""Undoing one's own last act, where no rule forbids it.

An undone act stays on the record; what undoes it is an entry of its own that puts the values
back as they were.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import get_args

from judging_app.desk.desk import Changed, Desk
from judging_app.domain import acts, subjects
from judging_app.domain.ballots import Ballot
from judging_app.domain.clock import Clock
from judging_app.domain.decisions import Penalty
from judging_app.domain.event import Scene
from judging_app.domain.ids import JudgeId
from judging_app.domain.journal import Entry
from judging_app.domain.look import NO_LOOK
from judging_app.domain.papers.certificates import PLAIN
from judging_app.domain.roles import Actor
from judging_app.domain.run_order import Slot
from judging_app.domain.set_up.rows import SetupChange, SetupRows
from judging_app.domain.set_up.rules import refusal
from judging_app.errors import DeskError
from judging_app.present.set_up.changes import change_words
from judging_app.store import journal, set_up_rows
from judging_app.store.bodies import act_of
from judging_app.words import counted

UNDONE = "Undone."

_CHANGE_SET_UP = acts.act_name(acts.ChangeSetUp)
_STEP_BY_STEP = frozenset({_CHANGE_SET_UP, acts.act_name(acts.ReviewComments)})
"""Of which more than the last can be undone, one after the other."""
_HAND_OUT = acts.act_name(acts.HandOutPin)
_MOST_STEPS = 400
"""Entries that are looked at for one to undo."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """An act that can be undone: its name, and what it was about, as the record says it.

    `count` is over 1 where it changed as many ballots at once, as when a judge leaves early.
    """

    act: str
    about: str
    count: int = 1
    what: str = ""
    """What it changed, where its name doesn't say."""


def undoable(desk: Desk, actor: Actor) -> Undoable | None:
    """The last thing that `actor` did, if it can be undone now."""
    entries = _last(desk, actor)
    if not entries:
        return None
    # What a ballot was before is looked up only when it is undone: a judge asks at every key.
    if _KINDS[entries[-1].act] is not _BALLOT and not _undoings(desk, entries):
        return None
    last = entries[-1]
    return Undoable(last.act, last.subject, len(entries), _what(last))


def _what(entry: Entry) -> str:
    if entry.act not in _STEP_BY_STEP:
        return ""
    match act_of(entry.act, entry.body):
        case acts.ChangeSetUp(before, after):
            return change_words(SetupChange(before, after))
        case acts.ReviewComments(after=after):
            return f"review of {counted(len(after), 'comment')}"
        case _:
            return ""


def undo(desk: Desk, actor: Actor) -> Changed:
    """Put back what one's own last act changed."""
    entries = _last(desk, actor)
    undoings = _undoings(desk, entries)
    if not undoings:
        raise DeskError("You have nothing to undo here.")
    # Who may add a judge may take back having added one, though no other change of the set-up.
    is_added = entries[-1].act == acts.act_name(acts.AddJudge)
    kind = acts.AddJudge if is_added else type(undoings[-1])
    with desk.doing(actor, kind, entries[-1].subject) as doing:
        for act in undoings:
            doing.record(act, UNDONE)
    return doing.changed


def _last(desk: Desk, actor: Actor) -> tuple[Entry, ...]:
    """What the newest act recorded, if it is this actor's own and can be undone at all.

    Anybody's later act ends it: what it changed may depend on the one before.
    """
    entry = journal.last_entry(desk.file.db)
    if entry is not None and entry.act == _HAND_OUT:
        entry = _before_handing_out(desk)
    if entry is not None and entry.act in _STEP_BY_STEP:
        entry = _last_step(desk, entry)
    if entry is not None and entry.act == acts.act_name(acts.SetPin):
        entry = _added_with_pin(desk, entry)
    if entry is None or entry.actor != actor.key or entry.reason == UNDONE:
        return ()
    if entry.act not in _KINDS:
        return ()
    if entry.act == acts.act_name(acts.RecuseJudge) and _follows_from_decision(desk, entry):
        return ()
    return _absences(desk, entry) if entry.act == acts.act_name(acts.MarkAbsent) else (entry,)


def _before_handing_out(desk: Desk) -> Entry | None:
    """The newest act but that of noting PINs, which changes nothing that hangs on an act before."""
    return next((one for one in reversed(desk.entries()) if one.act != _HAND_OUT), None)


def _added_with_pin(desk: Desk, last: Entry) -> Entry | None:
    """The judge that was added with this PIN; a PIN that was only changed has no undoing."""
    added = acts.act_name(acts.AddJudge)
    return next((entry for entry in _at_once(desk, last) if entry.act == added), None)


def _last_step(desk: Desk, last: Entry) -> Entry | None:
    """The newest act of the kind of `last` that isn't undone yet, step by step back from it.

    Of a table in which many cells are typed, more than the last one can be undone.
    """
    undone = 0
    for entry in reversed(journal.entries_since(desk.file.db, last.key.seq - _MOST_STEPS)):
        if (entry.act, entry.actor) != (last.act, last.actor):
            return None
        if entry.reason == UNDONE:
            undone += 1
        elif undone:
            undone -= 1
        else:
            return entry
    return None


def _absences(desk: Desk, last: Entry) -> tuple[Entry, ...]:
    """The absences that one act recorded, `last` the newest: one, or all of a judge who left."""
    judge, _ = subjects.judge_and_team(last.subject)
    together = [
        entry
        for entry in _at_once(desk, last)
        if (entry.actor, entry.act, entry.reason) == (last.actor, last.act, last.reason)
        and subjects.judge_and_team(entry.subject)[0] == judge
    ]
    by_subject = {entry.subject: entry for entry in together}
    return tuple(by_subject.values()) if last.reason else (last,)


def _follows_from_decision(desk: Desk, entry: Entry) -> bool:
    """Whether a decision on a conflict brought it about, and would be left without its effect."""
    conflict = subjects.conflict(*subjects.judge_and_team(entry.subject))
    return any(
        other.act == acts.act_name(acts.DecideConflict) and other.subject == conflict
        for other in _at_once(desk, entry)
    )


def _at_once(desk: Desk, last: Entry) -> tuple[Entry, ...]:
    """What the newest act recorded: all of one moment; at most a ballot a team, and one more."""
    before = last.key.seq - len(desk.setup().teams) - 1
    recent = journal.entries_since(desk.file.db, before)
    return tuple(entry for entry in recent if entry.at == last.at)


def _undoings(desk: Desk, entries: Sequence[Entry]) -> tuple[acts.Act, ...]:
    return tuple(act for entry in entries if (act := _undoing(desk, entry)) is not None)


def _undoing(desk: Desk, entry: Entry) -> acts.Act | None:
    """The act that puts back what `entry` changed, from the entry before it on the same thing."""
    act = act_of(entry.act, entry.body)
    earlier = _before(desk, entry)
    match act:
        case (
            acts.SaveBallot()
            | acts.MarkAbsent()
            | acts.RecuseJudge()
            | acts.ReinstateBallot()
            | acts.ReopenBallot()
        ):
            ballot = getattr(earlier, "ballot", Ballot(act.ballot.judge, act.ballot.team))
            return acts.RestoreBallot(ballot)
        case acts.SetRunOrder():
            return _order_before(desk, act, earlier)
        case acts.ChangeSetUp():
            return acts.ChangeSetUp(act.after, act.before)
        case acts.AddJudge():
            return _removal(desk, act.judge.id)
        case acts.RestoreTeam() | acts.ShowBoard() | acts.DropDecision() | acts.DecideAward():
            return earlier
        case _:
            return _undone_value(act, earlier)


def _removal(desk: Desk, judge: JudgeId) -> acts.ChangeSetUp | None:
    """What takes a judge off the panel, as long as nothing on the record refers to them."""
    db = desk.file.db
    rows = tuple(one for one in set_up_rows.placed(db).judges if one[1].id == judge)
    change = SetupChange(SetupRows(judges=rows), SetupRows())
    if not rows or refusal(change, desk.event().phase, set_up_rows.named_elsewhere(db)):
        return None
    return acts.ChangeSetUp(change.before, change.after)


def _as_declared(act: acts.Act, earlier: acts.Act | None) -> acts.Act | None:
    """What was declared before, be it when the event was made."""
    match act, earlier:
        case acts.DescribeEvent(), acts.CreateEvent(event):
            return acts.DescribeEvent(event.title, event.held_on, event.venue)
        case acts.DeclareMethod(), acts.CreateEvent(event):
            return acts.DeclareMethod(event.method, event.trims_by_criterion)
        case acts.DeclareTieBreaks(), None:
            return acts.DeclareTieBreaks(())
        case _:
            return earlier


def _order_before(desk: Desk, act: acts.SetRunOrder, earlier: acts.Act | None) -> acts.Act | None:
    """The run order before; never that before a lot, which would be drawn until it suits."""
    first = acts.SetRunOrder(tuple(Slot(team.id) for team in desk.setup().teams))
    before = earlier if isinstance(earlier, acts.SetRunOrder) else first
    return before if before.seed == act.seed else None


def _undone_value(act: acts.Act, earlier: acts.Act | None) -> acts.Act | None:
    """As `_undoing`, for acts that have something to go back to even if they were the first."""
    match act:
        case acts.ShowScene():
            return acts.ShowScene(
                earlier.scene if isinstance(earlier, acts.ShowScene) else Scene.HOLDING
            )
        case acts.SetPenalty():
            before = earlier.penalty.points if isinstance(earlier, acts.SetPenalty) else Fraction(0)
            return acts.SetPenalty(Penalty(act.penalty.team, before, UNDONE))
        case acts.ExcludeTeam():
            return (
                earlier
                if isinstance(earlier, acts.ExcludeTeam)
                else acts.RestoreTeam(act.exclusion.team)
            )
        case acts.ArrangeCertificates():
            return acts.ArrangeCertificates(
                earlier.plan if isinstance(earlier, acts.ArrangeCertificates) else PLAIN
            )
        case acts.SetClock():
            return acts.SetClock(earlier.clock if isinstance(earlier, acts.SetClock) else Clock())
        case _:
            return _undone_decision(act, earlier)


def _undone_decision(act: acts.Act, earlier: acts.Act | None) -> acts.Act | None:
    """The same, for what was decided about the result or declared of the event."""
    match act:
        case acts.SetLook():
            return acts.SetLook(earlier.look if isinstance(earlier, acts.SetLook) else NO_LOOK)
        case acts.AgreeScore(agreed):
            was = earlier.agreed.after if isinstance(earlier, acts.AgreeScore) else agreed.before
            return acts.AgreeScore(replace(agreed, after=was, reason=UNDONE))
        case acts.ReviewComments(before, after):
            return acts.ReviewComments(after, before)
        case acts.DecideOrder():
            return earlier if isinstance(earlier, acts.DecideOrder) else acts.DropDecision()
        case acts.DescribeEvent() | acts.DeclareMethod() | acts.DeclareTieBreaks():
            return _as_declared(act, earlier)
        case _:
            return None


def _before(desk: Desk, entry: Entry) -> acts.Act | None:
    """What the last entry of the same family, before `entry`, did to the same thing."""
    family, undone = _KINDS[entry.act], act_of(entry.act, entry.body)
    for earlier in reversed(journal.entries_about(desk.file.db, entry.subject)):
        if earlier.key < entry.key and earlier.act in family:
            act = act_of(earlier.act, earlier.body)
            if not _is_of_another(act, undone) and not (
                earlier.at == entry.at and _paused_to_move_on(act, undone)
            ):
                return act
    return None


def _is_of_another(before: acts.Act, after: acts.Act) -> bool:
    """Whether both are about one ballot, but about different criteria of it."""
    return (
        isinstance(before, acts.AgreeScore)
        and isinstance(after, acts.AgreeScore)
        and before.agreed.criterion != after.agreed.criterion
    )


def _paused_to_move_on(before: acts.Act, after: acts.Act) -> bool:
    """Whether the clock was paused only because its turn went to another part or team."""
    if not (isinstance(before, acts.SetClock) and isinstance(after, acts.SetClock)):
        return False
    was, now = before.clock, after.clock
    return not was.is_running and (was.team, was.part) != (now.team, now.part)


def _names(*kinds: type[acts.Act]) -> frozenset[str]:
    return frozenset(acts.act_name(kind) for kind in kinds)


_BALLOT = _names(*get_args(acts.BallotAct))
_KINDS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        _names(
            acts.SaveBallot,
            acts.MarkAbsent,
            acts.RecuseJudge,
            acts.ReinstateBallot,
            acts.ReopenBallot,
        ),
        _BALLOT,
    ),
    **dict.fromkeys(
        _names(acts.ExcludeTeam, acts.RestoreTeam), _names(acts.ExcludeTeam, acts.RestoreTeam)
    ),
    **dict.fromkeys(
        _names(acts.DecideOrder, acts.DropDecision), _names(acts.DecideOrder, acts.DropDecision)
    ),
    **{
        acts.act_name(kind): _names(kind, acts.CreateEvent)
        for kind in (acts.DescribeEvent, acts.DeclareMethod)
    },
    **{
        name: frozenset({name})
        for name in _names(
            acts.ShowScene,
            acts.ShowBoard,
            acts.SetRunOrder,
            acts.SetClock,
            acts.SetPenalty,
            acts.ChangeSetUp,
            acts.AddJudge,
            acts.SetLook,
            acts.AgreeScore,
            acts.DecideAward,
            acts.DeclareTieBreaks,
            acts.ArrangeCertificates,
            acts.ReviewComments,
        )
    },
}
"""The acts that can be undone, each with those that may have set what it changed."""

_SIGNED = "It is signed, or lets somebody in."
_BY_ITSELF = "It changes nothing that could be put back."
_OTHERWISE = "It is changed by doing it again, or by an act of its own that asks why."
_BINDING = "What a judge submitted, or two entries agree on, only the host reopens."
NOT_UNDONE: Mapping[type[acts.Act], str] = {
    **dict.fromkeys(
        (
            acts.OpenScoring,
            acts.CloseScoring,
            acts.ReopenScoring,
            acts.Publish,
            acts.AmendResult,
            acts.SetPin,
            acts.SetPassphrase,
            acts.ReleaseLockOut,
            acts.HandOutPin,
        ),
        _SIGNED,
    ),
    **dict.fromkeys(
        (
            acts.CreateEvent,
            acts.TrySignIn,
            acts.SignIn,
            acts.ConfirmPin,
            acts.SignOut,
            acts.TryPassphrase,
            acts.EnterPassphrase,
            acts.RestoreEvent,
            acts.AnnounceKey,
            acts.SignRecord,
            acts.Refuse,
            acts.RestoreBallot,
            acts.KeepPicture,
            acts.ScoreCalibration,
        ),
        _BY_ITSELF,
    ),
    **dict.fromkeys(
        (
            acts.SetUp,
            acts.DeclareAward,
            acts.EnterPoints,
            acts.BeginRehearsal,
            acts.ProveNames,
            acts.PlanReveal,
            acts.ConfirmReveal,
            acts.RehearseReveal,
            acts.Reveal,
            acts.DeclareConflict,
            acts.DecideConflict,
            acts.DropKeying,
            acts.DiscardCalibration,
            acts.SetDeleteOn,
        ),
        _OTHERWISE,
    ),
    acts.ForgetPeople: "What is forgotten is gone for good.",
    **dict.fromkeys(
        (acts.SubmitBallot, acts.SettleBallot, acts.KeySheet, acts.TakeInBallot), _BINDING
    ),
}
"""Every other act, each with the rule that forbids its undoing."""
