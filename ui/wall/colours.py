"""The colours of the wall by their purpose: the theme's, and the event's made to read on it."""

from collections.abc import Mapping
from functools import lru_cache

from judging_app.domain.look import NO_LOOK, EventLook
from judging_app.present.contrast import black_or_white
from judging_app.present.organiser.look import colours_on
from ui.event_colours import wall_ground
from ui.tokens import tokens


def wall_colours(theme: str = "dark", look: EventLook = NO_LOOK) -> Mapping[str, str]:
    """Every token of the theme; `act` is the event's accent, and `band…` what is on its band."""
    return _colours(theme, look.band, look.accent)


@lru_cache(maxsize=16)
def _colours(theme: str, band: str, accent: str) -> Mapping[str, str]:
    own, light, dark = tokens(theme), tokens("light"), tokens("dark")
    made = colours_on(EventLook(band, accent), wall_ground(theme))
    return {
        **own,
        "act": made.accent,
        "band": made.band,
        "band-ink": made.band_text,
        "band-quiet": made.band_quiet,
        "band-tint": made.band_tint,
        "on-rehearsal": black_or_white(own["rehearsal"]),
        "paper": light["ground"],
        "paper-text": light["text-quiet"],
        "shelf": dark["hover"],
        "shelf-text": dark["text-quiet"],
    }
