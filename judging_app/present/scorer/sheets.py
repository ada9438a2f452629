"""Finding a paper sheet by its id, or by its judge and team."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.ballots import Ballot, BallotState, ballot_key
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.reconciliation import BallotPart, Reconciliation, reconciliation
from judging_app.domain.setup import Setup
from judging_app.present.host.reconciliation import waits_text
from judging_app.present.scorer.sheet_ids import ballot_code, judge_codes, team_codes
from judging_app.present.words.ballots import PART_WORDS, TO_COME
from judging_app.present.words.states import look_of, out_state
from judging_app.words import capitalised

Ballots = Mapping[tuple[JudgeId, TeamId], Ballot]
BeingKeyed = Mapping[tuple[JudgeId, TeamId], int]
"""The sheets that are being keyed, with the number of turns that are done."""


@dataclass(frozen=True, slots=True)
class BallotsNow:
    """What the scorer may know of ballots: their states, the sheets half keyed, the teams out.

    `ballots` has every judge's for every team.
    """

    ballots: Ballots
    keyed: BeingKeyed
    exclusions: tuple[TeamExclusion, ...] = ()


@dataclass(frozen=True, slots=True)
class FinderRow:
    """A judge or a team to choose; `kind` leads to a shape, and `state_text` says it in words."""

    key: str
    name: str
    kind: str
    state_text: str


@dataclass(frozen=True, slots=True)
class SheetTitle:
    """What identifies a sheet: the code printed on it, its judge and its team."""

    id: str
    judge: str
    team: str


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """The ballot that a typed code means, or the sentence that says why it is none."""

    judge: JudgeId | None = None
    team: TeamId | None = None
    refusal: str = ""


def find_sheet(setup: Setup, typed: str) -> FoundSheet:
    """The sheet that `typed` names, whatever its case and with or without its hyphen."""
    if not setup.judges or not setup.teams:
        return FoundSheet(refusal="There are no sheets yet. Add judges and teams first.")
    example = ballot_code(setup, setup.judges[0].id, setup.teams[0].id)
    parts = _PARTED.findall(unicodedata.normalize("NFKC", typed))
    if not parts:
        return FoundSheet(refusal=f"Type or scan the code printed on the sheet, such as {example}.")
    found = _named(setup, parts)
    if len(found) == 1:
        return FoundSheet(*found[0])
    shown = typed.strip()[:_MOST_SHOWN]
    if found:
        codes = " or ".join(ballot_code(setup, *one) for one in found)
        return FoundSheet(refusal=f"“{shown}” could be {codes}. Type it exactly as printed.")
    return FoundSheet(refusal=_unknown(setup, parts, shown, example))


def finder_judges(setup: Setup, now: BallotsNow) -> tuple[FinderRow, ...]:
    """Every judge with how many of their ballots are owed or being keyed."""
    parts = reconciled(setup, now).parts
    return tuple(
        FinderRow(
            judge.id, judge.name, *_judge_state([parts[judge.id, team.id] for team in setup.teams])
        )
        for judge in setup.judges
    )


def finder_teams(setup: Setup, now: BallotsNow, judge: JudgeId) -> tuple[FinderRow, ...]:
    """Every team with the state of one judge's ballot for it; none for an unknown judge."""
    parts = reconciled(setup, now).parts
    return tuple(
        FinderRow(
            team.id, team.name, *_state(now, now.ballots[judge, team.id], parts[judge, team.id])
        )
        for team in setup.teams
        if (judge, team.id) in now.ballots
    )


def reconciled(setup: Setup, now: BallotsNow) -> Reconciliation:
    """What became of every ballot."""
    return reconciliation(
        setup.judges, setup.teams, now.ballots.values(), now.exclusions, now.keyed
    )


def on_paper(ballot: Ballot) -> str:
    """How a ballot came, if on paper: "on paper, keyed by EM and JT"; else empty."""
    return f"from paper, typed in by {ballot.keyed_by}" if ballot.keyed_by else ""


def sheet_title(setup: Setup, judge: JudgeId, team: TeamId) -> SheetTitle:
    """What a sheet is called."""
    return SheetTitle(
        ballot_code(setup, judge, team),
        next(one.name for one in setup.judges if one.id == judge),
        next(one.name for one in setup.teams if one.id == team),
    )


_TURNS_DONE = ("First entry started", "First entry done", "Typed in twice, to compare")


def _state(now: BallotsNow, ballot: Ballot, part: BallotPart) -> tuple[str, str]:
    """A ballot's shape and words."""
    turns = _TURNS_DONE[now.keyed[key]] if (key := ballot_key(ballot)) in now.keyed else ""
    if part is BallotPart.TEAM_OUT:
        (out,) = (out_state(one.exclusion) for one in now.exclusions if one.team == ballot.team)
        return out.look, f"{capitalised(out.words)}, {turns.lower() or 'not needed'}"
    if part is BallotPart.BEING_KEYED:
        return look_of(part), turns
    if part is BallotPart.IN:
        words = capitalised(PART_WORDS[part])
        return _SUBMITTED, ", ".join(filter(None, (words, on_paper(ballot))))
    if ballot.state is BallotState.DRAFT:
        word = f"Reopened, {TO_COME}" if ballot.keyed_by else "Draft on the screen"
        return look_of(ballot.state), word
    words = TO_COME if part is BallotPart.OWED else PART_WORDS[part]
    return look_of(part), capitalised(words)


def _judge_state(parts: Sequence[BallotPart]) -> tuple[str, str]:
    waited_for = (BallotPart.OWED, BallotPart.BEING_KEYED)
    kind = next((look_of(part) for part in waited_for if part in parts), _SUBMITTED)
    return kind, waits_text(parts) or "None to come"


_SUBMITTED = look_of(BallotState.SUBMITTED)


_PARTED = re.compile(r"[^\W_]+")
"""Letters and figures; a hyphen of any kind, a blank or a stroke parts them."""

_MOST_SHOWN = 20


def _named(setup: Setup, parts: Sequence[str]) -> Sequence[tuple[JudgeId, TeamId]]:
    """Every ballot whose code is `parts`: as they are typed, else whatever their case."""
    judges, teams = judge_codes(setup).items(), team_codes(setup).items()
    for spelt in (str, str.casefold):
        wanted = [spelt(part) for part in parts]
        codes = [
            (spelt(one), spelt(other), (judge, team))
            for judge, one in judges
            for team, other in teams
        ]
        found = [key for one, other, key in codes if [one, other] == wanted]
        if found := found or [key for one, other, key in codes if one + other == "".join(wanted)]:
            return found
    return ()


def _unknown(setup: Setup, parts: Sequence[str], shown: str, example: str) -> str:
    """Which half of an id is wrong, where one half is right."""
    judges = {code.casefold() for code in judge_codes(setup).values()}
    teams = {code.casefold() for code in team_codes(setup).values()}
    if len(parts) == 2:  # noqa: PLR2004 - a judge and a team
        judge, team = parts
        remedy = "Check the code on the sheet."
        if judge.casefold() in judges:
            return f"There is no team {team} in this event. {remedy}"
        if team.casefold() in teams:
            return f"There is no judge {judge} in this event. {remedy}"
    return (
        f"There is no sheet “{shown}” in this event. Type the code as printed, such as {example}."
    )
