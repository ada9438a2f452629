"""What people decide about teams, ties and awards, in the tables."""

from collections.abc import Mapping
from itertools import groupby

from sqlite_utils import Database

from judging_app.domain import acts
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    PanelDecision,
    Penalty,
    TeamExclusion,
    TeamPoints,
)
from judging_app.domain.ids import AwardId, CriterionId, JudgeId, TeamId
from judging_app.domain.journal import Entry
from judging_app.domain.tie_breaks import DeclaredTieBreak
from judging_app.store.apply import apply_act
from judging_app.store.rows import cells, delete, insert, insert_in_order, put, read, rows, value


def tie_breaks(db: Database) -> tuple[DeclaredTieBreak, ...]:
    """The declared rules, in the order in which they are asked."""
    return read(db, DeclaredTieBreak, "SELECT * FROM tie_break ORDER BY position")


def exclusions(db: Database) -> tuple[TeamExclusion, ...]:
    """The teams that are out."""
    return read(db, TeamExclusion, "SELECT * FROM team_exclusion ORDER BY team")


def penalties(db: Database) -> tuple[Penalty, ...]:
    """The penalties in force."""
    return read(db, Penalty, "SELECT * FROM penalty ORDER BY team")


def team_points(db: Database) -> tuple[TeamPoints, ...]:
    """What the organiser entered."""
    return read(db, TeamPoints, "SELECT * FROM team_points ORDER BY team, criterion")


def agreed_scores(db: Database) -> Mapping[tuple[JudgeId, TeamId, CriterionId], AgreedScore]:
    """The scores agreed in moderation."""
    found = read(db, AgreedScore, "SELECT * FROM agreed_score ORDER BY judge, team, criterion")
    return {(one.judge, one.team, one.criterion): one for one in found}


def decision(db: Database) -> PanelDecision | None:
    """The panel's own order, if it decided one."""
    found = rows(db, "SELECT * FROM decided_order ORDER BY position")
    if not found:
        return None
    levels = groupby(found, key=lambda row: row["level"])
    order = [[row["team"] for row in joint] for _, joint in levels]
    return value(PanelDecision, {"order": order, "reason": found[0]["reason"]})


def awards(db: Database) -> tuple[Award, ...]:
    """The awards, in the order in which they were declared."""
    criteria: dict[object, list[str]] = {}
    for award, criterion in db.execute(
        "SELECT award, criterion FROM award_criterion"
        " JOIN criterion ON id = criterion ORDER BY award, criterion.position"
    ).fetchall():
        criteria.setdefault(award, []).append(criterion)
    return tuple(
        value(Award, {**row, "criteria": criteria.get(row["id"], [])})
        for row in rows(db, "SELECT * FROM award ORDER BY position")
    )


def award_decisions(db: Database) -> Mapping[AwardId, AwardDecision]:
    """To whom the panel gave each award that it has given."""
    found = rows(db, "SELECT * FROM award_winner ORDER BY award, position")
    decided = (
        value(AwardDecision, {**winners[0], "teams": [row["team"] for row in winners]})
        for _, group in groupby(found, key=lambda row: row["award"])
        for winners in [list(group)]
    )
    return {decision.award: decision for decision in decided}


def refers_to_set_up(db: Database) -> bool:
    """Whether anything decided names a team, a judge or a criterion."""
    return any(rows(db, f"SELECT 1 FROM {table} LIMIT 1") for table in _REFERRING)  # noqa: S608 - our own table names


_REFERRING = (
    "tie_break",
    "team_exclusion",
    "penalty",
    "team_points",
    "agreed_score",
    "decided_order",
    "award_criterion",
    "award_winner",
)


@apply_act.register
def _declare_tie_breaks(act: acts.DeclareTieBreaks, db: Database, _entry: Entry) -> None:
    delete(db, "tie_break")
    insert_in_order(db, "tie_break", map(cells, act.tie_breaks))


@apply_act.register
def _exclude_team(act: acts.ExcludeTeam, db: Database, _entry: Entry) -> None:
    put(db, "team_exclusion", cells(act.exclusion))


@apply_act.register
def _restore_team(act: acts.RestoreTeam, db: Database, _entry: Entry) -> None:
    delete(db, "team_exclusion", team=act.team)


@apply_act.register
def _set_penalty(act: acts.SetPenalty, db: Database, _entry: Entry) -> None:
    delete(db, "penalty", team=act.penalty.team)
    if act.penalty.points:
        insert(db, "penalty", cells(act.penalty))


@apply_act.register
def _enter_points(act: acts.EnterPoints, db: Database, _entry: Entry) -> None:
    put(db, "team_points", cells(act.points))


@apply_act.register
def _agree_score(act: acts.AgreeScore, db: Database, _entry: Entry) -> None:
    put(db, "agreed_score", cells(act.agreed))


@apply_act.register
def _decide_order(act: acts.DecideOrder, db: Database, _entry: Entry) -> None:
    delete(db, "decided_order")
    levels = [(team, level) for level, joint in enumerate(act.decision.order, 1) for team in joint]
    reason = act.decision.reason
    insert_in_order(
        db, "decided_order", ({"team": t, "level": n, "reason": reason} for t, n in levels)
    )


@apply_act.register
def _drop_decision(_act: acts.DropDecision, db: Database, _entry: Entry) -> None:
    delete(db, "decided_order")


@apply_act.register
def _declare_award(act: acts.DeclareAward, db: Database, _entry: Entry) -> None:
    one = act.award
    delete(db, "award_criterion", award=one.id)
    (position,) = db.execute(
        "SELECT coalesce((SELECT position FROM award WHERE id = ?),"
        " (SELECT coalesce(max(position), 0) + 1 FROM award))",
        [one.id],
    ).fetchone()
    put(db, "award", {"position": position, **cells(one, "criteria")})
    for criterion in one.criteria:
        insert(db, "award_criterion", {"award": one.id, "criterion": criterion})


@apply_act.register
def _decide_award(act: acts.DecideAward, db: Database, _entry: Entry) -> None:
    one = act.decision
    delete(db, "award_winner", award=one.award)
    winners = ({"award": one.award, "team": team, "reason": one.reason} for team in one.teams)
    insert_in_order(db, "award_winner", winners)
