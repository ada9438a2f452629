"""What the host's script says on paper: every step of the reveal, with what to press and say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from judging_app.domain.event import Event
from judging_app.present.leaves.leaf import Leaf, Leaves, Together, Type, Words
from judging_app.present.organiser.certificates import when_and_where

PRESS = "Press Page Down"
"""The stage direction of every step: one key announces the next."""

AT_THE_END = "When everything is announced"
"""The stage direction of what is read out last."""


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """One step: its number, the stage direction, what to read aloud, and how names are said."""

    number: str
    direction: str
    words: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """The whole script; `caution` is said on the first page, before any step."""

    event: str
    title: str
    subtitle: str
    caution: str
    rows: tuple[ScriptRow, ...]
    record: str


def script(
    event: Event,
    lines: Sequence[str],
    *,
    record: str = "",
    said: Mapping[str, str] = MappingProxyType({}),
) -> Script:
    """The script of a reveal, from what is read aloud at each of its steps in their order.

    How the names in a step are `said` stands before its words.
    """
    return Script(
        event=event.title,
        title="Reveal script",
        subtitle=when_and_where(event),
        caution="For the host only: this names the winners. Keep it face down until they are "
        "announced.",
        rows=(
            *(
                ScriptRow(str(at), PRESS, words, _how_said(words, said))
                for at, words in enumerate(lines, 1)
            ),
            *_code_row(len(lines), record),
        ),
        record=record,
    )


def _how_said(words: str, said: Mapping[str, str]) -> tuple[str, ...]:
    """In the order in which they are read."""
    named = sorted((words.index(name), name) for name in said if name in words)
    return tuple(f"{name}: {said[name]}" for _, name in named)


def _code_row(steps: int, record: str) -> tuple[ScriptRow, ...]:
    """The result's code, to be read out at the end: it is on every paper."""
    if not record:
        return ()
    words = f"The code on every paper of this result: {record.removeprefix('Result code ')}."
    return (ScriptRow(str(steps + 1), AT_THE_END, words),)


def script_leaves(rows: Script) -> Leaves:
    """The script on paper: what is done has a box to tick, what is read is large."""
    steps = (
        Together(
            (
                Words(f"{row.number}  {row.direction}", Type.QUIET, has_tick=True),
                *(Words(one, Type.ITEM) for one in row.said),
                Words(row.words, Type.READ),
            )
        )
        for row in rows.rows
    )
    leaf = Leaf(
        id="Script",
        event=rows.event,
        title=rows.title,
        subtitle=rows.subtitle,
        blocks=(Words(rows.caution, Type.STRONG), *steps),
        record=rows.record,
        corner="Secret until it is read",
    )
    return Leaves(rows.title, rows.event, (leaf,) if rows.rows else (), none=NO_SCRIPT)


NO_SCRIPT = "There is no script to print. Prepare the reveal first."


def script_stem(event: str) -> str:
    """What the file of the script is called."""
    return f"{event} - script of the reveal"
