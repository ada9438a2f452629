"""The reveal as the host holds it: how it is made ready, how far it has come, what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from judging_app.ceremony.script import (
    ScriptNames,
    ScriptTemplate,
    act_words,
    next_key_lines,
    prompt_lines,
    script_lines,
)
from judging_app.closed_sets import complete
from judging_app.domain.event import Event, Phase, Programme, Scene
from judging_app.domain.ids import AwardId, TeamId
from judging_app.domain.reveal import RevealKind, RevealPlan, RevealStep, StepKind
from judging_app.domain.setup import Setup
from judging_app.present.result.standings import panel_view
from judging_app.present.start.sign_in import SignInRow
from judging_app.present.time_of_day import moment_text
from judging_app.present.words.event import KIND_WORDS
from judging_app.tally.result import Result
from judging_app.words import capitalised, counted, listed

NOT_YET = "You can prepare the reveal once scoring is closed. You can rehearse it at any time."
DROPPED = "The result may have changed, so the prepared reveal was removed. Prepare it again."
NOT_READY = "The reveal isn’t prepared yet. Choose how to announce the result."
REHEARSAL = "This is a rehearsal with invented names. It shows nothing of the real result."

TOPS: tuple[int | None, ...] = (None, 1, 2, 3, 5, 10)
"""How many places can be announced by name; `None` for all of them."""


@dataclass(frozen=True, slots=True)
class RevealWanted:
    """How the result is to be announced, as the host chose it."""

    kind: RevealKind = RevealKind.LAST_TO_FIRST
    top: int | None = None
    names_judges: bool = False
    tells_awards: bool = False


class StepPlace(Enum):
    """Where a step is, in words."""

    ANNOUNCED = "announced"
    ON = "on now"
    NEXT = "next"
    LATER = "later"


PLACE_WORDS: Mapping[StepPlace, str] = complete(
    {
        StepPlace.ANNOUNCED: "Announced",
        StepPlace.ON: "On now",
        StepPlace.NEXT: "Next",
        StepPlace.LATER: "Later",
    }
)


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: what it does without a team's name, who it names, and where it is.

    `hidden` stands for the names until they are announced: "2 teams, hidden".
    """

    number: int
    text: str
    names: str
    hidden: str
    place: StepPlace

    @property
    def state(self) -> str:
        """Where it is, as a word."""
        return PLACE_WORDS[self.place]

    @property
    def is_told(self) -> bool:
        """Whether the room knows the names."""
        return self.place in {StepPlace.ANNOUNCED, StepPlace.ON}


@dataclass(frozen=True, slots=True)
class RevealFact:
    """Something that is so of the reveal: `kind` is "good", "attention" or "info"."""

    kind: str
    text: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class RevealStand:
    """How far a reveal has got, whichever event it is announced from, with its names.

    `told` counts the steps announced so far; `is_dropped` says that one was made ready and holds no
    longer, and `seconds` are those who may confirm it.
    """

    phase: Phase
    programme: Programme
    names: ScriptNames
    plan: RevealPlan | None = None
    is_dropped: bool = False
    seconds: tuple[SignInRow, ...] = ()
    everyone: Mapping[str, str] = field(default_factory=dict)
    caution: str = ""
    is_rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class RevealPanel:
    """The reveal's part of the host's screen.

    Only the rows' `names` name a team that the room doesn't know yet; they are shown when asked
    for. `script` is what was read aloud for the step that is on, and `prompt` what to read before
    the next one, `prompt_of` which that is; `next_names` are whom it names.
    """

    state_text: str
    wanted: RevealWanted
    can_make: bool
    can_confirm: bool
    seconds: tuple[SignInRow, ...]
    is_ready: bool
    is_rehearsal: bool
    told: int
    told_text: str
    next_text: str
    rows: tuple[StepRow, ...]
    can_tell: bool
    can_take_back: bool
    script: str
    prompt: str
    prompt_of: str
    next_act: str
    next_names: str
    facts: tuple[RevealFact, ...]
    rehearsed_text: str


def reveal_panel(stand: RevealStand) -> RevealPanel:
    """Everything about the reveal that the host sees at this moment."""
    plan, steps = stand.plan, stand.plan.steps if stand.plan else ()
    told = min(stand.programme.revealed, len(steps))
    is_on = stand.programme.scene is Scene.REVEAL
    is_ready = bool(plan) and bool(stand.programme.confirmed_by or stand.is_rehearsal)
    lines, upcoming = _next_lines(stand), _upcoming(stand, told, is_on=is_ready and is_on)
    return RevealPanel(
        state_text=_state_text(stand),
        wanted=wanted_of(plan) if plan else RevealWanted(),
        can_make=stand.phase in TOLD and not stand.is_rehearsal,
        can_confirm=bool(plan) and not is_ready,
        seconds=stand.seconds,
        is_ready=is_ready,
        is_rehearsal=stand.is_rehearsal,
        told=told,
        told_text=_told_text(lines, told, len(steps)),
        next_text=lines[told] if is_ready else "",
        rows=_rows(steps, lines, told, stand.names.teams, is_on=is_on),
        can_tell=is_ready and is_on and told < len(steps),
        can_take_back=is_ready and is_on and told > 0,
        script=_script(stand, told) if is_on else "",
        prompt=upcoming.prompt,
        prompt_of=upcoming.of,
        next_act=upcoming.act,
        next_names=upcoming.names,
        facts=_facts(stand, is_ready=is_ready),
        rehearsed_text=_rehearsed_text(stand.programme.rehearsed_at),
    )


def script_names(
    event: Event, setup: Setup, result: Result, awards: Mapping[AwardId, str]
) -> ScriptNames:
    """How the script calls everything, with each team's score as `result` has it."""
    view = panel_view(event, setup, result)
    return ScriptNames(
        event=event.title,
        teams={team.id: team.name for team in setup.teams},
        awards=awards,
        scores={row.team_id: f"{row.score_text} {view.full_total_text}" for row in view.rows},
        by_panel=frozenset(row.team_id for row in view.rows if row.is_decided),
    )


def wanted_of(plan: RevealPlan) -> RevealWanted:
    """What the host chose when `plan` was made."""
    tells_awards = any(step.kind is StepKind.AWARD for step in plan.steps)
    return RevealWanted(plan.kind, plan.top, plan.names_judges, tells_awards)


def top_text(top: int | None) -> str:
    """How many places are announced by name, as a choice."""
    if top is None:
        return "All places"
    return "First place only" if top == 1 else f"The first {top} places"


TOLD = frozenset({Phase.CLOSED, Phase.PUBLISHED})
"""While the result may be announced."""


def _state_text(stand: RevealStand) -> str:
    if stand.is_rehearsal:
        return REHEARSAL
    if stand.phase not in TOLD:
        return NOT_YET
    if stand.plan is None:
        return DROPPED if stand.is_dropped else NOT_READY
    told = f"{KIND_WORDS[stand.plan.kind]}, {counted(len(stand.plan.steps), 'step')}"
    if not (who := stand.programme.confirmed_by):
        return f"{told}. A second person must confirm it with their PIN before it starts."
    return f"{told}, confirmed by {stand.everyone.get(who, who)}."


def _next_lines(stand: RevealStand) -> tuple[str, ...]:
    return next_key_lines(stand.plan, stand.names.awards) if stand.plan else ("",)


def _told_text(lines: Sequence[str], told: int, count: int) -> str:
    if not count:
        return ""
    if not told:
        return f"{counted(count, 'step')}, none announced yet"
    return f"Step {told} of {count}: {step_text(lines[told - 1])}"


def step_text(line: str) -> str:
    """A step by itself, from the line that says what the next key does."""
    return line.removeprefix("Next: ")


@dataclass(frozen=True, slots=True)
class _Upcoming:
    """The step to come: what to read before it, which it is, what announces it, whom it names."""

    prompt: str = ""
    of: str = ""
    act: str = ""
    names: str = ""


def _upcoming(stand: RevealStand, told: int, *, is_on: bool) -> _Upcoming:
    plan = stand.plan
    if plan is None or not is_on or told >= len(plan.steps):
        return _Upcoming()
    step = plan.steps[told]
    return _Upcoming(
        prompt_lines(plan, stand.names)[told],
        f"Step {told + 1} of {len(plan.steps)}",
        act_words(step, stand.names.awards),
        _names(step, stand.names.teams),
    )


def _facts(stand: RevealStand, *, is_ready: bool) -> tuple[RevealFact, ...]:
    """Who confirmed it, what the panel must know, and that the winner stays for a while."""
    facts = []
    who = stand.programme.confirmed_by
    if who and not stand.is_rehearsal:
        name = stand.everyone.get(who, who)
        facts.append(RevealFact("good", "Confirmed by a second person:", f"{name}, with a PIN"))
    if stand.caution:
        facts.append(RevealFact("attention", stand.caution))
    if is_ready:
        facts.append(RevealFact("info", WINNER_STAYS))
    return tuple(facts)


WINNER_STAYS_S = 5
"""How long the last step stays, however often the key that led to it is pressed."""

WINNER_STAYS = f"After the last step, the winner stays for at least {WINNER_STAYS_S} seconds."


def _names(step: RevealStep, names: Mapping[TeamId, str]) -> str:
    front = tuple(one.team for one in step.running if one.place == 1)
    return listed([names[team] for team in step.teams or front])


def _rows(
    steps: Sequence[RevealStep],
    lines: Sequence[str],
    told: int,
    names: Mapping[TeamId, str],
    *,
    is_on: bool,
) -> tuple[StepRow, ...]:
    return tuple(
        StepRow(
            number,
            _step_words(step, line),
            _names(step, names),
            _hidden(step),
            _place(number, told, is_on=is_on),
        )
        for number, (step, line) in enumerate(zip(steps, lines, strict=False), start=1)
    )


def _hidden(step: RevealStep) -> str:
    if step.kind is StepKind.AWARD:
        return ""
    return f"{counted(len(step.teams) or 1, 'team')}, hidden"


def _step_words(step: RevealStep, line: str) -> str:
    """What a step does; how many teams it names stands beside it."""
    words = step_text(line)
    return capitalised(words.rsplit(", ", 1)[0] if step.teams else words)


def _place(number: int, told: int, *, is_on: bool) -> StepPlace:
    if number == told and is_on:
        return StepPlace.ON
    if number <= told:
        return StepPlace.ANNOUNCED
    return StepPlace.NEXT if number == told + 1 else StepPlace.LATER


def _script(stand: RevealStand, told: int) -> str:
    if stand.plan is None or not told:
        return ""
    return script_lines(stand.plan, ScriptTemplate(), stand.names)[told - 1]


def _rehearsed_text(at: datetime | None) -> str:
    if at is None:
        return "Not rehearsed yet"
    return f"Rehearsed to the end at {moment_text(at)}"
