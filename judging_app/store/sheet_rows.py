"""Paper sheets that are typed in and the calibration round, in the tables."""

from collections.abc import Mapping

from sqlite_utils import Database

from judging_app.domain.acts import DiscardCalibration, DropKeying, KeySheet, ScoreCalibration
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.journal import Entry
from judging_app.domain.keying import Keying
from judging_app.store.apply import apply_act
from judging_app.store.rows import cells, delete, insert, put, read


def keyings(db: Database) -> tuple[Keying, ...]:
    """Every sheet that is being keyed, turn by turn."""
    return read(db, Keying, "SELECT * FROM keying ORDER BY judge, team, turn")


def keyings_of(db: Database, judge: JudgeId, team: TeamId) -> Mapping[int, Keying]:
    """What was keyed from one sheet, by turn."""
    query = "SELECT * FROM keying WHERE judge = ? AND team = ? ORDER BY turn"
    return {keying.turn: keying for keying in read(db, Keying, query, judge, team)}


def calibration(db: Database) -> Mapping[JudgeId, Mapping[CriterionId, int]]:
    """What each judge gave the sample pitch, in steps."""
    scores: dict[JudgeId, dict[CriterionId, int]] = {}
    for judge, criterion, steps in db.execute(
        "SELECT judge, criterion, steps FROM calibration ORDER BY judge, criterion"
    ).fetchall():
        scores.setdefault(judge, {})[criterion] = steps
    return scores


def drop_keyings(db: Database, judge: JudgeId, team: TeamId) -> None:
    """Take away what was keyed from a sheet: it was settled, given up, or no ballot is due."""
    delete(db, "keying", judge=judge, team=team)


@apply_act.register
def _key_sheet(act: KeySheet, db: Database, _entry: Entry) -> None:
    put(db, "keying", cells(act.keying))


@apply_act.register
def _drop_keying(act: DropKeying, db: Database, _entry: Entry) -> None:
    drop_keyings(db, act.judge, act.team)


@apply_act.register
def _score_calibration(act: ScoreCalibration, db: Database, _entry: Entry) -> None:
    delete(db, "calibration", judge=act.judge)
    for criterion, steps in sorted(act.scores.items()):
        insert(db, "calibration", {"judge": act.judge, "criterion": criterion, "steps": steps})


@apply_act.register
def _discard_calibration(_act: DiscardCalibration, db: Database, _entry: Entry) -> None:
    delete(db, "calibration")
