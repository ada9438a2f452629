"""The check before the doors open: what is wrong, what to look at, and what is right."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.planning.settings_check import Finding, Severity, Subject, worst_first
from judging_app.present.host.lights import Light, LightState
from judging_app.present.settings import SEVERITY_WORDS, told
from judging_app.words import capitalised, counted, listed


class BeforeDoors(Enum):
    """What comes once everything is there, before the doors open."""

    CHECK = "check before doors"
    REHEARSE = "rehearse the day"


@dataclass(frozen=True, slots=True)
class DoorsRow:
    """One of them, in a word and by a state, with how far it has got."""

    key: BeforeDoors
    state: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class DoorsLine:
    """One thing that was looked at: what was found, and the act that leads to where it is mended.

    `look` names the shape and the colour of its severity, `word`.
    """

    subject: Subject
    word: str
    look: str
    title: str
    words: str
    act: str


@dataclass(frozen=True, slots=True)
class DoorsView:
    """Lines with something the matter, the worst first; those that are right; and the next act.

    `first` is what the next act is about; `None` where nothing is wrong and scoring can be opened.
    """

    troubled: tuple[DoorsLine, ...] = ()
    right: tuple[DoorsLine, ...] = ()
    summary: str = ""
    foot: str = ""
    act: str = ""
    first: Subject | None = None


def doors_view(findings: Sequence[Finding], lights: Sequence[Light] = ()) -> DoorsView:
    """The page as it is now, with what the lights say of this computer."""
    lines = [_line(one) for one in worst_first((*findings, *of_lights(lights)))]
    troubled = tuple(one for one in lines if one.word != SEVERITY_WORDS[Severity.RIGHT])
    wrong = [one for one in troubled if one.word == SEVERITY_WORDS[Severity.WRONG]]
    right = tuple(one for one in lines if one not in troubled)
    said = summary_words(len(wrong), len(troubled) - len(wrong), len(right))
    if wrong:
        foot = (
            f"{counted(len(wrong), 'thing')} wrong. Each button leads to where it can be changed."
        )
        return DoorsView(troubled, right, said, capitalised(foot), wrong[0].act, wrong[0].subject)
    foot = "Look at what is listed, then open scoring." if troubled else "Ready for the doors."
    return DoorsView(troubled, right, said, foot, "Go to the host’s desk to open scoring")


def before_doors(findings: Sequence[Finding]) -> tuple[DoorsRow, ...]:
    """What comes before the doors, as the set-up page lists it."""
    worst = next((one.severity for one in worst_first(findings)), Severity.RIGHT)
    count = counted(sum(one.severity is worst for one in findings), "thing")
    words = {Severity.WRONG: f"{count} wrong", Severity.LOOK: f"{count} to look at"}.get(
        worst, "Nothing is wrong"
    )
    return (
        DoorsRow(BeforeDoors.CHECK, _LOOKS[worst], "Check before doors", capitalised(words)),
        DoorsRow(
            BeforeDoors.REHEARSE,
            "not started",
            "Rehearse the day",
            "On a copy, with an invented panel",
        ),
    )


def summary_words(wrong: int, look: int, right: int) -> str:
    """How many of each, without those of which there are none: "1 wrong, 4 to look at"."""
    counts = ((wrong, "wrong"), (look, "to look at"), (right, "right"))
    return listed([f"{count} {word}" for count, word in counts if count])


def of_lights(lights: Iterable[Light]) -> tuple[Finding, ...]:
    """What the status lights say, as findings; that all is saved is no news."""
    return tuple(
        Finding(
            _BY_LIGHT[light.state],
            f"{light.text}.",
            "" if light.state is LightState.GOOD else light.what_to_do,
            _LIGHTS[light.key],
        )
        for light in lights
        if light.key in _LIGHTS
    )


def _line(one: Finding) -> DoorsLine:
    title, act = _WORDS[one.subject]
    look = _LOOKS[one.severity]
    act = "" if one.severity is Severity.RIGHT else act
    return DoorsLine(one.subject, SEVERITY_WORDS[one.severity], look, title, told(one), act)


_LIGHTS: Mapping[str, Subject] = {
    "file": Subject.FILE,
    "copy": Subject.COPY,
    "disk": Subject.DISK,
    "projector": Subject.PROJECTOR,
    "rehearsal": Subject.REVEAL,
    "power": Subject.POWER,
}
_BY_LIGHT: Mapping[LightState, Severity] = complete(
    {
        LightState.GOOD: Severity.RIGHT,
        LightState.ATTENTION: Severity.LOOK,
        LightState.LOSS: Severity.WRONG,
    }
)
_LOOKS: Mapping[Severity, str] = complete(
    {Severity.WRONG: "loss", Severity.LOOK: "attention", Severity.RIGHT: "submitted"}
)
_WORDS: Mapping[Subject, tuple[str, str]] = complete(
    {
        Subject.CONFLICTS: ("Conflicts of interest", "Decide them"),
        Subject.METHOD: ("Method", "Change the method"),
        Subject.RUBRIC: ("Rubric", "Change the rubric"),
        Subject.AWARDS: ("Awards", "Change the awards"),
        Subject.PANEL: ("Panel", "See the panel"),
        Subject.PINS: ("PINs", "Make PINs"),
        Subject.PEOPLE: ("People", "See the people"),
        Subject.TEAMS: ("Teams", "See the teams"),
        Subject.RUN_ORDER: ("Run order", "Draw the order"),
        Subject.LETTERS: ("Letters", "See the people"),
        Subject.NAMES: ("Name proof", "Check the names"),
        Subject.PROJECTOR: ("Projector", "See the screens"),
        Subject.REVEAL: ("Reveal", "Rehearse it"),
        Subject.FILE: ("Event file", "Check the record"),
        Subject.DISK: ("Disk", "See the status"),
        Subject.COPY: ("Safety copy", "See the status"),
        Subject.POWER: ("Power", "See the status"),
    }
)
"""What each is called, and the button that leads to where it is put right."""
