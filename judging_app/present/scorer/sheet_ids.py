"""The short code that each judge and each team has on paper: J1, T3, and J1-T3 for a ballot."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.setup import Setup

_SHORT = re.compile(r"[A-Za-z0-9]{1,4}")

Id = TypeVar("Id", JudgeId, TeamId)


def judge_codes(setup: Setup) -> Mapping[JudgeId, str]:
    """The judges' own ids where all of them are short, else J1, J2 and so on by their order."""
    return _codes([judge.id for judge in setup.judges], "J")


def team_codes(setup: Setup) -> Mapping[TeamId, str]:
    """The teams' own ids where all of them are short, else T1, T2 and so on by their order."""
    return _codes([team.id for team in setup.teams], "T")


def ballot_code(setup: Setup, judge: JudgeId, team: TeamId) -> str:
    """What a scorer types to find the ballot of a paper sheet: "J1-T3"."""
    return f"{judge_codes(setup)[judge]}-{team_codes(setup)[team]}"


def _codes(ids: Sequence[Id], letter: str) -> Mapping[Id, str]:
    if all(_SHORT.fullmatch(each) for each in ids):
        return {each: str(each) for each in ids}
    return {each: f"{letter}{number}" for number, each in enumerate(ids, 1)}
