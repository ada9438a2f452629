import pytest

from judging_app.desk import calibration, scoring
from judging_app.desk.desk import Desk
from judging_app.domain.ballots import BallotState
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from judging_app.errors import NotAllowedError, ScoreOffScaleError, UnknownError
from tests.desk.small_event import ADA, BO, DELIVERY, IMPACT, J1, J2


def test_what_a_judge_gives_the_sample_pitch_is_kept(new_desk: Desk) -> None:
    calibration.score(new_desk, ADA, J1, IMPACT, 4)
    calibration.score(new_desk, ADA, J1, DELIVERY, 0)

    own = calibration.own(new_desk, ADA, J1)
    assert (own.state, dict(own.scores)) == (BallotState.DRAFT, {IMPACT: 4, DELIVERY: 0})


def test_a_criterion_can_be_made_not_scored_again(new_desk: Desk) -> None:
    calibration.score(new_desk, ADA, J1, IMPACT, 4)
    calibration.score(new_desk, ADA, J1, IMPACT, None)

    assert calibration.own(new_desk, ADA, J1).state is BallotState.NOT_STARTED


def test_host_and_organiser_see_all_scores_side_by_side(new_desk: Desk) -> None:
    calibration.score(new_desk, ADA, J1, IMPACT, 4)
    calibration.score(new_desk, BO, J2, IMPACT, 9)

    for actor in (HOST, ORGANISER):
        assert calibration.scores(new_desk, actor) == {J1: {IMPACT: 4}, J2: {IMPACT: 9}}


@pytest.mark.parametrize("actor", [ADA, SCORER])
def test_nobody_else_sees_them(new_desk: Desk, actor: Actor) -> None:
    with pytest.raises(NotAllowedError):
        calibration.scores(new_desk, actor)
    assert new_desk.entries()[-1].act == "refuse"


def test_a_judge_sees_and_scores_only_their_own(new_desk: Desk) -> None:
    calibration.score(new_desk, BO, J2, IMPACT, 9)

    with pytest.raises(NotAllowedError):
        calibration.own(new_desk, ADA, J2)
    with pytest.raises(NotAllowedError):
        calibration.score(new_desk, ADA, J2, IMPACT, 1)
    assert calibration.scores(new_desk, HOST) == {J2: {IMPACT: 9}}


def test_a_score_off_the_scale_is_refused_and_nothing_is_kept(new_desk: Desk) -> None:
    with pytest.raises(ScoreOffScaleError):
        calibration.score(new_desk, ADA, J1, IMPACT, 11)
    assert calibration.scores(new_desk, HOST) == {}


def test_a_criterion_that_the_rubric_hasnt_is_refused(new_desk: Desk) -> None:
    with pytest.raises(UnknownError):
        calibration.score(new_desk, ADA, J1, type(IMPACT)("charm"), 4)
    assert calibration.scores(new_desk, HOST) == {}


def test_discarded_scores_are_gone(new_desk: Desk) -> None:
    calibration.score(new_desk, ADA, J1, IMPACT, 4)
    calibration.discard(new_desk, HOST)

    assert calibration.scores(new_desk, HOST) == {}
    assert calibration.own(new_desk, ADA, J1).scores == {}


def test_opening_scoring_ends_the_round_and_nothing_of_it_counts(new_desk: Desk) -> None:
    calibration.score(new_desk, ADA, J1, IMPACT, 4)
    scoring.open_scoring(new_desk, HOST)

    assert calibration.own(new_desk, ADA, J1).scores == {}
    with pytest.raises(NotAllowedError):
        calibration.score(new_desk, ADA, J1, IMPACT, 4)
