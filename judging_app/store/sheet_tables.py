"""What the tables hold of paper sheets being keyed and of the calibration round, as values."""

import json
from collections.abc import Mapping

from sqlite_utils import Database

from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.keying import Keying

_KEYING = "judge_id, team_id, turn, keyed_by, scores, for_team, for_panel, is_done"


def keyings(db: Database) -> tuple[Keying, ...]:
    """Every sheet that is being keyed, turn by turn."""
    rows = db.execute(f"SELECT {_KEYING} FROM keying ORDER BY judge_id, team_id, turn").fetchall()  # noqa: S608 - our own column names
    return tuple(_keying(*row) for row in rows)


def keyings_of(db: Database, judge: JudgeId, team: TeamId) -> Mapping[int, Keying]:
    """What was keyed from one sheet, by turn."""
    rows = db.execute(
        f"SELECT {_KEYING} FROM keying WHERE judge_id = ? AND team_id = ? ORDER BY turn",  # noqa: S608 - our own column names
        [judge, team],
    ).fetchall()
    return {keying.turn: keying for keying in (_keying(*row) for row in rows)}


def calibration(db: Database) -> Mapping[JudgeId, Mapping[CriterionId, int]]:
    """What each judge gave the sample pitch, in steps."""
    scores: dict[JudgeId, dict[CriterionId, int]] = {}
    for judge, criterion, steps in db.execute(
        "SELECT judge_id, criterion_id, steps FROM calibration ORDER BY judge_id, criterion_id"
    ).fetchall():
        scores.setdefault(judge, {})[criterion] = steps
    return scores


def _keying(
    judge: str,
    team: str,
    turn: int,
    keyed_by: str,
    scores: str,
    for_team: str,
    for_panel: str,
    is_done: int,
) -> Keying:
    steps = {CriterionId(criterion): int(value) for criterion, value in json.loads(scores).items()}
    return Keying(
        JudgeId(judge), TeamId(team), turn, keyed_by, steps, for_team, for_panel, bool(is_done)
    )
