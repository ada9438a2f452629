"""What people call each act, within a sentence: "can’t change a PIN"."""

from collections.abc import Mapping
from types import MappingProxyType

from judging_app.domain import acts

ACT_WORDS: Mapping[type[acts.Act], str] = MappingProxyType(
    {
        acts.CreateEvent: "create an event",
        acts.SetUp: "set up the event",
        acts.DeclareMethod: "choose the method",
        acts.DeclareTieBreaks: "choose the tie-breaks",
        acts.DeclareAward: "add an award",
        acts.OpenScoring: "open scoring",
        acts.CloseScoring: "close scoring",
        acts.ReopenScoring: "reopen scoring",
        acts.Publish: "publish the result",
        acts.AmendResult: "correct the result",
        acts.AddJudge: "add a judge",
        acts.SetRunOrder: "change the run order",
        acts.SetClock: "change the clock",
        acts.SetLook: "change colours and logo",
        acts.ShowBoard: "change the audience’s standings",
        acts.ShowScene: "show a scene",
        acts.PlanReveal: "prepare the reveal",
        acts.ConfirmReveal: "confirm the reveal",
        acts.RehearseReveal: "rehearse the reveal",
        acts.Reveal: "announce a step",
        acts.SetPin: "change a PIN",
        acts.TrySignIn: "try to sign in",
        acts.SignIn: "sign in",
        acts.SignOut: "sign out",
        acts.ReleaseLockOut: "let someone sign in again",
        acts.TakeInBallot: "import a ballot",
        acts.SaveBallot: "change a ballot",
        acts.SubmitBallot: "submit a ballot",
        acts.ReopenBallot: "reopen a ballot",
        acts.RecuseJudge: "recuse a judge",
        acts.MarkAbsent: "mark a judge absent",
        acts.ReinstateBallot: "let a judge score again",
        acts.RestoreBallot: "undo a change to a ballot",
        acts.SettleBallot: "submit a paper sheet",
        acts.KeySheet: "type in a paper sheet",
        acts.DropKeying: "delete what was typed in",
        acts.ScoreCalibration: "score the sample pitch",
        acts.DiscardCalibration: "delete the sample scores",
        acts.DeclareConflict: "declare a conflict of interest",
        acts.DecideConflict: "decide a conflict of interest",
        acts.ExcludeTeam: "take a team out",
        acts.RestoreTeam: "put a team back",
        acts.SetPenalty: "change a penalty",
        acts.EnterPoints: "enter the organiser’s points",
        acts.AgreeScore: "record an agreed score",
        acts.DecideOrder: "save the panel’s order",
        acts.DropDecision: "undo the panel’s order",
        acts.DecideAward: "choose who gets an award",
        acts.RestoreEvent: "restore the event from a copy",
        acts.AnnounceKey: "announce a key",
        acts.SignRecord: "sign the record",
        acts.Refuse: "record a refusal",
    }
)
"""What somebody can't do: "The host can’t …", "Nobody can … while scoring is open"."""
