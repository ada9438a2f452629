"""Every act as a person does it, by every function of the desk that does it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from judging_app.desk import (
    ballots,
    calibration,
    clock,
    conflicts,
    decisions,
    events,
    panel,
    projector,
    reveal,
    run_order,
    scoring,
    sheets,
    sign_in,
)
from judging_app.desk.access import passphrase
from judging_app.desk.certificates import arranging as certificates
from judging_app.desk.desk import Desk
from judging_app.desk.events import take_in
from judging_app.desk.forgetting import people, until
from judging_app.desk.handing_out import comments
from judging_app.desk.keeping import recovery
from judging_app.desk.set_up import changing, dress_rehearsal, forming, names
from judging_app.domain.acts import (
    Act,
    AddJudge,
    AgreeScore,
    AmendResult,
    AnnounceKey,
    ArrangeCertificates,
    BeginRehearsal,
    ChangeSetUp,
    CloseScoring,
    ConfirmPin,
    ConfirmReveal,
    CreateEvent,
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
    EnterPassphrase,
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
    RestoreBallot,
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
    SignRecord,
    SubmitBallot,
    TakeInBallot,
    TryPassphrase,
    TrySignIn,
)
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Board, Method, Phase, Scene
from judging_app.domain.keying import Keying
from judging_app.domain.look import EventLook
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.papers.certificates import CertificatePlan, Guest
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Handing
from judging_app.domain.run_order import DayPlan, Slot
from judging_app.domain.setup import Intake, Setup
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.planning.forming.division import Formed
from judging_app.planning.forming.wanted import USUAL
from judging_app.store.keeping.good_copies import GoodCopy
from tests.desk.priced_event import PRICE, take_in_price
from tests.desk.small_event import (
    ADA,
    BO,
    HERON,
    IMPACT,
    J1,
    J2,
    LANTERN,
    PASSPHRASE,
    PINS,
    TEAMS,
    confirm_reveal,
    key_wholly,
    score_wholly,
    small_setup,
    submit_all,
    submit_wholly,
)
from tests.store.scenarios import CHOICE

_WHY = "The test says so."
_SLOTS = tuple(Slot(team) for team in reversed(TEAMS))


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


def _set_passphrase(desk: Desk) -> None:
    passphrase.set_passphrase(desk, ORGANISER, PASSPHRASE)


def _confirm(desk: Desk, actor: Actor) -> None:
    reveal.confirm_reveal(desk, actor, BO, PINS[BO])


def _start_clock(desk: Desk) -> None:
    clock.start(desk, HOST)


def _key(desk: Desk, actor: Actor) -> None:
    sheets.key_sheet(desk, actor, Keying(J1, HERON, 1, "EM", {IMPACT: 4}))


def _say(desk: Desk) -> None:
    ballots.comment(desk, ADA, J1, HERON, "Well told.", "")
    submit_wholly(desk, J1, HERON)


def _release(desk: Desk, actor: Actor) -> None:
    comments.review(desk, actor, [CommentReview(J1, HERON, CommentState.RELEASED)])


def _form_teams(desk: Desk, actor: Actor) -> None:
    plan = forming.planned(desk.recorded_setup(), USUAL)
    members = {one.id: one.team for one in plan.setup.participants}
    others = {one: LANTERN if team != LANTERN else HERON for one, team in members.items()}
    forming.use(desk, actor, plan, Formed(others, 0, 0))


def _renamed(desk: Desk) -> Setup:
    now = desk.recorded_setup()
    first, *others = now.participants
    return replace(now, participants=(replace(first, name=f"{first.name}, MBE"), *others))


CASES: Mapping[type[Act], Case] = {
    ChangeSetUp: Case(lambda d, a: changing.change(d, a, _renamed(d))),
    BeginRehearsal: Case(dress_rehearsal.mark),
    ProveNames: Case(lambda d, a: names.prove(d, a, names.every_name(d.recorded_setup())[:1])),
    DescribeEvent: Case(lambda d, a: changing.describe(d, a, "Another", None, "")),
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
    AmendResult: Case(lambda d, a: scoring.amend(d, a, _WHY, "The panel.")),
    AddJudge: Case(lambda d, a: panel.add_judge(d, a, "Dee Fox", pin="640173")),
    SetRunOrder: Case(lambda d, a: run_order.draw(d, a, "Tuesday")),
    SetClock: Case(clock.start),
    SetLook: Case(lambda d, a: events.set_look(d, a, EventLook("#1d70b8"))),
    KeepPicture: Case(lambda d, a: certificates.keep_picture(d, a, "aGVyb24=")),
    ArrangeCertificates: Case(
        lambda d, a: certificates.arrange(d, a, CertificatePlan(mentors=(Guest("Imani"),)))
    ),
    ReviewComments: Case(_release, while_scoring=_say),
    PlanReveal: Case(
        lambda d, a: reveal.plan_reveal(d, a, RevealKind.LAST_TO_FIRST), while_scoring=submit_all
    ),
    ConfirmReveal: Case(_confirm, while_scoring=submit_all),
    RehearseReveal: Case(reveal.rehearsed),
    RestoreEvent: Case(
        lambda d, a: recovery.stay_with(d, a, GoodCopy(d.file.path, d.now(), ("ab" * 32,), 0))
    ),
    Reveal: Case(
        lambda d, a: reveal.reveal_to(d, a, 1),
        while_scoring=submit_all,
        once_closed=confirm_reveal,
    ),
    SetPin: Case(lambda d, a: sign_in.set_pin(d, a, BO, "640173")),
    HandOutPin: Case(lambda d, a: sign_in.hand_out(d, a, [BO], Handing.NOTED)),
    TrySignIn: Case(_sign_in),
    SignIn: Case(_sign_in),
    SignOut: Case(sign_in.sign_out),
    ConfirmPin: Case(lambda d, a: sign_in.confirm(d, a, Publish, PINS[a])),
    SetPassphrase: Case(lambda d, a: passphrase.set_passphrase(d, a, PASSPHRASE)),
    ReleaseLockOut: Case(lambda d, a: sign_in.release_lock_out(d, a, BO)),
    SaveBallot: Case(lambda d, a: ballots.score(d, a, J1, HERON, IMPACT, 4)),
    KeySheet: Case(_key),
    DropKeying: Case(
        lambda d, a: sheets.drop_keying(d, a, J1, HERON, _WHY),
        while_scoring=lambda d: _key(d, SCORER),
    ),
    SettleBallot: Case(
        lambda d, a: sheets.settle(d, a, J1, HERON),
        while_scoring=lambda d: key_wholly(d, J1, HERON),
    ),
    ScoreCalibration: Case(lambda d, a: calibration.score(d, a, J1, IMPACT, 4)),
    DiscardCalibration: Case(calibration.discard),
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
    SetDeleteOn: Case(lambda d, a: until.set_delete_on(d, a, date(2020, 3, 15))),
    ForgetPeople: Case(lambda d, a: people.forget_people(d, a, {})),
}
SCORED = Case(_sign_in, while_scoring=submit_all, once_closed=confirm_reveal)
"""A day on which every ballot comes in, and whose reveal is confirmed once it is closed."""

OTHER_WAYS: Mapping[str, tuple[type[Act], Case]] = {
    "clear": (SaveBallot, Case(lambda d, a: ballots.clear(d, a, J1, HERON, IMPACT))),
    "comment": (SaveBallot, Case(lambda d, a: ballots.comment(d, a, J1, HERON, "Well told.", ""))),
    "pause": (SetClock, Case(clock.pause, while_setting_up=_start_clock)),
    "nudge": (SetClock, Case(lambda d, a: clock.nudge(d, a, 60), while_setting_up=_start_clock)),
    "put right": (
        SetClock,
        Case(lambda d, a: clock.put_right(d, a, 90), while_setting_up=_start_clock),
    ),
    "go on": (SetClock, Case(clock.go_on, while_setting_up=_start_clock)),
    "call": (SetClock, Case(lambda d, a: clock.call(d, a, HERON))),
    "leave early": (MarkAbsent, Case(lambda d, a: panel.leave_early(d, a, J1, _WHY))),
    "by hand": (SetRunOrder, Case(lambda d, a: run_order.set_run_order(d, a, _SLOTS, _WHY))),
    "the day": (SetRunOrder, Case(lambda d, a: run_order.plan_day(d, a, DayPlan(840)))),
    "PINs for all": (SetPin, Case(sign_in.give_pins)),
    "PINs made before": (SetPin, Case(lambda d, a: sign_in.give_hashed(d, a, {BO: "a hash"}))),
    "questions": (SetClock, Case(clock.start_questions, while_setting_up=_start_clock)),
    "several conflicts": (
        DecideConflict,
        Case(
            lambda d, a: conflicts.decide_alike(
                d, a, [(J1, HERON)], ConflictDecision.RECUSED, _WHY
            ),
            while_setting_up=lambda d: conflicts.declare(d, ADA, J1, HERON, _WHY),
        ),
    ),
    "the rest released": (ReviewComments, Case(comments.release_left, while_scoring=_say)),
    "teams formed": (ChangeSetUp, Case(_form_teams)),
    "no passphrase any more": (
        SetPassphrase,
        Case(passphrase.remove_passphrase, *[_set_passphrase] * 3),
    ),
}
"""The further functions by which an act is done, each with the act that it records."""

NOT_ASKED_FOR = {CreateEvent, Refuse, RestoreBallot, AnnounceKey, SignRecord} | {
    TryPassphrase,
    EnterPassphrase,
}
"""Nobody asks for these: a file begins with the first, the desk writes the second, and the third
is how one's own act on a ballot is undone, which test_undo.py holds to its rules. Two go
with the acts that are signed, and the last two are the organiser's alone, whoever is at the desk.
"""


def bring_case_to(desk: Desk, phase: Phase, case: Case) -> None:
    """Take an event that is being set up to `phase`, with what the case needs at each step."""
    case.while_setting_up(desk)
    if phase is Phase.SETTING_UP:
        return
    scoring.open_scoring(desk, ORGANISER)
    case.while_scoring(desk)
    if phase is Phase.SCORING:
        return
    scoring.close_scoring(desk, ORGANISER, _WHY)
    case.once_closed(desk)
    if phase is Phase.PUBLISHED:
        scoring.publish(desk, ORGANISER)
