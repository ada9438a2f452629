"""Opens a PDF document that is the same bytes on every machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from math import atan2, degrees
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from judging_app.export.described import Undated, metadata, metadata_stream
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, load_faces
from judging_app.export.lines import width
from judging_app.export.tags import Element, write_structure
from judging_app.export.whole_file import Document, whole_file, write_pages
from judging_app.present.organiser.papers import REHEARSAL, Unprintable

rl_config.useA85 = 0  # ASCII85 makes every stream a quarter larger, and slow to write

CREATOR = "judging-app"
LANGUAGE = "en-GB"

_MARK_ALPHA = 0.10

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


class TaggedCanvas(Canvas):
    """A canvas on which it is known what is a heading, a paragraph, a cell or a figure.

    All that isn't drawn `within` an element is only for the eye. A word may stand across every
    page, so pale that what is below can be read.
    """

    mark = ""

    # ReportLab's own, which its stub hides: there is no other way to draw around what is drawn.
    _code: list[str]
    _doc: Document
    _pagesize: tuple[float, float]

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - handed on
        self.structure = Element("Document")
        self._stretches: list[tuple[int, int, str]] = []
        super().__init__(*arguments, **named)
        self._doc.info = Undated()

    @contextmanager
    def within(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile is a part of `element`."""
        start, number = len(self._code), len(self._stretches)
        yield
        if len(self._code) > start:
            element.parts.append((self.getPageNumber() - 1, number))
            opened = f"/{element.kind} <</MCID {number}>> BDC"
            self._stretches.append((start, len(self._code), opened))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's own name
        """Finish the page with the mark on it, and all that is no part of an element set apart."""
        if self.mark:
            self._put_mark()
        code = self._code
        apart: list[str] = []
        done = 0
        for start, stop, opened in self._stretches:
            apart += _for_the_eye(code[done:start])
            apart += [opened, *code[start:stop], "EMC"]
            done = stop
        apart += _for_the_eye(code[done:])
        code[:] = apart
        self._stretches.clear()
        super().showPage()

    def save(self) -> None:
        """Finish the document with its structure."""
        if self.structure.parts:
            write_structure(self._doc, self.structure)
        info = self._doc.info
        packet = metadata(info.title, info.author, info.subject, info.producer, LANGUAGE)
        vars(self._doc.Catalog).update(Metadata=metadata_stream(packet))
        write_pages(self._doc)
        vars(self._doc).update(format=partial(whole_file, self._doc))
        super().save()

    def _put_mark(self) -> None:
        wide, high = self._pagesize
        size = 0.9 * min(wide, high) / width(self.mark, STRONG_FACE, 1)
        self.saveState()
        self.setFillColor(INK)
        self.setFillAlpha(_MARK_ALPHA)
        self.translate(wide / 2, high / 2)
        self.rotate(degrees(atan2(high, wide)))
        self.setFont(STRONG_FACE, size)
        self.drawCentredString(0, -size / 3, self.mark)
        self.restoreState()
        if self.mark == REHEARSAL:
            self._put_strip(wide, high)

    def _put_strip(self, wide: float, high: float) -> None:
        """Lay the strip of a rehearsal across the head of the page."""
        self.saveState()
        self.setFillColor(REHEARSED)
        self.rect(0, high - STRIP_PT, wide, STRIP_PT, stroke=0, fill=1)
        self.setFillColor(HexColor(0xFFFFFF))
        self.setFont(STRONG_FACE, 9)
        self.drawCentredString(wide / 2, high - STRIP_PT + 5, " ".join(self.mark))
        self.restoreState()


def _for_the_eye(code: list[str]) -> list[str]:
    return ["/Artifact BMC", *code, "EMC"] if code else []


def open_canvas(target: BytesIO, page_size: tuple[float, float], about: About) -> TaggedCanvas:
    """A canvas with the faces embedded and nothing of this machine or moment in it.

    `page_size` is in points. Helvetica, which can't be embedded, is never set.
    """
    load_faces()
    canvas = TaggedCanvas(
        target,
        pagesize=page_size,
        invariant=1,
        pageCompression=1,
        initialFontName=TEXT_FACE,
        lang=LANGUAGE,
    )
    canvas.mark = about.mark
    canvas.setTitle(titled(about))
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(CREATOR)
    canvas.setProducer(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def titled(about: About) -> str:
    """The title of a document, its mark first."""
    return f"{about.mark}: {about.title}" if about.mark else about.title
