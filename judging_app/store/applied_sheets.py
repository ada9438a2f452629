"""What the acts about paper sheets and the calibration round do to the tables."""

from sqlite_utils import Database

from judging_app.domain.acts import DiscardCalibration, DropKeying, KeySheet, ScoreCalibration
from judging_app.domain.journal import Entry, canonical
from judging_app.store.applied import apply_act, drop_keyings


@apply_act.register
def _(act: KeySheet, db: Database, _entry: Entry) -> None:
    one = act.keying
    row = {
        "judge_id": one.judge,
        "team_id": one.team,
        "turn": one.turn,
        "keyed_by": one.keyed_by,
        "scores": canonical(dict(one.scores)),
        "for_team": one.for_team,
        "for_panel": one.for_panel,
        "is_done": int(one.is_done),
    }
    db.table("keying").insert(row, replace=True)


@apply_act.register
def _(act: DropKeying, db: Database, _entry: Entry) -> None:
    drop_keyings(db, act.judge, act.team)


@apply_act.register
def _(act: ScoreCalibration, db: Database, _entry: Entry) -> None:
    db.execute("DELETE FROM calibration WHERE judge_id = ?", [act.judge])
    for criterion, steps in sorted(act.scores.items()):
        db.execute("INSERT INTO calibration VALUES (?, ?, ?)", [act.judge, criterion, steps])


@apply_act.register
def _(_act: DiscardCalibration, db: Database, _entry: Entry) -> None:
    db.execute("DELETE FROM calibration")
