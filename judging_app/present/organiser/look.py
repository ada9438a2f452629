"""The event's two colours and its logos as they are shown, printed and proposed."""

from base64 import b64decode
from dataclasses import dataclass

from judging_app.domain.event import Event
from judging_app.domain.look import MOST_SIDE, EventLook, picture_sides
from judging_app.errors import DeskError
from judging_app.present.contrast import (
    BAND,
    SHAPE,
    TEXT,
    WHITE,
    black_or_white,
    contrast,
    luminance,
    mixed,
    readable,
)
from judging_app.present.organiser.certificates import when_and_where


@dataclass(frozen=True, slots=True)
class Ground:
    """What the event's colours are on, and what is used where it chose none.

    `name` and `place` are in a sentence: "too light on white", "on papers it is …". A band keeps
    the contrast `band_ratio` with it.
    """

    name: str
    place: str
    colour: str
    band: str
    accent: str
    band_ratio: float = SHAPE


PAPER = Ground("white", "on papers", WHITE, "#0f4c5c", "#0f4c5c")
"""Certificates, sheets and reports."""


def projector_ground(colour: str, band: str, accent: str) -> Ground:
    """The projector's ground in the colours of its theme, all as "#rrggbb".

    Its bands are so large that they are told apart from it at less than a shape's contrast, and
    nothing on the projector is known by a band alone: so they stay nearer to what was chosen.
    """
    return Ground("a dark ground", "on the projector", colour, band, accent, BAND)


@dataclass(frozen=True, slots=True)
class Colours:
    """The event's colours made fit for one ground.

    `band` and its ground keep 3:1, on the projector 1.8:1; `band_text` on it and `accent` on the
    ground 4.5:1. `band_quiet` is for what matters less on the band, and `band_tint` a shade of it
    under text. `adapted` says to the organiser each colour that had to be changed; `said`
    describes all.
    """

    band: str
    band_text: str
    accent: str
    adapted: tuple[str, ...]
    said: str
    band_quiet: str = ""
    band_tint: str = ""


def colours_on(look: EventLook, ground: Ground) -> Colours:
    """What the event chose, as near to it as can be read on `ground`.

    The band is also the accent of an event that chose no other.
    """
    band = readable(look.band or ground.band, ground.colour, ground.band_ratio)
    accent = readable(look.accent or look.band or ground.accent, ground.colour, TEXT)
    ink = black_or_white(band)
    adapted = (
        _adapted(look.band, band, "a band", ground),
        _adapted(look.accent, accent, "text", ground),
    )
    said = (
        f"Band {band} with {'white' if ink == WHITE else 'black'} text, {_ratio(band, ink)}; "
        f"accent {accent}, {_ratio(accent, ground.colour)}."
    )
    return Colours(
        band,
        ink,
        accent,
        tuple(one for one in adapted if one),
        said,
        band_quiet=_quiet(ink, band),
        band_tint=_tint(band, ink),
    )


def _quiet(ink: str, band: str) -> str:
    """`ink` with as much of the band in it, up to 28 %, as leaves 5:1; all ink where none does."""
    shades = (mixed(ink, band, share / 100) for share in range(28, 0, -1))
    return next((shade for shade in shades if contrast(shade, band) >= _QUIET), ink)


def _tint(band: str, ink: str) -> str:
    """`band` with as much ink in it, up to 9 %, as leaves the ink 4.5:1 on it."""
    shades = (mixed(band, ink, share / 100) for share in range(9, 0, -1))
    return next((shade for shade in shades if contrast(ink, shade) >= TEXT), band)


_QUIET = 5.0


def _adapted(chosen: str, made: str, use: str, ground: Ground) -> str:
    if chosen in ("", made):
        return ""
    is_darker = luminance(made) < luminance(chosen)
    return (
        f"{chosen} is too {'light' if is_darker else 'dark'} for {use} on {ground.name}: "
        f"{ground.place} it is {made}."
    )


def _ratio(one: str, other: str) -> str:
    """Cut off and not rounded, as 4.46 does not reach 4.5."""
    tenths = int(contrast(one, other) * 10)
    return f"{tenths // 10}.{tenths % 10} to 1"


@dataclass(frozen=True, slots=True)
class Preset:
    """A colour that is offered by name."""

    name: str
    colour: str


PRESETS = (
    Preset("Blue", "#1d70b8"),
    Preset("Teal", "#0f7a80"),
    Preset("Green", "#18793c"),
    Preset("Olive", "#66730f"),
    Preset("Gold", "#8a6a00"),
    Preset("Orange", "#b85c00"),
    Preset("Brown", "#8f6243"),
    Preset("Red", "#c8322b"),
    Preset("Rose", "#c2255c"),
    Preset("Plum", "#b5309b"),
    Preset("Purple", "#7a4fc0"),
    Preset("Grey", "#6a7078"),
)
"""None has to be changed as a band on any ground or as text on paper.

No colour at all reads as text both on white and on the projector, whatever its hue.
"""


@dataclass(frozen=True, slots=True)
class LookView:
    """The look that is kept, with what a preview shows beside it.

    `logos` are files in base64, and no others than those that may be unfolded.
    """

    event: str
    when_and_where: str
    band: str
    accent: str
    logos: tuple[str, ...] = ()


def look_view(event: Event, look: EventLook) -> LookView:
    """What the organiser's form begins with."""
    logos = tuple(logo for logo in look.logos if logo_picture(logo))
    return LookView(event.title, when_and_where(event), look.band, look.accent, logos)


def logo_picture(logo: str) -> bytes:
    """A logo as a picture file; empty where it is none that may be unfolded.

    An event file from somewhere else may hold one that was never checked on its way in.
    """
    try:
        content = b64decode(logo, validate=True)
    except ValueError:
        return b""
    return content if 0 < max(picture_sides(content)) <= MOST_SIDE else b""


def logo_text(width: int, height: int, size: int) -> str:
    """What a logo is: its sides in pixels and the size of its file, given in bytes."""
    kilobytes = max(1, round(size / 1000))
    return f"{width} × {height} pixels, {kilobytes:,} kB"


@dataclass(frozen=True, slots=True)
class TypedColour:
    """What was typed as a colour: `colour` is empty where none is meant or none is understood."""

    colour: str
    said: str
    is_good: bool = True


def typed_colour(text: str) -> TypedColour:
    """What was meant by `text`, and what to say of it."""
    word = text.strip().lower()
    if not word:
        return TypedColour("", "Not chosen")
    colour = word if word.startswith("#") else f"#{word}"
    try:
        EventLook(band=colour)
    except DeskError as refusal:
        return TypedColour("", str(refusal), is_good=False)
    named = (preset.name for preset in PRESETS if preset.colour == colour)
    return TypedColour(colour, next(named, "Your own colour"))


@dataclass(frozen=True, slots=True)
class TriedLook:
    """Both colours as they are typed, and what would come of them."""

    band: TypedColour
    accent: TypedColour
    papers: Colours
    wall: Colours

    @property
    def is_good(self) -> bool:
        """Whether both can be kept."""
        return self.band.is_good and self.accent.is_good

    @property
    def adapted(self) -> tuple[str, ...]:
        """What the organiser should know of colours that are changed."""
        return (*self.papers.adapted, *self.wall.adapted)


def tried_look(band: str, accent: str, wall: Ground) -> TriedLook:
    """What the typed colours would look like on papers and on the projector."""
    one, other = typed_colour(band), typed_colour(accent)
    look = EventLook(one.colour, other.colour)
    return TriedLook(one, other, colours_on(look, PAPER), colours_on(look, wall))
