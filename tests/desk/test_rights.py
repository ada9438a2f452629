"""Who may do and see what, and when: written out a second time, to change only on purpose."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import product
from pathlib import Path
from types import ModuleType

import pytest

from judging_app.desk import (
    ballots,
    conflicts,
    projector,
    rights,
    scoring,
    sign_in,
    standings,
    undo,
)
from judging_app.desk.desk import Desk
from judging_app.desk.forgetting import people
from judging_app.desk.keeping import recovery
from judging_app.desk.rights import RIGHTS, SIGHTS
from judging_app.desk.set_up import dress_rehearsal
from judging_app.domain.acts import (
    ACTS,
    Act,
    AddJudge,
    AgreeScore,
    AmendResult,
    ArrangeCertificates,
    BeginRehearsal,
    ChangeSetUp,
    CloseScoring,
    ConfirmPin,
    ConfirmReveal,
    DecideAward,
    DecideConflict,
    DecideOrder,
    DeclareAward,
    DeclareConflict,
    DeclareMethod,
    DeclareTieBreaks,
    DescribeEvent,
    DiscardCalibration,
    DropDecision,
    DropKeying,
    EnterPoints,
    ExcludeTeam,
    ForgetPeople,
    HandOutPin,
    KeepPicture,
    KeySheet,
    MarkAbsent,
    OpenScoring,
    PlanReveal,
    ProveNames,
    Publish,
    RecuseJudge,
    Refuse,
    RehearseReveal,
    ReinstateBallot,
    ReleaseLockOut,
    ReopenBallot,
    ReopenScoring,
    RestoreEvent,
    RestoreTeam,
    Reveal,
    ReviewComments,
    SaveBallot,
    ScoreCalibration,
    SetClock,
    SetDeleteOn,
    SetLook,
    SetPassphrase,
    SetPenalty,
    SetPin,
    SetRunOrder,
    SettleBallot,
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
from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Audience, Method, Phase
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Role
from judging_app.errors import DeskError, NotAllowedError
from tests.desk.acts_done import CASES, NOT_ASKED_FOR, OTHER_WAYS, SCORED, Case, bring_case_to
from tests.desk.looks_taken import LOOKS, Take
from tests.desk.small_event import (
    ACTORS,
    ADA,
    HERON,
    IMPACT,
    J1,
    J2,
    LANTERN,
    TEAMS,
    copy_of,
    in_memory,
    naming,
    score_wholly,
    submit_wholly,
)
from tests.desk.who_asks import desk_modules, named_by, told_who_acts
from tests.store.replaying import all_rows

_O, _H, _S, _J = Role.ORGANISER, Role.HOST, Role.SCORER, Role.JUDGE
_1, _2, _3, _4 = Phase.SETTING_UP, Phase.SCORING, Phase.CLOSED, Phase.PUBLISHED

MAY_DO: Mapping[type[Act], tuple[set[Role], set[Phase]]] = {
    SetUp: ({_O}, {_1}),
    ChangeSetUp: ({_O}, {_1, _2, _3, _4}),
    BeginRehearsal: ({_O}, {_1}),
    ProveNames: ({_O}, {_1, _2, _3, _4}),
    DescribeEvent: ({_O}, {_1, _2, _3, _4}),
    TakeInBallot: ({_O}, {_1}),
    DeclareMethod: ({_O}, {_1, _2, _3}),
    DeclareTieBreaks: ({_O}, {_1, _2, _3}),
    DeclareAward: ({_O}, {_1, _2, _3}),
    OpenScoring: ({_O, _H}, {_1}),
    CloseScoring: ({_O, _H}, {_2}),
    ReopenScoring: ({_O}, {_3}),
    Publish: ({_O}, {_3}),
    ShowBoard: ({_O, _H}, {_1, _2}),
    AmendResult: ({_O}, {_4}),
    AddJudge: ({_O, _H}, {_1, _2}),
    SetRunOrder: ({_O, _H}, {_1, _2}),
    SetClock: ({_O, _H}, {_1, _2, _3, _4}),
    SetLook: ({_O}, {_1, _2, _3, _4}),
    KeepPicture: ({_O}, {_1, _2, _3, _4}),
    ArrangeCertificates: ({_O}, {_1, _2, _3, _4}),
    ReviewComments: ({_O}, {_2, _3, _4}),
    ShowScene: ({_O, _H}, {_1, _2, _3, _4}),
    PlanReveal: ({_O, _H}, {_3, _4}),
    ConfirmReveal: ({_O, _H}, {_3, _4}),
    RehearseReveal: ({_O, _H}, {_1, _2, _3, _4}),
    RestoreEvent: ({_O, _H}, {_1, _2, _3, _4}),
    Reveal: ({_O, _H}, {_3, _4}),
    SetPin: ({_O}, {_1, _2, _3, _4}),
    HandOutPin: ({_O, _H}, {_1, _2, _3, _4}),
    TrySignIn: ({_O, _H, _S, _J}, {_1, _2, _3, _4}),
    SignIn: ({_O, _H, _S, _J}, {_1, _2, _3, _4}),
    SignOut: ({_O, _H, _S, _J}, {_1, _2, _3, _4}),
    ConfirmPin: ({_O, _H, _S, _J}, {_1, _2, _3, _4}),
    ReleaseLockOut: ({_O, _H}, {_1, _2, _3, _4}),
    SetPassphrase: ({_O}, {_1, _2, _3, _4}),
    SaveBallot: ({_J}, {_2}),
    SubmitBallot: ({_J}, {_2}),
    KeySheet: ({_S}, {_2}),
    DropKeying: ({_S, _O, _H}, {_2}),
    SettleBallot: ({_S}, {_2}),
    ScoreCalibration: ({_J}, {_1}),
    DiscardCalibration: ({_O, _H}, {_1}),
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
    SetDeleteOn: ({_O}, {_1, _2, _3, _4}),
    ForgetPeople: ({_O}, {_3, _4}),
}

WAYS = (
    *(pytest.param(act, case, id=act_name(act)) for act, case in CASES.items()),
    *(
        pytest.param(act, case, id=f"{act_name(act)}: {way}")
        for way, (act, case) in OTHER_WAYS.items()
    ),
)

ASKED_BY_THE_DESK = frozenset(
    {
        ballots.check_may_see,
        dress_rehearsal.begin,  # records nothing; its own test refuses everybody else
        people.can_forget,
        recovery.check_pin,
        recovery.restore,
        recovery.stay,
        rights.check_act,
        rights.check_sight,
        rights.may,
        rights.may_close,
        rights.may_see,
        sign_in.has_pin,
        sign_in.pin_place,
        sign_in.wait_of,
        undo.undo,
        undo.undoable,
    }
)
"""What gives nothing away by itself: the checks, who has a PIN, how long a name must wait, and the
undoing of one's own last act, which needs the right to that very act.
"""


def _everything_done() -> list[Callable[..., object]]:
    done = [case.do for case in (*CASES.values(), *(case for _, case in OTHER_WAYS.values()))]
    return [*done, *(take for take, _ in LOOKS.values())]


def test_every_act_is_in_the_table_of_rights_and_in_this_one() -> None:
    assert set(RIGHTS) == set(ACTS)
    assert set(MAY_DO) == set(CASES) == set(ACTS) - NOT_ASKED_FOR


def test_every_function_that_is_told_who_acts_is_in_a_table_of_acts_or_of_looks() -> None:
    asked = told_who_acts(desk_modules())
    listed = {one for do in _everything_done() for one in named_by(do)}

    assert [name for name, one in asked.items() if one not in listed | ASKED_BY_THE_DESK] == []
    assert len(asked) > 80
    assert set(asked.values()) >= ASKED_BY_THE_DESK


def test_a_new_function_of_the_desk_that_no_table_names_is_found() -> None:
    module = ModuleType("judging_app.desk.new_question")
    source = (
        "from judging_app.domain.roles import Actor\n"
        "def everything(desk: object, whoever: Actor | None = None) -> None: ...\n"
        "def _own(desk: object, actor: Actor) -> None: ...\n"
        "def nothing(desk: object) -> None: ...\n"
    )
    exec(source, module.__dict__)  # noqa: S102 - a module as it might be written tomorrow

    found = told_who_acts([module])

    assert list(found) == ["judging_app.desk.new_question.everything"]
    assert not {one for do in _everything_done() for one in named_by(do)} & set(found.values())


@pytest.mark.row(59)
@pytest.mark.parametrize(("act", "case"), WAYS)
def test_an_act_is_done_or_refused_as_the_rights_say(
    act: type[Act], case: Case, template: Path
) -> None:
    roles, phases = MAY_DO[act]
    for phase in Phase:
        may = roles if phase in phases else set()
        with in_memory(template) as desk:
            bring_case_to(desk, phase, case)
            for role in Role:
                attempt = _is_done if role in may else _is_refused
                with naming(role.value, phase.value), copy_of(desk) as own:
                    attempt(own, act, case, ACTORS[role])


def _is_done(desk: Desk, act: type[Act], case: Case, actor: Actor) -> None:
    before = len(desk.entries())

    case.do(desk, actor)

    done = desk.entries()[before:]
    assert act_name(act) in {entry.act for entry in done}
    assert {entry.actor for entry in done if entry.act == act_name(act)} == {actor.key}


def _is_refused(desk: Desk, act: type[Act], case: Case, actor: Actor) -> None:
    before, rows = len(desk.entries()), all_rows(desk.file.db)

    with pytest.raises(NotAllowedError) as refusal:
        case.do(desk, actor)

    (refused,) = desk.entries()[before:]
    asked = SetUp if act is TakeInBallot else act
    assert (refused.act, refused.actor) == (act_name(Refuse), actor.key)
    assert f'"act":"{act_name(asked)}"' in refused.body
    assert str(refusal.value)
    assert all_rows(desk.file.db) == rows


@pytest.mark.row(59)
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
        bring_case_to(desk, phase, SCORED)
        secrets = standings.view(desk, ORGANISER, Audience.PANEL).rows

        for told in (standings.view(desk, HOST, Audience.PUBLIC), projector.shown(desk)):
            assert all(row.score_text and row.score_text not in repr(told) for row in secrets)
            assert all(row.exact_text and row.exact_text not in repr(told) for row in secrets)
        public = standings.view(desk, SCORER, Audience.PUBLIC)
        assert [row.team_id for row in public.rows] == list(TEAMS)
        assert {(row.place, row.place_text, row.score) for row in public.rows} == {(None, "", None)}
        assert public.note == ""


def test_the_public_gets_no_other_method_than_the_declared_one(template: Path) -> None:
    with in_memory(template) as desk:
        bring_case_to(desk, Phase.PUBLISHED, SCORED)

        with pytest.raises(NotAllowedError, match="event’s method"):
            standings.view(desk, ORGANISER, Audience.PUBLIC, Method.ADJUSTED)


def test_the_published_result_is_the_panels_result(template: Path) -> None:
    with in_memory(template) as desk:
        bring_case_to(desk, Phase.PUBLISHED, SCORED)

        public = standings.view(desk, ADA, Audience.PUBLIC)

        assert public.rows == standings.view(desk, ORGANISER, Audience.PANEL).rows
        assert [row.place for row in public.rows] == [1, 2, 3]


def test_every_role_and_phase_of_a_sight_is_one_that_exists() -> None:
    assert {role for sight in SIGHTS.values() for role in sight} <= set(Role)
    assert len(SIGHTS) == 8  # a ninth needs a look here


@contextmanager
def _whether_or_not_there_is_an_answer() -> Iterator[None]:
    """Let pass what is no matter of rights: too few ballots, a sheet that is in already."""
    try:
        yield
    except NotAllowedError:
        raise
    except DeskError:
        pass


@pytest.fixture(scope="module")
def days(template: Path) -> Iterator[Mapping[Phase, Desk]]:
    """A scored day in each phase, to copy."""
    with ExitStack() as opened:
        desks = {phase: opened.enter_context(in_memory(template)) for phase in Phase}
        for phase, desk in desks.items():
            bring_case_to(desk, phase, SCORED)
        yield desks


@pytest.mark.row(59)
@pytest.mark.parametrize("look", LOOKS)
def test_a_look_is_given_or_refused_as_the_rights_say(
    look: str, days: Mapping[Phase, Desk]
) -> None:
    take, may = LOOKS[look]
    for phase, role in product(Phase, Role):
        attempt = _is_given if phase in may.get(role, set()) else _is_hidden
        with naming(role.value, phase.value), copy_of(days[phase]) as desk:
            attempt(desk, take, ACTORS[role])


def _is_given(desk: Desk, take: Take, actor: Actor) -> None:
    entries = desk.entries()

    with _whether_or_not_there_is_an_answer():
        take(desk, actor)

    assert desk.entries() == entries


def _is_hidden(desk: Desk, take: Take, actor: Actor) -> None:
    before = len(desk.entries())

    with pytest.raises(NotAllowedError):
        take(desk, actor)

    (refused,) = desk.entries()[before:]
    assert (refused.act, refused.actor) == (act_name(Refuse), actor.key)
    assert '"act":"see ' in refused.body
