from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

import pytest

from judging_app.domain.ballots import BALLOT_MOVES, Ballot, BallotMove, BallotState
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.event import Event, Method, Phase
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Exclusion, Standing
from judging_app.present.host.desk import Allowed, HostAct, host_desk_view
from judging_app.present.host.grid import AroundBallots
from judging_app.present.numbers import shown

Results = Mapping[Method, tuple[Standing, ...]]


def _values(value: object) -> list[object]:
    if is_dataclass(value):
        return [v for f in fields(value) for v in _values(getattr(value, f.name))]
    if isinstance(value, tuple):
        return [inner for item in value for inner in _values(item)]
    return [value]


def test_every_ballot_is_accounted_for(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    view = host_desk_view(event, setup, ballots)

    assert view.sum.text == "48 ballots = 44 submitted + 2 recused + 2 absent + 0 still to come"
    assert view.to_come == 0


def test_the_host_reads_who_owes_which_team(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    left = [b for b in ballots if (b.judge, b.team) != ("J2", "Team Perch") and b.judge != "J4"]

    view = host_desk_view(replace(event, phase=Phase.SCORING), setup, left)

    assert view.main_act.blockers == (
        "Still to come from Peter Quayle: Team Perch.",
        "Still to come from Iain Strachan: every team (6 ballots).",
    )
    assert view.main_act.asks_reason


def test_closing_does_not_wait_for_a_team_that_is_out(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    perch = next(team.id for team in setup.teams if team.name == "Team Perch")
    left = [b for b in ballots if b.team != perch]
    around = AroundBallots(exclusions=(TeamExclusion(perch, Exclusion.WITHDRAWN, "Ill"),))

    view = host_desk_view(replace(event, phase=Phase.SCORING), setup, left, around=around)

    assert view.sum.text.endswith("0 still to come + 8 for teams that are out")
    assert (view.main_act.text, view.main_act.asks_reason) == ("Close scoring", False)
    assert view.main_act.blockers == ()


def test_closing_waits_for_a_sheet_that_is_being_keyed(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    gone, *left = [b for b in ballots if b.counts]
    around = AroundBallots(keyed={(gone.judge, gone.team): 2})
    others = [b for b in ballots if not b.counts]

    view = host_desk_view(
        replace(event, phase=Phase.SCORING), setup, (*left, *others), around=around
    )

    assert view.main_act.text == "Close with 1 ballot being typed in…"
    assert view.main_act.asks_reason
    assert len(view.main_act.blockers) == 1
    assert view.main_act.blockers[0].endswith("still being typed in.")


def test_no_score_reaches_the_host(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...], by_method: Results
) -> None:
    standings = by_method[Method.MEAN]
    scores = {shown(standing.score) for standing in standings if standing.score is not None}

    view = host_desk_view(event, setup, ballots, steps_left=3)

    values = _values(view)
    assert not any(isinstance(value, Fraction) for value in values)
    assert not any(score in str(value) for score in scores for value in values)


@pytest.mark.parametrize("state", BallotState)
def test_only_legal_moves_are_offered(event: Event, setup: Setup, state: BallotState) -> None:
    one = Ballot(setup.judges[0].id, setup.teams[0].id, state)

    view = host_desk_view(replace(event, phase=Phase.SCORING), setup, (one,))

    acts = view.rows[0].cells[0].acts
    assert acts
    assert all(state in BALLOT_MOVES[move][0] for move in acts)
    assert not {BallotMove.SCORE, BallotMove.SUBMIT} & set(acts)


def test_a_closed_ballot_offers_nothing(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    view = host_desk_view(event, setup, ballots)

    assert all(cell.acts == () for row in view.rows for cell in row.cells)


@pytest.mark.parametrize(
    ("phase", "act"),
    [
        (Phase.SETTING_UP, HostAct.OPEN_SCORING),
        (Phase.SCORING, HostAct.CLOSE_SCORING),
        (Phase.CLOSED, HostAct.PUBLISH),
        (Phase.PUBLISHED, HostAct.NONE),
    ],
)
def test_each_phase_has_its_main_act(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...], phase: Phase, act: HostAct
) -> None:
    view = host_desk_view(replace(event, phase=phase), setup, ballots)

    assert view.main_act.act is act


def test_only_the_organiser_is_offered_to_publish(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    host = host_desk_view(event, setup, ballots)
    organiser = host_desk_view(event, setup, ballots, allowed=Allowed(publish=True))

    assert (host.main_act.is_offered, organiser.main_act.is_offered) == (False, True)


def test_before_anything_is_revealed_publishing_says_so(
    event: Event, setup: Setup, ballots: tuple[Ballot, ...]
) -> None:
    view = host_desk_view(event, setup, ballots, steps_left=6, is_revealed=False)

    assert view.main_act.question.startswith(
        "Nothing has been revealed to the audience yet. The reveal has 6 steps still to announce."
    )


def test_scoring_cannot_open_without_a_panel(event: Event, setup: Setup) -> None:
    bare = replace(setup, judges=())

    view = host_desk_view(replace(event, phase=Phase.SETTING_UP), bare, ())

    assert view.main_act.blockers == ("There is no judge yet. Add one.",)
    assert not view.main_act.is_offered
