"""One ballot as its judge sees it: every criterion, what is missing, and the read-back."""

import re
from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.rubric import Criterion, decimal
from judging_app.domain.setup import Setup
from judging_app.present.criteria import (
    headed_criteria,
    level_text,
    longest_level_text,
    scale_text,
    score_text,
    weight_text,
)
from judging_app.present.numbers import shown
from judging_app.tally.totals import total
from judging_app.words import counted, listed

MOST_KEYS = 21
"""A scale with more scores than this is typed, for its keys would fill the screen."""


# The fraction is for steps that no decimal writes; what is longer fits no scale.
_NUMBER = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,9}|/0*[1-9][0-9]{0,8})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class ScaleKey:
    """One score that can be given: in steps, and as it reads."""

    steps: int
    text: str


@dataclass(frozen=True, slots=True)
class TypedScale:
    """A scale that is typed: its ends in steps, and the points of a step."""

    lowest: int
    highest: int
    step: Fraction

    def score(self, text: str) -> int | None:
        """The score in steps that `text` stands for; `None` while it is none on the scale."""
        typed = text.strip().replace(",", ".")
        if not _NUMBER.fullmatch(typed):
            return None
        steps = Fraction(typed) / self.step
        is_on_it = steps.denominator == 1 and self.lowest <= steps <= self.highest
        return int(steps) if is_on_it else None


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion with its scale; `chosen` is in steps, and `None` is not scored.

    `section` is a heading to stand above it, empty where none begins here. There are `keys`, or
    where it is typed a `typed` scale. `level_text` says what the chosen score stands for, and
    `longest_level_text` is as long as that can become; both are empty without levels.
    """

    criterion_id: str
    section: str
    title: str
    weight_text: str
    scale_text: str
    state_text: str
    keys: tuple[ScaleKey, ...]
    typed: TypedScale | None
    chosen: int | None
    chosen_text: str
    level_text: str
    longest_level_text: str

    @property
    def is_typed(self) -> bool:
        """Whether the score is written in figures rather than chosen."""
        return self.typed is not None


@dataclass(frozen=True, slots=True)
class ReadBackRow:
    """One line of what is about to be submitted."""

    title: str
    score_text: str


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """Everything on the scorecard; `notice` says why it can't be changed, if it can't.

    `needs_comment` says that a criterion asks for a comment for the team and there is none.
    """

    team_id: str
    team: str
    challenge: str
    state: str
    is_open: bool
    notice: str
    criteria: tuple[CriterionRow, ...]
    total_text: str
    missing_text: str
    needs_comment: bool
    submit_text: str
    can_submit: bool
    read_back_title: str
    read_back: tuple[ReadBackRow, ...]
    read_back_spoken: str
    for_team: str
    for_panel: str


def scorecard(event: Event, setup: Setup, ballot: Ballot) -> ScorecardView:
    """The card for one ballot; it can be changed while scoring is open and nothing is in."""
    rubric = setup.rubric
    team = next((one.name for one in setup.teams if one.id == ballot.team), str(ballot.team))
    missing, uncommented = ballot.missing(rubric), ballot.missing_comment(rubric)
    is_open = event.phase is Phase.SCORING and ballot.state in _OPEN
    is_whole = not missing and bool(rubric.judged)
    total_text = _total_text(setup, ballot) if is_whole else ""
    read_back = tuple(_read_back(one, ballot) for one in rubric.judged) if is_whole else ()
    return ScorecardView(
        team_id=ballot.team,
        team=team,
        challenge=next((one.title for one in setup.challenges if one.team == ballot.team), ""),
        state=ballot.state.value,
        is_open=is_open,
        notice="" if is_open else _notice(event, ballot),
        criteria=tuple(
            _row(criterion, ballot, heading if not place else "")
            for heading, criteria in headed_criteria(rubric)
            for place, criterion in enumerate(criteria)
        ),
        total_text=total_text,
        missing_text=_missing_text(missing, uncommented) if is_open else "",
        needs_comment=bool(uncommented),
        submit_text=f"Submit {counted(len(rubric.judged), 'score')}",
        can_submit=is_open and is_whole and not uncommented,
        read_back_title=f"You are about to submit for {team}",
        read_back=read_back,
        read_back_spoken=_spoken(team, read_back, total_text),
        for_team=ballot.for_team,
        for_panel=ballot.for_panel,
    )


def _row(criterion: Criterion, ballot: Ballot, section: str) -> CriterionRow:
    chosen = ballot.scores.get(criterion.id)
    is_typed = len(criterion.scale) > MOST_KEYS
    return CriterionRow(
        criterion_id=criterion.id,
        section=section,
        title=criterion.title,
        weight_text=weight_text(criterion),
        scale_text=scale_text(criterion),
        state_text=score_text(criterion, chosen),
        # A scale of a million scores has no key for any of them.
        keys=() if is_typed else tuple(_key(criterion, steps) for steps in criterion.scale),
        typed=TypedScale(criterion.lowest, criterion.highest, criterion.step) if is_typed else None,
        chosen=chosen,
        chosen_text="" if chosen is None else decimal(criterion.in_points(chosen)),
        level_text=level_text(criterion, chosen),
        longest_level_text=longest_level_text(criterion),
    )


def _key(criterion: Criterion, steps: int) -> ScaleKey:
    return ScaleKey(steps, decimal(criterion.in_points(steps)))


def _total_text(setup: Setup, ballot: Ballot) -> str:
    return f"{shown(total(ballot, setup.rubric))} of {decimal(setup.rubric.ballot_total)}"


def _read_back(criterion: Criterion, ballot: Ballot) -> ReadBackRow:
    return ReadBackRow(criterion.title, score_text(criterion, ballot.scores[criterion.id]))


def _spoken(team: str, read_back: tuple[ReadBackRow, ...], total_text: str) -> str:
    if not read_back:
        return ""
    scores = ", ".join(f"{row.title} {row.score_text}" for row in read_back)
    return f"You are about to submit for {team}: {scores}; total {total_text}."


def _missing_text(missing: tuple[Criterion, ...], uncommented: tuple[Criterion, ...]) -> str:
    scores, comments = (listed([one.title for one in those]) for those in (missing, uncommented))
    parts = (
        f"Still to score: {scores}." if scores else "",
        f"Still to write: a comment for the team, for {comments}." if comments else "",
    )
    return " ".join(part for part in parts if part)


def _notice(event: Event, ballot: Ballot) -> str:
    if said := _NOTICES.get(ballot.state):
        because = f" Reason: {ballot.reason}." if ballot.reason else ""
        return said.format(because=because)
    if event.phase is Phase.SETTING_UP:
        return "Scoring hasn’t opened yet. Wait for the organiser to open it."
    return "Scoring is closed. Ask the organiser to reopen it if this ballot is still owed."


_OPEN = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})

_NOTICES = {
    BallotState.SUBMITTED: "Submitted. To change it, ask the organiser to reopen this ballot.",
    BallotState.RECUSED: (
        "You are recused from this team and don’t score it.{because} "
        "If that is wrong, tell the organiser."
    ),
    BallotState.ABSENT: (
        "You are marked absent for this team.{because} If you are here, ask the host to reinstate "
        "your ballot."
    ),
}
