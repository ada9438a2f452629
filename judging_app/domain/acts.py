"""Everything that can go on the record: one value an act, holding what it wrote.

The tables of an event follow from its acts alone, so an act holds the values themselves;
a ballot act holds the whole ballot.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias, get_args

from judging_app.domain.ballots import Ballot
from judging_app.domain.clock import Clock
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    PanelDecision,
    Penalty,
    TeamExclusion,
    TeamPoints,
)
from judging_app.domain.event import Board, BoardForm, Event, Method, Scene
from judging_app.domain.ids import CriterionId, DeviceId, JudgeId, TeamId
from judging_app.domain.keying import Keying
from judging_app.domain.look import EventLook
from judging_app.domain.panel import Conflict, Judge
from judging_app.domain.papers.certificates import CertificatePlan
from judging_app.domain.papers.comments import CommentReview
from judging_app.domain.papers.pictures import KeptPicture
from judging_app.domain.reveal import RevealPlan
from judging_app.domain.roles import Actor, Handing
from judging_app.domain.run_order import NO_PLAN, DayPlan, Slot
from judging_app.domain.set_up.proof import ProvenName
from judging_app.domain.set_up.rows import SetupRows
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Edition, Standing
from judging_app.domain.tie_breaks import DeclaredTieBreak


@dataclass(frozen=True, slots=True)
class CreateEvent:
    """The event was made."""

    event: Event


@dataclass(frozen=True, slots=True)
class SetUp:
    """Teams, people, rubric and panel were taken in."""

    setup: Setup


@dataclass(frozen=True, slots=True)
class ChangeSetUp:
    """Rows of the set-up were added, changed or removed: as they were, and as they are."""

    before: SetupRows
    after: SetupRows


@dataclass(frozen=True, slots=True)
class DescribeEvent:
    """The event's title, day and venue were changed."""

    title: str
    held_on: date | None
    venue: str


@dataclass(frozen=True, slots=True)
class ProveNames:
    """Somebody looked at names: they are right as they are, or not yet, and how they are said."""

    names: tuple[ProvenName, ...]


@dataclass(frozen=True, slots=True)
class BeginRehearsal:
    """This file is a copy of the event to rehearse on, from here on."""


@dataclass(frozen=True, slots=True)
class DeclareMethod:
    """The method of the result was declared."""

    method: Method
    trims_by_criterion: bool = False


@dataclass(frozen=True, slots=True)
class DeclareTieBreaks:
    """The rules that settle a tie were declared, in the order in which they are asked."""

    tie_breaks: tuple[DeclaredTieBreak, ...]


@dataclass(frozen=True, slots=True)
class DeclareAward:
    """An award was added, or changed."""

    award: Award


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
    """The result was published, as this edition of it."""

    edition: Edition


@dataclass(frozen=True, slots=True)
class AmendResult:
    """A published result was taken back to be amended; `edition` is the one being made."""

    edition: Edition


@dataclass(frozen=True, slots=True)
class AddJudge:
    """A judge joined the panel after it was set up."""

    judge: Judge


@dataclass(frozen=True, slots=True)
class SetRunOrder:
    """The teams' order and times and the day's plan were set; with `seed`, it was drawn by lot."""

    slots: tuple[Slot, ...]
    seed: str = ""
    day: DayPlan = NO_PLAN


@dataclass(frozen=True, slots=True)
class SetClock:
    """The clock of the pitches was started, paused, nudged, corrected or moved on."""

    clock: Clock


@dataclass(frozen=True, slots=True)
class SetLook:
    """The event got its colours and its logos."""

    look: EventLook


@dataclass(frozen=True, slots=True)
class KeepPicture:
    """A picture for the event’s papers was put into the event, under its code."""

    picture: KeptPicture


@dataclass(frozen=True, slots=True)
class ArrangeCertificates:
    """How certificates look and what they say was changed, or whom they are for, or who is done."""

    plan: CertificatePlan


@dataclass(frozen=True, slots=True)
class ReviewComments:
    """Comments for teams were released, held back or put in other words, or are open again.

    `before` is what was decided about them until then.
    """

    before: tuple[CommentReview, ...]
    after: tuple[CommentReview, ...]


@dataclass(frozen=True, slots=True)
class ShowBoard:
    """The standings were released to the public while ballots arrive, frozen, or withheld.

    A frozen board holds the standings that it goes on showing.
    """

    board: Board
    form: BoardForm = BoardForm.FULL
    frozen: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowScene:
    """A scene was put on the projector; with it, what the host wrote for the room, if anything."""

    scene: Scene
    message: str | None = None


@dataclass(frozen=True, slots=True)
class PlanReveal:
    """The reveal was made ready: its whole list of steps; with none, what was ready is dropped."""

    plan: RevealPlan | None


@dataclass(frozen=True, slots=True)
class ConfirmReveal:
    """A second person, whose PIN was right, confirmed that the planned reveal may begin."""

    second: Actor


@dataclass(frozen=True, slots=True)
class RehearseReveal:
    """The reveal was rehearsed on invented names to its end."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """The reveal moved, so that its first `revealed` steps are announced."""

    revealed: int


@dataclass(frozen=True, slots=True)
class SetPin:
    """Someone got a PIN; only its argon2id hash is kept."""

    holder: Actor
    pin_hash: str


@dataclass(frozen=True, slots=True)
class HandOutPin:
    """Somebody's PIN was printed on a slip, saved as one, or noted, so that they have it."""

    holder: Actor
    how: Handing


@dataclass(frozen=True, slots=True)
class TrySignIn:
    """A PIN was entered; this is on the record before anyone knows whether it is right."""

    holder: Actor


@dataclass(frozen=True, slots=True)
class SignIn:
    """The PIN was right."""

    holder: Actor


@dataclass(frozen=True, slots=True)
class ConfirmPin:
    """Whoever is at a desk entered their PIN again, rightly, for an act that asks for it."""

    holder: Actor
    act: str


@dataclass(frozen=True, slots=True)
class SignOut:
    """Someone left their desk."""

    holder: Actor


@dataclass(frozen=True, slots=True)
class ReleaseLockOut:
    """Someone locked out after wrong PINs may try again at once."""

    holder: Actor


@dataclass(frozen=True, slots=True)
class SetPassphrase:
    """The organiser's passphrase was set, of which a hash is kept; or taken away: nothing is."""

    passphrase_hash: str


@dataclass(frozen=True, slots=True)
class TryPassphrase:
    """A passphrase was entered; this is on the record before anyone knows whether it is right."""


@dataclass(frozen=True, slots=True)
class EnterPassphrase:
    """The passphrase was right."""


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
class RestoreBallot:
    """A ballot is again as it was before somebody's own last act."""

    ballot: Ballot


@dataclass(frozen=True, slots=True)
class SettleBallot:
    """A paper sheet was keyed twice, and what it says was settled: the ballot is submitted."""

    ballot: Ballot


@dataclass(frozen=True, slots=True)
class KeySheet:
    """Something was keyed from a paper sheet in one of its two turns."""

    keying: Keying


@dataclass(frozen=True, slots=True)
class DropKeying:
    """What was keyed from a sheet was dropped."""

    judge: JudgeId
    team: TeamId


@dataclass(frozen=True, slots=True)
class ScoreCalibration:
    """A judge scored the sample pitch, which counts for nothing."""

    judge: JudgeId
    scores: Mapping[CriterionId, int]


@dataclass(frozen=True, slots=True)
class DiscardCalibration:
    """The scores of the sample pitch were thrown away."""


@dataclass(frozen=True, slots=True)
class DeclareConflict:
    """A conflict of interest was found or declared."""

    conflict: Conflict


@dataclass(frozen=True, slots=True)
class DecideConflict:
    """The organiser decided what a conflict of interest means."""

    conflict: Conflict


@dataclass(frozen=True, slots=True)
class ExcludeTeam:
    """A team withdrew or was disqualified."""

    exclusion: TeamExclusion


@dataclass(frozen=True, slots=True)
class RestoreTeam:
    """A team is in again."""

    team: TeamId


@dataclass(frozen=True, slots=True)
class SetPenalty:
    """A team's penalty was set; no points lift it."""

    penalty: Penalty


@dataclass(frozen=True, slots=True)
class EnterPoints:
    """The organiser entered a team's points on a criterion of theirs."""

    points: TeamPoints


@dataclass(frozen=True, slots=True)
class AgreeScore:
    """The panel agreed on a score in moderation."""

    agreed: AgreedScore


@dataclass(frozen=True, slots=True)
class DecideOrder:
    """The panel decided the order of teams."""

    decision: PanelDecision


@dataclass(frozen=True, slots=True)
class DropDecision:
    """The panel took its order back; only the scores decide again."""


@dataclass(frozen=True, slots=True)
class DecideAward:
    """The panel gave an award."""

    decision: AwardDecision


@dataclass(frozen=True, slots=True)
class RestoreEvent:
    """The event goes on from the copy made at `copied_at`, whose last entry has the digest `head`.

    `put_back` entries of the file that it replaces were added to the copy. At least `lost` others
    are known of that couldn't be; the last that could be read of them has the digest `left_head`.
    Only if `is_compared` was all of that file's record there to compare the copy with.
    """

    copied_at: datetime
    head: str
    put_back: int = 0
    lost: int = 0
    left_head: str = ""
    is_compared: bool = False


@dataclass(frozen=True, slots=True)
class AnnounceKey:
    """A key was made, which signs the record from now on; `public` is what belongs to it."""

    public: str


@dataclass(frozen=True, slots=True)
class SignRecord:
    """The record was signed, up to the act just before, whose name is `signed`.

    `event` is the digest of the first entry of all. `head` is the digest of the last entry of each
    device, with "+" between those of several, so that this entry's own digest covers them all.
    """

    signed: str
    event: str
    head: str
    key: str
    signature: str


@dataclass(frozen=True, slots=True)
class SetDeleteOn:
    """The day was chosen on which the event is to be deleted; with none, it is no more."""

    day: date | None


@dataclass(frozen=True, slots=True)
class Replaced:
    """An entry whose content was replaced; `digest` is that of what stands there since.

    `has_new_head` says that more than its body was: the reason, or a code that named somebody.
    """

    seq: int
    device: DeviceId
    digest: str
    has_new_head: bool = False


@dataclass(frozen=True, slots=True)
class ForgetPeople:
    """Codes took the place of people, throughout the record; `people` counts them."""

    people: int
    replaced: tuple[Replaced, ...]


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
    | RestoreBallot
    | SettleBallot
)
KeyingAct: TypeAlias = KeySheet | DropKeying
CalibrationAct: TypeAlias = ScoreCalibration | DiscardCalibration
ConflictAct: TypeAlias = DeclareConflict | DecideConflict
TeamAct: TypeAlias = ExcludeTeam | RestoreTeam | SetPenalty | EnterPoints
DecisionAct: TypeAlias = AgreeScore | DecideOrder | DropDecision | DecideAward
PhaseAct: TypeAlias = OpenScoring | CloseScoring | ReopenScoring | Publish | AmendResult
RevealAct: TypeAlias = PlanReveal | ConfirmReveal | RehearseReveal | Reveal
KeyAct: TypeAlias = AnnounceKey | SignRecord
SignInAct: TypeAlias = (
    SetPin | HandOutPin | TrySignIn | SignIn | ConfirmPin | SignOut | ReleaseLockOut
)
PassphraseAct: TypeAlias = SetPassphrase | TryPassphrase | EnterPassphrase
Act: TypeAlias = (
    CreateEvent
    | SetUp
    | ChangeSetUp
    | DescribeEvent
    | ProveNames
    | BeginRehearsal
    | DeclareMethod
    | DeclareTieBreaks
    | DeclareAward
    | TeamAct
    | DecisionAct
    | PhaseAct
    | AddJudge
    | SetRunOrder
    | SetClock
    | SetLook
    | KeepPicture
    | ArrangeCertificates
    | ReviewComments
    | ShowBoard
    | ShowScene
    | RevealAct
    | SignInAct
    | PassphraseAct
    | BallotAct
    | KeyingAct
    | CalibrationAct
    | ConflictAct
    | RestoreEvent
    | KeyAct
    | SetDeleteOn
    | ForgetPeople
    | Refuse
)

SignedAct: TypeAlias = CloseScoring | ReopenScoring | Publish | AmendResult | ForgetPeople
SIGNED: tuple[type[SignedAct], ...] = get_args(SignedAct)
"""The acts after which the record is signed."""

ACTS: tuple[type[Act], ...] = get_args(Act)
"""Every act there is."""


def act_name(act: type[Act]) -> str:
    """The act's class in words, as the journal writes it: "submit ballot"."""
    letters = (f" {c.lower()}" if c.isupper() else c for c in act.__name__)
    return "".join(letters).strip()


ACT_BY_NAME = {act_name(act): act for act in ACTS}
