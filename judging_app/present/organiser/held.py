"""What an organiser holds on one person, as a paper to hand over."""

from collections.abc import Iterable
from dataclasses import dataclass

from judging_app.present.leaves.leaf import Leaf, Leaves, Type, Words

HELD_TITLE = "What is held on you"

WHAT_IT_IS = (
    "Everything that this event’s file has on one person. Other people’s names are left out."
)
NOTHING = "Nothing."


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands below it, a paragraph each."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The whole paper."""

    event: str
    subtitle: str
    name: str
    record: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody to choose: by code, for two may share a name."""

    code: str
    label: str


def part(title: str, lines: Iterable[str]) -> Part:
    """A part, which says so where there is nothing."""
    return Part(title, tuple(line for line in lines if line) or (NOTHING,))


def held_leaves(rows: Held) -> Leaves:
    """The whole paper: each heading with its paragraphs."""
    parts = (
        words
        for part in rows.parts
        for words in (Words(part.title, Type.HEADING), *map(Words, part.lines))
    )
    title = f"{HELD_TITLE}: {rows.name}"
    blocks = (Words(WHAT_IT_IS), *parts)
    leaf = Leaf("Person", rows.event, title, rows.subtitle, blocks, rows.record)
    return Leaves(HELD_TITLE, rows.event, (leaf,))


def held_stem(event: str, code: str) -> str:
    """What the file of the paper is called: the code, for a name would travel with it."""
    return f"{event} - held on {code}"
