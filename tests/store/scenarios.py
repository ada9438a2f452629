"""For each act there is, what a person does at the desk so that it goes on the record."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
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
    undo,
)
from judging_app.desk.access import passphrase
from judging_app.desk.certificates import arranging as certificates
from judging_app.desk.desk import Desk
from judging_app.desk.events import take_in
from judging_app.desk.forgetting import people, until
from judging_app.desk.handing_out import comments
from judging_app.desk.keeping import recovery
from judging_app.desk.set_up import changing, dress_rehearsal, names
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
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Board, BoardForm, Method, Phase, Scene
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.keying import Keying
from judging_app.domain.look import EventLook
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.papers.certificates import (
    CertificateDesign,
    CertificateKind,
    CertificatePlan,
    Guest,
    House,
    Logo,
    Signature,
    Words,
)
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.people import Team
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Handing
from judging_app.domain.run_order import Slot
from judging_app.domain.setup import Intake
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.errors import DeskError, SignInError
from judging_app.forgetting.remarks import Fate
from judging_app.store.keeping.good_copies import GoodCopy
from tests.desk.priced_event import PRICE, take_in_price
from tests.desk.small_event import (
    ADA,
    BO,
    DELIVERY,
    HERON,
    IMPACT,
    J1,
    J2,
    J3,
    LANTERN,
    PASSPHRASE,
    PERCH,
    PINS,
    bring_to,
    confirm_reveal,
    key_wholly,
    small_setup,
    submit_all,
    submit_wholly,
    tell,
)

TAKEN_IN = (
    Ballot(J1, LANTERN, BallotState.SUBMITTED, {IMPACT: 8, DELIVERY: 7}, "Clear.", "Sure."),
    Ballot(J2, PERCH, BallotState.RECUSED, reason="Mentors the team."),
    Ballot(J3, PERCH, BallotState.DRAFT, {DELIVERY: 0}),
)
BEST_PITCH = Award(AwardId("pitch"), "Best pitch", AwardKind.CRITERIA, criteria=(DELIVERY,))
CHOICE = Award(AwardId("choice"), "Panel’s choice", AwardKind.PANEL)


def _is_created(_desk: Desk) -> None:
    """The small event was created before anything else."""


def _set_up_again(desk: Desk) -> None:
    take_in(desk, ORGANISER, Intake(small_setup()))


def _change_set_up(desk: Desk) -> None:
    """Rows added, changed, put in another order and removed, before opening and after."""
    now = desk.recorded_setup()
    late = Team(TeamId("T9"), "Curlew")
    run_order.draw(desk, ORGANISER, "by these words")
    first, *others = now.participants
    changing.change(
        desk,
        ORGANISER,
        replace(
            now,
            teams=(*now.teams[::-1], late),
            participants=(replace(first, name="Zoe", team=late.id), *others),
            visits=(),
            judges=now.judges[:2],
        ),
    )
    undo.undo(desk, ORGANISER)
    bring_to(desk, Phase.SCORING)
    changing.change(desk, ORGANISER, replace(now, teams=(*now.teams, late)), "A late team.")


def _prove_names(desk: Desk) -> None:
    first, *_ = names.every_name(desk.recorded_setup())
    names.prove(desk, ORGANISER, [replace(first, said="as it is spelt", is_right=True)])


def _begin_rehearsal(desk: Desk) -> None:
    dress_rehearsal.mark(desk, ORGANISER)


def _describe_event(desk: Desk) -> None:
    changing.describe(desk, ORGANISER, "Another title", None, "Elsewhere")


def _take_in_ballots(desk: Desk) -> None:
    take_in(desk, ORGANISER, Intake(small_setup(), TAKEN_IN))


def _declare_method(desk: Desk) -> None:
    decisions.declare_method(desk, ORGANISER, Method.TRIMMED, trims_by_criterion=True)
    bring_to(desk, Phase.SCORING)
    decisions.declare_method(desk, ORGANISER, Method.MEDIAN, reason="Too few ballots to trim.")


def _declare_tie_breaks(desk: Desk) -> None:
    named = DeclaredTieBreak(TieRule.NAMED_CRITERION, DELIVERY)
    decisions.declare_tie_breaks(desk, ORGANISER, [DeclaredTieBreak(TieRule.JOINT)])
    decisions.declare_tie_breaks(desk, ORGANISER, [named, DeclaredTieBreak(TieRule.PANEL)])


def _declare_award(desk: Desk) -> None:
    first = Award(AwardId("first"), "The cup", AwardKind.PLACE, place=1)
    for award in (first, BEST_PITCH, CHOICE):
        decisions.declare_award(desk, ORGANISER, award)
    again = Award(
        AwardId("first"),
        "Most useful",
        AwardKind.CRITERIA,
        criteria=(DELIVERY, IMPACT),
        passes_over_winners=True,
    )
    decisions.declare_award(desk, ORGANISER, again)


def _exclude(desk: Desk) -> None:
    decisions.exclude(desk, HOST, PERCH, Exclusion.WITHDRAWN, "Their train was cancelled.")
    decisions.exclude(desk, HOST, HERON, Exclusion.WITHDRAWN, "Not seen since noon.")
    decisions.exclude(desk, HOST, HERON, Exclusion.DISQUALIFIED, "Pitched another's work.")


def _restore(desk: Desk) -> None:
    _exclude(desk)
    decisions.restore(desk, HOST, PERCH, "They came by taxi.")


def _set_penalty(desk: Desk) -> None:
    decisions.set_penalty(desk, HOST, LANTERN, Fraction(5), "Ran over.")
    decisions.set_penalty(desk, HOST, LANTERN, Fraction(7, 3), "Not that far.")
    decisions.set_penalty(desk, HOST, PERCH, Fraction(2), "Ran over.")
    decisions.set_penalty(desk, HOST, PERCH, Fraction(0), "The clock was wrong.")


def _enter_points(desk: Desk) -> None:
    take_in_price(desk)
    decisions.enter_points(desk, ORGANISER, LANTERN, PRICE, 3)
    decisions.enter_points(desk, ORGANISER, LANTERN, PRICE, 17)
    decisions.enter_points(desk, ORGANISER, HERON, PRICE, 0)


def _agree_score(desk: Desk) -> None:
    _close(desk)
    decisions.agree_score(desk, ORGANISER, J1, HERON, IMPACT, 6, "Misheard.")
    decisions.agree_score(desk, ORGANISER, J1, HERON, IMPACT, 5, "Heard once more.")


def _decide_order(desk: Desk) -> None:
    _reveal(desk)
    decisions.decide_order(desk, ORGANISER, [[PERCH]], "The best of them.")
    decisions.decide_order(desk, ORGANISER, [[HERON, LANTERN], [PERCH]], "Two stood out.")


def _drop_decision(desk: Desk) -> None:
    _decide_order(desk)
    decisions.drop_decision(desk, ORGANISER, "The panel thought again.")


def _decide_award(desk: Desk) -> None:
    _declare_award(desk)
    _close(desk)
    decisions.decide_award(desk, ORGANISER, CHOICE.id, [LANTERN], "The bravest.")
    decisions.decide_award(desk, ORGANISER, CHOICE.id, [PERCH, LANTERN], "Both are.")


def _open(desk: Desk) -> None:
    scoring.open_scoring(desk, HOST)


def _close(desk: Desk) -> None:
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    scoring.close_scoring(desk, HOST)


def _reopen_scoring(desk: Desk) -> None:
    _reveal(desk)
    scoring.reopen_scoring(desk, ORGANISER, "A sheet was found.")


def _publish(desk: Desk) -> None:
    _close(desk)
    scoring.publish(desk, ORGANISER)


def _amend(desk: Desk) -> None:
    _publish(desk)
    tell(desk, 1)
    scoring.amend(desk, ORGANISER, "A sheet was keyed for another team.", "The panel.")
    decisions.set_penalty(desk, HOST, LANTERN, Fraction(50), "Found late.")
    scoring.publish(desk, ORGANISER)


def _add_judge(desk: Desk) -> None:
    panel.add_judge(desk, HOST, "Dee Fox", "Ms", "640173")
    bring_to(desk, Phase.SCORING)
    panel.add_judge(desk, HOST, "Eli Moss")


def _set_run_order(desk: Desk) -> None:
    run_order.set_run_order(desk, HOST, [Slot(HERON), Slot(PERCH, 90, 0), Slot(LANTERN)])
    run_order.draw(desk, HOST, "Tuesday")
    slots = reversed(run_order.run_order(desk))
    run_order.set_run_order(desk, HOST, tuple(slots), "A train is late.")


def _set_clock(desk: Desk) -> None:
    clock.start(desk, HOST)
    clock.nudge(desk, HOST, 60)
    clock.go_on(desk, HOST)
    clock.start(desk, HOST)
    clock.put_right(desk, HOST, 75)
    clock.call(desk, HOST, HERON)


def _set_look(desk: Desk) -> None:
    events.set_look(desk, ORGANISER, EventLook("#1d70b8", "", "aGVyb24="))
    events.set_look(desk, ORGANISER, EventLook("#1d70b8", "#ffdd00", "aGVyb24=", ("bGFudGVybg==",)))


def _keep_picture(desk: Desk) -> None:
    certificates.keep_picture(desk, ORGANISER, "aGVyb24=")
    certificates.keep_picture(desk, ORGANISER, "aGVyb24=")


def _arrange_certificates(desk: Desk) -> None:
    design = CertificateDesign(
        House.FORMAL,
        is_upright=True,
        words=(Words(CertificateKind.JUDGES, "Thank you", "To", "for {event}."),),
        signatures=(Signature("Helen Marsh", "Programme director"),),
        logos=(Logo("0" * 16, 14),),
        box_mm=(30, 40, 30, 47),
    )
    plan = CertificatePlan(design, (Guest("Imani Odu", "Mentor"),), (), ("judges: judge J1",))
    certificates.arrange(desk, ORGANISER, plan)
    certificates.arrange(desk, ORGANISER, CertificatePlan(done=("judges: judge J1",)))


def _review_comments(desk: Desk) -> None:
    bring_to(desk, Phase.SCORING)
    for judge, team in ((J1, LANTERN), (J2, PERCH), (J1, HERON)):
        own = {J1: ADA, J2: BO}[judge]
        ballots.comment(desk, own, judge, team, "Delivery: Slower.\nWho pays?", "")
        submit_wholly(desk, judge, team)
    reworded = CommentReview(J1, LANTERN, CommentState.REWORDED, "Please say who pays.")
    comments.review(desk, ORGANISER, [reworded])
    comments.review(desk, ORGANISER, [CommentReview(J2, PERCH, CommentState.HELD_BACK)])
    comments.release_left(desk, ORGANISER)
    undo.undo(desk, ORGANISER)
    ballots.reopen(desk, HOST, J2, PERCH, "A slip.")


def _show_board(desk: Desk) -> None:
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    projector.show_board(desk, HOST, Board.LIVE)
    projector.show_board(desk, HOST, Board.FROZEN, BoardForm.PLACES)


def _show_scene(desk: Desk) -> None:
    projector.show_scene(desk, HOST, Scene.MESSAGE, "Tea is served.")
    projector.show_scene(desk, HOST, Scene.BLACK)


def _plan_reveal(desk: Desk) -> None:
    _declare_award(desk)
    _close(desk)
    reveal.plan_reveal(desk, HOST, RevealKind.BY_CRITERION, 2, tells_awards=True)
    decisions.decide_award(desk, ORGANISER, CHOICE.id, [HERON], "The bravest.")
    reveal.plan_reveal(desk, HOST, RevealKind.BY_JUDGE, names_judges=True)


def _confirm_reveal(desk: Desk) -> None:
    _close(desk)
    confirm_reveal(desk)


def _stay_with(desk: Desk) -> None:
    newer = GoodCopy(desk.file.path, desk.now(), ("ab" * 32,), 0)
    recovery.stay_with(desk, ORGANISER, newer)


def _rehearse_reveal(desk: Desk) -> None:
    reveal.rehearsed(desk, HOST)


def _reveal(desk: Desk) -> None:
    _close(desk)
    tell(desk, 2)


def _set_pin(desk: Desk) -> None:
    sign_in.set_pin(desk, ORGANISER, ADA, "640173")


def _hand_out_pin(desk: Desk) -> None:
    sign_in.hand_out(desk, ORGANISER, [ADA, HOST], Handing.SAVED)


def _try_sign_in(desk: Desk) -> None:
    with suppress(SignInError):
        sign_in.sign_in(desk, ADA, "000000")


def _sign_in(desk: Desk) -> None:
    _try_sign_in(desk)
    sign_in.sign_in(desk, ADA, PINS[ADA])


def _confirm_pin(desk: Desk) -> None:
    _try_sign_in(desk)
    sign_in.confirm(desk, ADA, Publish, PINS[ADA])


def _set_passphrase(desk: Desk) -> None:
    passphrase.set_passphrase(desk, ORGANISER, "one that is replaced")
    passphrase.set_passphrase(desk, ORGANISER, PASSPHRASE)


def _try_passphrase(desk: Desk) -> None:
    _set_passphrase(desk)
    with suppress(SignInError):
        passphrase.enter(desk, "none of mine at all")


def _enter_passphrase(desk: Desk) -> None:
    _try_passphrase(desk)
    passphrase.sign_in(desk, PASSPHRASE)
    passphrase.remove_passphrase(desk, ORGANISER)


def _sign_out(desk: Desk) -> None:
    _sign_in(desk)
    sign_in.sign_out(desk, ADA)


def _release_lock_out(desk: Desk) -> None:
    for _ in range(6):
        _try_sign_in(desk)
    sign_in.release_lock_out(desk, HOST, ADA)


def _save_ballot(desk: Desk) -> None:
    bring_to(desk, Phase.SCORING)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 3)
    ballots.score(desk, ADA, J1, LANTERN, DELIVERY, 9)
    ballots.comment(desk, ADA, J1, LANTERN, "Tidy “slides”.\nŁ", "不")
    ballots.clear(desk, ADA, J1, LANTERN, IMPACT)


def _submit(desk: Desk) -> None:
    bring_to(desk, Phase.SCORING)
    submit_wholly(desk, J1, LANTERN)


def _reopen_ballot(desk: Desk) -> None:
    _submit(desk)
    ballots.reopen(desk, HOST, J1, LANTERN, "A slip of the pen.")


def _recuse(desk: Desk) -> None:
    _save_ballot(desk)
    ballots.recuse(desk, HOST, J1, LANTERN, "Works there.")


def _mark_absent(desk: Desk) -> None:
    _save_ballot(desk)
    ballots.mark_absent(desk, HOST, J1, LANTERN, "Late train.")


def _reinstate(desk: Desk) -> None:
    _recuse(desk)
    ballots.reinstate(desk, HOST, J1, LANTERN, "Left that firm in May.")
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 10)


def _restore_ballot(desk: Desk) -> None:
    _save_ballot(desk)
    undo.undo(desk, ADA)
    ballots.recuse(desk, HOST, J1, LANTERN, "Works there.")
    undo.undo(desk, HOST)


def _key_sheet(desk: Desk) -> None:
    bring_to(desk, Phase.SCORING)
    sheets.key_sheet(desk, SCORER, Keying(J1, LANTERN, 1, "EM", {IMPACT: 3}, "Clear.", "Sure."))
    sheets.key_sheet(
        desk, SCORER, Keying(J1, LANTERN, 1, "EM", {IMPACT: 3, DELIVERY: 9}, is_done=True)
    )
    sheets.key_sheet(desk, SCORER, Keying(J1, LANTERN, 2, "KO", {DELIVERY: 8}))


def _drop_keying(desk: Desk) -> None:
    _key_sheet(desk)
    sheets.drop_keying(desk, SCORER, J1, LANTERN, "Another team’s sheet.")


def _settle_ballot(desk: Desk) -> None:
    _key_sheet(desk)
    sheets.key_sheet(
        desk, SCORER, Keying(J1, LANTERN, 2, "KO", {IMPACT: 3, DELIVERY: 8}, is_done=True)
    )
    sheets.settle(desk, SCORER, J1, LANTERN, {DELIVERY: 9})
    key_wholly(desk, J2, LANTERN)


def _score_calibration(desk: Desk) -> None:
    calibration.score(desk, ADA, J1, IMPACT, 7)
    calibration.score(desk, ADA, J1, DELIVERY, 4)
    calibration.score(desk, ADA, J1, IMPACT, None)


def _discard_calibration(desk: Desk) -> None:
    _score_calibration(desk)
    calibration.discard(desk, HOST)


def _declare_conflict(desk: Desk) -> None:
    conflicts.declare(desk, ADA, J1, LANTERN, "A cousin pitches.")


def _decide_conflict(desk: Desk) -> None:
    _declare_conflict(desk)
    conflicts.decide(desk, ORGANISER, J1, LANTERN, ConflictDecision.RECUSED, "Too close.")


def _refuse(desk: Desk) -> None:
    with suppress(DeskError):
        scoring.publish(desk, HOST)


def _set_delete_on(desk: Desk) -> None:
    until.set_delete_on(desk, ORGANISER, date(2020, 3, 15))
    until.set_delete_on(desk, ORGANISER, None)


def _forget_people(desk: Desk) -> None:
    """A day with something in every text that may name somebody, forgotten twice."""
    _add_judge(desk)
    ballots.comment(desk, ADA, J1, LANTERN, "Zoë Ó Sé was cl", "")
    ballots.comment(desk, ADA, J1, LANTERN, "Zoë Ó Sé was clear.", "As Priya said.")
    submit_wholly(desk, J1, LANTERN)
    ballots.recuse(desk, HOST, J2, LANTERN, "Bo Lund taught Zoë.")
    key_wholly(desk, J3, HERON)
    sheets.settle(desk, SCORER, J3, HERON)
    scoring.close_scoring(desk, HOST, "Cy Orr left for a train.")
    decisions.decide_order(desk, ORGANISER, [[LANTERN]], "Łucja Żak moved all of us.")
    scoring.publish(desk, ORGANISER)
    for fate in (Fate.CODES, Fate.DELETE):
        found = people.remarks_to_decide(desk, ORGANISER)
        people.forget_people(desk, ORGANISER, {one.text: fate for one in found})


SCENARIOS: Mapping[type[Act], Callable[[Desk], None]] = {
    CreateEvent: _is_created,
    SetUp: _set_up_again,
    ChangeSetUp: _change_set_up,
    BeginRehearsal: _begin_rehearsal,
    ProveNames: _prove_names,
    DescribeEvent: _describe_event,
    DeclareMethod: _declare_method,
    DeclareTieBreaks: _declare_tie_breaks,
    DeclareAward: _declare_award,
    OpenScoring: _open,
    CloseScoring: _close,
    ReopenScoring: _reopen_scoring,
    Publish: _publish,
    AmendResult: _amend,
    AddJudge: _add_judge,
    SetRunOrder: _set_run_order,
    SetClock: _set_clock,
    SetLook: _set_look,
    KeepPicture: _keep_picture,
    ArrangeCertificates: _arrange_certificates,
    ReviewComments: _review_comments,
    ShowBoard: _show_board,
    ShowScene: _show_scene,
    PlanReveal: _plan_reveal,
    ConfirmReveal: _confirm_reveal,
    RehearseReveal: _rehearse_reveal,
    Reveal: _reveal,
    SetPin: _set_pin,
    HandOutPin: _hand_out_pin,
    TrySignIn: _try_sign_in,
    SignIn: _sign_in,
    ConfirmPin: _confirm_pin,
    SetPassphrase: _set_passphrase,
    TryPassphrase: _try_passphrase,
    EnterPassphrase: _enter_passphrase,
    SignOut: _sign_out,
    ReleaseLockOut: _release_lock_out,
    TakeInBallot: _take_in_ballots,
    SaveBallot: _save_ballot,
    SubmitBallot: _submit,
    ReopenBallot: _reopen_ballot,
    RecuseJudge: _recuse,
    MarkAbsent: _mark_absent,
    ReinstateBallot: _reinstate,
    RestoreBallot: _restore_ballot,
    KeySheet: _key_sheet,
    DropKeying: _drop_keying,
    SettleBallot: _settle_ballot,
    ScoreCalibration: _score_calibration,
    DiscardCalibration: _discard_calibration,
    DeclareConflict: _declare_conflict,
    DecideConflict: _decide_conflict,
    ExcludeTeam: _exclude,
    RestoreTeam: _restore,
    SetPenalty: _set_penalty,
    EnterPoints: _enter_points,
    AgreeScore: _agree_score,
    DecideOrder: _decide_order,
    DropDecision: _drop_decision,
    DecideAward: _decide_award,
    RestoreEvent: _stay_with,
    AnnounceKey: _is_created,
    SignRecord: _close,
    SetDeleteOn: _set_delete_on,
    ForgetPeople: _forget_people,
    Refuse: _refuse,
}
