"""The six steps of the day as the host reads them, and the one that comes next in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.event import Phase
from judging_app.present.host.desk import ActView, HostAct
from judging_app.words import counted


class DayStep(Enum):
    """What a pitch day goes through, in order."""

    OPEN = "open"
    PITCHES = "pitches"
    CLOSE = "close"
    DECIDE = "decide"
    REVEAL = "reveal"
    PUBLISH = "publish"


class StepState(Enum):
    """Whether a step is behind, on, or to come; each value names the look of its mark."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


class StepAct(Enum):
    """What a press on a step, or on the sentence beside them, does."""

    NONE = "none"
    MAIN = "ask the day’s main act"
    RESULT = "go to the result"
    REVEAL = "go to the reveal"


STEP_WORDS: Mapping[DayStep, str] = complete(
    {
        DayStep.OPEN: "Open",
        DayStep.PITCHES: "Pitches",
        DayStep.CLOSE: "Close",
        DayStep.DECIDE: "Decide",
        DayStep.REVEAL: "Reveal",
        DayStep.PUBLISH: "Publish",
    }
)


@dataclass(frozen=True, slots=True)
class StripStep:
    """One step: its words with how far it has got, and what a press on it does."""

    step: DayStep
    state: StepState
    text: str
    act: StepAct = StepAct.NONE


@dataclass(frozen=True, slots=True)
class StripView:
    """All six, how far the one that is on has got, and the sentence about the next.

    `act_text` are the words of the button in the sentence; empty where there is nothing to press.
    """

    steps: tuple[StripStep, ...]
    now_text: str
    lead: str
    act: StepAct
    act_text: str
    rest: str


@dataclass(frozen=True, slots=True)
class DayStand:
    """How far the day has got: turns begun of all, ballots to come, steps of the reveal.

    `steps` is 0 while no reveal is prepared; it may begin once it `is_confirmed`.
    """

    phase: Phase
    main: ActView
    turns_begun: int = 0
    turns: int = 0
    is_last_turn_over: bool = False
    to_come: int = 0
    steps_told: int = 0
    steps: int = 0
    is_confirmed: bool = False
    sees_result: bool = True


def strip_view(stand: DayStand) -> StripView:
    """The strip of a day that stands so."""
    now = _now(stand)
    order = tuple(DayStep)
    steps = tuple(
        StripStep(
            step,
            _state(order.index(step), now, order, left_out=_left_out(stand)),
            _text(step, stand),
            _act(step, stand),
        )
        for step in order
    )
    lead, act, act_text, rest = _next(stand)
    return StripView(steps, _now_text(stand, now), lead, act, act_text, rest)


def _now(stand: DayStand) -> DayStep | None:
    """The step that is on; none once everything is done."""
    match stand.phase:
        case Phase.SETTING_UP:
            return DayStep.OPEN
        case Phase.SCORING:
            return DayStep.CLOSE if stand.is_last_turn_over else DayStep.PITCHES
        case Phase.CLOSED:
            if not (stand.steps and stand.is_confirmed):
                return DayStep.DECIDE
            return DayStep.REVEAL if stand.steps_told < stand.steps else DayStep.PUBLISH
        case Phase.PUBLISHED:
            return None


def _left_out(stand: DayStand) -> DayStep | None:
    """The reveal, where the result was published without all of it."""
    is_told = stand.steps > 0 and stand.steps_told >= stand.steps
    return DayStep.REVEAL if stand.phase is Phase.PUBLISHED and not is_told else None


def _state(
    at: int, now: DayStep | None, order: tuple[DayStep, ...], *, left_out: DayStep | None
) -> StepState:
    if order[at] is left_out:
        return StepState.LATER
    if now is None or at < order.index(now):
        return StepState.DONE
    return StepState.NOW if order[at] is now else StepState.LATER


def _text(step: DayStep, stand: DayStand) -> str:
    words = STEP_WORDS[step]
    if step is DayStep.PITCHES and stand.phase is Phase.SCORING and stand.turns:
        return f"{words} · {stand.turns_begun} of {stand.turns}"
    if step is DayStep.REVEAL and stand.steps and stand.phase is Phase.CLOSED:
        return f"{words} · {stand.steps_told} of {stand.steps}"
    return words


def _act(step: DayStep, stand: DayStand) -> StepAct:
    match step:
        case DayStep.PITCHES:
            return StepAct.NONE
        case DayStep.DECIDE:
            return _if(StepAct.RESULT, is_so=stand.sees_result and stand.phase in _TOLD)
        case DayStep.REVEAL:
            return _if(StepAct.REVEAL, is_so=stand.phase in _TOLD)
        case DayStep.OPEN | DayStep.CLOSE | DayStep.PUBLISH:
            is_next = stand.main.act is _MAIN[step] and stand.main.is_offered
            return _if(StepAct.MAIN, is_so=is_next)


def _if(act: StepAct, *, is_so: bool) -> StepAct:
    return act if is_so else StepAct.NONE


_TOLD = frozenset({Phase.CLOSED, Phase.PUBLISHED})
_MAIN: Mapping[DayStep, HostAct] = {
    DayStep.OPEN: HostAct.OPEN_SCORING,
    DayStep.CLOSE: HostAct.CLOSE_SCORING,
    DayStep.PUBLISH: HostAct.PUBLISH,
}
_LEAD = "Next step:"


def _next(stand: DayStand) -> tuple[str, StepAct, str, str]:
    """How the sentence begins, what its button does and says, and how it ends."""
    match stand.phase:
        case Phase.SETTING_UP:
            return _opening(stand)
        case Phase.SCORING:
            if not stand.main.is_offered:
                return "Next step: the organiser closes scoring", StepAct.NONE, "", ""
            return _LEAD, StepAct.MAIN, "Close scoring…", _when(stand.to_come)
        case Phase.CLOSED:
            return _after_closing(stand)
        case Phase.PUBLISHED:
            return "The result is published", StepAct.NONE, "", ""


def _opening(stand: DayStand) -> tuple[str, StepAct, str, str]:
    if stand.main.blockers:
        return f"Next step: open scoring. {stand.main.blockers[0]}", StepAct.NONE, "", ""
    if not stand.main.is_offered:
        return "Next step: the organiser opens scoring", StepAct.NONE, "", ""
    return _LEAD, StepAct.MAIN, "Open scoring…", ""


def _when(to_come: int) -> str:
    if not to_come:
        return "All ballots are in"
    return f"when {to_come:,} more {'ballot is' if to_come == 1 else 'ballots are'} in"


def _after_closing(stand: DayStand) -> tuple[str, StepAct, str, str]:
    if not stand.steps:
        return _LEAD, StepAct.REVEAL, "Prepare the reveal", ""
    if not stand.is_confirmed:
        return _LEAD, StepAct.REVEAL, "Confirm the reveal", ""
    if left := stand.steps - stand.steps_told:
        word = "Continue the reveal" if stand.steps_told else "Start the reveal"
        return _LEAD, StepAct.REVEAL, word, f"{counted(left, 'step')} left"
    if not stand.main.is_offered:
        return "Next step: the organiser publishes the result", StepAct.NONE, "", ""
    return _LEAD, StepAct.MAIN, "Publish the result…", ""


def _now_text(stand: DayStand, now: DayStep | None) -> str:
    """The step that is on by itself, where there is no room for all: "Step 2 of 6: Pitches"."""
    if now is None and _left_out(stand):
        return "Published without the whole reveal"
    if now is None:
        return f"All {len(DayStep)} steps are done"
    return f"Step {tuple(DayStep).index(now) + 1} of {len(DayStep)}: {_text(now, stand)}"
