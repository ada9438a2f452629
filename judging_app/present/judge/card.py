"""One ballot as its judge sees it: every criterion, what is missing, and the read-back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from functools import lru_cache

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.figures import figure
from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.domain.rubric import Criterion, decimal
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Exclusion
from judging_app.errors import FigureError
from judging_app.present.criteria import (
    ends_text,
    headed_criteria,
    meaning_text,
    scale_text,
    score_text,
    weight_in_sentence,
)
from judging_app.present.judge.card_notice import TAKEN_OFF, notice
from judging_app.present.judge.own_scores import OwnMark, own_scores_text, place_of
from judging_app.present.judge.read_back import NOTHING_TO_READ, ReadBackView, read_back
from judging_app.present.numbers import shown
from judging_app.present.time_of_day import exact_time
from judging_app.present.words.states import State, ballot_state, out_state
from judging_app.tally.totals import total

MOST_KEYS = 21
"""A scale with more scores than this is typed, for its keys would fill the screen."""

SAMPLE_PITCH = "Sample pitch"
PRACTICE = "Practice: none of this counts"
"""Shown on the card that everybody may practise on before the day."""

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
    where it is typed a `typed` scale. `ends_text` says the scale while nothing is chosen, and
    `meaning` what the chosen score means, if anything says so. `marks` are what the same judge
    gave the other teams, which `marks_text` says in words; `at` is where the chosen score stands
    among them.
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
    ends_text: str
    meaning: str
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
    ballot. `order` is that of the judge's teams, for going from one to the next. A card for
    practice is scored while the event is set up, and never submitted.
    """

    marks: Mapping[CriterionId, tuple[OwnMark, ...]] = field(default_factory=dict)
    revisit: str = ""
    conflict: Conflict | None = None
    exclusion: Exclusion | None = None
    order: Sequence[TeamId] = ()
    receipt: str = ""
    submitted_at: datetime | None = None
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
class Place:
    """Where a card's team is among the judge's own, and the teams beside it; empty at an end."""

    text: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ActText:
    """What the main act will do, and the same without the team's name where that has no room."""

    whole: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """Everything on the scorecard; `notice` says why it can't be changed, if it can't.

    `left` names what is still to be scored or written. `needs_comment` says that a criterion asks
    for a comment for the team and there is none. `practice_text` is empty but on the card for
    practice. `legend` says what the small marks on the scales are, where there are any. `headline`
    and `saved_text` are for a ballot that is closed.
    """

    team_id: str = ""
    team: str = ""
    challenge: str = ""
    place: Place = Place()
    state: State = _NOT_STARTED
    is_open: bool = False
    notice: str = ""
    criteria: tuple[CriterionRow, ...] = ()
    read_back: ReadBackView = NOTHING_TO_READ
    scored_text: str = ""
    left: tuple[str, ...] = ()
    needs_comment: bool = False
    act: ActText = ActText()
    submit: ActText = ActText()
    can_submit: bool = False
    for_team: str = ""
    for_panel: str = ""
    practice_text: str = ""
    legend: str = ""
    headline: str = ""
    saved_text: str = ""
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
    needs_comment = bool(ballot.missing_comment(rubric)) and not is_practice
    is_open = _is_open(event, ballot, beside)
    is_whole = not missing and bool(rubric.judged)
    read = read_back(team, rubric, ballot, beside.revisit) if is_whole else NOTHING_TO_READ
    left = (*(one.title for one in missing), *([COMMENT_LEFT] if needs_comment else []))
    return ScorecardView(
        team_id=ballot.team,
        team=team,
        challenge=next((one.title for one in setup.challenges if one.team == ballot.team), ""),
        place=_place(beside.order, ballot.team),
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
        read_back=read,
        scored_text=f"{len(rubric.judged) - len(missing)} of {len(rubric.judged)} scored",
        left=left if is_open else (),
        needs_comment=needs_comment,
        act=_act(setup, ballot, team, is_practice=is_practice) if is_open else ActText(),
        submit=submit_text(ballot, setup, team) if is_whole else ActText(),
        can_submit=is_open and is_whole and not needs_comment and not is_practice,
        for_team=ballot.for_team,
        for_panel=ballot.for_panel,
        practice_text=PRACTICE if is_practice else "",
        legend=LEGEND if any(beside.marks.values()) else "",
        headline="" if is_open else _headline(ballot, team, read),
        saved_text=_saved_text(beside),
        undo_text=beside.undo_text if is_open else "",
        can_declare=_can_declare(event, ballot, beside),
    )


COMMENT_LEFT = "a comment for the team"
FINISH_PRACTICE = "Back to your teams"


def _place(order: Sequence[TeamId], team: TeamId) -> Place:
    if team not in order:
        return Place()
    at = order.index(team)
    beside = [order[one] if 0 <= one < len(order) else "" for one in (at - 1, at + 1)]
    return Place(f"{at + 1} of {len(order)}", *beside)


def _act(setup: Setup, ballot: Ballot, team: str, *, is_practice: bool) -> ActText:
    """What the main act does while the card is open: lead to what is left, or submit."""
    rubric = setup.rubric
    if missing := len(ballot.missing(rubric)):
        said = f"Go to the {f'{missing} scores' if missing > 1 else 'score'} left"
        return ActText(said, said)
    if is_practice or not rubric.judged:
        return ActText(FINISH_PRACTICE, FINISH_PRACTICE)
    if ballot.missing_comment(rubric):
        return ActText("Write the comment for the team", "Write the comment")
    return submit_text(ballot, setup, team, asks=True)


def submit_text(ballot: Ballot, setup: Setup, team: str, *, asks: bool = False) -> ActText:
    """What submits a whole ballot, or `asks` once more before that."""
    figure, dots = shown(total(ballot, setup.rubric)), "…" if asks else ""
    return ActText(f"Submit {figure} for {team}{dots}", f"Submit {figure}{dots}")


def _headline(ballot: Ballot, team: str, read: ReadBackView) -> str:
    """What became of a ballot that is closed: "Submitted: 78.50 of 100 for Team Groundwork"."""
    if ballot.state is BallotState.SUBMITTED and read.total_text:
        return f"Submitted: {read.total_text} for {team}"
    return team


def _saved_text(beside: Beside) -> str:
    """When a ballot was submitted, and its receipt."""
    if not beside.receipt:
        return ""
    at = f"Submitted at {exact_time(beside.submitted_at)}. " if beside.submitted_at else ""
    return f"{at}Your receipt is {beside.receipt}. The same letters are on your score sheet."


LEGEND = "Dots: your own scores for other teams"


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
        weight_text=weight_in_sentence(criterion, setup.rubric),
        scale_text=scale_text(criterion),
        state_text=score_text(criterion, chosen),
        # A scale of a million scores has no key for any of them.
        keys=() if is_typed else _keys(criterion),
        typed=TypedScale(criterion.lowest, criterion.highest, criterion.step) if is_typed else None,
        chosen=chosen,
        chosen_text="" if chosen is None else decimal(criterion.in_points(chosen)),
        ends_text=ends_text(criterion),
        meaning="" if chosen is None else meaning_text(criterion, chosen),
        marks=marks,
        marks_text=own_scores_text(marks),
        at=None if chosen is None else place_of(criterion, chosen),
    )


@lru_cache(maxsize=64)
def _keys(criterion: Criterion) -> tuple[ScaleKey, ...]:
    """The same keys at every key press."""
    return tuple(
        ScaleKey(steps, decimal(criterion.in_points(steps)), meaning_text(criterion, steps))
        for steps in criterion.scale
    )


_OPEN = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})
