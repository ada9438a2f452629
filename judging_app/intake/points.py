"""points.csv: what the organiser gives each team on the criteria that no judge scores."""

from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.rubric import Criterion
from judging_app.errors import ScoreOffScaleError
from judging_app.intake.ballots import BALLOTS, Declarations
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.problems import shown
from judging_app.intake.tables.row import Row
from judging_app.intake.tables.table import Table

POINTS = Form("points.csv", "points", ("team", "criterion", "score"), is_required=False)

Points = tuple[TeamId, CriterionId, int]
"""A team's score in steps on one of the organiser's criteria."""


def read_points(table: Table, known: Declarations) -> tuple[Points, ...]:
    """All points, team by team as their file lists them and then in the rubric's order."""
    scores: dict[tuple[TeamId, CriterionId], int] = {}
    rows: dict[tuple[TeamId, CriterionId], int] = {}
    for row in table.rows:
        team, criterion = known.teams.named(row, "team"), _organisers(row, known)
        points = row.amount("score")
        if team is None or criterion is None:
            continue
        key = team.team.id, criterion.id
        first = rows.setdefault(key, row.number)
        if first != row.number:
            row.refuse(f"The same points are already in row {first}. Delete one of them.")
        elif points is not None:
            try:
                scores[key] = criterion.in_steps(points)
            except ScoreOffScaleError as error:
                row.refuse(str(error), "score")
    return tuple(
        (team, criterion, scores[team, criterion])
        for team in (one.team.id for one in known.teams.values)
        for criterion in (one.id for one in known.criteria.values)
        if (team, criterion) in scores
    )


def _organisers(row: Row, known: Declarations) -> Criterion | None:
    criterion = known.criteria.named(row, "criterion")
    if criterion is None or not criterion.is_judged:
        return criterion
    row.refuse(
        f"The judges score {shown(criterion.title)}. Put their scores in {BALLOTS.file}, or give "
        "the criterion the kind organiser.",
        "criterion",
    )
    return None
