"""When each part of a step of the ceremony arrives.

The event's colour is one band that rises from step to step until, at the first place, it is all of
the wall. After it has moved there is a beat with no name; then the name, then who and what, and the
score last.
"""

from collections.abc import Mapping

from judging_app.present.wall.faces import AwardName, AwardWinner, Face, First, Pedestal, PlaceList

MOVES_MS: Mapping[type[Face], int] = {
    PlaceList: 1_600,
    Pedestal: 2_100,
    First: 3_300,
    AwardName: 1_000,
    AwardWinner: 2_050,
}
"""From the key to the whole picture; any other scene fades in."""

FADE_MS = 200
"""What was on is gone by then, before anything new is said."""

BAND = (0, 600)
LABEL = (600, 200)
NAME_COMES = (1_200, 450)
WHO = (1_650, 400)
SCORE = (1_850, 250)
"""When each part begins and how long it takes."""

WHO_WON, SCORE_WON = (2_100, 400), (2_700, 600)
"""The last two of the first place, which come later."""

SWEEP, ROW_NAME, ROW_SCORE = (150, 350), (1_000, 350), (1_350, 250)
"""Of a line of the list: its light, its name and its score."""

RISE, COME = 48, -24
"""From how far off a name comes: upwards, or from the left."""
