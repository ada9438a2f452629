"""What an event holds and what is still missing, a line for each part of the set-up."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.event import Event
from judging_app.domain.rubric import decimal
from judging_app.domain.setup import Setup
from judging_app.present.time_of_day import in_words
from judging_app.present.words.methods import METHOD_WORDS
from judging_app.words import capitalised, counted, listed


class SetUpPart(Enum):
    """One part of the set-up, in the order in which they are shown."""

    EVENT = "event"
    PARTICIPANTS = "participants"
    TEAMS = "teams"
    CHALLENGES = "challenges"
    RUBRIC = "rubric"
    METHOD = "method"
    PANEL = "panel"
    CONFLICTS = "conflicts"
    RUN_ORDER = "run order"
    LOOK = "look"


PART_TITLES: Mapping[SetUpPart, str] = complete(
    {
        SetUpPart.EVENT: "Title, date and venue",
        SetUpPart.PARTICIPANTS: "Participants",
        SetUpPart.TEAMS: "Teams",
        SetUpPart.CHALLENGES: "Challenges",
        SetUpPart.RUBRIC: "Rubric",
        SetUpPart.METHOD: "Method and tie-breaks",
        SetUpPart.PANEL: "Panel and PINs",
        SetUpPart.CONFLICTS: "Conflicts of interest",
        SetUpPart.RUN_ORDER: "Run order",
        SetUpPart.LOOK: "Colours and logos",
    }
)


class PartState(Enum):
    """Whether a part is there."""

    THERE = "there"
    LOOK_AT = "look at it"
    MISSING = "not yet"


@dataclass(frozen=True, slots=True)
class SetUpFacts:
    """What the lines are made of; `without_pin` counts the judges who have none.

    `added` counts the teams that came after the draw.
    """

    event: Event
    setup: Setup
    tie_breaks: int = 0
    undecided: int = 0
    decided: int = 0
    without_pin: int = 0
    is_drawn: bool = False
    added: int = 0
    has_look: bool = False


@dataclass(frozen=True, slots=True)
class SetUpRow:
    """One line: what it is about, what there is in figures, and its act."""

    part: SetUpPart
    standing: PartState
    words: str
    act: str


@dataclass(frozen=True, slots=True)
class SetUpView:
    """Every line, all of them in a sentence, and what comes next.

    Without a `next_part` that is the check before the doors.
    """

    rows: tuple[SetUpRow, ...] = ()
    summary: str = ""
    next_words: str = ""
    next_act: str = ""
    next_part: SetUpPart | None = field(default=None)


def set_up_view(facts: SetUpFacts) -> SetUpView:
    """The page as it is now."""
    rows = tuple(SetUpRow(part, *_ROWS[part](facts)) for part in SetUpPart)
    there = sum(row.standing is not PartState.MISSING for row in rows)
    looks = sum(row.standing is PartState.LOOK_AT for row in rows)
    more = f", {looks} of them to look at" if looks else ""
    summary = f"{there} of {len(rows)} are there{more}. Nothing is locked before scoring opens."
    nearest = next((row for row in _by_need(rows) if row.part in _NEXT), None)
    if nearest is None:
        said = "Everything that scoring needs is there."
        return SetUpView(rows, summary, said, "Check before doors")
    words, act = _NEXT[nearest.part]
    if nearest.standing is PartState.LOOK_AT:
        words, act = f"{PART_TITLES[nearest.part]}: {nearest.words}.", nearest.act
    return SetUpView(rows, summary, f"Next: {words}", act, nearest.part)


def _by_need(rows: tuple[SetUpRow, ...]) -> Iterator[SetUpRow]:
    for standing in (PartState.MISSING, PartState.LOOK_AT):
        yield from (row for row in rows if row.standing is standing)


_NEXT: Mapping[SetUpPart, tuple[str, str]] = {
    SetUpPart.PARTICIPANTS: ("a list of those who take part. Teams are read from it.", "Import"),
    SetUpPart.TEAMS: ("the teams that pitch.", "Add teams"),
    SetUpPart.RUBRIC: ("the rubric that judges score by.", "Choose a rubric"),
    SetUpPart.PANEL: ("the judges.", "Go to the panel"),
    SetUpPart.CONFLICTS: ("conflicts of interest are to be decided.", "Decide"),
}
"""What scoring needs, as what comes next, and the button that leads there."""

_Row = tuple[PartState, str, str]


def _event(facts: SetUpFacts) -> _Row:
    event = facts.event
    said = [in_words(event.held_on)] if event.held_on else []
    said += [event.venue] if event.venue else []
    if not said:
        return PartState.MISSING, f"{event.title} · no date or venue yet", "Change"
    return PartState.THERE, " · ".join((event.title, *said)), "Change"


def _participants(facts: SetUpFacts) -> _Row:
    setup = facts.setup
    if not setup.participants:
        return PartState.MISSING, "None yet. One list is enough: teams are read from it.", "Import"
    sectors = Counter(one.sector for one in setup.participants if one.sector)
    of = [f"{count} {sector}" for sector, count in sorted(sectors.items())]
    alone = sum(one.team is None for one in setup.participants) if setup.teams else 0
    said = [
        counted(len(setup.participants), "person", "people"),
        counted(len(setup.organisations), "organisation"),
        *([listed(of)] if of else []),
        *([f"{alone} in no team"] if alone else []),
    ]
    return (PartState.LOOK_AT if alone else PartState.THERE), " · ".join(said), "See them"


def _teams(facts: SetUpFacts) -> _Row:
    setup = facts.setup
    if not setup.teams:
        return PartState.MISSING, "None yet. As listed, or typed.", "Add"
    members = Counter(one.team for one in setup.participants)
    sizes = sorted({members[team.id] for team in setup.teams})
    size = f" of {sizes[0]}" if sizes[0] == sizes[-1] else f" of {sizes[0]} to {sizes[-1]}"
    empty = sum(not members[team.id] for team in setup.teams) if setup.participants else 0
    said = f"{counted(len(setup.teams), 'team')}{size if setup.participants else ''}"
    if empty:
        return PartState.LOOK_AT, f"{said} · {empty} with nobody in it", "See them"
    return PartState.THERE, said, "See them"


def _challenges(facts: SetUpFacts) -> _Row:
    challenges = facts.setup.challenges
    if not challenges:
        return PartState.MISSING, "None yet. The event can do without.", "Add"
    owned = sum(one.owner is not None for one in challenges)
    owners = "each with the body that owns it" if owned == len(challenges) else f"{owned} owned"
    return PartState.THERE, f"{len(challenges)}, {owners}", "See them"


def _rubric(facts: SetUpFacts) -> _Row:
    criteria = facts.setup.rubric.judged
    if not criteria:
        return PartState.MISSING, "None yet. Choose a template, or import your own.", "Choose"
    weights = listed([decimal(one.weight) for one in criteria])
    return (
        PartState.THERE,
        f"{counted(len(criteria), 'criterion', 'criteria')}, {weights}",
        "Change",
    )


def _method(facts: SetUpFacts) -> _Row:
    name = METHOD_WORDS[facts.event.method].in_sentence
    ties = counted(facts.tie_breaks, "tie-break") if facts.tie_breaks else "a tie stays joint"
    return PartState.THERE, f"{capitalised(name)} · {ties}", "Change"


def _panel(facts: SetUpFacts) -> _Row:
    judges = len(facts.setup.judges)
    if not judges:
        return PartState.MISSING, "No judges yet.", "Add"
    if facts.without_pin:
        said = f"{counted(judges, 'judge')} · {facts.without_pin} without a PIN"
        return PartState.LOOK_AT, said, "Hand out"
    return PartState.THERE, f"{counted(judges, 'judge')}, each with a PIN", "See them"


def _conflicts(facts: SetUpFacts) -> _Row:
    if facts.undecided:
        said = f"{facts.decided} decided, {facts.undecided} to decide"
        return PartState.LOOK_AT, said, "Decide"
    if facts.decided:
        return PartState.THERE, f"{facts.decided} decided", "See them"
    return PartState.THERE, "None found. Judges can still declare their own.", "See them"


def _run_order(facts: SetUpFacts) -> _Row:
    if facts.added:
        said = f"Drawn by lot · {counted(facts.added, 'team')} added since"
        return PartState.LOOK_AT, said, "See it"
    if facts.is_drawn:
        return PartState.THERE, "Drawn by lot", "See it"
    return PartState.MISSING, "As the teams are listed. Not drawn by lot yet.", "Draw"


def _look(facts: SetUpFacts) -> _Row:
    if facts.has_look:
        return PartState.THERE, "Your own", "Change"
    return PartState.MISSING, "None yet. Ours will do.", "Choose"


_ROWS: Mapping[SetUpPart, Callable[[SetUpFacts], _Row]] = complete(
    {
        SetUpPart.EVENT: _event,
        SetUpPart.PARTICIPANTS: _participants,
        SetUpPart.TEAMS: _teams,
        SetUpPart.CHALLENGES: _challenges,
        SetUpPart.RUBRIC: _rubric,
        SetUpPart.METHOD: _method,
        SetUpPart.PANEL: _panel,
        SetUpPart.CONFLICTS: _conflicts,
        SetUpPart.RUN_ORDER: _run_order,
        SetUpPart.LOOK: _look,
    }
)

PART_STATE_WORDS: Mapping[PartState, str] = complete(
    {
        PartState.THERE: "there",
        PartState.LOOK_AT: "look at it",
        PartState.MISSING: "not there yet",
    }
)

PART_STATES: Mapping[PartState, str] = complete(
    {
        PartState.THERE: "submitted",
        PartState.LOOK_AT: "attention",
        PartState.MISSING: "not started",
    }
)
"""The state whose shape and colour each has."""
