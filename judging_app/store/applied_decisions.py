"""What the acts about teams, ties, awards and the panel's decisions do to the tables."""

from sqlite_utils import Database

from judging_app.domain.acts import (
    AgreeScore,
    DecideAward,
    DecideOrder,
    DeclareAward,
    DeclareTieBreaks,
    DropDecision,
    EnterPoints,
    ExcludeTeam,
    RestoreTeam,
    SetPenalty,
)
from judging_app.domain.journal import Entry
from judging_app.store.applied import apply_act


@apply_act.register
def _(act: DeclareTieBreaks, db: Database, _entry: Entry) -> None:
    db.execute("DELETE FROM tie_break")
    for position, one in enumerate(act.tie_breaks, 1):
        db.execute(
            "INSERT INTO tie_break VALUES (?, ?, ?)", [position, one.rule.value, one.criterion]
        )


@apply_act.register
def _(act: ExcludeTeam, db: Database, _entry: Entry) -> None:
    one = act.exclusion
    db.execute(
        "INSERT OR REPLACE INTO team_exclusion VALUES (?, ?, ?)",
        [one.team, one.exclusion.value, one.reason],
    )


@apply_act.register
def _(act: RestoreTeam, db: Database, _entry: Entry) -> None:
    db.execute("DELETE FROM team_exclusion WHERE team_id = ?", [act.team])


@apply_act.register
def _(act: SetPenalty, db: Database, _entry: Entry) -> None:
    one = act.penalty
    db.execute("DELETE FROM penalty WHERE team_id = ?", [one.team])
    if one.points:
        db.execute("INSERT INTO penalty VALUES (?, ?, ?)", [one.team, str(one.points), one.reason])


@apply_act.register
def _(act: EnterPoints, db: Database, _entry: Entry) -> None:
    one = act.points
    db.execute(
        "INSERT OR REPLACE INTO team_points VALUES (?, ?, ?)",
        [one.team, one.criterion, one.score],
    )


@apply_act.register
def _(act: AgreeScore, db: Database, _entry: Entry) -> None:
    one = act.agreed
    db.execute(
        "INSERT OR REPLACE INTO agreed_score VALUES (?, ?, ?, ?, ?, ?)",
        [one.judge, one.team, one.criterion, one.before, one.after, one.reason],
    )


@apply_act.register
def _(act: DecideOrder, db: Database, _entry: Entry) -> None:
    db.execute("DELETE FROM decided_order")
    levels = [(team, level) for level, joint in enumerate(act.decision.order, 1) for team in joint]
    for position, (team, level) in enumerate(levels, 1):
        db.execute(
            "INSERT INTO decided_order VALUES (?, ?, ?, ?)",
            [team, level, position, act.decision.reason],
        )


@apply_act.register
def _(_act: DropDecision, db: Database, _entry: Entry) -> None:
    db.execute("DELETE FROM decided_order")


@apply_act.register
def _(act: DeclareAward, db: Database, _entry: Entry) -> None:
    one = act.award
    db.execute("DELETE FROM award_criterion WHERE award_id = ?", [one.id])
    position = db.execute(
        "SELECT coalesce((SELECT position FROM award WHERE id = ?),"
        " (SELECT coalesce(max(position), 0) + 1 FROM award))",
        [one.id],
    ).fetchone()[0]
    db.execute(
        "INSERT INTO award VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " title = excluded.title, kind = excluded.kind, place = excluded.place,"
        " passes_over_winners = excluded.passes_over_winners",
        [one.id, position, one.title, one.kind.value, one.place, int(one.passes_over_winners)],
    )
    for criterion in one.criteria:
        db.execute("INSERT INTO award_criterion VALUES (?, ?)", [one.id, criterion])


@apply_act.register
def _(act: DecideAward, db: Database, _entry: Entry) -> None:
    one = act.decision
    db.execute("DELETE FROM award_winner WHERE award_id = ?", [one.award])
    for position, team in enumerate(one.teams, 1):
        db.execute(
            "INSERT INTO award_winner VALUES (?, ?, ?, ?)", [one.award, team, position, one.reason]
        )
