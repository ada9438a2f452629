"""Which screen is meant: known by what it says of itself, never by its number."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

from ui.kept import keep, kept


@dataclass(frozen=True, slots=True)
class ScreenId:
    """What a screen says of itself, and where it is on the desktop.

    `name` is often only the socket that it is plugged into; `serial`, `maker` and `model` may be
    blank. `x`, `y`, `width` and `height` are in the desktop's own units: on the screen itself
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
        """Distinguishes the screens connected at one time."""
        return "|".join((self.serial, self.maker, self.model, self.name, str(self.place)))

    @property
    def pixels(self) -> tuple[int, int]:
        """Across and down, as the screen itself counts them."""
        return round(self.width * self.percent / 100), round(self.height * self.percent / 100)

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the desktop."""
        return self.x, self.y, self.width, self.height

    def overlaps(self, other: "ScreenId") -> bool:
        """Whether both show a part of the desktop, as screens that repeat each other do."""
        return QRect(*self.place).intersects(QRect(*other.place))


NOWHERE = ScreenId("", width=0, height=0)
"""The screen of a window while there is none."""


def screen_id(screen: QScreen) -> ScreenId:
    """What `screen` says of itself now."""
    place = screen.geometry()
    return ScreenId(
        screen.name(),
        screen.serialNumber(),
        screen.manufacturer(),
        screen.model(),
        place.x(),
        place.y(),
        place.width(),
        place.height(),
        round(screen.devicePixelRatio() * 100),
    )


def beside(screens: Sequence[ScreenId], own: ScreenId) -> tuple[ScreenId, ...]:
    """The screens other than `own` that show something else, from left to right."""
    others = [screen for screen in screens if screen.key != own.key and not screen.overlaps(own)]
    return tuple(sorted(others, key=_by_place))


def repeats(screens: Sequence[ScreenId], own: ScreenId) -> bool:
    """Whether a screen shows the same as `own`, so that the room would see this screen."""
    return any(screen.key != own.key and screen.overlaps(own) for screen in screens)


def in_order(screens: Sequence[ScreenId]) -> tuple[ScreenId, ...]:
    """From left to right, then from top to bottom: the order in which they are numbered."""
    return tuple(sorted(screens, key=_by_place))


def found_again(kept: ScreenId, screens: Sequence[ScreenId]) -> ScreenId | None:
    """The one of `screens` that `kept` was, though plugged in elsewhere or again.

    By serial number; else by maker, model and name; else by maker and model, for a socket may be
    named again; else, where a screen says nothing of itself, by where it is. A step that fits
    several leaves the choice among them to the next, since some makers give all screens one
    serial number.
    """
    left = list(screens)
    for is_alike in _STEPS:
        alike = [screen for screen in left if is_alike(kept, screen)]
        if len(alike) == 1:
            return alike[0]
        left = alike or left
    return next((screen for screen in left if screen == kept), None)


def _same_serial(one: ScreenId, other: ScreenId) -> bool:
    serial = one.serial.strip()
    return bool(serial.strip("0")) and _serial_and_kind(one) == _serial_and_kind(other)


def _serial_and_kind(screen: ScreenId) -> tuple[str, str, str]:
    return screen.serial.strip(), screen.maker, screen.model


def _same_kind_and_name(one: ScreenId, other: ScreenId) -> bool:
    is_told = bool(one.maker or one.model or one.name)
    return is_told and (one.maker, one.model, one.name) == (other.maker, other.model, other.name)


def _same_kind(one: ScreenId, other: ScreenId) -> bool:
    return bool(one.maker or one.model) and (one.maker, one.model) == (other.maker, other.model)


def _same_place(one: ScreenId, other: ScreenId) -> bool:
    """Only where one says nothing of its kind: when a screen goes, the next moves to its place."""
    is_mute = not (one.maker or one.model) or not (other.maker or other.model)
    return is_mute and (one.x, one.y, one.pixels) == (other.x, other.y, other.pixels)


_STEPS: tuple[Callable[[ScreenId, ScreenId], bool], ...] = (
    _same_serial,
    _same_kind_and_name,
    _same_kind,
    _same_place,
)


def _by_place(screen: ScreenId) -> tuple[int, int, str]:
    return screen.x, screen.y, screen.key


def kept_screen() -> ScreenId | None:
    """The screen that was chosen last for the projector on this computer."""
    return kept("projector", _screen, None)


def keep_screen(screen: ScreenId) -> None:
    """Remember a choice for the next time."""
    keep("projector", asdict(screen))


def _screen(value: object) -> ScreenId:
    """What a screen says of itself.

    Raises:
        TypeError: if no screen says such things.
    """
    screen = ScreenId(**value) if isinstance(value, dict) else ScreenId("")
    usual = asdict(ScreenId(""))
    if screen.name and all(type(one) is type(usual[name]) for name, one in asdict(screen).items()):
        return screen
    raise TypeError(value)
