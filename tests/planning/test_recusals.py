"""What recusals leave of a panel."""

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.planning.recusals import panel_left
from tests.builders import set_up

A, B, C = (JudgeId(name) for name in ("J1", "J2", "J3"))
LANTERN, PERCH = TeamId("T1"), TeamId("T2")
DAY = set_up(
    teams=(Team(LANTERN, "Lantern"), Team(PERCH, "Perch")),
    judges=tuple(Judge(judge, judge) for judge in (A, B, C)),
)


def test_a_panel_without_recusals_is_one_and_everybody_scores_everything() -> None:
    left = panel_left(DAY, ())

    assert left.ballots == ((LANTERN, 3), (PERCH, 3))
    assert left.scored == ((A, 2), (B, 2), (C, 2))
    assert (left.parts, left.shared) == (1, 2)


def test_judges_who_share_no_team_make_it_two_parts() -> None:
    left = panel_left(DAY, {(A, PERCH), (B, LANTERN), (C, LANTERN)})

    assert left.ballots == ((LANTERN, 1), (PERCH, 2))
    assert (left.parts, left.shared) == (2, 0)


def test_a_judge_who_scores_nothing_is_counted_and_links_nobody() -> None:
    left = panel_left(DAY, {(A, LANTERN), (A, PERCH)})

    assert dict(left.scored)[A] == 0
    assert (left.parts, left.shared) == (1, 0)
