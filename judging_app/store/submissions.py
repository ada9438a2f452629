"""Which entries of the journal the ballots in the tables follow from."""

from collections.abc import Mapping
from datetime import datetime
from typing import get_args

from sqlite_utils import Database

from judging_app.domain import acts, subjects
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.store import ballot_rows, journal
from judging_app.store.bodies import act_of


def submitting_digests(
    db: Database, judge: JudgeId | None = None, team: TeamId | None = None
) -> Mapping[tuple[JudgeId, TeamId], str]:
    """The digest of the entry that submitted each ballot that is in; one judge's, or everyone's."""
    return {key: digest for key, (digest, _) in submissions(db, judge, team).items()}


def submissions(
    db: Database, judge: JudgeId | None = None, team: TeamId | None = None
) -> Mapping[tuple[JudgeId, TeamId], tuple[str, datetime]]:
    """The digest and the time of the entry that submitted each ballot that is in.

    A ballot that an undone act had changed is again the one submitted before, so the entry that
    submitted it is looked for further back.
    """
    asked = {"state": BallotState.SUBMITTED.value, "judge": judge, "team": team}
    given = {column: value for column, value in asked.items() if value is not None}
    where = " AND ".join(f"{column} = :{column}" for column in given)
    rows = db.execute(
        "SELECT judge, team, act, digest, at FROM ballot JOIN journal USING (seq, device)"  # noqa: S608 - our own column names
        f" WHERE {where} ORDER BY judge, team",
        given,
    ).fetchall()
    return {
        (one, other): _submitted(db, one, other)
        if act == _RESTORED
        else (digest, datetime.fromisoformat(at))
        for one, other, act, digest, at in rows
    }


def is_as_recorded(db: Database, judge: JudgeId, team: TeamId) -> bool:
    """Whether a ballot in the tables is the one that the last entry about it put there.

    Raises:
        ValueError: if that entry can't be read.
    """
    rows = db.execute(
        "SELECT act, body FROM journal WHERE subject = ?"  # noqa: S608 - as many marks as acts
        f" AND act IN ({', '.join('?' * len(_CHANGING))}) ORDER BY seq DESC, device DESC LIMIT 1",
        [subjects.ballot(judge, team), *_CHANGING],
    ).fetchall()
    recorded = Ballot(judge, team)
    for name, body in rows:
        act = act_of(name, body)
        assert isinstance(act, acts.BallotAct)  # noqa: S101 - it was asked for by its name
        recorded = act.ballot
    return ballot_rows.ballot(db, judge, team) == recorded


def _submitted(db: Database, judge: JudgeId, team: TeamId) -> tuple[str, datetime]:
    entries = journal.entries_about(db, subjects.ballot(judge, team))
    found = next(entry for entry in reversed(entries) if entry.act in SUBMITTING)
    return found.digest, found.time


_RESTORED = acts.act_name(acts.RestoreBallot)
SUBMITTING = frozenset(
    acts.act_name(kind) for kind in (acts.SubmitBallot, acts.SettleBallot, acts.TakeInBallot)
)
"""What submits a ballot, as the record names it."""
_CHANGING = tuple(acts.act_name(kind) for kind in get_args(acts.BallotAct))
