"""The calibration round: everyone scores one sample pitch before the day, and it is discarded."""

from collections.abc import Mapping

from judging_app.desk.desk import Changed, Desk
from judging_app.desk.rights import Sight
from judging_app.domain import subjects
from judging_app.domain.acts import DiscardCalibration, ScoreCalibration
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.roles import Actor
from judging_app.errors import NotAllowedError
from judging_app.store import sheet_rows

SAMPLE_PITCH = TeamId("sample pitch")
"""In place of a team's id, for the pitch that is no team's."""


def score(
    desk: Desk, actor: Actor, judge: JudgeId, criterion: CriterionId, steps: int | None
) -> Changed:
    """Score one criterion of the sample pitch; `None` makes it not scored."""
    with desk.doing(actor, ScoreCalibration, subjects.calibration(judge)) as doing:
        _check_own(actor, judge)
        scores = dict(sheet_rows.calibration(desk.file.db).get(judge, {}))
        scores.pop(criterion, None)
        if steps is not None:
            scores[criterion] = steps
        _ballot(judge, scores).check(desk.setup().rubric)
        doing.record(ScoreCalibration(judge, scores))
    return doing.changed


def own(desk: Desk, actor: Actor, judge: JudgeId) -> Ballot:
    """What a judge gave the sample pitch, as a ballot for no team."""
    desk.check_sight(actor, Sight.OWN_BALLOTS, subjects.calibration(judge))
    _check_own(actor, judge)
    return _ballot(judge, sheet_rows.calibration(desk.file.db).get(judge, {}))


def scores(desk: Desk, actor: Actor) -> Mapping[JudgeId, Mapping[CriterionId, int]]:
    """What every judge gave, to talk over."""
    desk.check_sight(actor, Sight.CALIBRATION)
    return sheet_rows.calibration(desk.file.db)


def discard(desk: Desk, actor: Actor) -> Changed:
    """Throw the scores of the sample pitch away; opening scoring does so by itself."""
    with desk.doing(actor, DiscardCalibration) as doing:
        doing.record(DiscardCalibration())
    return doing.changed


def _ballot(judge: JudgeId, given: Mapping[CriterionId, int]) -> Ballot:
    state = BallotState.DRAFT if given else BallotState.NOT_STARTED
    return Ballot(judge, SAMPLE_PITCH, state, given)


def _check_own(actor: Actor, judge: JudgeId) -> None:
    if actor.judge != judge:
        raise NotAllowedError(
            "This is another judge’s sample pitch. Sign in as that judge to score it."
        )
