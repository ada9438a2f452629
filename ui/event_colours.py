"""The projector's ground, for whoever makes the event's colours fit for it."""

from judging_app.present.organiser.look import Ground, projector_ground
from ui.tokens import tokens


def wall_ground() -> Ground:
    """Dark, whichever theme the host's own windows have."""
    dark = tokens("dark")
    return projector_ground(
        dark["ground"].lower(), tokens("light")["act"].lower(), dark["act"].lower()
    )
