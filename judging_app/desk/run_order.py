"""The run order: as it is, drawn by lot, or moved by hand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from judging_app.desk.desk import Changed, Desk
from judging_app.domain import subjects
from judging_app.domain.acts import SetRunOrder
from judging_app.domain.ids import TeamId
from judging_app.domain.names import remark, tidy
from judging_app.domain.roles import Actor
from judging_app.domain.run_order import DayPlan, Slot, check_run_order
from judging_app.domain.standings import Exclusion
from judging_app.errors import DeskError
from judging_app.planning.draw import drawn_order
from judging_app.store import decision_rows, programme_rows


def run_order(desk: Desk) -> tuple[Slot, ...]:
    """Every team's slot; teams that no order names are last, as they are in the set-up.

    They have the times that most others have.
    """
    slots = programme_rows.slots(desk.file.db)
    named = {slot.team for slot in slots}
    times = Counter((slot.pitch_s, slot.questions_s) for slot in slots).most_common(1)
    usual = times[0][0] if times else ()
    left = (team.id for team in desk.setup().teams if team.id not in named)
    return (*slots, *(Slot(team, *usual) for team in left))


def seed(desk: Desk) -> str:
    """What the order was drawn by; empty if it wasn't drawn by lot."""
    return programme_rows.run_order_seed(desk.file.db)


def day_plan(desk: Desk) -> DayPlan:
    """When the day is to begin, and what is in it beside the pitches.

    What comes after the last pitch does so too where a team was added since.
    """
    plan = programme_rows.day_plan(desk.file.db)
    placed, teams = len(programme_rows.slots(desk.file.db)), len(desk.setup().teams)
    if not placed or teams <= placed:
        return plan
    entries = (replace(one, after=teams) if one.after >= placed else one for one in plan.entries)
    return replace(plan, entries=tuple(entries))


def is_drawn(desk: Desk) -> bool:
    """Whether the order was drawn by lot, so that another needs a reason."""
    return bool(seed(desk))


def is_as_drawn(desk: Desk) -> bool:
    """Whether the words of the draw still give the order: it was not moved by hand since."""
    slots = run_order(desk)
    try:
        found = drawn_order(slots, seed(desk), day_plan(desk), withdrawn(desk))
    except DeskError:  # wishes were added that no order meets
        return False
    return is_drawn(desk) and _teams(found) == _teams(slots)


def withdrawn(desk: Desk) -> frozenset[TeamId]:
    """The teams that keep their place in the order and don't pitch."""
    return frozenset(
        one.team
        for one in decision_rows.exclusions(desk.file.db)
        if one.exclusion is Exclusion.WITHDRAWN
    )


def added(desk: Desk) -> tuple[TeamId, ...]:
    """The teams that came after the order was drawn by lot: the draw didn’t place them."""
    if not is_drawn(desk):
        return ()
    named = {slot.team for slot in programme_rows.slots(desk.file.db)}
    return tuple(team.id for team in desk.setup().teams if team.id not in named)


def draw(desk: Desk, actor: Actor, by: str, reason: str = "") -> Changed:
    """Draw the order by lot; the same words `by` and teams give the same order anywhere."""
    with desk.doing(actor, SetRunOrder, subjects.RUN_ORDER) as doing:
        if not (said := remark(by)):
            raise DeskError("Type words or a number for the draw, so that anyone can repeat it.")
        plan = day_plan(desk)
        slots = drawn_order(run_order(desk), said, plan, withdrawn(desk))
        doing.record(SetRunOrder(slots, said, plan), _reason(desk, reason))
    return doing.changed


def set_run_order(
    desk: Desk,
    actor: Actor,
    slots: Sequence[Slot],
    reason: str = "",
    plan: DayPlan | None = None,
) -> Changed:
    """Put the order, the times and, if there is one, the plan of the day as they are given."""
    with desk.doing(actor, SetRunOrder, subjects.RUN_ORDER) as doing:
        wanted = tuple(slots)
        check_run_order(wanted, tuple(team.id for team in desk.setup().teams))
        moves = _teams(wanted) != _teams(run_order(desk))
        why = _reason(desk, reason) if moves else remark(reason)
        day = _checked(plan, wanted) if plan else day_plan(desk)
        doing.record(SetRunOrder(wanted, seed(desk), day), why)
    return doing.changed


def plan_day(desk: Desk, actor: Actor, plan: DayPlan) -> Changed:
    """Say when the day begins and what is in it beside the pitches; the order stays."""
    return set_run_order(desk, actor, run_order(desk), plan=plan)


def _checked(plan: DayPlan, slots: tuple[Slot, ...]) -> DayPlan:
    """The plan as it is kept: texts tidied, entries in their order, no wish of nobody."""
    entries = sorted(plan.entries, key=lambda one: one.after)
    teams = _teams(slots)
    return replace(
        plan,
        entries=tuple(
            replace(one, title=tidy(one.title), after=min(one.after, len(slots))) for one in entries
        ),
        wishes=tuple(replace(w, why=remark(w.why)) for w in plan.wishes if w.team in teams),
    )


def _reason(desk: Desk, reason: str) -> str:
    said = remark(reason)
    if is_drawn(desk) and not said:
        raise DeskError("The order was drawn by lot. Give a reason to change it.")
    return said


def _teams(slots: Sequence[Slot]) -> list[TeamId]:
    return [slot.team for slot in slots]
