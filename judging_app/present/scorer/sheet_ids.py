"""The short code that each judge and each team has on paper: J1, T3, and J1-T3 for a ballot."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.rubric import rubric_code
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


def printed_code(setup: Setup, judge: JudgeId, team: TeamId) -> str:
    """What a scanner reads from the sheet: its code between a sign of ours and the rubric's."""
    return f"{_OURS}:{ballot_code(setup, judge, team)}:{rubric_code(setup.rubric)[:_SIGNS]}"


def scanned(typed: str) -> tuple[str, str]:
    """A sheet's code and the sign of its rubric, from what a scanner read or somebody typed."""
    found = _SCANNED.fullmatch(typed.strip())
    return (found[1], found[2]) if found else (typed, "")


def is_of(setup: Setup, sign: str) -> bool:
    """Whether a sheet with this sign was printed with this event's rubric; so is one without."""
    return not sign or rubric_code(setup.rubric)[:_SIGNS].casefold() == sign.casefold()


_OURS, _SIGNS = "PD1", 4
_SCANNED = re.compile(rf"{_OURS}:([^:]+):([^:]+)", re.IGNORECASE)


def _codes(ids: Sequence[Id], letter: str) -> Mapping[Id, str]:
    if all(_SHORT.fullmatch(each) for each in ids):
        return {each: str(each) for each in ids}
    return {each: f"{letter}{number}" for number, each in enumerate(ids, 1)}
