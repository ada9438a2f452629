"""Opens a PDF document that is the same bytes on every machine."""

from dataclasses import dataclass
from functools import partial
from io import BytesIO
from math import atan2, degrees
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, load_faces
from judging_app.export.lines import width
from judging_app.present.organiser.papers import REHEARSAL, Unprintable

rl_config.useA85 = 0  # ASCII85 makes every stream a quarter larger, and slow to write

CREATOR = "judging-app"
LANGUAGE = "en-GB"

INK = HexColor(0x1B2430)
QUIET = HexColor(0x55606E)
HAIRLINE = HexColor(0xB8C0C8)
REHEARSED, STRIP_PT = HexColor(0x7A2E8E), 16
"""The strip at the head of every paper of a rehearsal: its colour, and its height in points."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One finished PDF file.

    `unprintable` lists every text that holds characters which the faces lack, in the order of
    the pages. Those characters are printed as an empty square, never dropped.
    """

    content: bytes
    pages: int
    unprintable: tuple[Unprintable, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What a document says about itself to the software that opens it.

    `mark` is printed across every page too: "DRAFT"; empty on a paper that may go out.
    """

    title: str
    author: str
    subject: str
    mark: str = ""


def open_canvas(target: BytesIO, page_size: tuple[float, float], about: About) -> Canvas:
    """A canvas with the faces embedded and nothing of this machine or moment in it.

    `page_size` is in points. Helvetica, which can't be embedded, is never set.
    """
    load_faces()
    kind = partial(_MarkedCanvas, mark=about.mark) if about.mark else Canvas
    canvas = kind(
        target,
        pagesize=page_size,
        invariant=1,
        pageCompression=1,
        initialFontName=TEXT_FACE,  # type: ignore[arg-type]  # the stub says float; it is a name
        lang=LANGUAGE,
    )
    canvas.setTitle(titled(about))
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def titled(about: About) -> str:
    """The title of a document, its mark first."""
    return f"{about.mark}: {about.title}" if about.mark else about.title


class _MarkedCanvas(Canvas):
    """Puts a word across every page, so pale that what is below can be read."""

    def __init__(
        self,
        *arguments: Any,  # noqa: ANN401 - handed on
        mark: str,
        **named: Any,  # noqa: ANN401 - handed on
    ) -> None:
        super().__init__(*arguments, **named)
        self._mark = mark

    def showPage(self) -> None:  # noqa: N802 - ReportLab's own name
        """Finish the page with the mark on it."""
        wide, high = self._pagesize  # type: ignore[attr-defined]  # the stub hides it
        size = 0.9 * min(wide, high) / width(self._mark, STRONG_FACE, 1)
        self.saveState()
        self.setFillColor(INK)
        self.setFillAlpha(_MARK_ALPHA)
        self.translate(wide / 2, high / 2)
        self.rotate(degrees(atan2(high, wide)))
        self.setFont(STRONG_FACE, size)
        self.drawCentredString(0, -size / 3, self._mark)
        self.restoreState()
        if self._mark == REHEARSAL:
            self._put_strip(wide, high)
        super().showPage()

    def _put_strip(self, wide: float, high: float) -> None:
        """Lay the strip of a rehearsal across the head of the page."""
        self.saveState()
        self.setFillColor(REHEARSED)
        self.rect(0, high - STRIP_PT, wide, STRIP_PT, stroke=0, fill=1)
        self.setFillColor(HexColor(0xFFFFFF))
        self.setFont(STRONG_FACE, 9)
        self.drawCentredString(wide / 2, high - STRIP_PT + 5, " ".join(self._mark))
        self.restoreState()


_MARK_ALPHA = 0.10
