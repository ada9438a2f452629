"""What the audience sees, in the tables: scene, board, run order, clock, colours, reveal."""

from collections.abc import Mapping

from sqlite_utils import Database

from judging_app.domain import acts
from judging_app.domain.clock import Clock
from judging_app.domain.event import Programme
from judging_app.domain.journal import Entry
from judging_app.domain.look import EventLook
from judging_app.domain.papers.certificates import PLAIN, CertificatePlan
from judging_app.domain.papers.pictures import KeptPicture
from judging_app.domain.reveal import RevealPlan, RevealStep
from judging_app.domain.run_order import NO_PLAN, DayPlan, Slot
from judging_app.store.apply import apply_act
from judging_app.store.event_rows import drop_reveal, freeze, set_event
from judging_app.store.rows import (
    cells,
    delete,
    insert,
    insert_in_order,
    parsed,
    put,
    read,
    rows,
    value,
)


def programme(db: Database) -> Programme:
    """What the projector shows."""
    return read(db, Programme, "SELECT * FROM event")[0]


def slots(db: Database) -> tuple[Slot, ...]:
    """The run order as it was set; empty while none is."""
    return read(db, Slot, "SELECT * FROM slot ORDER BY position")


def run_order_seed(db: Database) -> str:
    """The seed that the run order was drawn with; empty if it wasn't drawn."""
    return str(db.execute("SELECT run_order_seed FROM event").fetchone()[0])


def day_plan(db: Database) -> DayPlan:
    """What the day is planned to be beside the pitches."""
    return next(iter(read(db, DayPlan, "SELECT * FROM day_plan")), NO_PLAN)


def clock(db: Database) -> Clock:
    """The clock of the pitches as it was last set."""
    return next(iter(read(db, Clock, "SELECT * FROM clock")), Clock())


def look(db: Database) -> EventLook:
    """The event's colours and logos."""
    return next(iter(read(db, EventLook, "SELECT * FROM look")), EventLook())


def pictures(db: Database) -> Mapping[str, str]:
    """The pictures for papers by their code, in base64."""
    found = read(db, KeptPicture, "SELECT * FROM picture ORDER BY code")
    return {picture.code: picture.content for picture in found}


def certificate_plan(db: Database) -> CertificatePlan:
    """How certificates were arranged."""
    for row in rows(db, "SELECT * FROM certificate_plan"):
        return value(CertificatePlan, {**row, "design": parsed(row["design"])})
    return PLAIN


def reveal_plan(db: Database) -> RevealPlan | None:
    """The reveal as it was planned, if it was."""
    for row in rows(db, "SELECT * FROM reveal_plan"):
        steps = read(db, RevealStep, "SELECT * FROM reveal_step ORDER BY position")
        return value(RevealPlan, {**row, "steps": steps})
    return None


@apply_act.register
def _show_scene(act: acts.ShowScene, db: Database, _entry: Entry) -> None:
    set_event(db, scene=act.scene.value)
    if act.message is not None:
        set_event(db, message=act.message)


@apply_act.register
def _show_board(act: acts.ShowBoard, db: Database, _entry: Entry) -> None:
    set_event(db, board=act.board.value, form=act.form.value)
    freeze(db, act.frozen)


@apply_act.register
def _set_run_order(act: acts.SetRunOrder, db: Database, _entry: Entry) -> None:
    delete(db, "slot")
    insert_in_order(db, "slot", map(cells, act.slots))
    set_event(db, run_order_seed=act.seed)
    put(db, "day_plan", {"only_one": 1, **cells(act.day)})


@apply_act.register
def _set_clock(act: acts.SetClock, db: Database, _entry: Entry) -> None:
    put(db, "clock", {"only_one": 1, **cells(act.clock)})


@apply_act.register
def _set_look(act: acts.SetLook, db: Database, _entry: Entry) -> None:
    put(db, "look", {"only_one": 1, **cells(act.look)})


@apply_act.register
def _keep_picture(act: acts.KeepPicture, db: Database, _entry: Entry) -> None:
    put(db, "picture", cells(act.picture))


@apply_act.register
def _arrange_certificates(act: acts.ArrangeCertificates, db: Database, _entry: Entry) -> None:
    put(db, "certificate_plan", {"only_one": 1, **cells(act.plan)})


@apply_act.register
def _plan_reveal(act: acts.PlanReveal, db: Database, _entry: Entry) -> None:
    drop_reveal(db)
    if act.plan is not None:
        insert(db, "reveal_plan", {"only_one": 1, **cells(act.plan, "steps")})
        insert_in_order(db, "reveal_step", map(cells, act.plan.steps))


@apply_act.register
def _confirm_reveal(act: acts.ConfirmReveal, db: Database, _entry: Entry) -> None:
    set_event(db, confirmed_by=act.second.key)


@apply_act.register
def _rehearse_reveal(_act: acts.RehearseReveal, db: Database, entry: Entry) -> None:
    set_event(db, rehearsed_at=entry.at)


@apply_act.register
def _reveal(act: acts.Reveal, db: Database, _entry: Entry) -> None:
    set_event(db, revealed=act.revealed)
