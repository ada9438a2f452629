"""Opens a PDF document that is the same bytes on every machine."""

from dataclasses import dataclass
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from judging_app.export.fonts import TEXT_FACE, load_faces

rl_config.useA85 = 0  # ASCII85 makes every stream a quarter larger, and slow to write

CREATOR = "judging-app"
LANGUAGE = "en-GB"

INK = HexColor(0x1B2430)
QUIET = HexColor(0x55606E)
HAIRLINE = HexColor(0xB8C0C8)


@dataclass(frozen=True, slots=True)
class Paper:
    """One finished PDF file.

    `unprintable` lists every text that holds characters which the faces lack, in the order of
    the pages. Those characters are printed as an empty square, never dropped.
    """

    content: bytes
    pages: int
    unprintable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What a document says about itself to the software that opens it."""

    title: str
    author: str
    subject: str


def open_canvas(target: BytesIO, page_size: tuple[float, float], about: About) -> Canvas:
    """A canvas with the faces embedded and nothing of this machine or moment in it.

    `page_size` is in points. Helvetica, which can't be embedded, is never set.
    """
    load_faces()
    canvas = Canvas(
        target,
        pagesize=page_size,
        invariant=1,
        pageCompression=1,
        initialFontName=TEXT_FACE,  # type: ignore[arg-type]  # the stub says float; it is a name
        lang=LANGUAGE,
    )
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
