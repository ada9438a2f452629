"""Who may do and see what, and when: written out a second time, to change only on purpose."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.desk import (
    ballots,
    conflicts,
    decisions,
    projector,
    scoring,
    sign_in,
    standings,
)
from judging_app.desk.desk import Desk
from judging_app.desk.events import take_in
from judging_app.desk.rights import RIGHTS, SIGHTS
from judging_app.domain.acts import (
    ACTS,
    Act,
    AgreeScore,
    CloseScoring,
    CreateEvent,
    DecideAward,
    DecideConflict,
    DecideOrder,
    DeclareAward,
    DeclareConflict,
    DeclareMethod,
    DeclareTieBreaks,
    DropDecision,
    EnterPoints,
    ExcludeTeam,
    MarkAbsent,
    OpenScoring,
    Publish,
    RecuseJudge,
    Refuse,
    ReinstateBallot,
    ReleaseLockOut,
    ReopenBallot,
    ReopenScoring,
    RestoreTeam,
    Reveal,
    SaveBallot,
    SetPenalty,
    SetPin,
    SetUp,
    ShowBoard,
    ShowScene,
    SignIn,
    SignOut,
    SubmitBallot,
    TakeInBallot,
    TrySignIn,
    act_name,
)
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Audience, Board, Method, Phase, Scene
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Role
from judging_app.domain.setup import Intake
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.errors import NotAllowedError
from tests.desk.priced_event import PRICE, take_in_price
from tests.desk.small_event import (
    ACTORS,
    ADA,
    BO,
    HERON,
    IMPACT,
    J1,
    J2,
    LANTERN,
    PINS,
    TEAMS,
    in_memory,
    score_wholly,
    small_setup,
    submit_all,
    submit_wholly,
)
from tests.store.replaying import all_rows
from tests.store.scenarios import CHOICE

_WHY = "The test says so."


def _nothing(_desk: Desk) -> None:
    """Nothing has to be so first."""


@dataclass(frozen=True, slots=True)
class Case:
    """An act as a person does it, and what has to be so that only the right decides."""

    do: Callable[[Desk, Actor], object]
    while_setting_up: Callable[[Desk], object] = _nothing
    while_scoring: Callable[[Desk], object] = _nothing
    once_closed: Callable[[Desk], object] = _nothing


def _sign_in(desk: Desk, actor: Actor) -> None:
    sign_in.sign_in(desk, actor, PINS[actor])


CASES: Mapping[type[Act], Case] = {
    SetUp: Case(lambda d, a: take_in(d, a, Intake(small_setup()))),
    TakeInBallot: Case(
        lambda d, a: take_in(
            d, a, Intake(small_setup(), (Ballot(J2, LANTERN, BallotState.ABSENT),))
        )
    ),
    DeclareMethod: Case(lambda d, a: decisions.declare_method(d, a, Method.ADJUSTED, reason=_WHY)),
    DeclareTieBreaks: Case(
        lambda d, a: decisions.declare_tie_breaks(d, a, [DeclaredTieBreak(TieRule.JOINT)], _WHY)
    ),
    DeclareAward: Case(lambda d, a: decisions.declare_award(d, a, CHOICE)),
    OpenScoring: Case(scoring.open_scoring),
    CloseScoring: Case(lambda d, a: scoring.close_scoring(d, a, _WHY)),
    ReopenScoring: Case(lambda d, a: scoring.reopen_scoring(d, a, _WHY)),
    Publish: Case(scoring.publish),
    ShowBoard: Case(lambda d, a: projector.show_board(d, a, Board.LIVE)),
    ShowScene: Case(lambda d, a: projector.show_scene(d, a, Scene.BLACK)),
    Reveal: Case(lambda d, a: projector.reveal_to(d, a, 1), while_scoring=submit_all),
    SetPin: Case(lambda d, a: sign_in.set_pin(d, a, BO, "640173")),
    TrySignIn: Case(_sign_in),
    SignIn: Case(_sign_in),
    SignOut: Case(sign_in.sign_out),
    ReleaseLockOut: Case(lambda d, a: sign_in.release_lock_out(d, a, BO)),
    SaveBallot: Case(lambda d, a: ballots.score(d, a, J1, HERON, IMPACT, 4)),
    SubmitBallot: Case(
        lambda d, a: ballots.submit(d, a, J1, HERON),
        while_scoring=lambda d: score_wholly(d, J1, HERON),
    ),
    ReopenBallot: Case(
        lambda d, a: ballots.reopen(d, a, J1, HERON, _WHY),
        while_scoring=lambda d: submit_wholly(d, J1, HERON),
    ),
    RecuseJudge: Case(lambda d, a: ballots.recuse(d, a, J1, HERON, _WHY)),
    MarkAbsent: Case(lambda d, a: ballots.mark_absent(d, a, J1, HERON, _WHY)),
    ReinstateBallot: Case(
        lambda d, a: ballots.reinstate(d, a, J1, HERON, _WHY),
        while_setting_up=lambda d: ballots.mark_absent(d, HOST, J1, HERON),
    ),
    DeclareConflict: Case(lambda d, a: conflicts.declare(d, a, J1, HERON, _WHY)),
    DecideConflict: Case(
        lambda d, a: conflicts.decide(d, a, J1, HERON, ConflictDecision.RECUSED, _WHY),
        while_setting_up=lambda d: conflicts.declare(d, ADA, J1, HERON, _WHY),
    ),
    ExcludeTeam: Case(lambda d, a: decisions.exclude(d, a, HERON, Exclusion.DISQUALIFIED, _WHY)),
    RestoreTeam: Case(
        lambda d, a: decisions.restore(d, a, HERON, _WHY),
        while_setting_up=lambda d: decisions.exclude(d, HOST, HERON, Exclusion.WITHDRAWN, _WHY),
    ),
    SetPenalty: Case(lambda d, a: decisions.set_penalty(d, a, HERON, Fraction(1, 3), _WHY)),
    EnterPoints: Case(
        lambda d, a: decisions.enter_points(d, a, HERON, PRICE, 0), while_setting_up=take_in_price
    ),
    AgreeScore: Case(
        lambda d, a: decisions.agree_score(d, a, J1, HERON, IMPACT, 8, _WHY),
        while_scoring=submit_all,
    ),
    DecideOrder: Case(lambda d, a: decisions.decide_order(d, a, [[HERON, LANTERN]], _WHY)),
    DropDecision: Case(
        lambda d, a: decisions.drop_decision(d, a, _WHY),
        once_closed=lambda d: decisions.decide_order(d, ORGANISER, [[HERON]], _WHY),
    ),
    DecideAward: Case(
        lambda d, a: decisions.decide_award(d, a, CHOICE.id, [HERON], _WHY),
        while_setting_up=lambda d: decisions.declare_award(d, ORGANISER, CHOICE),
    ),
}
NOT_ASKED_FOR = {CreateEvent, Refuse}
"""Nobody does these to an open event: a file begins with the one, and the desk writes the other."""

_O, _H, _S, _J = Role.ORGANISER, Role.HOST, Role.SCORER, Role.JUDGE
_1, _2, _3, _4 = Phase.SETTING_UP, Phase.SCORING, Phase.CLOSED, Phase.PUBLISHED

MAY_DO: Mapping[type[Act], tuple[set[Role], set[Phase]]] = {
    SetUp: ({_O}, {_1}),
    TakeInBallot: ({_O}, {_1}),
    DeclareMethod: ({_O}, {_1, _2, _3}),
    DeclareTieBreaks: ({_O}, {_1, _2, _3}),
    DeclareAward: ({_O}, {_1, _2, _3}),
    OpenScoring: ({_O, _H}, {_1}),
    CloseScoring: ({_O, _H}, {_2}),
    ReopenScoring: ({_O}, {_3}),
    Publish: ({_O}, {_3}),
    ShowBoard: ({_O, _H}, {_1, _2}),
    ShowScene: ({_O, _H}, {_1, _2, _3, _4}),
    Reveal: ({_O, _H}, {_3, _4}),
    SetPin: ({_O}, {_1, _2, _3, _4}),
    TrySignIn: ({_O, _H, _S, _J}, {_1, _2, _3, _4}),
    SignIn: ({_O, _H, _S, _J}, {_1, _2, _3, _4}),
    SignOut: ({_O, _H, _S, _J}, {_1, _2, _3, _4}),
    ReleaseLockOut: ({_O, _H}, {_1, _2, _3, _4}),
    SaveBallot: ({_S, _J}, {_2}),
    SubmitBallot: ({_S, _J}, {_2}),
    ReopenBallot: ({_O, _H}, {_2}),
    RecuseJudge: ({_O, _H}, {_1, _2}),
    MarkAbsent: ({_O, _H}, {_1, _2}),
    ReinstateBallot: ({_O, _H}, {_1, _2}),
    DeclareConflict: ({_O, _H, _S, _J}, {_1, _2}),
    DecideConflict: ({_O}, {_1, _2}),
    ExcludeTeam: ({_O, _H}, {_1, _2, _3}),
    RestoreTeam: ({_O, _H}, {_1, _2, _3}),
    SetPenalty: ({_O, _H}, {_1, _2, _3}),
    EnterPoints: ({_O}, {_1, _2, _3}),
    AgreeScore: ({_O}, {_2, _3}),
    DecideOrder: ({_O}, {_3}),
    DropDecision: ({_O}, {_3}),
    DecideAward: ({_O}, {_3}),
}


def _bring_to(desk: Desk, phase: Phase, case: Case) -> None:
    case.while_setting_up(desk)
    if phase is _1:
        return
    scoring.open_scoring(desk, ORGANISER)
    case.while_scoring(desk)
    if phase is _2:
        return
    scoring.close_scoring(desk, ORGANISER, _WHY)
    case.once_closed(desk)
    if phase is _4:
        scoring.publish(desk, ORGANISER)


def test_every_act_is_in_the_table_of_rights_and_in_this_one() -> None:
    assert set(RIGHTS) == set(ACTS)
    assert set(MAY_DO) == set(CASES) == set(ACTS) - NOT_ASKED_FOR


@pytest.mark.parametrize("phase", Phase, ids=lambda phase: phase.value)
@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
@pytest.mark.parametrize("act", CASES, ids=act_name)
def test_an_act_is_done_or_refused_as_the_rights_say(
    act: type[Act], role: Role, phase: Phase, template: Path
) -> None:
    case, actor = CASES[act], ACTORS[role]
    roles, phases = MAY_DO[act]
    with in_memory(template) as desk:
        _bring_to(desk, phase, case)
        entries, rows = desk.entries(), all_rows(desk.file.db)

        if role in roles and phase in phases:
            case.do(desk, actor)

            done = desk.entries()[len(entries) :]
            assert act_name(act) in {entry.act for entry in done}
            assert {entry.actor for entry in done} == {actor.key}
        else:
            with pytest.raises(NotAllowedError) as refusal:
                case.do(desk, actor)

            (refused,) = desk.entries()[len(entries) :]
            asked = SetUp if act is TakeInBallot else act
            assert (refused.act, refused.actor) == (act_name(Refuse), actor.key)
            assert f'"act":"{act_name(asked)}"' in refused.body
            assert str(refusal.value)
            assert all_rows(desk.file.db) == rows


LOOKS: Mapping[str, tuple[Callable[[Desk, Actor], object], Mapping[Role, set[Phase]]]] = {
    "Ada's ballot": (
        lambda d, a: ballots.ballot(d, a, J1, LANTERN),
        {_O: {_1, _2, _3, _4}, _S: {_2}, _J: {_1, _2, _3, _4}},
    ),
    "Bo's ballot": (
        lambda d, a: ballots.ballot(d, a, J2, LANTERN),
        {_O: {_1, _2, _3, _4}, _S: {_2}},
    ),
    "Ada's ballots": (
        lambda d, a: ballots.ballots_of(d, a, J1),
        {_O: {_1, _2, _3, _4}, _S: {_2}, _J: {_1, _2, _3, _4}},
    ),
    "Bo's ballots": (
        lambda d, a: ballots.ballots_of(d, a, J2),
        {_O: {_1, _2, _3, _4}, _S: {_2}},
    ),
    "all ballots": (ballots.all_ballots, {_O: {_1, _2, _3, _4}}),
    "progress": (
        ballots.progress,
        {_O: {_1, _2, _3, _4}, _H: {_1, _2, _3, _4}, _S: {_1, _2, _3, _4}},
    ),
    "caution": (
        standings.caution,
        {_O: {_1, _2, _3, _4}, _H: {_1, _2, _3, _4}, _S: {_1, _2, _3, _4}},
    ),
    "the panel's result": (
        lambda d, a: standings.view(d, a, Audience.PANEL),
        {_O: {_1, _2, _3, _4}, _H: {_3, _4}},
    ),
    "comparison": (standings.comparison, {_O: {_1, _2, _3, _4}, _H: {_3, _4}}),
    "the public's result": (
        lambda d, a: standings.view(d, a, Audience.PUBLIC),
        {_O: {_1, _2, _3, _4}, _H: {_1, _2, _3, _4}, _S: {_1, _2, _3, _4}, _J: {_1, _2, _3, _4}},
    ),
}
"""For each look at something, by Ada where it is a judge's: who may take it, and when."""


def test_every_role_and_phase_of_a_sight_is_one_that_exists() -> None:
    assert {role for sight in SIGHTS.values() for role in sight} <= set(Role)
    assert len(SIGHTS) == 5  # a sixth needs a look here


@pytest.mark.parametrize("phase", Phase, ids=lambda phase: phase.value)
@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
@pytest.mark.parametrize("look", LOOKS)
def test_a_look_is_given_or_refused_as_the_rights_say(
    look: str, role: Role, phase: Phase, template: Path
) -> None:
    take, may = LOOKS[look]
    actor = ACTORS[role]
    with in_memory(template) as desk:
        _bring_to(desk, phase, Case(_sign_in, while_scoring=submit_all))
        entries = desk.entries()

        if phase in may.get(role, set()):
            take(desk, actor)

            assert desk.entries() == entries
        else:
            with pytest.raises(NotAllowedError):
                take(desk, actor)

            (refused,) = desk.entries()[len(entries) :]
            assert (refused.act, refused.actor) == (act_name(Refuse), actor.key)
            assert '"act":"see ' in refused.body


@pytest.mark.parametrize(
    "do",
    [
        lambda desk: ballots.score(desk, ADA, J2, LANTERN, IMPACT, 1),
        lambda desk: ballots.clear(desk, ADA, J2, LANTERN, IMPACT),
        lambda desk: ballots.comment(desk, ADA, J2, LANTERN, "Poor.", ""),
        lambda desk: ballots.submit(desk, ADA, J2, LANTERN),
        lambda desk: conflicts.declare(desk, ADA, J2, LANTERN, "His cousin."),
    ],
    ids=["score", "clear", "comment", "submit", "declare"],
)
def test_a_judge_acts_for_no_other_judge_and_the_attempt_is_on_the_record(
    do: Callable[[Desk], object], template: Path
) -> None:
    with in_memory(template) as desk:
        scoring.open_scoring(desk, HOST)
        score_wholly(desk, J2, LANTERN)
        rows = all_rows(desk.file.db)

        with pytest.raises(NotAllowedError):
            do(desk)

        assert all_rows(desk.file.db) == rows
        assert (desk.entries()[-1].act, desk.entries()[-1].actor) == ("refuse", ADA.key)


def test_progress_tells_who_has_scored_whom_and_no_score(template: Path) -> None:
    with in_memory(template) as desk:
        scoring.open_scoring(desk, HOST)
        submit_wholly(desk, J1, LANTERN)
        ballots.comment(desk, ADA, J1, HERON, "For the team.", "For the panel.")

        seen = ballots.progress(desk, HOST)

        assert seen[J1, LANTERN].state is BallotState.SUBMITTED
        assert all(
            not (ballot.scores or ballot.for_team or ballot.for_panel) for ballot in seen.values()
        )


@pytest.mark.parametrize("phase", [Phase.SCORING, Phase.CLOSED], ids=lambda phase: phase.value)
def test_the_public_and_the_room_learn_nothing_before_it_is_told(
    phase: Phase, template: Path
) -> None:
    with in_memory(template) as desk:
        _bring_to(desk, phase, Case(_sign_in, while_scoring=submit_all))
        secrets = standings.view(desk, ORGANISER, Audience.PANEL).rows

        for told in (standings.view(desk, HOST, Audience.PUBLIC), projector.room_view(desk)):
            assert all(row.score_text and row.score_text not in repr(told) for row in secrets)
            assert all(row.exact_text and row.exact_text not in repr(told) for row in secrets)
        public = standings.view(desk, SCORER, Audience.PUBLIC)
        assert [row.team_id for row in public.rows] == list(TEAMS)
        assert {(row.place, row.place_text, row.score) for row in public.rows} == {(None, "", None)}
        assert public.note == ""


def test_the_public_gets_no_other_method_than_the_declared_one(template: Path) -> None:
    with in_memory(template) as desk:
        _bring_to(desk, Phase.PUBLISHED, Case(_sign_in, while_scoring=submit_all))

        with pytest.raises(NotAllowedError, match="declared method only"):
            standings.view(desk, ORGANISER, Audience.PUBLIC, Method.ADJUSTED)


def test_the_published_result_is_the_panels_result(template: Path) -> None:
    with in_memory(template) as desk:
        _bring_to(desk, Phase.PUBLISHED, Case(_sign_in, while_scoring=submit_all))

        public = standings.view(desk, ADA, Audience.PUBLIC)

        assert public.rows == standings.view(desk, ORGANISER, Audience.PANEL).rows
        assert [row.place for row in public.rows] == [1, 2, 3]
