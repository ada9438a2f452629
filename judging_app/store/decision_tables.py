"""What the tables hold of teams, ties, awards and the panel's decisions, as values."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import groupby

from sqlite_utils import Database

from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    AwardKind,
    PanelDecision,
    Penalty,
    TeamExclusion,
    TeamPoints,
)
from judging_app.domain.ids import AwardId, CriterionId, JudgeId, TeamId
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule


def tie_breaks(db: Database) -> tuple[DeclaredTieBreak, ...]:
    """The declared rules, in the order in which they are asked."""
    rows = db.execute("SELECT rule, criterion_id FROM tie_break ORDER BY position").fetchall()
    return tuple(DeclaredTieBreak(TieRule(rule), criterion) for rule, criterion in rows)


def exclusions(db: Database) -> tuple[TeamExclusion, ...]:
    """The teams that are out."""
    rows = db.execute(
        "SELECT team_id, exclusion, reason FROM team_exclusion ORDER BY team_id"
    ).fetchall()
    return tuple(TeamExclusion(team, Exclusion(kind), reason) for team, kind, reason in rows)


def penalties(db: Database) -> tuple[Penalty, ...]:
    """The penalties in force."""
    rows = db.execute("SELECT team_id, points, reason FROM penalty ORDER BY team_id").fetchall()
    return tuple(Penalty(team, Fraction(points), reason) for team, points, reason in rows)


def team_points(db: Database) -> tuple[TeamPoints, ...]:
    """What the organiser entered."""
    rows = db.execute(
        "SELECT team_id, criterion_id, steps FROM team_points ORDER BY team_id, criterion_id"
    ).fetchall()
    return tuple(TeamPoints(team, criterion, steps) for team, criterion, steps in rows)


def agreed_scores(
    db: Database,
) -> Mapping[tuple[JudgeId, TeamId, CriterionId], AgreedScore]:
    """The scores agreed in moderation."""
    rows = db.execute(
        "SELECT judge_id, team_id, criterion_id, before, after, reason FROM agreed_score"
        " ORDER BY judge_id, team_id, criterion_id"
    ).fetchall()
    return {(row[0], row[1], row[2]): AgreedScore(*row) for row in rows}


def decision(db: Database) -> PanelDecision | None:
    """The panel's own order, if it decided one."""
    rows = db.execute(
        "SELECT level, team_id, reason FROM decided_order ORDER BY position"
    ).fetchall()
    if not rows:
        return None
    levels = groupby(rows, key=lambda row: row[0])
    return PanelDecision(
        tuple(tuple(TeamId(team) for _, team, _ in joint) for _, joint in levels), rows[0][2]
    )


def awards(db: Database) -> tuple[Award, ...]:
    """The awards, in the order in which they were declared."""
    criteria: dict[str, list[CriterionId]] = {}
    for award, criterion in db.execute(
        "SELECT award_id, criterion_id FROM award_criterion"
        " JOIN criterion ON criterion.id = criterion_id ORDER BY award_id, criterion.position"
    ).fetchall():
        criteria.setdefault(award, []).append(criterion)
    rows = db.execute(
        "SELECT id, title, kind, place, passes_over_winners FROM award ORDER BY position"
    ).fetchall()
    return tuple(
        Award(
            AwardId(id_),
            title,
            AwardKind(kind),
            place,
            tuple(criteria.get(id_, ())),
            bool(passes_over_winners),
        )
        for id_, title, kind, place, passes_over_winners in rows
    )


def award_decisions(db: Database) -> Mapping[AwardId, AwardDecision]:
    """To whom the panel gave each award that it has given."""
    rows = db.execute(
        "SELECT award_id, team_id, reason FROM award_winner ORDER BY award_id, position"
    ).fetchall()
    return {
        AwardId(award): AwardDecision(
            AwardId(award), tuple(team for _, team, _ in winners), winners[0][2]
        )
        for award, group in groupby(rows, key=lambda row: row[0])
        for winners in [list(group)]
    }


def refers_to_set_up(db: Database) -> bool:
    """Whether anything decided names a team, a judge or a criterion."""
    return any(
        db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchall()  # noqa: S608 - our own table names
        for table in _REFERRING
    )


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
