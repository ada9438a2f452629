"""What acts are about, as the record names it: short texts that sort and search well."""

from judging_app.domain import acts
from judging_app.domain.ids import AwardId, JudgeId, TeamId
from judging_app.domain.roles import Actor

BALLOT = "ballot {}/{}"
CONFLICT = "conflict {}/{}"
SHEET = "sheet {}/{}"
CALIBRATION = "calibration {}"
JUDGE = "judge {}"
TEAM = "team {}"
AWARD = "award {}"
SIGN_IN = "sign-in {}"
PASSPHRASE = "passphrase"  # noqa: S105 - what is about one
RUN_ORDER = "run order"
CLOCK = "clock"
LOOK = "look"
PICTURE = "picture {}"
CERTIFICATES = "certificates"
FEEDBACK = "feedback"
NAMES = "names"
EVENT = "event"
RECORD = "record"
KEEPING = "keeping"


def ballot(judge: JudgeId, team: TeamId) -> str:
    """One judge's ballot for one team: "ballot J1/T2"."""
    return BALLOT.format(judge, team)


def conflict(judge: JudgeId, team: TeamId) -> str:
    """A judge's conflict of interest with a team."""
    return CONFLICT.format(judge, team)


def sheet(judge: JudgeId, team: TeamId) -> str:
    """The paper sheet of a ballot."""
    return SHEET.format(judge, team)


def calibration(judge: JudgeId) -> str:
    """A judge's scores of the sample pitch."""
    return CALIBRATION.format(judge)


def judge(judge: JudgeId) -> str:
    """A judge of the panel."""
    return JUDGE.format(judge)


def team(team: TeamId) -> str:
    """A team and what is decided about it."""
    return TEAM.format(team)


def award(award: AwardId) -> str:
    """An award and who gets it."""
    return AWARD.format(award)


def sign_in(holder: Actor) -> str:
    """Somebody's PIN and their tries at it."""
    return SIGN_IN.format(holder.key)


def judge_and_team(about: str) -> tuple[JudgeId, TeamId]:
    """The two in "ballot J1/T2"; of "team T2" the judge is empty."""
    _, _, ids = about.partition(" ")
    judge, _, team = ids.rpartition("/")
    return JudgeId(judge), TeamId(team)


def subject(act: acts.Act) -> str:
    """What an act is about."""
    if isinstance(act, acts.BallotAct):
        return ballot(act.ballot.judge, act.ballot.team)
    if isinstance(act, acts.ConflictAct):
        return conflict(act.conflict.judge, act.conflict.team)
    if isinstance(act, acts.SignInAct):
        return sign_in(act.holder)
    if isinstance(act, acts.PassphraseAct):
        return PASSPHRASE
    if isinstance(act, acts.KeyAct):
        return RECORD
    return _other(act)


def _other(act: acts.Act) -> str:  # noqa: C901, PLR0911, PLR0912 - one case for each act
    match act:
        case acts.AgreeScore():
            return ballot(act.agreed.judge, act.agreed.team)
        case acts.KeySheet():
            return sheet(act.keying.judge, act.keying.team)
        case acts.DropKeying():
            return sheet(act.judge, act.team)
        case acts.ScoreCalibration():
            return calibration(act.judge)
        case acts.AddJudge():
            return judge(act.judge.id)
        case acts.ExcludeTeam():
            return team(act.exclusion.team)
        case acts.RestoreTeam():
            return team(act.team)
        case acts.SetPenalty():
            return team(act.penalty.team)
        case acts.EnterPoints():
            return team(act.points.team)
        case acts.DeclareAward():
            return award(act.award.id)
        case acts.DecideAward():
            return award(act.decision.award)
        case acts.SetRunOrder():
            return RUN_ORDER
        case acts.SetClock():
            return CLOCK
        case acts.SetLook():
            return LOOK
        case acts.KeepPicture():
            return PICTURE.format(act.picture.code)
        case acts.ArrangeCertificates():
            return CERTIFICATES
        case acts.ReviewComments():
            return FEEDBACK
        case acts.ProveNames():
            return NAMES
        case acts.SetDeleteOn() | acts.ForgetPeople():
            return KEEPING
        case acts.Refuse():
            return act.about
        case _:
            return EVENT
