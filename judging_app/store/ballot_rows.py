"""Ballots, conflicts of interest and reviewed comments in the tables."""

from collections.abc import Mapping
from dataclasses import replace

from sqlite_utils import Database

from judging_app.domain.acts import (
    BallotAct,
    ConflictAct,
    MarkAbsent,
    RecuseJudge,
    ReviewComments,
    SettleBallot,
)
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.journal import Entry, EntryKey
from judging_app.domain.panel import Conflict
from judging_app.domain.papers.comments import CommentReview
from judging_app.store.apply import apply_act
from judging_app.store.rows import cells, delete, insert, put, read, rows
from judging_app.store.sheet_rows import drop_keyings


def ballots(db: Database) -> Mapping[tuple[JudgeId, TeamId], Ballot]:
    """Every ballot that has ever been touched; one that isn't here is not started."""
    scores: dict[tuple[JudgeId, TeamId], dict[CriterionId, int]] = {}
    for judge, team, criterion, steps in db.execute(
        "SELECT judge, team, criterion, steps FROM score ORDER BY judge, team, criterion"
    ).fetchall():
        scores.setdefault((judge, team), {})[criterion] = steps
    found = read(db, Ballot, "SELECT * FROM ballot ORDER BY judge, team")
    by_key = {(ballot.judge, ballot.team): ballot for ballot in found}
    return {key: replace(one, scores=scores.get(key, {})) for key, one in by_key.items()}


def ballot_states(db: Database) -> Mapping[BallotState, int]:
    """How many of the ballots that have ever been touched are in each state."""
    found = db.execute("SELECT state, count(*) FROM ballot GROUP BY state").fetchall()
    return {BallotState(state): count for state, count in found}


def ballot(db: Database, judge: JudgeId, team: TeamId) -> Ballot:
    """One ballot, not started where it was never touched."""
    found = read(db, Ballot, "SELECT * FROM ballot WHERE judge = ? AND team = ?", judge, team)
    scores = db.execute(
        "SELECT criterion, steps FROM score WHERE judge = ? AND team = ? ORDER BY criterion",
        [judge, team],
    ).fetchall()
    return replace(found[0], scores=dict(scores)) if found else Ballot(judge, team)


def conflicts(db: Database) -> tuple[Conflict, ...]:
    """Every conflict of interest on the record."""
    return read(db, Conflict, "SELECT * FROM conflict ORDER BY judge, team")


def comments_for_teams(db: Database) -> Mapping[tuple[JudgeId, TeamId], str]:
    """What was written for teams in ballots that count."""
    found = rows(
        db,
        "SELECT judge, team, for_team FROM ballot WHERE state = ? AND for_team <> ''",
        BallotState.SUBMITTED.value,
    )
    return {
        (JudgeId(str(one["judge"])), TeamId(str(one["team"]))): str(one["for_team"])
        for one in found
    }


def comment_reviews(db: Database) -> Mapping[tuple[JudgeId, TeamId], CommentReview]:
    """What was decided about comments, as far as no ballot has changed since."""
    found = read(
        db,
        CommentReview,
        "SELECT review.* FROM comment_review AS review JOIN ballot USING (judge, team)"
        " WHERE (review.seq, review.device) > (ballot.seq, ballot.device) ORDER BY judge, team",
    )
    return {(review.judge, review.team): review for review in found}


@apply_act.register(BallotAct)
def _change_ballot(act: BallotAct, db: Database, entry: Entry) -> None:
    ballot = act.ballot
    if _stands(db, "ballot", ballot.judge, ballot.team, entry.key):
        delete(db, "score", judge=ballot.judge, team=ballot.team)
        put(db, "ballot", {**cells(ballot, "scores"), **_key(entry)})
        for criterion, steps in sorted(ballot.scores.items()):
            row = {"judge": ballot.judge, "team": ballot.team, "criterion": criterion}
            insert(db, "score", {**row, "steps": steps})
    if isinstance(act, SettleBallot | RecuseJudge | MarkAbsent):
        drop_keyings(db, ballot.judge, ballot.team)


@apply_act.register(ConflictAct)
def _change_conflict(act: ConflictAct, db: Database, entry: Entry) -> None:
    conflict = act.conflict
    if _stands(db, "conflict", conflict.judge, conflict.team, entry.key):
        put(db, "conflict", {**cells(conflict), **_key(entry)})


@apply_act.register
def _review_comments(act: ReviewComments, db: Database, entry: Entry) -> None:
    for review in act.after:
        if _stands(db, "comment_review", review.judge, review.team, entry.key):
            put(db, "comment_review", {**cells(review), **_key(entry)})


def _key(entry: Entry) -> Mapping[str, str | int]:
    return {"seq": entry.key.seq, "device": entry.key.device}


def _stands(db: Database, table: str, judge: str, team: str, key: EntryKey) -> bool:
    """Whether an entry with `key` is newer than the one that wrote the row."""
    found = db.execute(
        f"SELECT seq, device FROM {table} WHERE judge = ? AND team = ?",  # noqa: S608 - our own names
        [judge, team],
    ).fetchall()
    return all((key.seq, key.device) > (seq, device) for seq, device in found)
