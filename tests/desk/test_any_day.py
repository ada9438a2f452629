"""Whatever is done in whatever order, record, tables and running mean agree and places keep."""

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from judging_app.desk import (
    ballots,
    conflicts,
    decisions,
    projector,
    result,
    scoring,
    sign_in,
    standings,
)
from judging_app.desk.desk import Desk
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Audience, Board, Method, Phase, Scene
from judging_app.domain.ids import AwardId, JudgeId, TeamId
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import ORGANISER, Actor
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.errors import DeskError, MethodError
from judging_app.store import tables
from judging_app.tally.standings import standings as full_pass
from judging_app.tally.totals import totals
from tests.desk.priced_event import PRICE, take_in_price
from tests.desk.small_event import (
    ACTORS,
    BO,
    DELIVERY,
    HERON,
    IMPACT,
    JUDGES,
    LANTERN,
    PERCH,
    PINS,
    TEAMS,
    in_memory,
    submit_all,
    submit_wholly,
)


class Step:
    """An act with all that it needs but the desk; it shows itself when a walk fails."""

    def __init__(self, act: Callable[..., object], *given_values: object) -> None:
        self._act = act
        self._given = given_values

    def __call__(self, desk: Desk) -> None:
        self._act(desk, *self._given)

    @property
    def tells(self) -> bool:
        """Whether it is there to let the public know more than before."""
        return self._act in (projector.reveal_to, projector.show_board, scoring.publish)

    def __repr__(self) -> str:
        return f"{self._act.__name__}{self._given!r}"


def _submit_wholly(desk: Desk, judge: JudgeId, team: TeamId, impact: int) -> None:
    submit_wholly(desk, judge, team, impact)


def _close(desk: Desk, actor: Actor) -> None:
    scoring.close_scoring(desk, actor, "A reason.")


def _enter_pin(desk: Desk, holder: Actor, pin_of: Actor) -> None:
    sign_in.sign_in(desk, holder, PINS[pin_of])


def _declare_method(desk: Desk, actor: Actor, method: Method, reason: str) -> None:
    decisions.declare_method(desk, actor, method, trims_by_criterion=True, reason=reason)


_actors = st.sampled_from([*ACTORS.values(), BO])
_judges = st.sampled_from([*JUDGES, JudgeId("nobody")])
_teams = st.sampled_from(TEAMS)
_any_teams = st.sampled_from([*TEAMS, TeamId("nobody")])
_criteria = st.sampled_from([IMPACT, DELIVERY])
_tie_breaks = st.one_of(
    st.builds(DeclaredTieBreak, st.just(TieRule.NAMED_CRITERION), st.sampled_from([IMPACT, PRICE])),
    st.builds(
        DeclaredTieBreak,
        st.sampled_from([rule for rule in TieRule if rule is not TieRule.NAMED_CRITERION]),
    ),
)
_awards = st.sampled_from(
    [
        Award(AwardId("a"), "The cup", AwardKind.PLACE, place=1),
        Award(AwardId("a"), "The choice", AwardKind.PANEL, passes_over_winners=True),
        Award(AwardId("b"), "Pitch", AwardKind.CRITERIA, criteria=(DELIVERY, IMPACT, DELIVERY)),
        Award(AwardId("c"), "Price", AwardKind.CRITERIA, criteria=(PRICE,)),
        Award(AwardId("d"), "Nothing", AwardKind.PLACE, place=0),
    ]
)
_orders = st.lists(st.lists(_any_teams, max_size=3), max_size=3)
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
    st.builds(Step, st.just(_declare_method), _actors, st.sampled_from(Method), _texts),
    st.builds(Step, st.just(projector.show_board), _actors, st.sampled_from(Board)),
    st.builds(Step, st.just(projector.show_scene), _actors, st.sampled_from(Scene)),
    st.builds(Step, st.just(projector.reveal_to), _actors, st.integers(-1, 4)),
    st.builds(Step, st.just(conflicts.declare), *_ballot, _texts),
    st.builds(Step, st.just(conflicts.decide), *_ballot, st.sampled_from(ConflictDecision), _texts),
    st.builds(Step, st.just(ballots.ballots_of), _actors, _judges),
    st.builds(Step, st.just(_enter_pin), _holders, _holders),
    st.builds(Step, st.just(sign_in.release_lock_out), _actors, _holders),
)
_decisions: st.SearchStrategy[Step] = st.one_of(
    st.builds(
        Step,
        st.just(decisions.declare_tie_breaks),
        _actors,
        st.lists(_tie_breaks, max_size=3),
        _texts,
    ),
    st.builds(
        Step, st.just(decisions.exclude), _actors, _any_teams, st.sampled_from(Exclusion), _texts
    ),
    st.builds(Step, st.just(decisions.restore), _actors, _any_teams, _texts),
    st.builds(
        Step,
        st.just(decisions.set_penalty),
        _actors,
        _any_teams,
        st.fractions(-1, 20, max_denominator=3),
        _texts,
    ),
    st.builds(
        Step,
        st.just(decisions.enter_points),
        _actors,
        _any_teams,
        st.sampled_from([PRICE, PRICE, IMPACT]),
        st.integers(-1, 21),
    ),
    st.builds(
        Step, st.just(decisions.agree_score), *_ballot, _criteria, st.integers(-1, 11), _texts
    ),
    st.builds(Step, st.just(decisions.decide_order), _actors, _orders, _texts),
    st.builds(Step, st.just(decisions.drop_decision), _actors, _texts),
    st.builds(Step, st.just(decisions.declare_award), _actors, _awards),
    st.builds(
        Step,
        st.just(decisions.decide_award),
        _actors,
        st.sampled_from([AwardId(letter) for letter in "abcd"]),
        st.lists(_any_teams, max_size=3),
        _texts,
    ),
)
_some_reason = st.just("A reason.")
_able = st.just(ORGANISER)
_likely: st.SearchStrategy[Step] = st.one_of(
    st.builds(Step, st.just(_submit_wholly), st.sampled_from(JUDGES), _teams, st.integers(1, 3)),
    st.builds(Step, st.just(_close), _able),
    st.builds(
        Step,
        st.just(decisions.exclude),
        _able,
        _teams,
        st.sampled_from(Exclusion),
        _some_reason,
    ),
    st.builds(
        Step,
        st.just(decisions.agree_score),
        _able,
        st.sampled_from(JUDGES),
        _teams,
        _criteria,
        st.integers(1, 10),
        _some_reason,
    ),
    st.builds(
        Step,
        st.just(decisions.set_penalty),
        _able,
        _teams,
        st.sampled_from([Fraction(0), Fraction(1), Fraction(5, 3)]),
        _some_reason,
    ),
    st.builds(
        Step,
        st.just(decisions.decide_order),
        _able,
        st.sampled_from([[[HERON, LANTERN]], [[PERCH]], [[HERON], [LANTERN, PERCH]]]),
        _some_reason,
    ),
    st.builds(
        Step, st.just(decisions.declare_tie_breaks), _able, st.lists(_tie_breaks), _some_reason
    ),
    st.builds(Step, st.just(projector.reveal_to), _able, st.integers(0, 3)),
    st.builds(Step, st.just(scoring.reopen_scoring), _able, _some_reason),
    st.builds(Step, st.just(decisions.enter_points), _able, _teams, st.just(PRICE), st.just(7)),
)
"""Steps that are mostly allowed, so that a walk gets far."""
_any_steps = st.integers(0, 3).flatmap(lambda kind: (_likely, _likely, _decisions, _steps)[kind])


def _bring_to(desk: Desk, phase: Phase) -> None:
    """Take an event that is being set up to `phase`, by way of every ballot and every price."""
    if phase is Phase.SETTING_UP:
        return
    scoring.open_scoring(desk, ORGANISER)
    if phase is Phase.SCORING:
        return
    submit_all(desk)
    if desk.setup().rubric.by_organiser:
        for team in TEAMS:
            decisions.enter_points(desk, ORGANISER, team, PRICE, 5)
    scoring.close_scoring(desk, ORGANISER)


@settings(max_examples=80, deadline=None)
@given(
    has_price=st.booleans(),
    before=st.lists(_any_steps, max_size=4),
    phase=st.sampled_from([Phase.CLOSED, Phase.SCORING, Phase.SETTING_UP]),
    during=st.lists(_any_steps, min_size=6, max_size=25),
)
def test_on_any_day_the_record_the_tables_and_the_running_mean_agree_and_no_place_slips_out(
    template: Path,
    has_price: bool,  # noqa: FBT001 - drawn, not typed
    before: list[Step],
    phase: Phase,
    during: list[Step],
) -> None:
    reaching = Step(_bring_to, phase)
    with in_memory(template) as desk:
        if has_price:
            take_in_price(desk)
        for step in [*before, reaching, *during]:
            told = _told(desk)
            with suppress(DeskError):
                step(desk)

            assert (
                step.tells
                or step is reaching
                or desk.event().board is Board.LIVE
                or _told(desk) <= told
            )
            assert not desk.file.db.conn.in_transaction
            assert desk.running_mean().standings() == _by_a_full_pass(desk)
            assert _shown(desk) == _settled(desk)

        assert desk.verification().findings == ()


def _by_a_full_pass(desk: Desk) -> object:
    found = totals(tables.ballots(desk.file.db).values(), desk.setup().rubric)
    return full_pass(TEAMS, JUDGES, found, Method.MEAN)


def _shown(desk: Desk) -> object:
    """The result by the mean as everyone is given it: by the running mean, where it is plain."""
    try:
        return standings.standings_by(desk, Method.MEAN)
    except MethodError as refusal:
        return str(refusal)


def _settled(desk: Desk) -> object:
    """The same, worked out from everything that it follows from."""
    try:
        return result.settled(desk, Method.MEAN).standings
    except MethodError as refusal:
        return str(refusal)


def _told(desk: Desk) -> set[tuple[TeamId, int]]:
    """The places that the public can read."""
    try:
        rows = standings.view(desk, ORGANISER, Audience.PUBLIC).rows
    except MethodError:
        return set()
    return {(row.team_id, row.place) for row in rows if row.place is not None}
