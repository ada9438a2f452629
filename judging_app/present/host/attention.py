"""What needs somebody, on the host's desk: each in a few words, with what can be done about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from judging_app.domain.ballots import BallotState
from judging_app.present.host.desk import HostDeskView
from judging_app.present.host.grid import JudgeRow
from judging_app.present.host.lights import Light, LightState
from judging_app.words import counted

MOST_IN_SIGHT = 2
"""How many are said at once; the others are counted."""


class AttentionAct(Enum):
    """Where one is led, or what is done at once."""

    STATUS = "open the status of this computer"
    RELEASE = "let somebody sign in again"
    CONFLICTS = "go to the conflicts of interest"
    BALLOTS = "go to the ballots"
    REHEARSE = "go to where the reveal is rehearsed"
    PROJECTOR = "go to the projector"
    SETTINGS = "read what was found in the settings"


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """One thing: what is so, what that means, and the button's words.

    `key` tells it from the others, and leads back to whom or what it is about.
    """

    key: str
    is_loss: bool
    text: str
    detail: str
    act: AttentionAct
    act_text: str


def attention_items(
    view: HostDeskView, lights: Sequence[Light], *, conflicts_waiting: int = 0
) -> tuple[AttentionItem, ...]:
    """What needs somebody, worst first: lost, locked out, undecided, then what may wait."""
    troubled = [light for light in lights if light.state is not LightState.GOOD]
    lost = [_of_light(light) for light in troubled if light.state is LightState.LOSS]
    rest = [_of_light(light) for light in troubled if light.state is not LightState.LOSS]
    return (
        *lost,
        *(_locked(row.key, row.name) for row in view.locked_out),
        *([_conflicts(conflicts_waiting)] if conflicts_waiting else []),
        *(_note(at, note) for at, note in enumerate(view.main_act.notes)),
        *rest,
        *(one for row in view.rows if (one := _absent(row))),
    )


def _of_light(light: Light) -> AttentionItem:
    act, words = _LED.get(light.key, (AttentionAct.STATUS, "What to do"))
    first = light.what_to_do.split(". ")[0].rstrip(".")
    return AttentionItem(
        light.key, light.state is LightState.LOSS, f"{light.text}.", f"{first}.", act, words
    )


_LED = {
    "rehearsal": (AttentionAct.REHEARSE, "Rehearse the reveal"),
    "projector": (AttentionAct.PROJECTOR, "Show how to connect it"),
}


def _locked(key: str, name: str) -> AttentionItem:
    return AttentionItem(
        key,
        is_loss=False,
        text=f"{name} is locked out.",
        detail="They entered too many wrong PINs.",
        act=AttentionAct.RELEASE,
        act_text="Let them sign in again",
    )


def _conflicts(count: int) -> AttentionItem:
    are = "is" if count == 1 else "are"
    return AttentionItem(
        "conflicts",
        is_loss=False,
        text=f"{counted(count, 'conflict')} of interest {are} not decided.",
        detail="Decide before the ballots count.",
        act=AttentionAct.CONFLICTS,
        act_text="Show them",
    )


def _note(at: int, note: str) -> AttentionItem:
    first, _, rest = note.partition(". ")
    return AttentionItem(
        f"note {at}",
        is_loss=False,
        text=f"{first.rstrip('.')}.",
        detail=rest,
        act=AttentionAct.SETTINGS,
        act_text="Read it",
    )


def _absent(row: JudgeRow) -> AttentionItem | None:
    """A judge who is away for some teams and not for all."""
    absent = sum(cell.state is BallotState.ABSENT for cell in row.cells)
    if not 0 < absent < len(row.cells):
        return None
    return AttentionItem(
        f"absent {row.judge_id}",
        is_loss=False,
        text=f"{row.name} is absent for {counted(absent, 'team')}.",
        detail="Their totals are from fewer judges.",
        act=AttentionAct.BALLOTS,
        act_text="Open these ballots",
    )
