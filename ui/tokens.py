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
