"""The event's phases, the people of the day, the reveals and the standings on show, in words."""

from judging_app.closed_sets import complete
from judging_app.domain.event import Audience, Board, BoardForm, Phase
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import Handing, Role

PHASE_WORDS = complete(
    {
        Phase.SETTING_UP: "Setting up",
        Phase.SCORING: "Scoring open",
        Phase.CLOSED: "Scoring closed",
        Phase.PUBLISHED: "Published",
    }
)
"""In the window's frame."""

ROLE_WORDS = complete(
    {
        Role.ORGANISER: "organiser",
        Role.HOST: "host",
        Role.SCORER: "scorer",
        Role.JUDGE: "judge",
    }
)
"""Within a sentence; a label capitalises them."""

HANDING_WORDS = complete(
    {
        Handing.PRINTED: "printed on a slip",
        Handing.SAVED: "saved as a slip",
        Handing.NOTED: "noted",
    }
)
"""How a PIN got to whoever has it."""

AUDIENCE_WORDS = complete({Audience.PUBLIC: "public", Audience.PANEL: "panel"})
"""Within a sentence: "for the public"."""

BOARD_WORDS = complete({Board.HIDDEN: "Hidden", Board.FROZEN: "Frozen", Board.LIVE: "Live"})

FORM_WORDS = complete(
    {
        BoardForm.FULL: "Whole screen",
        BoardForm.PLACES: "Places only",
        BoardForm.LOWER_THIRD: "Strip at the bottom",
    }
)


KIND_WORDS = complete(
    {
        RevealKind.LAST_TO_FIRST: "From last to first",
        RevealKind.BY_CRITERION: "Criterion by criterion",
        RevealKind.BY_JUDGE: "Judge by judge",
        RevealKind.BY_SECTOR: "Sector by sector",
        RevealKind.AWARDS: "Awards only",
    }
)
