"""Which display is meant: known by what it says of itself, never by its number."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

from ui.kept import keep, kept


@dataclass(frozen=True, slots=True)
class DisplayId:
    """What a display says of itself, and where it is on the desktop.

    `name` is often only the socket that it is plugged into; `serial`, `maker` and `model` may be
    blank. `x`, `y`, `width` and `height` are in the desktop's own units: on the display itself
    each is `percent` / 100 pixels.
    """

    name: str
    serial: str = ""
    maker: str = ""
    model: str = ""
    x: int = 0
    y: int = 0
    width: int = 1920
    height: int = 1080
    percent: int = 100

    @property
    def key(self) -> str:
        """Distinguishes the displays connected at one time."""
        return "|".join((self.serial, self.maker, self.model, self.name, str(self.place)))

    @property
    def pixels(self) -> tuple[int, int]:
        """Across and down, as the display itself counts them."""
        return round(self.width * self.percent / 100), round(self.height * self.percent / 100)

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the desktop."""
        return self.x, self.y, self.width, self.height

    def overlaps(self, other: "DisplayId") -> bool:
        """Whether both show a part of the desktop, as displays that repeat each other do."""
        return QRect(*self.place).intersects(QRect(*other.place))


NOWHERE = DisplayId("", width=0, height=0)
"""The display of a window while there is none."""


def display_id(display: QScreen) -> DisplayId:
    """What `display` says of itself now."""
    place = display.geometry()
    return DisplayId(
        display.name(),
        display.serialNumber(),
        display.manufacturer(),
        display.model(),
        place.x(),
        place.y(),
        place.width(),
        place.height(),
        round(display.devicePixelRatio() * 100),
    )


def beside(displays: Sequence[DisplayId], own: DisplayId) -> tuple[DisplayId, ...]:
    """The displays other than `own` that show something else, from left to right."""
    others = [
        display for display in displays if display.key != own.key and not display.overlaps(own)
    ]
    return tuple(sorted(others, key=_by_place))


def repeats(displays: Sequence[DisplayId], own: DisplayId) -> bool:
    """Whether a display shows the same as `own`, so that the room would see this display."""
    return any(display.key != own.key and display.overlaps(own) for display in displays)


def in_order(displays: Sequence[DisplayId]) -> tuple[DisplayId, ...]:
    """From left to right, then from top to bottom: the order in which they are numbered."""
    return tuple(sorted(displays, key=_by_place))


def found_again(kept: DisplayId, displays: Sequence[DisplayId]) -> DisplayId | None:
    """The one of `displays` that `kept` was, though plugged in elsewhere or again.

    By serial number; else by maker, model and name; else by maker and model, for a socket may be
    named again; else, where a display says nothing of itself, by where it is. A step that fits
    several leaves the choice among them to the next, since some makers give all displays one
    serial number.
    """
    left = list(displays)
    for is_alike in _STEPS:
        alike = [display for display in left if is_alike(kept, display)]
        if len(alike) == 1:
            return alike[0]
        left = alike or left
    return next((display for display in left if display == kept), None)


def _same_serial(one: DisplayId, other: DisplayId) -> bool:
    serial = one.serial.strip()
    return bool(serial.strip("0")) and _serial_and_kind(one) == _serial_and_kind(other)


def _serial_and_kind(display: DisplayId) -> tuple[str, str, str]:
    return display.serial.strip(), display.maker, display.model


def _same_kind_and_name(one: DisplayId, other: DisplayId) -> bool:
    is_told = bool(one.maker or one.model or one.name)
    return is_told and (one.maker, one.model, one.name) == (other.maker, other.model, other.name)


def _same_kind(one: DisplayId, other: DisplayId) -> bool:
    return bool(one.maker or one.model) and (one.maker, one.model) == (other.maker, other.model)


def _same_place(one: DisplayId, other: DisplayId) -> bool:
    """Only where one says nothing of its kind: when a display goes, the next moves to its place."""
    is_mute = not (one.maker or one.model) or not (other.maker or other.model)
    return is_mute and (one.x, one.y, one.pixels) == (other.x, other.y, other.pixels)


_STEPS: tuple[Callable[[DisplayId, DisplayId], bool], ...] = (
    _same_serial,
    _same_kind_and_name,
    _same_kind,
    _same_place,
)


def _by_place(display: DisplayId) -> tuple[int, int, str]:
    return display.x, display.y, display.key


def kept_display() -> DisplayId | None:
    """The display that was chosen last for the projector on this computer."""
    return kept("projector", _screen, None)


def keep_display(display: DisplayId) -> None:
    """Remember a choice for the next time."""
    keep("projector", asdict(display))


def _screen(value: object) -> DisplayId:
    """What a display says of itself.

    Raises:
        TypeError: if no display says such things.
    """
    display = DisplayId(**value) if isinstance(value, dict) else DisplayId("")
    usual = asdict(DisplayId(""))
    if display.name and all(
        type(one) is type(usual[name]) for name, one in asdict(display).items()
    ):
        return display
    raise TypeError(value)
