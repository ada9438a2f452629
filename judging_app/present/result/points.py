"""The organiser's points in words: what is entered for each team, and what is missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from judging_app.domain.decisions import TeamPoints
from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.setup import Setup
from judging_app.present.criteria import scale_text, score_text, sectioned_title
from judging_app.words import counted

MISSING = "Missing"


@dataclass(frozen=True, slots=True)
class PointsRow:
    """A team on one of the organiser's criteria; `text` is "4 of 5", or that it is missing."""

    team_id: TeamId
    criterion_id: CriterionId
    team: str
    criterion: str
    text: str
    scale: str
    is_entered: bool


def points_rows(setup: Setup, entered: Iterable[TeamPoints]) -> tuple[PointsRow, ...]:
    """Every team on every criterion of the organiser's, both in their own order."""
    scores = {(one.team, one.criterion): one.score for one in entered}
    return tuple(
        PointsRow(
            team.id,
            criterion.id,
            team.name,
            sectioned_title(criterion),
            MISSING if score is None else score_text(criterion, score),
            scale_text(criterion),
            score is not None,
        )
        for criterion in setup.rubric.by_organiser
        for team in setup.teams
        for score in [scores.get((team.id, criterion.id))]
    )


def points_progress(rows: Sequence[PointsRow]) -> str:
    """How many are entered, and what waits for the rest: "3 of 7 entered."."""
    missing = sum(not row.is_entered for row in rows)
    if not missing:
        return f"All {len(rows)} points are entered."
    are = "is" if missing == 1 else "are"
    return (
        f"{len(rows) - missing} of {len(rows)} are entered; {counted(missing, 'figure')} {are} "
        "missing. There is no result until every team with a ballot has its points."
    )
