"""One ballot as its judge sees it: every criterion, what is missing, and the read-back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.figures import figure
from judging_app.domain.ids import CriterionId
from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.domain.rubric import Criterion, decimal
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Exclusion
from judging_app.errors import FigureError
from judging_app.present.criteria import (
    headed_criteria,
    level_text,
    longest_level_text,
    scale_text,
    score_text,
    weight_text,
)
from judging_app.present.judge.card_notice import TAKEN_OFF, notice
from judging_app.present.judge.own_scores import OwnMark, own_scores_text, place_of
from judging_app.present.judge.read_back import NOTHING_TO_READ, ReadBackView, read_back
from judging_app.present.words.states import State, ballot_state, out_state
from judging_app.words import counted, listed

MOST_KEYS = 21
"""A scale with more scores than this is typed, for its keys would fill the screen."""

SAMPLE_PITCH = "Sample pitch"
PRACTICE = "Practice: none of this counts"
"""Shown on the card that everybody may practise on before the day."""

RECEIPT = "Your receipt for this version of the ballot. It is also printed on the score sheet."

# The fraction is for steps that no decimal writes; what is longer fits no scale.


@dataclass(frozen=True, slots=True)
class ScaleKey:
    """One score that can be given: in steps, as it reads, and what it means by the levels."""

    steps: int
    text: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class TypedScale:
    """A scale that is typed: its ends in steps, and the points of a step."""

    lowest: int
    highest: int
    step: Fraction

    def score(self, text: str) -> int | None:
        """The score in steps that `text` means; `None` while it is none on the scale."""
        has_fractions = "/" in decimal(self.step)  # where the step is 1/3, so is a score
        try:
            steps = figure(text, takes_fractions=has_fractions) / self.step
        except FigureError:
            return None
        is_on_it = steps.denominator == 1 and self.lowest <= steps <= self.highest
        return int(steps) if is_on_it else None


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion with its scale; `chosen` is in steps, and `None` is not scored.

    `section` is a heading to show above it, empty where none begins here. There are `keys`, or
    where it is typed a `typed` scale. `level_text` says what the chosen score means, and
    `longest_level_text` is as long as that can become; both are empty without levels. `marks` are
    what the same judge gave the other teams, which `marks_text` says in words; `at` is where the
    chosen score stands among them.
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
    marks: tuple[OwnMark, ...]
    marks_text: str
    at: Fraction | None

    @property
    def is_typed(self) -> bool:
        """Whether the score is written in figures rather than chosen."""
        return self.typed is not None


@dataclass(frozen=True, slots=True)
class Beside:
    """What bears on a card besides its ballot; all of it is its own judge's.

    `marks` are their scores for the other teams, and `revisit` what is asked before their last
    ballot. A card for practice is scored while the event is set up, and never submitted.
    """

    marks: Mapping[CriterionId, tuple[OwnMark, ...]] = field(default_factory=dict)
    revisit: str = ""
    conflict: Conflict | None = None
    exclusion: Exclusion | None = None
    receipt: str = ""
    undo_text: str = ""
    is_practice: bool = False
    is_read_only: bool = False

    @property
    def is_held(self) -> bool:
        """Whether an undecided conflict, a withdrawn team or a read-only file keeps it shut."""
        is_waiting = self.conflict and self.conflict.decision is ConflictDecision.UNDECIDED
        return bool(is_waiting) or self.is_read_only or self.exclusion is Exclusion.WITHDRAWN


NOTHING_BESIDE = Beside()


READ_ONLY = "This event was opened read-only, so you can’t score here."
_NOT_STARTED = ballot_state(BallotState.NOT_STARTED)


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """Everything on the scorecard; `notice` says why it can't be changed, if it can't.

    `needs_comment` says that a criterion asks for a comment for the team and there is none.
    `practice_text` is empty but on the card for practice. `legend` says what the small marks on the
    scales are, where there are any.
    """

    team_id: str = ""
    team: str = ""
    challenge: str = ""
    state: State = _NOT_STARTED
    is_open: bool = False
    notice: str = ""
    criteria: tuple[CriterionRow, ...] = ()
    read_back: ReadBackView = NOTHING_TO_READ
    missing_text: str = ""
    needs_comment: bool = False
    submit_text: str = ""
    can_submit: bool = False
    for_team: str = ""
    for_panel: str = ""
    practice_text: str = ""
    legend: str = ""
    receipt: str = ""
    receipt_text: str = ""
    undo_text: str = ""
    can_declare: bool = False

    @property
    def total_text(self) -> str:
        """The total of a ballot that is whole; empty before."""
        return self.read_back.total_text


NO_CARD = ScorecardView()
"""Nothing at all, for a card that nobody has open."""


def scorecard(
    event: Event, setup: Setup, ballot: Ballot, beside: Beside = NOTHING_BESIDE
) -> ScorecardView:
    """The card for one ballot; it can be changed while scoring is open and nothing is in."""
    rubric, is_practice = setup.rubric, beside.is_practice
    team = SAMPLE_PITCH if is_practice else _team(setup, ballot)
    missing = ballot.missing(rubric)
    uncommented = () if is_practice else ballot.missing_comment(rubric)
    is_open = _is_open(event, ballot, beside)
    is_whole = not missing and bool(rubric.judged)
    return ScorecardView(
        team_id=ballot.team,
        team=team,
        challenge=next((one.title for one in setup.challenges if one.team == ballot.team), ""),
        state=_state(ballot, beside),
        is_open=is_open,
        notice=f"{PRACTICE}."
        if is_practice and is_open
        else _notice(event, ballot, beside, is_open=is_open),
        criteria=tuple(
            _row(setup, criterion, ballot, heading if not place else "", beside)
            for heading, criteria in headed_criteria(rubric)
            for place, criterion in enumerate(criteria)
        ),
        read_back=read_back(team, rubric, ballot, beside.revisit) if is_whole else NOTHING_TO_READ,
        missing_text=_missing_text(missing, uncommented) if is_open else "",
        needs_comment=bool(uncommented),
        submit_text=f"Submit {counted(len(rubric.judged), 'score')}",
        can_submit=is_open and is_whole and not uncommented and not is_practice,
        for_team=ballot.for_team,
        for_panel=ballot.for_panel,
        practice_text=PRACTICE if is_practice else "",
        legend=LEGEND if any(beside.marks.values()) else "",
        receipt=beside.receipt,
        receipt_text=RECEIPT if beside.receipt else "",
        undo_text=beside.undo_text if is_open else "",
        can_declare=_can_declare(event, ballot, beside),
    )


LEGEND = "Dots: your scores for other teams"


def _team(setup: Setup, ballot: Ballot) -> str:
    return next((one.name for one in setup.teams if one.id == ballot.team), str(ballot.team))


def _state(ballot: Ballot, beside: Beside) -> State:
    """The ballot's state; a team that withdrew stands for one that nobody waits for any more."""
    is_gone = beside.exclusion is Exclusion.WITHDRAWN and ballot.state in _OPEN
    return out_state(Exclusion.WITHDRAWN) if is_gone else ballot_state(ballot.state)


def _notice(event: Event, ballot: Ballot, beside: Beside, *, is_open: bool) -> str:
    if beside.is_read_only and event.phase is Phase.SCORING and ballot.state in _OPEN:
        return READ_ONLY
    return notice(event, ballot, beside.conflict, beside.exclusion, is_open=is_open)


def _is_open(event: Event, ballot: Ballot, beside: Beside) -> bool:
    phase = Phase.SETTING_UP if beside.is_practice else Phase.SCORING
    return event.phase is phase and ballot.state in _OPEN and not beside.is_held


def _can_declare(event: Event, ballot: Ballot, beside: Beside) -> bool:
    """Whether the judge can still say here that they can't judge this team."""
    is_early = event.phase in (Phase.SETTING_UP, Phase.SCORING) and not beside.is_practice
    may_judge = beside.conflict is None and not beside.is_held
    return is_early and may_judge and ballot.state not in TAKEN_OFF


def _row(
    setup: Setup, criterion: Criterion, ballot: Ballot, section: str, beside: Beside
) -> CriterionRow:
    chosen = ballot.scores.get(criterion.id)
    marks = beside.marks.get(criterion.id, ())
    is_typed = len(criterion.scale) > MOST_KEYS
    return CriterionRow(
        criterion_id=criterion.id,
        section=section,
        title=criterion.title,
        weight_text=weight_text(criterion, setup.rubric),
        scale_text=scale_text(criterion),
        state_text=score_text(criterion, chosen),
        # A scale of a million scores has no key for any of them.
        keys=() if is_typed else _keys(criterion),
        typed=TypedScale(criterion.lowest, criterion.highest, criterion.step) if is_typed else None,
        chosen=chosen,
        chosen_text="" if chosen is None else decimal(criterion.in_points(chosen)),
        level_text=level_text(criterion, chosen),
        longest_level_text=longest_level_text(criterion),
        marks=marks,
        marks_text=own_scores_text(marks),
        at=None if chosen is None else place_of(criterion, chosen),
    )


@lru_cache(maxsize=64)
def _keys(criterion: Criterion) -> tuple[ScaleKey, ...]:
    """The same keys at every key press."""
    return tuple(
        ScaleKey(steps, decimal(criterion.in_points(steps)), level_text(criterion, steps))
        for steps in criterion.scale
    )


def _missing_text(missing: tuple[Criterion, ...], uncommented: tuple[Criterion, ...]) -> str:
    scores, comments = (listed([one.title for one in those]) for those in (missing, uncommented))
    parts = (
        f"Still to score: {scores}." if scores else "",
        f"Still to write: a comment for the team, for {comments}." if comments else "",
    )
    return " ".join(part for part in parts if part)


_OPEN = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})
