"""The theme's colours by purpose, read from `resources/themes`."""

import tomllib
from collections.abc import Mapping

from judging_app.paths import RESOURCES

THEMES = ("light", "dark")
"""Every theme there is."""


def tokens(name: str) -> Mapping[str, str]:
    """The colours of the theme `name` as "#RRGGBB", by their purpose."""
    text = (RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    return {purpose: str(colour) for purpose, colour in tomllib.loads(text).items()}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21.

    Source: WCAG 2.2, contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_LINEAR_BELOW = 0.04045
