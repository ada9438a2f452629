"""What the acts about the room do to the tables: scenes, board, clock, run order, reveal, look."""

from sqlite_utils import Database

from judging_app.domain.acts import (
    ConfirmReveal,
    PlanReveal,
    RehearseReveal,
    Reveal,
    SetClock,
    SetLook,
    SetRunOrder,
    ShowBoard,
    ShowScene,
)
from judging_app.domain.journal import Entry, canonical
from judging_app.domain.reveal import RevealPlan, RevealStep
from judging_app.store.applied import (
    FROZEN,
    apply_act,
    drop_reveal,
    keep_standings,
    set_event,
)


@apply_act.register
def _(act: ShowScene, db: Database, _entry: Entry) -> None:
    set_event(db, "scene", act.scene.value)
    if act.message is not None:
        set_event(db, "message", act.message)


@apply_act.register
def _(act: ShowBoard, db: Database, _entry: Entry) -> None:
    set_event(db, "board", act.board.value)
    set_event(db, "form", act.form.value)
    keep_standings(db, FROZEN, act.frozen)


@apply_act.register
def _(act: SetRunOrder, db: Database, _entry: Entry) -> None:
    db.execute("DELETE FROM slot")
    for position, slot in enumerate(act.slots, 1):
        db.execute(
            "INSERT INTO slot VALUES (?, ?, ?, ?)",
            [position, slot.team, slot.pitch_s, slot.questions_s],
        )
    set_event(db, "run_order_seed", act.seed)


@apply_act.register
def _(act: SetClock, db: Database, _entry: Entry) -> None:
    clock = act.clock
    row = {
        "only_one": 1,
        "team_id": clock.team,
        "part": clock.part.value,
        "allotted_s": clock.allotted_s,
        "gone_ms": clock.gone_ms,
        "running_since": clock.running_since.isoformat() if clock.running_since else None,
    }
    db.table("clock").insert(row, replace=True)


@apply_act.register
def _(act: SetLook, db: Database, _entry: Entry) -> None:
    look = act.look
    row = {"only_one": 1, "band": look.band, "accent": look.accent, "logo": look.logo}
    db.table("look").insert(row, replace=True)


@apply_act.register
def _(act: PlanReveal, db: Database, _entry: Entry) -> None:
    drop_reveal(db)
    if act.plan is not None:
        _write_plan(db, act.plan)


def _write_plan(db: Database, plan: RevealPlan) -> None:
    db.execute(
        "INSERT INTO reveal_plan VALUES (1, ?, ?, ?)",
        [plan.kind.value, plan.top, int(plan.names_judges)],
    )
    for position, step in enumerate(plan.steps, 1):
        db.execute("INSERT INTO reveal_step VALUES (?, ?, ?, ?, ?, ?, ?)", [position, *_step(step)])


def _step(step: RevealStep) -> list[object]:
    running = [
        [one.team, one.place, None if one.score is None else str(one.score)] for one in step.running
    ]
    return [
        step.kind.value,
        step.place,
        canonical(list(step.teams)),
        step.award,
        step.part,
        canonical(running),
    ]


@apply_act.register
def _(act: ConfirmReveal, db: Database, _entry: Entry) -> None:
    set_event(db, "confirmed_by", act.second.key)


@apply_act.register
def _(_act: RehearseReveal, db: Database, entry: Entry) -> None:
    set_event(db, "rehearsed_at", entry.at)


@apply_act.register
def _(act: Reveal, db: Database, _entry: Entry) -> None:
    set_event(db, "revealed", act.revealed)
