"""What an act that can be undone was, in plain words with names: "Undo: mark Ada Reed absent"."""

from collections.abc import Mapping

from judging_app.domain.acts import (
    Act,
    ExcludeTeam,
    MarkAbsent,
    RecuseJudge,
    ReinstateBallot,
    ReopenBallot,
    RestoreTeam,
    SaveBallot,
    SetClock,
    SetPenalty,
    SetRunOrder,
    ShowBoard,
    ShowScene,
    act_name,
)
from judging_app.domain.setup import Setup
from judging_app.domain.subjects import judge_and_team


def undo_words(setup: Setup, act: str, about: str, teams: int = 1) -> str:
    """What would be undone, from an act's name and subject as the record writes them.

    `teams` is over 1 where one act was about so many of a judge's teams at once.
    """
    judge, team = _named(setup, about)
    if teams > 1:
        return f"Undo: {judge} absent for {teams} teams"
    return "Undo: " + _WORDS.get(act, act).format(judge=judge, team=team)


def _named(setup: Setup, about: str) -> tuple[str, str]:
    """The names of the judge and the team in "ballot J1/T2" or "team T2"."""
    first, second = judge_and_team(about)
    judge = next((one.name for one in setup.judges if one.id == first), first)
    team = next((one.name for one in setup.teams if one.id == second), second)
    return judge, team


def _words(words: Mapping[type[Act], str]) -> Mapping[str, str]:
    return {act_name(kind): said for kind, said in words.items()}


_WORDS = _words(
    {
        SaveBallot: "last change to {team}",
        MarkAbsent: "{judge} absent for {team}",
        RecuseJudge: "{judge} recused from {team}",
        ReinstateBallot: "{judge} allowed to score {team} again",
        ReopenBallot: "{judge}’s ballot for {team} reopened",
        ShowScene: "change of scene",
        ShowBoard: "change to the audience’s standings",
        SetRunOrder: "change to the run order",
        SetClock: "change to the clock",
        SetPenalty: "penalty for {team}",
        ExcludeTeam: "{team} out",
        RestoreTeam: "{team} put back",
    }
)
