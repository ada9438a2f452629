"""Displays and the projector on them, in words."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from judging_app.closed_sets import complete
from ui.displays.choice import DisplayId, beside, in_order, repeats

THIS_SCREEN = "this screen"
REPEATED = "the same as this screen"
GONE = "not available"
NONE_BESIDE = "No second screen"


class Standing(Enum):
    """Whether and how the projector is on; `HELD` is on but hidden until its display is free."""

    OFF = "off"
    FULL = "full"
    WINDOW = "window"
    HELD = "held"


class Trouble(Enum):
    """Why the projector doesn't fill a display of its own."""

    NO_SECOND = "no second screen"
    MIRRORED = "mirrored"
    DISCONNECTED = "disconnected"
    COVERED = "covered"
    STRAYED = "strayed"


@dataclass(frozen=True, slots=True)
class ProjectorState:
    """The projector's state, and the words for it.

    `display` is the one that it fills, or filled before it was held. `is_waiting` says that after
    a gap the room sees the holding scene, until somebody takes a scene.
    """

    standing: Standing = Standing.OFF
    display: DisplayId | None = None
    trouble: Trouble | None = None
    is_waiting: bool = False

    @property
    def is_on(self) -> bool:
        """Whether the host has switched it on, though the room may see nothing of it."""
        return self.standing is not Standing.OFF

    @property
    def kind(self) -> str:
        """What a light takes its shape and colour by: "good", "attention" or "info"."""
        if self.trouble is not None:
            return "attention"
        return "good" if self.is_on else "info"

    @property
    def text(self) -> str:
        """A few words, for a light."""
        return self._words[0]

    @property
    def line(self) -> str:
        """What is so, and what to do about it, in a sentence or two."""
        return self._words[1]

    @property
    def _words(self) -> tuple[str, str]:
        is_back = self.is_waiting and self.standing is Standing.FULL
        words = _AFTER_A_GAP if is_back else _WORDS[self.standing][self.trouble]
        name = display_name(self.display) if self.display else ""
        text, line = (one.format(name=name, extend=extend()) for one in words)
        return text, line


@dataclass(frozen=True, slots=True)
class DisplayRow:
    """A display as it is offered; `key` leads back to it, and `detail` is its size and place."""

    key: str
    words: str
    detail: str = ""


def display_name(display: DisplayId) -> str:
    """What people call it: the maker's name for it, or else its socket's."""
    if display.model.strip():
        maker, model = display.maker.strip(), display.model.strip()
        return model if model.casefold().startswith(maker.casefold()) else f"{maker} {model}"
    return display.name.removeprefix("\\\\.\\").strip() or "Screen"


def display_size(display: DisplayId) -> str:
    """Its pixels, and how much it is enlarged if it is."""
    width, height = display.pixels
    enlarged = f" at {display.percent}%" if display.percent != _FULL_SIZE else ""
    return f"{width} × {height}{enlarged}"


def place_beside(display: DisplayId, own: DisplayId) -> str:
    """Where it is, as seen from `own`, the host's."""
    if display.key == own.key:
        return THIS_SCREEN
    if display.overlaps(own):
        return REPEATED
    if display.x >= own.x + own.width:
        return "to the right"
    if display.x + display.width <= own.x:
        return "to the left"
    return "above" if display.y < own.y else "below"


def display_words(display: DisplayId, own: DisplayId) -> str:
    """Name, size and place: "EPSON EB-2250U, 1920 × 1200, to the right"."""
    return f"{display_name(display)}, {_detail(display, own)}"


def offered_rows(
    displays: Sequence[DisplayId], own: DisplayId, chosen: DisplayId | None
) -> tuple[DisplayRow, ...]:
    """The displays that the projector can go to, numbered as they are when identified.

    `chosen` is offered too while it isn't connected, so that the list doesn't show another one.
    """
    free = beside(displays, own)
    rows = [
        DisplayRow(display.key, f"{number} · {display_words(display, own)}", _detail(display, own))
        for number, display in enumerate(in_order(displays), start=1)
        if display in free
    ]
    if chosen is not None and chosen not in free:
        rows.append(DisplayRow(chosen.key, f"{display_name(chosen)}, {GONE}"))
    return tuple(rows) or (DisplayRow("", NONE_BESIDE),)


def trouble_of(displays: Sequence[DisplayId], own: DisplayId) -> Trouble:
    """What keeps the projector from a display of its own, where there is none beside `own`."""
    return Trouble.MIRRORED if repeats(displays, own) else Trouble.NO_SECOND


def _detail(display: DisplayId, own: DisplayId) -> str:
    return f"{display_size(display)}, {place_beside(display, own)}"


def extend(platform: str = sys.platform) -> str:
    """How to make a computer show two pictures instead of one twice."""
    return _EXTEND.get(platform, _EXTEND_ELSEWHERE)


_FULL_SIZE = 100
_SEES_ALL = "The screens show the same picture, so the audience sees this screen."
_IF_SEEN = "If the audience sees this screen:"
_EXTEND: Mapping[str, str] = {
    "win32": "Press Windows+P and choose Extend.",
    "darwin": "In System Settings, Displays, choose Extended display.",
}
_EXTEND_ELSEWHERE = "In the display settings, choose to extend the screens."

_WORDS: Mapping[Standing, Mapping[Trouble | None, tuple[str, str]]] = complete(
    {
        Standing.OFF: {
            None: ("Projector off", "The projector is off."),
            Trouble.NO_SECOND: (
                "Projector off: no second screen",
                f"The projector is off, and there is no second screen. {_IF_SEEN} {{extend}}",
            ),
            Trouble.MIRRORED: (
                "Projector off: same picture on both screens",
                f"The projector is off. {_SEES_ALL} {{extend}}",
            ),
        },
        Standing.FULL: {None: ("Projector on “{name}”", "The projector is on “{name}”.")},
        Standing.WINDOW: {
            Trouble.NO_SECOND: (
                "Projector in a window",
                (
                    "There is only one screen. The projector is a small window in front of this "
                    "one. Connect a second screen, and the picture goes there by itself. "
                    f"{_IF_SEEN} {{extend}}"
                ),
            ),
            Trouble.MIRRORED: (
                "Projector in a window: same picture on both screens",
                f"{_SEES_ALL} For now, the projector is a window. {{extend}}",
            ),
        },
        Standing.HELD: {
            Trouble.DISCONNECTED: (
                "Projector hidden: disconnected",
                (
                    "“{name}” is disconnected, so the projector’s picture is hidden. Connect it "
                    f"again, or choose another screen. {_IF_SEEN} {{extend}}"
                ),
            ),
            Trouble.MIRRORED: (
                "Projector hidden: same picture on both screens",
                f"{_SEES_ALL} The projector’s picture is hidden. {{extend}}",
            ),
            Trouble.COVERED: (
                "Projector hidden: this window is on its screen",
                (
                    "This window is on the projector’s screen, “{name}”, so the projector’s "
                    "picture is hidden. Move this window, or choose another screen for the "
                    "projector."
                ),
            ),
            Trouble.STRAYED: (
                "Projector hidden: its window was moved",
                (
                    "The system moved the projector’s window from “{name}” to this screen, so its "
                    "picture is hidden. Choose its screen again."
                ),
            ),
        },
    }
)
"""Every state that there is: a few words, then a sentence or two with the remedy."""

_AFTER_A_GAP = (
    "Projector on “{name}”: holding slide",
    "The projector is on “{name}” and shows the holding slide. Show a scene to continue.",
)
