"""Who may do and see what, and in which phase: the one table of it."""

from collections.abc import Mapping
from enum import Enum

from judging_app.ceremony.scenes import WHILE
from judging_app.closed_sets import complete
from judging_app.domain import acts
from judging_app.domain.event import Phase
from judging_app.domain.roles import Actor, Role
from judging_app.errors import NotAllowedError
from judging_app.present.words.acts import ACT_WORDS
from judging_app.present.words.event import ROLE_WORDS
from judging_app.words import listed


class Sight(Enum):
    """What can be looked at."""

    OWN_BALLOTS = "own ballots"
    ALL_BALLOTS = "all ballots with their scores"
    PROGRESS = "who has scored whom"
    KEYED_SHEETS = "what was keyed from paper sheets"
    CALIBRATION = "the scores of the sample pitch"
    TAKE_AWAY = "own scores beside the panel's"
    PANEL_RESULT = "the result as the panel sees it"
    PUBLIC_RESULT = "the result as the public sees it"


_EVERYONE = frozenset(Role)
_ORGANISER = frozenset({Role.ORGANISER})
_HOSTS = frozenset({Role.ORGANISER, Role.HOST})
_JUDGES = frozenset({Role.JUDGE})
_SCORERS = frozenset({Role.SCORER})

_ALWAYS = frozenset(Phase)
_BEFORE = frozenset({Phase.SETTING_UP})
_SCORING = frozenset({Phase.SCORING})
_CLOSED = frozenset({Phase.CLOSED})
_PUBLISHED = frozenset({Phase.PUBLISHED})
_UNTIL_CLOSED = frozenset({Phase.SETTING_UP, Phase.SCORING})
_UNTIL_PUBLISHED = _UNTIL_CLOSED | _CLOSED
_TOLD = frozenset({Phase.CLOSED, Phase.PUBLISHED})

RIGHTS: Mapping[type[acts.Act], tuple[frozenset[Role], frozenset[Phase]]] = {
    acts.CreateEvent: (_ORGANISER, _BEFORE),
    acts.SetUp: (_ORGANISER, _BEFORE),
    acts.ChangeSetUp: (_ORGANISER, _ALWAYS),
    acts.DescribeEvent: (_ORGANISER, _ALWAYS),
    acts.BeginRehearsal: (_ORGANISER, _BEFORE),
    acts.ProveNames: (_ORGANISER, _ALWAYS),
    acts.DeclareMethod: (_ORGANISER, _UNTIL_PUBLISHED),
    acts.DeclareTieBreaks: (_ORGANISER, _UNTIL_PUBLISHED),
    acts.DeclareAward: (_ORGANISER, _UNTIL_PUBLISHED),
    acts.TakeInBallot: (_ORGANISER, _BEFORE),
    acts.SetPin: (_ORGANISER, _ALWAYS),
    acts.HandOutPin: (_HOSTS, _ALWAYS),
    acts.TrySignIn: (_EVERYONE, _ALWAYS),
    acts.SignIn: (_EVERYONE, _ALWAYS),
    acts.ConfirmPin: (_EVERYONE, _ALWAYS),
    acts.SignOut: (_EVERYONE, _ALWAYS),
    acts.ReleaseLockOut: (_HOSTS, _ALWAYS),
    acts.SetPassphrase: (_ORGANISER, _ALWAYS),
    acts.TryPassphrase: (_ORGANISER, _ALWAYS),
    acts.EnterPassphrase: (_ORGANISER, _ALWAYS),
    acts.OpenScoring: (_HOSTS, _BEFORE),
    acts.CloseScoring: (_HOSTS, _SCORING),
    acts.ReopenScoring: (_ORGANISER, _CLOSED),
    acts.Publish: (_ORGANISER, _CLOSED),
    acts.AmendResult: (_ORGANISER, _PUBLISHED),
    acts.AddJudge: (_HOSTS, _UNTIL_CLOSED),
    acts.SetRunOrder: (_HOSTS, _UNTIL_CLOSED),
    acts.SetClock: (_HOSTS, _ALWAYS),
    acts.SetLook: (_ORGANISER, _ALWAYS),
    acts.KeepPicture: (_ORGANISER, _ALWAYS),
    acts.ArrangeCertificates: (_ORGANISER, _ALWAYS),
    acts.ReviewComments: (_ORGANISER, _SCORING | _TOLD),
    acts.ShowBoard: (_HOSTS, _UNTIL_CLOSED),
    acts.ShowScene: (_HOSTS, _ALWAYS),
    acts.PlanReveal: (_HOSTS, _TOLD),
    acts.ConfirmReveal: (_HOSTS, _TOLD),
    acts.RehearseReveal: (_HOSTS, _ALWAYS),
    acts.Reveal: (_HOSTS, _TOLD),
    acts.ScoreCalibration: (_JUDGES, _BEFORE),
    acts.DiscardCalibration: (_HOSTS, _BEFORE),
    acts.SaveBallot: (_JUDGES, _SCORING),
    acts.SubmitBallot: (_JUDGES, _SCORING),
    acts.KeySheet: (_SCORERS, _SCORING),
    acts.DropKeying: (_SCORERS | _HOSTS, _SCORING),
    acts.SettleBallot: (_SCORERS, _SCORING),
    acts.RestoreBallot: (_JUDGES | _HOSTS, _UNTIL_CLOSED),
    acts.ReopenBallot: (_HOSTS, _SCORING),
    acts.RecuseJudge: (_HOSTS, _UNTIL_CLOSED),
    acts.MarkAbsent: (_HOSTS, _UNTIL_CLOSED),
    acts.ReinstateBallot: (_HOSTS, _UNTIL_CLOSED),
    acts.ExcludeTeam: (_HOSTS, _UNTIL_PUBLISHED),
    acts.RestoreTeam: (_HOSTS, _UNTIL_PUBLISHED),
    acts.SetPenalty: (_HOSTS, _UNTIL_PUBLISHED),
    acts.EnterPoints: (_ORGANISER, _UNTIL_PUBLISHED),
    acts.AgreeScore: (_ORGANISER, _SCORING | _CLOSED),
    acts.DecideOrder: (_ORGANISER, _CLOSED),
    acts.DropDecision: (_ORGANISER, _CLOSED),
    acts.DecideAward: (_ORGANISER, _CLOSED),
    acts.DeclareConflict: (_EVERYONE, _UNTIL_CLOSED),
    acts.DecideConflict: (_ORGANISER, _UNTIL_CLOSED),
    acts.RestoreEvent: (_HOSTS, _ALWAYS),
    acts.AnnounceKey: (_HOSTS, _ALWAYS),
    acts.SignRecord: (_HOSTS, _ALWAYS),
    acts.SetDeleteOn: (_ORGANISER, _ALWAYS),
    acts.ForgetPeople: (_ORGANISER, _TOLD),
    acts.Refuse: (_EVERYONE, _ALWAYS),
}
"""For each act, the roles that may do it and the phases in which they may."""

ASKS_AGAIN: frozenset[type[acts.Act]] = frozenset(
    {
        acts.Publish,
        acts.AmendResult,
        acts.ReopenScoring,
        acts.ReopenBallot,
        acts.SetPin,
        acts.SetPassphrase,
        acts.ReleaseLockOut,
        acts.ForgetPeople,
    }
)
"""What nobody does at a desk that somebody else left open: the PIN is asked again just before."""

SIGHTS: Mapping[Sight, Mapping[Role, frozenset[Phase]]] = complete(
    {
        Sight.OWN_BALLOTS: {Role.JUDGE: _ALWAYS},
        Sight.ALL_BALLOTS: {Role.ORGANISER: _ALWAYS},
        Sight.PROGRESS: {Role.ORGANISER: _ALWAYS, Role.HOST: _ALWAYS, Role.SCORER: _ALWAYS},
        Sight.KEYED_SHEETS: {Role.SCORER: _SCORING},
        Sight.CALIBRATION: {Role.ORGANISER: _BEFORE, Role.HOST: _BEFORE},
        Sight.TAKE_AWAY: {Role.JUDGE: _PUBLISHED},
        Sight.PANEL_RESULT: {Role.ORGANISER: _ALWAYS, Role.HOST: _TOLD},
        Sight.PUBLIC_RESULT: dict.fromkeys(Role, _ALWAYS),
    }
)
"""For each thing to see, who may see it and when."""


def check_act(actor: Actor, kind: type[acts.Act], phase: Phase) -> None:
    """Refuse an act that this role may not do, or not now.

    Raises:
        NotAllowedError: saying who may, or when.
    """
    roles, phases = RIGHTS[kind]
    who, what = ROLE_WORDS[actor.role], ACT_WORDS[kind]
    if actor.role not in roles:
        allowed = listed([f"the {ROLE_WORDS[role]}" for role in Role if role in roles])
        raise NotAllowedError(f"The {who} can’t {what}. Ask {allowed}.")
    if phase not in phases:
        raise NotAllowedError(f"Nobody can {what} while {WHILE[phase]}.")


def may(actor: Actor, kind: type[acts.Act], phase: Phase) -> bool:
    """Whether this role may do this act in this phase; for offering it, not for doing it."""
    roles, phases = RIGHTS[kind]
    return actor.role in roles and phase in phases


def may_see(actor: Actor, sight: Sight, phase: Phase) -> bool:
    """Whether this role may take this look in this phase; for offering it, not for taking it."""
    return phase in SIGHTS[sight].get(actor.role, frozenset())


def may_close(actor: Actor | None, phase: Phase) -> bool:
    """Whether the event may be closed in the window by `actor`, or by nobody who is signed in.

    From the opening of scoring until the result is published, only by the organiser: behind it
    is the way to other events.
    """
    if actor is None:
        return phase not in _SCORING | _CLOSED
    return actor.role is Role.ORGANISER


def check_sight(actor: Actor, sight: Sight, phase: Phase) -> None:
    """Refuse a look at what this role may not see, or not now.

    Raises:
        NotAllowedError: saying so.
    """
    if not may_see(actor, sight, phase):
        raise NotAllowedError(
            f"The {ROLE_WORDS[actor.role]} can’t see {_SIGHT_WORDS[sight]} while {WHILE[phase]}. "
            "Ask the organiser."
        )


_SIGHT_WORDS: Mapping[Sight, str] = complete(
    {
        Sight.OWN_BALLOTS: "their own ballots",
        Sight.ALL_BALLOTS: "all ballots with their scores",
        Sight.PROGRESS: "who has scored whom",
        Sight.KEYED_SHEETS: "what was typed in from paper sheets",
        Sight.CALIBRATION: "the scores of the sample pitch",
        Sight.TAKE_AWAY: "their own scores beside the panel’s",
        Sight.PANEL_RESULT: "the result as the panel sees it",
        Sight.PUBLIC_RESULT: "the result as the public sees it",
    }
)
