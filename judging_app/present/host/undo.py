"""What an act that can be undone was, in plain words with names: "Undo: mark Ada Reed absent"."""

from collections.abc import Mapping

from judging_app.domain import acts
from judging_app.domain.ballots import BallotState
from judging_app.domain.setup import Setup
from judging_app.domain.subjects import judge_and_team
from judging_app.present.words.ballots import STATE_WORDS


def undo_words(setup: Setup, act: str, about: str, teams: int = 1, what: str = "") -> str:
    """What would be undone, from an act's name and subject as the record writes them.

    `teams` is over 1 where one act was about so many of a judge's teams at once; `what` says it
    where the record's own words don't.
    """
    if what:
        return f"Undo: {what}"
    judge, team = _named(setup, about)
    if act == acts.act_name(acts.AddJudge):
        _, _, added = about.partition(" ")
        judge = next((one.name for one in setup.judges if one.id == added), added)
    if teams > 1:
        return f"Undo: {judge} {_ABSENT} for {teams} teams"
    return "Undo: " + _WORDS.get(act, act).format(judge=judge, team=team)


def _named(setup: Setup, about: str) -> tuple[str, str]:
    """The names of the judge and the team in "ballot J1/T2" or "team T2"."""
    first, second = judge_and_team(about)
    judge = next((one.name for one in setup.judges if one.id == first), first)
    team = next((one.name for one in setup.teams if one.id == second), second)
    return judge, team


def _words(words: Mapping[type[acts.Act], str]) -> Mapping[str, str]:
    return {acts.act_name(kind): said for kind, said in words.items()}


_ABSENT = STATE_WORDS[BallotState.ABSENT]
_WORDS = _words(
    {
        acts.SaveBallot: "last change to {team}",
        acts.MarkAbsent: f"{{judge}} {_ABSENT} for {{team}}",
        acts.RecuseJudge: f"{{judge}} {STATE_WORDS[BallotState.RECUSED]} from {{team}}",
        acts.ReinstateBallot: "{judge} allowed to score {team} again",
        acts.ReopenBallot: "{judge}’s ballot for {team} reopened",
        acts.ChangeSetUp: "change to the set-up",
        acts.ShowScene: "change of scene",
        acts.ShowBoard: "change to the audience’s standings",
        acts.SetRunOrder: "change to the run order",
        acts.SetClock: "change to the clock",
        acts.SetPenalty: "penalty for {team}",
        acts.ExcludeTeam: "{team} out",
        acts.RestoreTeam: "{team} put back",
        acts.AddJudge: "{judge} added to the panel",
        acts.DescribeEvent: "change to the event’s title, day or venue",
        acts.DeclareMethod: "change of the method",
        acts.DeclareTieBreaks: "change of the tie-breaks",
        acts.SetLook: "change of the colours and logos",
        acts.ArrangeCertificates: "change of the certificates",
        acts.ReviewComments: "review of comments",
        acts.AgreeScore: "agreed score of {judge} for {team}",
        acts.DecideOrder: "panel’s order",
        acts.DropDecision: "panel’s order undone",
        acts.DecideAward: "winner of an award",
    }
)
