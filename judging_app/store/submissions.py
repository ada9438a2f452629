"""Which entries of the journal submitted the ballots that are submitted now."""

from collections.abc import Mapping

from sqlite_utils import Database

from judging_app.domain import acts, subjects
from judging_app.domain.ballots import BallotState
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.store import journal


def submitting_digests(
    db: Database, judge: JudgeId | None = None, team: TeamId | None = None
) -> Mapping[tuple[JudgeId, TeamId], str]:
    """The digest of the entry that submitted each ballot that is in; one judge's, or everyone's.

    A ballot that an undone act had changed is again the one submitted before, so the entry that
    submitted it is looked for further back.
    """
    asked = {"state": BallotState.SUBMITTED.value, "judge": judge, "team": team}
    given = {column: value for column, value in asked.items() if value is not None}
    where = " AND ".join(f"{column} = :{column}" for column in given)
    rows = db.execute(
        "SELECT judge, team, act, digest FROM ballot JOIN journal USING (seq, device)"  # noqa: S608 - our own column names
        f" WHERE {where} ORDER BY judge, team",
        given,
    ).fetchall()
    return {
        (one, other): _submitted(db, one, other) if act == _RESTORED else digest
        for one, other, act, digest in rows
    }


def _submitted(db: Database, judge: JudgeId, team: TeamId) -> str:
    entries = journal.entries_about(db, subjects.ballot(judge, team))
    return next(entry.digest for entry in reversed(entries) if entry.act in _SUBMITTING)


_RESTORED = acts.act_name(acts.RestoreBallot)
_SUBMITTING = frozenset(
    acts.act_name(kind) for kind in (acts.SubmitBallot, acts.SettleBallot, acts.TakeInBallot)
)
