"""The calibration round: who has scored the sample pitch, and how far apart on each criterion."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion
from judging_app.domain.setup import Setup
from judging_app.present.criteria import sectioned_title
from judging_app.present.result.spread import SpreadRow, spread_view


@dataclass(frozen=True, slots=True)
class CalibrationJudge:
    """How much of the sample pitch a judge has scored."""

    judge_id: JudgeId
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CalibrationView:
    """Who has scored, a plot a criterion on its own scale, and what to talk over first."""

    lead: str
    judges: tuple[CalibrationJudge, ...]
    rows: tuple[SpreadRow, ...]
    to_talk_over: tuple[str, ...]
    is_begun: bool


Scores = Mapping[JudgeId, Mapping[CriterionId, int]]


def calibration_view(setup: Setup, scores: Scores) -> CalibrationView:
    """The sample pitch's scores side by side; the rows are named by their criterion."""
    criteria = setup.rubric.judged
    done = sum(len(scores.get(judge.id, {})) == len(criteria) > 0 for judge in setup.judges)
    rows = tuple(_row(setup, criterion, scores) for criterion in criteria)
    return CalibrationView(
        lead=f"{done} of {len(setup.judges)} judges have scored the whole sample pitch.",
        judges=tuple(
            CalibrationJudge(
                judge.id, judge.name, f"{len(scores.get(judge.id, {}))} of {len(criteria)} criteria"
            )
            for judge in setup.judges
        ),
        rows=rows,
        to_talk_over=tuple(
            f"{row.team}: {row.range_text}" for row in rows if any(d.is_far_out for d in row.dots)
        ),
        is_begun=any(scores.values()),
    )


def _row(setup: Setup, criterion: Criterion, scores: Scores) -> SpreadRow:
    """The plot of one criterion, as if it were a team that every judge had scored."""
    stand_in = Team(TeamId(criterion.id), sectioned_title(criterion))
    given = [
        Ballot(judge, stand_in.id, BallotState.SUBMITTED, own)
        for judge, own in scores.items()
        if criterion.id in own
    ]
    return spread_view(replace(setup, teams=(stand_in,)), given, criterion=criterion.id).rows[0]
