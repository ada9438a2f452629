"""The panel on the day: a judge who walks in, and one who leaves early."""

from collections.abc import Iterable
from dataclasses import dataclass

from judging_app import pins
from judging_app.desk.ballots import absence, every_ballot
from judging_app.desk.desk import Changed, Desk
from judging_app.domain import subjects
from judging_app.domain.acts import AddJudge, MarkAbsent, SetPin
from judging_app.domain.ballots import BallotState
from judging_app.domain.ids import JudgeId
from judging_app.domain.names import remark, same_name, tidy, tidy_name
from judging_app.domain.panel import Judge
from judging_app.domain.roles import PIN_DIGITS, Actor, Role
from judging_app.errors import DeskError, UnknownError


@dataclass(frozen=True, slots=True)
class WalkIn:
    """A judge who was added, and the PIN that is shown this once."""

    judge: Judge
    pin: str
    changed: Changed


def add_judge(
    desk: Desk, actor: Actor, name: str, title: str = "", pin: str | None = None
) -> WalkIn:
    """Add a judge to the panel with a PIN of their own; with no `pin`, one at random.

    The judge owes a ballot for every team from then on.
    """
    with desk.doing(actor, AddJudge) as doing:
        setup = desk.recorded_setup()
        judge = Judge(_free_id(one.id for one in setup.judges), tidy_name(name), tidy(title))
        if any(same_name(judge.name, one.name) for one in setup.judges):
            raise DeskError(
                f"{judge.name} is already on the panel. Add an initial or an organisation to the "
                "name."
            )
        given = pin or pins.new_pin()
        if not pins.is_pin(given):
            raise DeskError(f"A PIN has {PIN_DIGITS} digits from 0 to 9. Choose another.")
        doing.record(AddJudge(judge))
        doing.record(SetPin(Actor(Role.JUDGE, judge.id), pins.pin_hash(given)))
    return WalkIn(judge, given, doing.changed)


def leave_early(desk: Desk, actor: Actor, judge: JudgeId, reason: str) -> Changed:
    """Mark a judge absent for every team for which they have not submitted a ballot."""
    with desk.doing(actor, MarkAbsent, subjects.judge(judge)) as doing:
        if judge not in {one.id for one in desk.setup().judges}:
            raise UnknownError(f"There is no judge “{judge}” in this event. Check the code.")
        if not (said := remark(reason)):
            raise DeskError("Say why the judge is leaving. The reason stays on the record.")
        owed = [
            one
            for one in every_ballot(desk).values()
            if one.judge == judge and one.state in (BallotState.NOT_STARTED, BallotState.DRAFT)
        ]
        if not owed:
            raise DeskError(
                "This judge has no ballots still to come, so there is nothing to mark absent."
            )
        for one in owed:
            doing.record(absence(one, said), said)
    return doing.changed


def _free_id(taken: Iterable[JudgeId]) -> JudgeId:
    used = set(taken)
    number = len(used) + 1
    while JudgeId(f"J{number}") in used:
        number += 1
    return JudgeId(f"J{number}")
