"""What the tables hold of the room: programme, run order, clock, look, reveal, editions."""

import json
from datetime import datetime
from fractions import Fraction

from sqlite_utils import Database

from judging_app.domain.clock import Clock, ClockPart
from judging_app.domain.event import BoardForm, Programme, Scene
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.look import EventLook
from judging_app.domain.reveal import (
    RevealKind,
    RevealPlan,
    RevealStep,
    RunningPlace,
    StepKind,
)
from judging_app.domain.run_order import Slot
from judging_app.domain.standings import Edition, Exclusion, Standing
from judging_app.store.applied import FROZEN


def programme(db: Database) -> Programme:
    """What the projector shows."""
    scene, revealed, form, message, confirmed_by, rehearsed_at = db.execute(
        "SELECT scene, revealed, form, message, confirmed_by, rehearsed_at FROM event"
    ).fetchone()
    return Programme(
        Scene(scene), revealed, BoardForm(form), message, confirmed_by, _time(rehearsed_at)
    )


def slots(db: Database) -> tuple[Slot, ...]:
    """The run order as it was set; empty while none is."""
    rows = db.execute("SELECT team_id, pitch_s, questions_s FROM slot ORDER BY position").fetchall()
    return tuple(Slot(TeamId(team), pitch, questions) for team, pitch, questions in rows)


def run_order_seed(db: Database) -> str:
    """The seed that the run order was drawn with; empty if it wasn't drawn."""
    return str(db.execute("SELECT run_order_seed FROM event").fetchone()[0])


def clock(db: Database) -> Clock:
    """The clock of the pitches as it was last set."""
    rows = db.execute(
        "SELECT team_id, part, allotted_s, gone_ms, running_since FROM clock"
    ).fetchall()
    if not rows:
        return Clock()
    team, part, allotted_s, gone_ms, running_since = rows[0]
    return Clock(team, ClockPart(part), allotted_s, gone_ms, _time(running_since))


def look(db: Database) -> EventLook:
    """The event's colours and logo."""
    rows = db.execute("SELECT band, accent, logo FROM look").fetchall()
    return EventLook(*rows[0]) if rows else EventLook()


def frozen_standings(db: Database) -> tuple[Standing, ...]:
    """The standings that a frozen board goes on showing."""
    return _kept_standings(db, FROZEN)


def editions(db: Database) -> tuple[Edition, ...]:
    """The editions of the result, the one being made last."""
    rows = db.execute("SELECT number, why, agreed_by FROM edition ORDER BY number").fetchall()
    return tuple(
        Edition(number, _kept_standings(db, number), why, agreed_by)
        for number, why, agreed_by in rows
    )


def reveal_plan(db: Database) -> RevealPlan | None:
    """The reveal as it was planned, if it was."""
    rows = db.execute("SELECT kind, top, names_judges FROM reveal_plan").fetchall()
    if not rows:
        return None
    kind, top, names_judges = rows[0]
    steps = db.execute(
        "SELECT kind, place, teams, award_id, part, running FROM reveal_step ORDER BY position"
    ).fetchall()
    return RevealPlan(
        RevealKind(kind), tuple(_step(*row) for row in steps), top, bool(names_judges)
    )


def _step(
    kind: str, place: int | None, teams: str, award: str | None, part: str, running: str
) -> RevealStep:
    return RevealStep(
        StepKind(kind),
        place,
        tuple(TeamId(team) for team in json.loads(teams)),
        AwardId(award) if award else None,
        part,
        tuple(
            RunningPlace(TeamId(team), at, None if score is None else Fraction(score))
            for team, at, score in json.loads(running)
        ),
    )


def _kept_standings(db: Database, number: int) -> tuple[Standing, ...]:
    rows = db.execute(
        "SELECT team_id, place, is_tied, score, ballots, expected, exclusion, penalty"
        " FROM kept_standing WHERE edition = ? ORDER BY position",
        [number],
    ).fetchall()
    return tuple(_standing(*row) for row in rows)


def _standing(
    team: str,
    place: int | None,
    is_tied: int,
    score: str | None,
    ballots: int,
    expected: int,
    exclusion: str | None,
    penalty: str,
) -> Standing:
    return Standing(
        TeamId(team),
        place,
        bool(is_tied),
        None if score is None else Fraction(score),
        ballots,
        expected,
        Exclusion(exclusion) if exclusion else None,
        Fraction(penalty),
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
