"""Everything that can go on the record: one value an act, holding what it wrote.

The tables of an event follow from its acts alone, so an act holds the values themselves;
a ballot act holds the whole ballot.
"""

from dataclasses import dataclass
from typing import TypeAlias, get_args

from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Board, Event, Method, Scene
from judging_app.domain.panel import Conflict
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup


@dataclass(frozen=True, slots=True)
class CreateEvent:
    """The event was made."""

    event: Event


@dataclass(frozen=True, slots=True)
class SetUp:
    """Teams, people, rubric and panel were taken in."""

    setup: Setup


@dataclass(frozen=True, slots=True)
class DeclareMethod:
    """The method of the result was declared."""

    method: Method


@dataclass(frozen=True, slots=True)
class OpenScoring:
    """Judges may score; the rubric and the method are locked."""


@dataclass(frozen=True, slots=True)
class CloseScoring:
    """No ballot may change any more."""


@dataclass(frozen=True, slots=True)
class ReopenScoring:
    """Scoring goes on after it was closed."""


@dataclass(frozen=True, slots=True)
class Publish:
    """The result was published."""


@dataclass(frozen=True, slots=True)
class ShowBoard:
    """The standings were released to the public while ballots arrive, or withheld."""

    board: Board


@dataclass(frozen=True, slots=True)
class ShowScene:
    """A scene was put on the projector."""

    scene: Scene


@dataclass(frozen=True, slots=True)
class Reveal:
    """The reveal moved, so that its first `revealed` steps are told."""

    revealed: int


@dataclass(frozen=True, slots=True)
class SetPin:
    """Someone got a PIN; only its argon2id hash is kept."""

    holder: Actor
    pin_hash: str


@dataclass(frozen=True, slots=True)
class TrySignIn:
    """A PIN was entered; this is on the record before anyone knows whether it is right."""

    holder: Actor


@dataclass(frozen=True, slots=True)
class SignIn:
    """The PIN was right."""

    holder: Actor


@dataclass(frozen=True, slots=True)
class SignOut:
    """Someone left their desk."""

    holder: Actor


@dataclass(frozen=True, slots=True)
class ReleaseLockOut:
    """Someone locked out after wrong PINs may try again at once."""

    holder: Actor


@dataclass(frozen=True, slots=True)
class TakeInBallot:
    """A ballot came with the set-up, already filled in."""

    ballot: Ballot


@dataclass(frozen=True, slots=True)
class SaveBallot:
    """A draft changed by one score or comment."""

    ballot: Ballot


@dataclass(frozen=True, slots=True)
class SubmitBallot:
    """A ballot was submitted."""

    ballot: Ballot


@dataclass(frozen=True, slots=True)
class ReopenBallot:
    """A submitted ballot is a draft again."""

    ballot: Ballot


@dataclass(frozen=True, slots=True)
class RecuseJudge:
    """A judge doesn't score this team."""

    ballot: Ballot


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    """A judge was not there for this team."""

    ballot: Ballot


@dataclass(frozen=True, slots=True)
class ReinstateBallot:
    """A recusal or an absence was taken back."""

    ballot: Ballot


@dataclass(frozen=True, slots=True)
class DeclareConflict:
    """A conflict of interest was found or declared."""

    conflict: Conflict


@dataclass(frozen=True, slots=True)
class DecideConflict:
    """The organiser decided what a conflict of interest means."""

    conflict: Conflict


@dataclass(frozen=True, slots=True)
class Refuse:
    """An act was refused: which one, about what, and in which words."""

    act: str
    about: str
    why: str


BallotAct: TypeAlias = (
    TakeInBallot
    | SaveBallot
    | SubmitBallot
    | ReopenBallot
    | RecuseJudge
    | MarkAbsent
    | ReinstateBallot
)
ConflictAct: TypeAlias = DeclareConflict | DecideConflict
PhaseAct: TypeAlias = OpenScoring | CloseScoring | ReopenScoring | Publish
SignInAct: TypeAlias = SetPin | TrySignIn | SignIn | SignOut | ReleaseLockOut
Act: TypeAlias = (
    CreateEvent
    | SetUp
    | DeclareMethod
    | PhaseAct
    | ShowBoard
    | ShowScene
    | Reveal
    | SignInAct
    | BallotAct
    | ConflictAct
    | Refuse
)

ACTS: tuple[type[Act], ...] = get_args(Act)
"""Every act there is."""


def act_name(act: type[Act]) -> str:
    """The act's class in words, as the journal writes it: "submit ballot"."""
    letters = (f" {c.lower()}" if c.isupper() else c for c in act.__name__)
    return "".join(letters).strip()


ACT_BY_NAME = {act_name(act): act for act in ACTS}


def subject(act: Act) -> str:
    """What an act is about, in one short text that sorts and searches well."""
    match act:
        case SetPin() | TrySignIn() | SignIn() | SignOut() | ReleaseLockOut():
            return f"sign-in {act.holder.key}"
        case DeclareConflict() | DecideConflict():
            return f"conflict {act.conflict.judge}/{act.conflict.team}"
        case Refuse():
            return act.about
        case (
            TakeInBallot()
            | SaveBallot()
            | SubmitBallot()
            | ReopenBallot()
            | RecuseJudge()
            | MarkAbsent()
            | ReinstateBallot()
        ):
            return f"ballot {act.ballot.judge}/{act.ballot.team}"
        case _:
            return "event"
