"""The projector's ground, for whoever makes the event's colours fit for it."""

from judging_app.present.organiser.look import Ground, projector_ground
from ui.tokens import tokens


def wall_ground(theme: str = "dark") -> Ground:
    """Dark, whichever theme the host's own windows have, unless the projector is set to another."""
    own = tokens(theme)
    return projector_ground(
        own["ground"].lower(), tokens("light")["act"].lower(), own["act"].lower()
    )
