"""What the pages of a batch have in common: the design made definite, and its pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from judging_app.domain.papers.certificates import (
    Alignment,
    CertificateDesign,
    CertificateKind,
    House,
    Logo,
    Signature,
    Typeface,
)
from judging_app.errors import OutputError
from judging_app.export.certificates.blocks import Block, Lines
from judging_app.export.certificates.fitting import Steps, balanced, fitted
from judging_app.export.certificates.ornaments import Sealed
from judging_app.export.certificates.page import INK, QUIET, Align, Page, width_mm
from judging_app.export.fonts import (
    SERIF_FACE,
    SERIF_ITALIC,
    SERIF_NAME,
    SERIF_NAME_ITALIC,
    SERIF_STRONG,
    STRONG_FACE,
    TEXT_FACE,
)
from judging_app.present.contrast import TEXT, WHITE, darkened
from judging_app.present.organiser.certificates import CertificateRow, Occasion
from judging_app.words import ordinal

_WIDEST_CREST = 1.3
"""Width of a crest, in heights."""

_MAIN, _ACCENT = "#134e5e", "#d9a441"


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of one certificate."""

    name: str
    text: str
    italic: str
    strong: str
    title: str


SERIF = Faces(SERIF_NAME, SERIF_FACE, SERIF_ITALIC, SERIF_STRONG, SERIF_NAME_ITALIC)
SANS = Faces(STRONG_FACE, TEXT_FACE, TEXT_FACE, STRONG_FACE, STRONG_FACE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was put into the document once; `ratio` is its width in heights."""

    form: str
    ratio: float


@dataclass(slots=True)
class Sheet:
    """The design with colours, faces and pictures as they are drawn."""

    page: Page
    design: CertificateDesign
    occasion: Occasion
    colours: tuple[str, str]
    pictures: Mapping[str, bytes]
    placed: dict[str, Picture] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """The event's colour as it was chosen."""
        return self.design.colour or self.colours[0] or _MAIN

    @property
    def accent(self) -> str:
        """The event's second colour as it was chosen."""
        return self.design.accent or self.colours[1] or _ACCENT

    @property
    def ink(self) -> str:
        """The event's colour, dark enough to be read on white."""
        return darkened(self.main, WHITE, TEXT)

    @property
    def faces(self) -> Faces:
        """What it is set in."""
        is_serif = self.design.house in (House.CLASSIC, House.FORMAL)
        if self.design.typeface is not Typeface.OF_DESIGN:
            is_serif = self.design.typeface is Typeface.SERIF
        return SERIF if is_serif else SANS

    @property
    def align(self) -> Align:
        """Where its words stand."""
        if self.design.alignment is Alignment.OF_DESIGN:
            return "c" if self.design.house in (House.CLASSIC, House.FORMAL) else "l"
        return "c" if self.design.alignment is Alignment.CENTRED else "l"

    def picture(self, code: str) -> Picture | None:
        """A picture of the event; `None` where there is none of this code."""
        return self.placed.get(code)

    def is_crest(self, logo: Logo) -> bool:
        """Whether a logo is about as high as wide, and so may stand alone and large."""
        picture = self.picture(logo.picture)
        return picture is not None and picture.ratio <= _WIDEST_CREST

    def put_pictures(self) -> None:
        """Put the design's pictures into the document; before the first page."""
        for code in sorted(self.design.pictures & self.pictures.keys()):
            self.placed[code] = _put(self.page.canvas, f"picture{code}", self.pictures[code])

    def sealed(self, row: CertificateRow) -> Sealed:
        """What the seal says."""
        said = self.occasion
        below = " · ".join(part for part in (said.city, said.date) if part)
        if row.place:
            number = str(row.place)
            return Sealed(said.event, below, number, ordinal(row.place).removeprefix(number))
        if row.kind is CertificateKind.AWARDS:
            return Sealed(said.event, below, "", is_star=True)
        return Sealed(said.event, below, said.initials)


def _put(canvas: Canvas, form: str, content: bytes) -> Picture:
    """Encode a picture once for all pages."""
    try:
        picture = ImageReader(BytesIO(content))
        wide, high = picture.getSize()
    except OSError as error:
        raise OutputError("The logo can’t be read. Choose a PNG or JPEG picture.") from error
    canvas.beginForm(form, 0, 0, wide / high, 1)
    canvas.drawImage(picture, 0, 0, wide / high, 1, mask="auto")
    canvas.endForm()
    return Picture(form, wide / high)


def place_picture(sheet: Sheet, picture: Picture, x: float, y: float, high: float) -> float:
    """Put a picture by its upper left corner, so high; how wide it is."""
    canvas = sheet.page.canvas
    canvas.saveState()
    canvas.translate(x * mm, (sheet.page.high - y - high) * mm)
    canvas.scale(high * mm, high * mm)
    canvas.doForm(picture.form)
    canvas.restoreState()
    return picture.ratio * high


LOGO_GAP = 12.0
_WIDEST_LOGO = 60.0
_LOGO_EDGE = 24.0


def logos(sheet: Sheet, x: float, y: float, high: float, align: Align, room: float = 0) -> bool:
    """The logos side by side; whether there are any. One with a place of its own goes there.

    They are all made smaller where they are wider than `room`, or than the page between its edges.
    """
    found = [(logo, sheet.picture(logo.picture)) for logo in sheet.design.logos]
    rowed: list[tuple[Picture, float]] = []
    for logo, picture in found:
        if picture is None:
            continue
        if logo.is_placed:
            place_picture(sheet, picture, logo.x_mm, logo.y_mm, logo.height_mm)
            continue
        rowed.append((picture, min(high * logo.height_mm / 12, _WIDEST_LOGO / picture.ratio)))
    wide = sum(picture.ratio * tall for picture, tall in rowed) + LOGO_GAP * (len(rowed) - 1)
    room = room or sheet.page.wide - _LOGO_EDGE - (_LOGO_EDGE if align == "c" else x)
    less = min(1.0, room / max(wide, 1))
    x -= {"l": 0, "c": wide * less / 2, "r": wide * less}[align]
    for picture, tall in rowed:
        at = y + (high - tall * less) / 2
        x += place_picture(sheet, picture, x, at, tall * less) + LOGO_GAP * less
    return bool(rowed)


def sign(sheet: Sheet, who: Signature, x: float, y: float, wide: float, align: Align) -> None:
    """A line to sign on at `y`, with who signs below it, and the signature's picture if any."""
    page, faces = sheet.page, sheet.faces
    middle = {"l": x, "c": x + wide / 2, "r": x + wide}[align]
    if picture := sheet.picture(who.picture):
        high = min(15.0, (wide - 4) / picture.ratio)
        left = x + 2 if align == "l" else middle - picture.ratio * high / 2
        place_picture(sheet, picture, left, y + 1 - high, high)
    page.rule(x, y, x + wide)
    foot = y
    if who.name:
        size = min(12.0, 12 * wide / max(wide, width_mm(who.name, faces.strong, 12)))
        page.text(middle, y + 5.4, who.name, faces.strong, size, INK, align)
        foot = y + 4.8
    for line in balanced(who.office, faces.text, 10.5, wide)[:2] if who.office else ():
        foot += 4.6
        page.text(middle, foot + 0.8, line, faces.text, 10.5, QUIET, align)


def result_code(sheet: Sheet, x: float, y: float, align: Align) -> None:
    """The code of the result, small: it is for comparing, not for reading."""
    if sheet.occasion.record:
        sheet.page.text(x, y, sheet.occasion.record, TEXT_FACE, 8, QUIET, align, track=0.02)


@dataclass(frozen=True, slots=True)
class Style:
    """How a house sets the words in the middle."""

    steps: Steps
    title_size: float
    title_face: str
    lead_size: float
    lead_face: str
    body_size: float
    ink: str
    text: str = INK
    quiet: str = QUIET
    name_track: float = 0
    title_track: float = 0
    is_title_in_capitals: bool = False
    body_room: float = 190
    gaps: tuple[float, float, float] = (5, 3, 4.5)
    leading: float = 1.3


def words(
    sheet: Sheet,
    row: CertificateRow,
    style: Style,
    room: float,
    *,
    scale: float = 1,
    between: Sequence[Block] = (),
) -> list[Block]:
    """Title, lead, name, office and sentence; all smaller by `scale` where much is to be said."""
    faces = sheet.faces
    steps = tuple((largest * scale, smallest * scale) for largest, smallest in style.steps)
    name = fitted(row.name, faces.name, room, steps, style.name_track)
    title = row.title.upper() if style.is_title_in_capitals else row.title
    size = min(0.8 * name.size, style.title_size * scale)
    title_wide = width_mm(title, style.title_face, 1, style.title_track)
    size = min(size, room / title_wide) if title_wide else size
    after_title, after_lead, after_name = (gap * scale for gap in style.gaps)
    blocks: list[Block] = []
    if title:
        blocks.append(Lines((title,), style.title_face, size, style.ink, 1.2, style.title_track))
    if row.lead:
        lead = balanced(row.lead, style.lead_face, style.lead_size * scale, room)
        blocks.append(
            Lines(
                lead,
                style.lead_face,
                style.lead_size * scale,
                style.quiet,
                1.25,
                before=after_title,
            )
        )
    blocks.append(
        Lines(
            name.lines,
            faces.name,
            name.size,
            style.text,
            1.1,
            style.name_track,
            after_lead,
            is_quoted=True,
        )
    )
    if row.under:
        size = 14.5 * scale
        under = balanced(row.under, style.lead_face, size, room)
        blocks.append(Lines(under, style.lead_face, size, style.quiet, before=1))
    blocks += between
    if row.body:
        size = style.body_size * scale
        body = balanced(row.body, faces.text, size, min(room, style.body_room))
        blocks.append(Lines(body, faces.text, size, style.text, style.leading, before=after_name))
    return blocks
