"""What the judge who is signed in has before them, asked of the desk."""

from judging_app.desk import ballots, calibration, clock, conflicts, decisions, run_order
from judging_app.desk.keeping.elsewhere import trouble
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Phase
from judging_app.domain.ids import JudgeId
from judging_app.domain.panel import ConflictDecision
from judging_app.present.host.run_order import minutes
from judging_app.present.judge.desk import Around, JudgeDeskView, judge_desk
from ui.day import Day


def own_ballots(day: Day, judge: JudgeId) -> tuple[Ballot, ...]:
    """The judge's ballots in the order of the pitches."""
    desk = day.desk
    places = {slot.team: at for at, slot in enumerate(run_order.run_order(desk))}
    own = ballots.ballots_of(desk, day.actor, judge)
    return tuple(sorted(own, key=lambda one: places.get(one.team, len(places))))


def own_desk(day: Day, judge: JudgeId) -> JudgeDeskView:
    """The judge's teams with everything that bears on them."""
    desk, own = day.desk, own_ballots(day, judge)
    return judge_desk(desk.event(), desk.setup(), judge, own, _around(day, judge, own))


def _around(day: Day, judge: JudgeId, own: tuple[Ballot, ...]) -> Around:
    desk, actor = day.desk, day.actor
    is_early = desk.event().phase is Phase.SETTING_UP
    declared = conflicts.of_judge(desk, actor, judge)
    return Around(
        order=[one.team for one in own],
        clock=clock.clock(desk),
        next_team=clock.next_team(desk),
        times=clock.expected_turns(desk),
        slots={
            one.team: f"{minutes(one.pitch_s)}, questions {minutes(one.questions_s)}"
            for one in run_order.run_order(desk)
        },
        receipts=ballots.receipts_of(desk, actor, judge),
        submitted=ballots.submitted_at(desk, actor, judge),
        waiting=frozenset(
            one.team for one in declared if one.decision is ConflictDecision.UNDECIDED
        ),
        declared=frozenset(one.team for one in declared),
        exclusions=decisions.exclusions(desk),
        practice=calibration.own(desk, actor, judge) if is_early else None,
        saves=not desk.is_read_only and not trouble(desk),
    )
