from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.clock import Clock
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import JudgeId
from judging_app.domain.panel import Judge
from judging_app.domain.run_order import Slot
from judging_app.present.host.desk import HostDeskView, host_desk_view
from judging_app.present.host.turns import MOST_MARKS, Timing, host_turns, late_text
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.faces import TurnState
from tests.desk.small_event import HERON, J1, J2, J3, LANTERN, PERCH, TEAMS, small_setup

NOON = datetime(2019, 3, 15, 12, tzinfo=UTC)
SLOTS = tuple(Slot(team) for team in TEAMS)
BALLOTS = (
    Ballot(J1, LANTERN, BallotState.SUBMITTED),
    Ballot(J2, LANTERN, BallotState.RECUSED),
    Ballot(J3, LANTERN, BallotState.DRAFT),
)


def _view(*ballots: Ballot, judges: int = 3) -> HostDeskView:
    more = tuple(Judge(JudgeId(f"J{at}"), f"Judge {at}") for at in range(4, judges + 1))
    setup = small_setup()
    return host_desk_view(
        Event("Small", phase=Phase.SCORING),
        replace(setup, judges=(*setup.judges, *more)),
        ballots,
    )


def _turns(timing: Timing, view: HostDeskView | None = None) -> tuple[str, ...]:
    view = view or _view()
    return tuple(turn.time_text for turn in host_turns(view.rows, view.teams, timing))


def test_each_team_is_done_on_stage_next_or_later() -> None:
    timing = Timing(SLOTS, Clock(PERCH), HERON, begun={LANTERN, PERCH})
    view = _view()

    stages = [turn.stage for turn in host_turns(view.rows, view.teams, timing)]
    assert stages == [TurnState.DONE, TurnState.NOW, TurnState.NEXT]


def test_once_the_day_is_over_nobody_is_later() -> None:
    timing = Timing(SLOTS, Clock(), begun={LANTERN}, is_over=True)
    view = _view()

    turns = host_turns(view.rows, view.teams, timing)
    assert [turn.stage_text for turn in turns] == ["Done", "Not called", "Not called"]
    assert [turn.time_text for turn in turns[1:]] == ["", ""]


def test_ballots_are_told_by_marks_and_in_words_of_those_expected() -> None:
    view = _view(*BALLOTS)
    turn = host_turns(view.rows, view.teams, Timing(SLOTS, Clock()))[0]

    assert turn.looks == ("submitted", "recused", "draft")
    assert turn.in_text == "1 of 2 in, 1 draft"
    assert turn.by_name == ("Ada Reed: submitted", "Bo Lund: recused", "Cy Orr: draft")


def test_a_large_panel_is_a_bar_instead_of_marks() -> None:
    view = _view(*BALLOTS, judges=MOST_MARKS + 1)
    turn = host_turns(view.rows, view.teams, Timing(SLOTS, Clock()))[0]

    assert turn.looks == ()
    assert turn.in_text == f"1 of {MOST_MARKS} in, 1 draft"
    assert turn.share == 1 / MOST_MARKS


def test_before_anybody_is_called_a_time_is_how_long_after_the_first() -> None:
    assert _turns(Timing(SLOTS, Clock())) == ("First", "+8 min", "+16 min")


def test_once_the_day_has_begun_a_time_is_one_of_day() -> None:
    times = {team: NOON + timedelta(minutes=8 * at) for at, team in enumerate(TEAMS)}

    assert _turns(Timing(SLOTS, Clock(LANTERN), PERCH, times)) == tuple(
        clock_text(at) for at in times.values()
    )


def test_the_sum_is_the_legend_of_the_marks() -> None:
    found = _view(*BALLOTS).sum

    assert found.total_text == "9 ballots"
    assert [(part.look, part.text) for part in found.parts] == [
        ("submitted", "1 submitted"),
        ("recused", "1 recused"),
        ("absent", "0 absent"),
        ("not started", "7 still to come"),
    ]
    assert found.aside == "1 of them in draft"


@pytest.mark.parametrize(
    ("late", "said"),
    [
        (None, ""),
        (timedelta(seconds=20), "on time"),
        (timedelta(minutes=3), "3 min late"),
        (timedelta(minutes=-2), "2 min early"),
    ],
)
def test_how_the_day_keeps_its_time_is_told_in_minutes(late: timedelta | None, said: str) -> None:
    assert late_text(late) == said
