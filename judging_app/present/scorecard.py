"""One ballot as its judge sees it: every criterion, what is missing, and the read-back."""

from dataclasses import dataclass

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.rubric import Criterion, decimal
from judging_app.domain.setup import Setup
from judging_app.present.numbers import shown
from judging_app.tally.totals import total
from judging_app.words import counted, listed

MOST_KEYS = 21
"""A scale with more scores than this is typed, for its keys would fill the screen."""


@dataclass(frozen=True, slots=True)
class ScaleKey:
    """One score that can be given: in steps, and as it reads."""

    steps: int
    text: str


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion with its scale; `chosen` is in steps, and `None` is not scored."""

    criterion_id: str
    title: str
    weight_text: str
    scale_text: str
    state_text: str
    keys: tuple[ScaleKey, ...]
    is_typed: bool
    chosen: int | None
    chosen_text: str


@dataclass(frozen=True, slots=True)
class ReadBackRow:
    """One line of what is about to be submitted."""

    title: str
    score_text: str


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """Everything on the scorecard; `notice` says why it can't be changed, if it can't."""

    team_id: str
    team: str
    challenge: str
    state: str
    is_open: bool
    notice: str
    criteria: tuple[CriterionRow, ...]
    total_text: str
    missing_text: str
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
    missing = ballot.missing(rubric)
    is_open = event.phase is Phase.SCORING and ballot.state in _OPEN
    is_whole = not missing and bool(rubric.criteria)
    total_text = _total_text(setup, ballot) if is_whole else ""
    read_back = tuple(_read_back(one, ballot) for one in rubric.criteria) if is_whole else ()
    return ScorecardView(
        team_id=ballot.team,
        team=team,
        challenge=next((one.title for one in setup.challenges if one.team == ballot.team), ""),
        state=ballot.state.value,
        is_open=is_open,
        notice="" if is_open else _notice(event, ballot),
        criteria=tuple(_row(criterion, ballot) for criterion in rubric.criteria),
        total_text=total_text,
        missing_text=_missing_text(missing) if is_open else "",
        submit_text=f"Submit {counted(len(rubric.criteria), 'score')}",
        can_submit=is_open and is_whole,
        read_back_title=f"You are about to submit for {team}",
        read_back=read_back,
        read_back_spoken=_spoken(team, read_back, total_text),
        for_team=ballot.for_team,
        for_panel=ballot.for_panel,
    )


def _row(criterion: Criterion, ballot: Ballot) -> CriterionRow:
    chosen = ballot.scores.get(criterion.id)
    lowest, highest = (
        decimal(criterion.in_points(one)) for one in (criterion.lowest, criterion.highest)
    )
    chosen_text = "" if chosen is None else decimal(criterion.in_points(chosen))
    steps = "" if criterion.step == 1 else f" in steps of {decimal(criterion.step)}"
    return CriterionRow(
        criterion_id=criterion.id,
        title=criterion.title,
        weight_text=f"Weight {decimal(criterion.weight)}",
        scale_text=f"{lowest} to {highest}{steps}",
        state_text="Not scored" if chosen is None else f"{chosen_text} of {highest}",
        keys=tuple(
            ScaleKey(steps, decimal(criterion.in_points(steps))) for steps in criterion.scale
        ),
        is_typed=len(criterion.scale) > MOST_KEYS,
        chosen=chosen,
        chosen_text=chosen_text,
    )


def _total_text(setup: Setup, ballot: Ballot) -> str:
    return f"{shown(total(ballot, setup.rubric))} of {decimal(setup.rubric.full_total)}"


def _read_back(criterion: Criterion, ballot: Ballot) -> ReadBackRow:
    points, highest = (
        decimal(criterion.in_points(one))
        for one in (ballot.scores[criterion.id], criterion.highest)
    )
    return ReadBackRow(criterion.title, f"{points} of {highest}")


def _spoken(team: str, read_back: tuple[ReadBackRow, ...], total_text: str) -> str:
    if not read_back:
        return ""
    scores = ", ".join(f"{row.title} {row.score_text}" for row in read_back)
    return f"You are about to submit for {team}: {scores}; total {total_text}."


def _missing_text(missing: tuple[Criterion, ...]) -> str:
    return f"Still to score: {listed([one.title for one in missing])}." if missing else ""


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
