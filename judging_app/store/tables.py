"""What the event's tables hold, as values; nothing is computed here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from sqlite_utils import Database

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Board, Event, Method, Phase
from judging_app.domain.ids import (
    ChallengeId,
    CriterionId,
    JudgeId,
    OrganisationId,
    ParticipantId,
    TeamId,
    VisitId,
)
from judging_app.domain.panel import Conflict, ConflictDecision, Judge
from judging_app.domain.people import Challenge, Organisation, Participant, Team, Visit
from judging_app.domain.roles import Actor, actor_from_key
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.domain.setup import Setup


@dataclass(frozen=True, slots=True)
class SignInRecord:
    """What is kept of someone's PIN and of wrong tries since the last right one."""

    pin_hash: str
    failures: int
    last_failure: datetime | None


def event(db: Database) -> Event:
    """The event itself."""
    row = db.execute(
        "SELECT title, held_on, venue, phase, method, board, trims_by_criterion FROM event"
    ).fetchone()
    title, held_on, venue, phase, method, board, trims_by_criterion = row
    return Event(
        title,
        date.fromisoformat(held_on) if held_on else None,
        venue,
        Phase(phase),
        Method(method),
        Board(board),
        bool(trims_by_criterion),
    )


def setup(db: Database) -> Setup:
    """Everything that is fixed before scoring."""
    return Setup(
        organisations=_organisations(db),
        teams=_teams(db),
        participants=_participants(db),
        challenges=_challenges(db),
        visits=_visits(db),
        rubric=_rubric(db),
        judges=_judges(db),
    )


def ballots(db: Database) -> Mapping[tuple[JudgeId, TeamId], Ballot]:
    """Every ballot that has ever been touched; one that isn't here is not started."""
    scores: dict[tuple[JudgeId, TeamId], dict[CriterionId, int]] = {}
    for judge, team, criterion, steps in db.execute(
        "SELECT judge_id, team_id, criterion_id, steps FROM score"
        " ORDER BY judge_id, team_id, criterion_id"
    ).fetchall():
        scores.setdefault((judge, team), {})[criterion] = steps
    rows = db.execute(
        "SELECT judge_id, team_id, state, for_team, for_panel, reason, keyed_by FROM ballot"
        " ORDER BY judge_id, team_id"
    ).fetchall()
    return {
        (judge, team): Ballot(
            judge, team, BallotState(state), scores.get((judge, team), {}), *words
        )
        for judge, team, state, *words in rows
    }


def ballot_states(db: Database) -> Mapping[BallotState, int]:
    """How many of the ballots that have ever been touched are in each state."""
    rows = db.execute("SELECT state, count(*) FROM ballot GROUP BY state").fetchall()
    return {BallotState(state): count for state, count in rows}


def ballot(db: Database, judge: JudgeId, team: TeamId) -> Ballot:
    """One ballot, not started where it was never touched."""
    rows = db.execute(
        "SELECT state, for_team, for_panel, reason, keyed_by FROM ballot"
        " WHERE judge_id = ? AND team_id = ?",
        [judge, team],
    ).fetchall()
    if not rows:
        return Ballot(judge, team)
    state, *words = rows[0]
    scores = db.execute(
        "SELECT criterion_id, steps FROM score WHERE judge_id = ? AND team_id = ?"
        " ORDER BY criterion_id",
        [judge, team],
    ).fetchall()
    return Ballot(judge, team, BallotState(state), dict(scores), *words)


def conflicts(db: Database) -> tuple[Conflict, ...]:
    """Every conflict of interest on the record."""
    rows = db.execute(
        "SELECT judge_id, team_id, why, decision, reason FROM conflict ORDER BY judge_id, team_id"
    ).fetchall()
    return tuple(
        Conflict(judge, team, why, ConflictDecision(decision), reason)
        for judge, team, why, decision, reason in rows
    )


def sign_in_record(db: Database, holder: Actor) -> SignInRecord | None:
    """What is kept of this holder's PIN, if they have one."""
    rows = db.execute(
        "SELECT pin_hash, failures, last_failure FROM sign_in WHERE holder = ?", [holder.key]
    ).fetchall()
    if not rows:
        return None
    pin_hash, failures, last_failure = rows[0]
    return SignInRecord(
        pin_hash, failures, datetime.fromisoformat(last_failure) if last_failure else None
    )


def holders(db: Database) -> tuple[Actor, ...]:
    """Everyone who has a PIN."""
    rows = db.execute("SELECT holder FROM sign_in ORDER BY holder").fetchall()
    return tuple(actor_from_key(holder) for (holder,) in rows)


def _organisations(db: Database) -> tuple[Organisation, ...]:
    rows = db.execute("SELECT id, name FROM organisation ORDER BY position").fetchall()
    return tuple(Organisation(OrganisationId(id_), name) for id_, name in rows)


def _teams(db: Database) -> tuple[Team, ...]:
    rows = db.execute("SELECT id, name FROM team ORDER BY position").fetchall()
    return tuple(Team(TeamId(id_), name) for id_, name in rows)


def _participants(db: Database) -> tuple[Participant, ...]:
    rows = db.execute(
        "SELECT id, name, email, sector, organisation_id, role, team_id FROM participant"
        " ORDER BY position"
    ).fetchall()
    return tuple(Participant(ParticipantId(id_), *rest) for id_, *rest in rows)


def _challenges(db: Database) -> tuple[Challenge, ...]:
    rows = db.execute(
        "SELECT id, title, owner_id, team_id FROM challenge ORDER BY position"
    ).fetchall()
    return tuple(Challenge(ChallengeId(id_), *rest) for id_, *rest in rows)


def _visits(db: Database) -> tuple[Visit, ...]:
    rows = db.execute(
        "SELECT id, host_id, held_on, team_id FROM visit ORDER BY position"
    ).fetchall()
    return tuple(
        Visit(VisitId(id_), host, date.fromisoformat(held_on), team)
        for id_, host, held_on, team in rows
    )


def _rubric(db: Database) -> Rubric:
    rows = db.execute(
        "SELECT id, title, weight, lowest, highest, step, kind, is_inverted, section,"
        " needs_comment, levels FROM criterion ORDER BY position"
    ).fetchall()
    return Rubric(tuple(_criterion(*row) for row in rows))


def _criterion(
    id_: str,
    title: str,
    weight: str,
    lowest: int,
    highest: int,
    step: str,
    kind: str,
    is_inverted: int,
    section: str,
    needs_comment: int,
    levels: str,
) -> Criterion:
    return Criterion(
        CriterionId(id_),
        title,
        Fraction(weight),
        lowest,
        highest,
        Fraction(step),
        CriterionKind(kind),
        is_inverted=bool(is_inverted),
        section=section,
        needs_comment=bool(needs_comment),
        levels=tuple(Level(score, text) for score, text in json.loads(levels)),
    )


def _judges(db: Database) -> tuple[Judge, ...]:
    rows = db.execute(
        "SELECT id, name, title, organisation_id, sector FROM judge ORDER BY position"
    ).fetchall()
    return tuple(Judge(JudgeId(id_), *rest) for id_, *rest in rows)
