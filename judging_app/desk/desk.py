"""An open event, and the one way to act on it and to look at it.

Every act is one transaction: the right to do it is checked, the rules are checked, the
entries are recorded. What was refused is recorded too, and raised again.

A function of the desk that is told who acts raises `NotAllowedError` for everybody whom the table
of rights (`rights.py`) doesn't let; its own docstring names only what else it refuses.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime

from judging_app.desk.keeping import unfinished
from judging_app.desk.recall import Recall
from judging_app.desk.rights import ASKS_AGAIN, Sight, check_act, check_sight, may
from judging_app.desk.trust import FileTrust, Trust
from judging_app.domain.acts import (
    Act,
    AddJudge,
    AnnounceKey,
    BallotAct,
    ChangeSetUp,
    CloseScoring,
    ConfirmPin,
    ConfirmReveal,
    DecideConflict,
    DeclareConflict,
    DiscardCalibration,
    DropKeying,
    EnterPassphrase,
    HandOutPin,
    KeySheet,
    PlanReveal,
    Publish,
    Refuse,
    RehearseReveal,
    ReleaseLockOut,
    Reveal,
    ReviewComments,
    SaveBallot,
    ScoreCalibration,
    SetDeleteOn,
    SetPassphrase,
    SetPin,
    SetUp,
    SignIn,
    SignOut,
    SignRecord,
    TryPassphrase,
    TrySignIn,
    act_name,
)
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Event, Programme
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.journal import Entry, fingerprint
from judging_app.domain.labels import told_apart
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.domain.subjects import EVENT
from judging_app.errors import DeskError, NotConfirmedError, NotSavedError, NotTrustedError
from judging_app.present.words.acts import ACT_WORDS
from judging_app.store import ballot_rows, event_rows, journal, programme_rows, set_up_rows
from judging_app.store.event_file import EventFile
from judging_app.store.submissions import is_as_recorded
from judging_app.store.verify import Check, Verification
from judging_app.tally.running_mean import RunningMean
from judging_app.timepiece import Clocks, Timepiece

_NEEDS_TRUST = frozenset(
    {Sight.PANEL_RESULT, Sight.PUBLIC_RESULT, Sight.ALL_BALLOTS, Sight.TAKE_AWAY}
)
"""What gives away a result, or what it follows from."""

_TELLS = frozenset({PlanReveal, ConfirmReveal, Reveal, Publish})
"""The acts on the way from a result to the room."""

_CHECKED_AFRESH = frozenset({CloseScoring, PlanReveal, ConfirmReveal, Publish})
"""The acts before which the file is checked as it is then; scoring is closed all the same."""


SLOW_S = 0.1
"""Seconds that a change may take to reach the disk before anybody notices."""

MAY_WAIT = frozenset({TrySignIn, SignIn, ConfirmPin, SignOut, TryPassphrase, EnterPassphrase})
"""What is done even while nothing can be written, and is written with the next change that can be.

Nobody would see or print anything otherwise, nor save the event elsewhere.
"""


BALLOT_CHANGED = (
    "{} was changed after it was recorded: a ballot in it isn’t as it was entered. Open an earlier "
    "copy."
)


@dataclass(frozen=True, slots=True)
class Changed:
    """What an act put on the record, newest last; nothing yet of what waits to be written."""

    entries: tuple[Entry, ...]

    @property
    def saved_at(self) -> datetime | None:
        """When the last of it reached the disk."""
        return self.entries[-1].time if self.entries else None

    @property
    def touches_wall(self) -> bool:
        """Whether anything that the room may see can be different now.

        Most acts are judges' keys on a draft, which nobody else sees.
        """
        return any(entry.act not in _UNSEEN for entry in self.entries)


_UNSEEN = frozenset(
    act_name(kind)
    for kind in (
        SaveBallot,
        KeySheet,
        DropKeying,
        ScoreCalibration,
        DiscardCalibration,
        DeclareConflict,
        DecideConflict,
        RehearseReveal,
        ReviewComments,
        SetPin,
        HandOutPin,
        TrySignIn,
        SignIn,
        ConfirmPin,
        SignOut,
        ReleaseLockOut,
        SetPassphrase,
        TryPassphrase,
        EnterPassphrase,
        AnnounceKey,
        SignRecord,
        SetDeleteOn,
        Refuse,
    )
)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Proof that somebody entered their PIN again, for one act of this kind."""

    actor: Actor
    kind: type[Act]


class Doing:
    """An act under way: what it records becomes its answer."""

    def __init__(self, desk: "Desk", actor: Actor, *, may_wait: bool) -> None:
        self._desk = desk
        self.may_wait = may_wait
        self._actor = actor
        self.at = desk.now()  # of all that one act records, which tells it from the next act
        self._entries: list[Entry] = []
        self.ballots: list[Ballot] = []

    def record(self, act: Act, reason: str = "") -> None:
        """Put one act on the record.

        Raises:
            NotTrustedError: if it would pass on a ballot that was changed behind the record's back.
        """
        if isinstance(act, BallotAct):
            self._desk.check_as_recorded(act.ballot.judge, act.ballot.team)
        done = (act, self._actor, self.at, reason)
        if not self.may_wait:
            self._entries.append(self._desk.file.record(*done))
        elif entry := self._desk.file.keep(*done):
            self._entries.append(entry)
        if isinstance(act, BallotAct):
            self.ballots.append(act.ballot)

    @property
    def changed(self) -> Changed:
        """What was recorded; read it after the act has ended."""
        return Changed(tuple(self._entries))


class Desk:
    """An open event; the other modules of the desk hold one function an act.

    Where people sit down and leave, it asks again for the PIN before an act of `ASKS_AGAIN`:
    `confirmed` is the proof that it was entered, and good for the next act alone.
    """

    def __init__(
        self, file: EventFile, clocks: Clocks | None = None, *, asks_again: bool = True
    ) -> None:
        self.file = file
        self.asks_again = asks_again
        self.confirmed: Confirmed | None = None
        last = journal.last_entry(file.db)
        self.timepiece = Timepiece(clocks or Clocks(), last.time if last else None)
        self._setup: Setup | None = None
        self._running_mean: RunningMean | None = None
        self.recall = Recall(file)
        self.found_beside = ""
        """What was undone when it was opened though this computer hadn't left it; to be told."""
        self._trust = FileTrust(file)
        file.reopened = self._begin_anew

    @property
    def saves_slowly(self) -> bool:
        """Whether the last change took so long to reach the disk that a person sees it."""
        return self.file.took_s > SLOW_S

    @property
    def is_read_only(self) -> bool:
        """Whether the event was opened to look at and to print, and nothing can be changed."""
        return self.file.is_read_only

    def may(self, actor: Actor, kind: type[Act]) -> bool:
        """Whether this role may do this act now, here; for offering it, not for doing it."""
        return not self.is_read_only and may(actor, kind, self.event().phase)

    @contextmanager
    def doing(self, actor: Actor, kind: type[Act], about: str = EVENT) -> Iterator[Doing]:
        """Do one act wholly or not at all; a refusal is recorded and raised.

        Raises:
            NotAllowedError: if this actor may not do it in this phase.
            NotConfirmedError: if their PIN has to be entered again first.
            NotSavedError: if it didn't reach the disk.
        """
        doing = Doing(self, actor, may_wait=kind in MAY_WAIT)
        confirmed, self.confirmed = self.confirmed, None
        try:
            with nullcontext() if doing.may_wait else self.file.transaction():
                check_act(actor, kind, self.event().phase)
                if self.asks_again and kind in ASKS_AGAIN:
                    _check_confirmed(confirmed, Confirmed(actor, kind))
                self._check_trust(kind)
                yield doing
            self._follow(doing)
        except (NotSavedError, NotTrustedError):
            raise  # nothing is added to a file of which nobody knows what it holds
        except DeskError as refusal:
            self._record_refusal(actor, act_name(kind), about, refusal)
            raise
        finally:
            if kind in (SetUp, ChangeSetUp, AddJudge):
                self._setup = self._running_mean = None

    def check_sight(self, actor: Actor, sight: Sight, about: str = EVENT) -> None:
        """Refuse, and record, a look at what this actor may not see.

        Raises:
            NotAllowedError: if so.
        """
        try:
            self.file.notice()
            check_sight(actor, sight, self.event().phase)
        except DeskError as refusal:
            self._record_refusal(actor, f"see {sight.value}", about, refusal)
            raise
        if sight in _NEEDS_TRUST:
            self.require_trust()

    def refuse_sight(self, actor: Actor, sight: Sight, about: str, refusal: DeskError) -> None:
        """Record a refusal that only the caller could find, and raise it."""
        self._record_refusal(actor, f"see {sight.value}", about, refusal)
        raise refusal

    def now(self) -> datetime:
        """The time of day, as the record says it."""
        return self.timepiece.now()

    def event(self) -> Event:
        """The event itself."""
        return event_rows.event(self.file.db)

    def programme(self) -> Programme:
        """What the projector shows."""
        return programme_rows.programme(self.file.db)

    def recorded_setup(self) -> Setup:
        """Teams, people, rubric and panel as they are on the record."""
        return set_up_rows.setup(self.file.db)

    def setup(self) -> Setup:
        """The same to show and to print, where judges of one name are told apart."""
        if self._setup is None:
            self._setup = told_apart(self.recorded_setup())
        return self._setup

    def running_mean(self) -> RunningMean:
        """The mean of all ballots, kept up to date act by act."""
        if self._running_mean is None:
            setup = self.setup()
            self._running_mean = RunningMean(
                [team.id for team in setup.teams],
                [judge.id for judge in setup.judges],
                setup.rubric,
            )
            for ballot in ballot_rows.ballots(self.file.db).values():
                self._running_mean.take(ballot)
        return self._running_mean

    def record_code(self) -> str:
        """The fingerprint of the journal's last entry, to print and to read out."""
        last = journal.last_entry(self.file.db)
        return fingerprint(last.digest if last else "")

    @property
    def check(self) -> Check | None:
        """The check of the file that was begun, to be run on any thread."""
        return self._trust.check

    def trust(self) -> Trust:
        """Whether the file may give a result, as far as is known now: nobody waits for it."""
        return self._trust.stand()

    def require_trust(self) -> None:
        """Wait for the check of the file; what tells a result without naming who asks begins here.

        Raises:
            NotTrustedError: if the file isn't as it was recorded.
        """
        self._trust.require()

    def distrust(self, sentence: str) -> None:
        """Give no result from now on, for a reason that the file's own record can't show."""
        self._trust.withdraw(sentence)

    def verification(self) -> Verification:
        """Check the open file against its own journal, as it is at this moment.

        From then on, a file that isn't as it was recorded gives no result: nothing of it is shown
        to the panel, revealed, published or printed. Ballots can still be entered.
        """
        return self._trust.afresh()

    def begin_check(self) -> Check:
        """Take the file as it is now, for its check to be run on any thread.

        Whoever asks for a result sooner does the check, or waits for the thread that is at it.

        Raises:
            EventFileError: if the file can't be read.
        """
        return self._trust.begin()

    @property
    def is_distrusted(self) -> bool:
        """Whether the file is known not to be as it was recorded; a check may be under way."""
        return self._trust.is_refused

    def check_as_recorded(self, judge: JudgeId, team: TeamId) -> None:
        """Refuse a ballot of which the tables say something else than its last entry.

        What follows from it would be recorded as what a judge entered.

        Raises:
            NotTrustedError: if so; from then on, no result is given.
        """
        try:
            if is_as_recorded(self.file.db, judge, team):
                return
        except ValueError:
            pass  # the entry itself is damaged
        said = BALLOT_CHANGED.format(self.file.path.name)
        self._trust.withdraw(said)
        raise NotTrustedError(self.file.path, f"This was NOT saved. {said}")

    def is_still_saved(self) -> bool:
        """Whether what was saved last is in the file, which is read anew for it."""
        return self.file.is_still_saved()

    def entries(self) -> tuple[Entry, ...]:
        """The whole journal; for the desk's own questions, not for a screen."""
        return journal.entries(self.file.db)

    def close(self) -> None:
        """Close the event file."""
        self.timepiece.keep()
        self.file.close()
        if not self.is_read_only:
            unfinished.ended(self.file.path)

    def _check_trust(self, kind: type[Act]) -> None:
        if kind in _CHECKED_AFRESH or (kind is Reveal and not self.programme().revealed):
            self.verification()
        if kind in _TELLS:
            self.require_trust()

    def _begin_anew(self) -> None:
        """Take nothing for granted of a file that was away, and check it before any result."""
        self._setup = self._running_mean = None
        self.recall.forget()
        self._trust.begin_again()

    def _follow(self, doing: Doing) -> None:
        """Bring the running mean to what has just reached the disk."""
        if self._running_mean is not None:
            for ballot in doing.ballots:
                self._running_mean.take(ballot)

    def _record_refusal(self, actor: Actor, act: str, about: str, refusal: DeskError) -> None:
        self.file.keep(Refuse(act, about, str(refusal)), actor, self.now())


def _check_confirmed(given: Confirmed | None, needed: Confirmed) -> None:
    if given != needed:
        raise NotConfirmedError(f"Enter your PIN again to {ACT_WORDS[needed.kind]}.")
