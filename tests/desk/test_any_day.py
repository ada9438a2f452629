"""Whatever is done in whatever order, the record, the tables and the running mean agree."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from judging_app.desk import ballots, conflicts, projector, scoring, sign_in, standings
from judging_app.desk.desk import Desk
from judging_app.domain.event import Board, Method, Scene
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import ORGANISER, Actor
from judging_app.errors import DeskError
from judging_app.store import tables
from judging_app.tally.standings import standings as full_pass
from judging_app.tally.totals import totals
from tests.desk.small_event import (
    ACTORS,
    BO,
    DELIVERY,
    IMPACT,
    JUDGES,
    PINS,
    TEAMS,
    in_memory,
    submit_wholly,
)


class Step:
    """An act with all that it needs but the desk; it shows itself when a walk fails."""

    def __init__(self, act: Callable[..., object], *given_values: object) -> None:
        self._act = act
        self._given = given_values

    def __call__(self, desk: Desk) -> None:
        self._act(desk, *self._given)

    def __repr__(self) -> str:
        return f"{self._act.__name__}{self._given!r}"


def _submit_wholly(desk: Desk, judge: JudgeId, team: TeamId, impact: int) -> None:
    submit_wholly(desk, judge, team, impact)


def _enter_pin(desk: Desk, holder: Actor, pin_of: Actor) -> None:
    sign_in.sign_in(desk, holder, PINS[pin_of])


_actors = st.sampled_from([*ACTORS.values(), BO])
_judges = st.sampled_from([*JUDGES, JudgeId("nobody")])
_teams = st.sampled_from(TEAMS)
_criteria = st.sampled_from([IMPACT, DELIVERY])
_texts = st.sampled_from(["", "  ", "A reason.", "Łódź 不 🐦", "\ud800", "a\0b", "x" * 4001])
_ballot = (_actors, _judges, _teams)
_holders = st.sampled_from([*PINS])

_steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(Step, st.just(ballots.score), *_ballot, _criteria, st.integers(-1, 11)),
    st.builds(Step, st.just(_submit_wholly), st.sampled_from(JUDGES), _teams, st.integers(1, 10)),
    st.builds(Step, st.just(ballots.clear), *_ballot, _criteria),
    st.builds(Step, st.just(ballots.comment), *_ballot, _texts, _texts),
    st.builds(Step, st.just(ballots.submit), *_ballot),
    st.builds(
        Step,
        st.sampled_from([ballots.reopen, ballots.recuse, ballots.mark_absent, ballots.reinstate]),
        *_ballot,
        _texts,
    ),
    st.builds(Step, st.sampled_from([scoring.open_scoring, scoring.publish]), _actors),
    st.builds(
        Step, st.sampled_from([scoring.close_scoring, scoring.reopen_scoring]), _actors, _texts
    ),
    st.builds(Step, st.just(scoring.declare_method), _actors, st.sampled_from(Method)),
    st.builds(Step, st.just(projector.show_board), _actors, st.sampled_from(Board)),
    st.builds(Step, st.just(projector.show_scene), _actors, st.sampled_from(Scene)),
    st.builds(Step, st.just(projector.reveal_to), _actors, st.integers(-1, 4)),
    st.builds(Step, st.just(conflicts.declare), *_ballot, _texts),
    st.builds(Step, st.just(conflicts.decide), *_ballot, st.sampled_from(ConflictDecision), _texts),
    st.builds(Step, st.just(ballots.ballots_of), _actors, _judges),
    st.builds(Step, st.just(_enter_pin), _holders, _holders),
    st.builds(Step, st.just(sign_in.release_lock_out), _actors, _holders),
)


@settings(max_examples=60, deadline=None)
@given(
    before=st.lists(_steps, max_size=4),
    opens=st.booleans(),
    during=st.lists(_steps, max_size=25),
)
def test_after_any_day_replay_and_running_mean_agree_with_the_tables(
    template: Path,
    before: list[Step],
    opens: bool,  # noqa: FBT001 - drawn, not typed
    during: list[Step],
) -> None:
    opening = [Step(scoring.open_scoring, ORGANISER)] if opens else []
    with in_memory(template) as desk:
        for step in [*before, *opening, *during]:
            with suppress(DeskError):
                step(desk)

            assert not desk.file.db.conn.in_transaction
            assert standings.standings_by(desk, Method.MEAN) == _by_a_full_pass(desk)

        assert desk.verification().findings == ()


def _by_a_full_pass(desk: Desk) -> object:
    found = totals(tables.ballots(desk.file.db).values(), desk.setup().rubric)
    return full_pass(TEAMS, JUDGES, found, Method.MEAN)
