"""The contrast of two colours, and the nearest colour that does."""

from bisect import bisect_left
from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

TEXT = 4.5
"""The least contrast of text and its ground. Source: WCAG 2.2, success criterion 1.4.3."""

SHAPE = 3.0
"""The least contrast of a large shape and its ground. Source: WCAG 2.2, criterion 1.4.11."""

BAND = 1.8
"""The least contrast of a band over much of a wall and its ground, which holds no meaning alone."""

BLACK, WHITE = "#000000", "#ffffff"

_LINEAR_BELOW = 0.04045
_STEPS = 1000


def contrast(one: str, other: str) -> float:
    """The contrast of two colours such as "#1d70b8", from 1 to 21.

    Source: WCAG 2.2, contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """How much light a colour gives, from 0 (black) to 1 (white).

    Source: WCAG 2.2, relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    red, green, blue = (linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """The light of one sRGB channel; both run from 0 to 1.

    Source: IEC 61966-2-1.
    """
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a `share` of another in it, from 0 to 1."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _hexed(*(one + (two - one) * share for one, two in pairs))


def black_or_white(ground: str) -> str:
    """Whichever reads better on `ground`; its contrast is never below 4.58."""
    return max((WHITE, BLACK), key=lambda ink: contrast(ink, ground))


def readable(colour: str, ground: str, ratio: float = TEXT) -> str:
    """`colour`, or the nearest one of its hue that has this contrast with `ground`.

    It is darkened on a light ground and lightened on a dark one.
    """
    change = darkened if black_or_white(ground) == BLACK else lightened
    return change(colour, ground, ratio)


@lru_cache(maxsize=256)
def darkened(colour: str, ground: str, ratio: float) -> str:
    """`colour` with as much black as it takes; black itself where even that falls short."""
    most = (luminance(ground) + 0.05) / ratio - 0.05
    return _moved(colour, ground, ratio, 0.0, lambda shade: luminance(shade) <= most)


@lru_cache(maxsize=256)
def lightened(colour: str, ground: str, ratio: float) -> str:
    """`colour` with as much white as it takes; white itself where even that falls short."""
    least = (luminance(ground) + 0.05) * ratio - 0.05
    return _moved(colour, ground, ratio, 1.0, lambda shade: luminance(shade) >= least)


def _moved(
    colour: str, ground: str, ratio: float, end: float, is_enough: Callable[[str], bool]
) -> str:
    """The first shade on the way to black or white, by lightness in HSL, that is enough.

    Every channel moves one way with the lightness, and so does the luminance; that is what
    makes the search right.
    """
    if contrast(colour, ground) >= ratio:
        return colour
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))

    def shade(step: int) -> str:
        moved = lightness + (end - lightness) * step / _STEPS
        return _hexed(*hls_to_rgb(hue, moved, saturation))

    at = bisect_left(range(_STEPS), True, key=lambda step: is_enough(shade(step)))  # noqa: FBT003
    return shade(at)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _hexed(*channels: float) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
