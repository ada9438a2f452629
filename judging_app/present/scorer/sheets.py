"""Finding a paper sheet by the code on it, or by its judge and team; and what the pile is like."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.ballots import Ballot, BallotState, ballot_key
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.keying import TURNS
from judging_app.domain.reconciliation import BallotPart, Reconciliation, reconciliation
from judging_app.domain.setup import Setup
from judging_app.present.scorer.sheet_ids import (
    ballot_code,
    is_of,
    judge_codes,
    scanned,
    team_codes,
)
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
class SheetRow:
    """One sheet to choose; `kind` leads to a shape, and `state_text` says the state in words.

    `found_by` are the words that it is found by, folded.
    """

    judge: JudgeId
    team: TeamId
    code: str
    judge_name: str
    team_name: str
    kind: str
    state_text: str
    found_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PileRow:
    """So many sheets, what became of them, and what is to be done with them."""

    count: int
    words: str
    note: str = ""


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
    typed, sign = scanned(typed)
    if not is_of(setup, sign):
        return FoundSheet(
            refusal=f"Sheet {typed[:_MOST_SHOWN]} was printed for another event or another rubric. "
            "Compare its criteria, then type its code by hand."
        )
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


def sheet_rows(setup: Setup, now: BallotsNow) -> tuple[SheetRow, ...]:
    """Every sheet: those half typed in first, then those to come, then the rest."""
    parts = reconciled(setup, now).parts
    judges, teams = judge_codes(setup), team_codes(setup)
    rows = [
        SheetRow(
            judge.id,
            team.id,
            f"{judges[judge.id]}-{teams[team.id]}",
            judge.name,
            team.name,
            *_state(now, now.ballots[judge.id, team.id], parts[judge.id, team.id]),
            found_by=(judges[judge.id] + teams[team.id], judges[judge.id], teams[team.id]),
        )
        for judge in setup.judges
        for team in setup.teams
        if (judge.id, team.id) in now.ballots
    ]
    return tuple(sorted(rows, key=lambda row: _urgency(parts[row.judge, row.team])))


def matching(rows: Sequence[SheetRow], typed: str) -> tuple[SheetRow, ...]:
    """The sheets that begin with what is typed: of the code, or of words of their two names."""
    wanted = [_folded(part) for part in _PARTED.findall(scanned(typed)[0])]
    if not wanted:
        return tuple(rows)
    return tuple(row for row in rows if _is_meant(row, wanted))


def pile(setup: Setup, now: BallotsNow) -> tuple[PileRow, ...]:
    """What became of the paper, and what is left of it."""
    turns = [*now.keyed.values()]
    differing = [ballot_code(setup, *key) for key, done in now.keyed.items() if done == len(TURNS)]
    paper = sum(bool(one.keyed_by) for one in now.ballots.values() if one.counts)
    to_come = reconciled(setup, now).counts[BallotPart.OWED]
    rows = (
        PileRow(paper, "typed twice and equal", "done"),
        PileRow(turns.count(0), "begun"),
        PileRow(turns.count(1), "typed once", "to be typed in again"),
        PileRow(len(differing), "to compare", f"{differing[0]}: settle it" if differing else ""),
        PileRow(to_come, "still to come", "on paper or on the screen"),
    )
    return tuple(row for row in rows if row.count)


EMPTY_PILE = "Every sheet is typed in."


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


def _urgency(part: BallotPart) -> int:
    order = (BallotPart.BEING_KEYED, BallotPart.OWED)
    return order.index(part) if part in order else len(order)


def _is_meant(row: SheetRow, wanted: Sequence[str]) -> bool:
    names = _PARTED.findall(f"{row.judge_name} {row.team_name}")
    words = [_folded(one) for one in (*row.found_by, *names)]
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _folded(text: str) -> str:
    """Without case and marks, so that a name is found by a keyboard that has none of them."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parted if not unicodedata.combining(one))


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
