"""Whatever is done in whatever order, record, tables and running mean agree and places keep."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from judging_app.desk import (
    ballots,
    calibration,
    clock,
    conflicts,
    decisions,
    panel,
    projector,
    result,
    reveal,
    run_order,
    scoring,
    sheets,
    sign_in,
    standings,
    undo,
)
from judging_app.desk.desk import Changed, Desk
from judging_app.domain.clock import ClockPart
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Audience, Board, Method, Phase, Scene
from judging_app.domain.ids import AwardId, JudgeId, TeamId
from judging_app.domain.keying import Keying
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import ORGANISER, SCORER, Actor
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.errors import DeskError, MethodError
from judging_app.present.wall.facts import WallFacts
from judging_app.store import ballot_rows
from judging_app.tally.standings import standings as full_pass
from judging_app.tally.totals import totals
from tests.desk.priced_event import PRICE, take_in_price
from tests.desk.small_event import (
    ACTORS,
    BO,
    DELIVERY,
    HERON,
    IMPACT,
    J1,
    JUDGES,
    LANTERN,
    PERCH,
    PINS,
    TEAMS,
    in_memory,
    submit_all,
    submit_wholly,
)
from tests.how_many import examples


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
        return self._act in (
            _tell,
            reveal.reveal_to,
            projector.show_board,
            scoring.publish,
            undo.undo,
        )

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


def _tell(desk: Desk, actor: Actor, steps: int) -> None:
    if not desk.programme().confirmed_by:
        reveal.confirm_reveal(desk, actor, BO, PINS[BO])
    reveal.reveal_to(desk, actor, steps)


def _plan(desk: Desk, actor: Actor, kind: RevealKind, top: int, awards: bool) -> None:  # noqa: FBT001
    reveal.plan_reveal(desk, actor, kind, top, names_judges=awards, tells_awards=awards)


def _key(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, turn: int, impact: int) -> None:
    scores = {IMPACT: impact, DELIVERY: 4}
    sheets.key_sheet(desk, actor, Keying(judge, team, turn, "EM", scores, is_done=True))


def _settle(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, impact: int) -> None:
    sheets.settle(desk, actor, judge, team, {IMPACT: impact}, reason="The paper stands.")


def _walk_in(desk: Desk, actor: Actor, name: str) -> None:
    panel.add_judge(desk, actor, name, pin="640173")


def _move_first_to_last(desk: Desk, actor: Actor, reason: str) -> None:
    first, *rest = run_order.run_order(desk)
    run_order.set_run_order(desk, actor, [*rest, first], reason)


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
    st.builds(Step, st.just(reveal.reveal_to), _actors, st.integers(-1, 4)),
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
_on_the_day: st.SearchStrategy[Step] = st.one_of(
    st.builds(Step, st.just(_key), *_ballot, st.integers(0, 3), st.integers(0, 3)),
    st.builds(
        Step, st.just(_key), st.just(SCORER), st.just(J1), _teams, st.integers(1, 2), st.just(3)
    ),
    st.builds(Step, st.just(_settle), st.just(SCORER), st.just(J1), _teams, st.integers(1, 10)),
    st.builds(Step, st.just(_settle), *_ballot, st.integers(0, 11)),
    st.builds(Step, st.just(sheets.drop_keying), *_ballot, _texts),
    st.builds(Step, st.just(_walk_in), _actors, st.sampled_from(["Dee Fox", "Eli Moss", " "])),
    st.builds(Step, st.just(panel.leave_early), _actors, _judges, _texts),
    st.builds(Step, st.just(calibration.score), *_ballot[:2], _criteria, st.integers(-1, 11)),
    st.builds(Step, st.just(calibration.discard), _actors),
    st.builds(Step, st.just(run_order.draw), _actors, _texts, _texts),
    st.builds(Step, st.just(_move_first_to_last), _actors, _texts),
    st.builds(Step, st.sampled_from([clock.start, clock.pause, clock.go_on]), _actors),
    st.builds(Step, st.just(clock.nudge), _actors, st.integers(-400, 400)),
    st.builds(Step, st.just(clock.put_right), _actors, st.integers(-10, 20_000)),
    st.builds(Step, st.just(clock.call), _actors, _any_teams, st.sampled_from(ClockPart)),
    st.builds(Step, st.just(undo.undo), _actors),
    st.builds(Step, st.just(undo.undo), st.just(ORGANISER)),
    st.builds(
        Step,
        st.just(_plan),
        _actors,
        st.sampled_from(RevealKind),
        st.integers(0, 3),
        st.booleans(),
    ),
    st.builds(Step, st.just(_tell), st.just(ORGANISER), st.integers(0, 4)),
    st.builds(Step, st.just(scoring.amend), _actors, _texts, _texts),
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
    st.builds(Step, st.just(_tell), _able, st.integers(0, 3)),
    st.builds(Step, st.just(undo.undo), _able),
    st.builds(Step, st.just(scoring.reopen_scoring), _able, _some_reason),
    st.builds(Step, st.just(decisions.enter_points), _able, _teams, st.just(PRICE), st.just(7)),
)
"""Steps that are mostly allowed, so that a walk gets far."""
_any_steps = st.integers(0, 4).flatmap(
    lambda kind: (_likely, _likely, _decisions, _steps, _on_the_day)[kind]
)


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


@examples(80)
@given(
    has_price=st.booleans(),
    before=st.lists(_any_steps, max_size=4),
    phase=st.sampled_from([Phase.CLOSED, Phase.SCORING, Phase.SETTING_UP]),
    during=st.lists(_any_steps, min_size=6, max_size=25),
)
def test_on_any_day_the_record_the_tables_the_mean_and_the_room_agree_and_no_place_slips_out(
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
            told, seen, recorded = _told(desk), _seen(desk), len(desk.entries())
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
            changed = Changed(desk.entries()[recorded:])
            assert changed.touches_wall or _seen(desk) == seen

        assert desk.verification().findings == ()


def _by_a_full_pass(desk: Desk) -> object:
    found = totals(ballot_rows.ballots(desk.file.db).values(), desk.setup().rubric)
    judges = [judge.id for judge in desk.setup().judges]
    return full_pass(TEAMS, judges, found, Method.MEAN)


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


def _seen(desk: Desk) -> WallFacts:
    """All that the room may see, at no time in particular."""
    return replace(projector.wall_facts(desk), now=datetime.min.replace(tzinfo=UTC))


def _told(desk: Desk) -> set[tuple[TeamId, int]]:
    """The places that the public can read."""
    try:
        rows = standings.view(desk, ORGANISER, Audience.PUBLIC).rows
    except MethodError:
        return set()
    return {(row.team_id, row.place) for row in rows if row.place is not None}
