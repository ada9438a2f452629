"""For each act there is, what a person does at the desk so that it goes on the record."""

from collections.abc import Callable, Mapping
from contextlib import suppress

from judging_app.desk import ballots, conflicts, projector, scoring, sign_in
from judging_app.desk.desk import Desk
from judging_app.desk.events import take_in
from judging_app.domain.acts import (
    Act,
    CloseScoring,
    CreateEvent,
    DecideConflict,
    DeclareConflict,
    DeclareMethod,
    MarkAbsent,
    OpenScoring,
    Publish,
    RecuseJudge,
    Refuse,
    ReinstateBallot,
    ReleaseLockOut,
    ReopenBallot,
    ReopenScoring,
    Reveal,
    SaveBallot,
    SetPin,
    SetUp,
    ShowBoard,
    ShowScene,
    SignIn,
    SignOut,
    SubmitBallot,
    TakeInBallot,
    TrySignIn,
)
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Board, Method, Phase, Scene
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.setup import Intake
from judging_app.errors import DeskError, SignInError
from tests.desk.small_event import (
    ADA,
    DELIVERY,
    IMPACT,
    J1,
    J2,
    J3,
    LANTERN,
    PERCH,
    PINS,
    bring_to,
    small_setup,
    submit_all,
    submit_wholly,
)

TAKEN_IN = (
    Ballot(J1, LANTERN, BallotState.SUBMITTED, {IMPACT: 8, DELIVERY: 7}, "Clear.", "Sure."),
    Ballot(J2, PERCH, BallotState.RECUSED, reason="Mentors the team."),
    Ballot(J3, PERCH, BallotState.DRAFT, {DELIVERY: 0}),
)


def _is_created(_desk: Desk) -> None:
    """The small event was created before anything else."""


def _set_up_again(desk: Desk) -> None:
    take_in(desk, ORGANISER, Intake(small_setup()))


def _take_in_ballots(desk: Desk) -> None:
    take_in(desk, ORGANISER, Intake(small_setup(), TAKEN_IN))


def _declare_method(desk: Desk) -> None:
    scoring.declare_method(desk, ORGANISER, Method.ADJUSTED)


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


def _show_board(desk: Desk) -> None:
    projector.show_board(desk, HOST, Board.LIVE)


def _show_scene(desk: Desk) -> None:
    projector.show_scene(desk, HOST, Scene.BLACK)


def _reveal(desk: Desk) -> None:
    _close(desk)
    projector.reveal_to(desk, HOST, 2)


def _set_pin(desk: Desk) -> None:
    sign_in.set_pin(desk, ORGANISER, ADA, "640173")


def _try_sign_in(desk: Desk) -> None:
    with suppress(SignInError):
        sign_in.sign_in(desk, ADA, "000000")


def _sign_in(desk: Desk) -> None:
    _try_sign_in(desk)
    sign_in.sign_in(desk, ADA, PINS[ADA])


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


def _declare_conflict(desk: Desk) -> None:
    conflicts.declare(desk, ADA, J1, LANTERN, "A cousin pitches.")


def _decide_conflict(desk: Desk) -> None:
    _declare_conflict(desk)
    conflicts.decide(desk, ORGANISER, J1, LANTERN, ConflictDecision.RECUSED, "Too close.")


def _refuse(desk: Desk) -> None:
    with suppress(DeskError):
        scoring.publish(desk, HOST)


SCENARIOS: Mapping[type[Act], Callable[[Desk], None]] = {
    CreateEvent: _is_created,
    SetUp: _set_up_again,
    DeclareMethod: _declare_method,
    OpenScoring: _open,
    CloseScoring: _close,
    ReopenScoring: _reopen_scoring,
    Publish: _publish,
    ShowBoard: _show_board,
    ShowScene: _show_scene,
    Reveal: _reveal,
    SetPin: _set_pin,
    TrySignIn: _try_sign_in,
    SignIn: _sign_in,
    SignOut: _sign_out,
    ReleaseLockOut: _release_lock_out,
    TakeInBallot: _take_in_ballots,
    SaveBallot: _save_ballot,
    SubmitBallot: _submit,
    ReopenBallot: _reopen_ballot,
    RecuseJudge: _recuse,
    MarkAbsent: _mark_absent,
    ReinstateBallot: _reinstate,
    DeclareConflict: _declare_conflict,
    DecideConflict: _decide_conflict,
    Refuse: _refuse,
}
