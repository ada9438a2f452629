"""What a document tells to software that reads it out: headings, paragraphs, tables, figures.

Source: ISO 32000-1, sections 14.6 to 14.8.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFInfo, PDFObject, PDFPage


@dataclass(eq=False, slots=True)
class Element:
    """A part of a document and what it is: "H1", "P", "Table"; its parts in reading order.

    A part that is a pair of numbers is a stretch of a page: the page, and the stretch's number
    there. `alt` is said in place of a figure, `scope` is what the head of a table is of, and
    `span` how many columns a cell takes.
    """

    kind: str
    parts: list["Element | tuple[int, int]"] = field(default_factory=list)
    alt: str = ""
    scope: str = ""
    span: int = 1

    def add(self, kind: str, *, alt: str = "", scope: str = "", span: int = 1) -> "Element":
        """A new part at the end."""
        made = Element(kind, [], alt, scope, span)
        self.parts.append(made)
        return made

    @property
    def page(self) -> int | None:
        """The page on which it begins."""
        for part in self.parts:
            found = part.page if isinstance(part, Element) else part[0]
            if found is not None:
                return found
        return None


class _Pages(Protocol):
    pages: Sequence[PDFPage]


class Document(Protocol):
    """ReportLab's document, as far as its stub hides it."""

    Catalog: PDFObject
    Pages: _Pages
    info: PDFInfo

    def Reference(self, made: PDFObject) -> PDFObject:  # noqa: N802 - ReportLab's own name
        """What refers to an object, which goes into the file."""


class _Written(PDFObject):
    """A dictionary that ReportLab numbers and puts into the file."""

    __RefOnly__ = 1

    def __init__(self, text: bytes = b"") -> None:
        self.text = text

    def format(self, _document: Document) -> bytes:
        """As it stands in the file."""
        return b"<< " + self.text + b" >>"


def write_structure(document: Document, root: Element) -> None:
    """Put the tree of a finished document into it, and on each page where its parts are."""
    pages: Sequence[PDFPage] = document.Pages.pages
    tree = _Written()
    at = {page: _reference(document, one) for page, one in enumerate(pages)}
    owners: list[dict[int, bytes]] = [{} for _ in pages]
    top = _element(document, root, _reference(document, tree), at, owners)
    places = [
        _reference(document, PDFArray([own[number].decode() for number in sorted(own)]))
        for own in owners
    ]
    numbers = b" ".join(b"%d %s" % (page, place) for page, place in enumerate(places))
    parents = _Written(b"/Nums [" + numbers + b"]")
    tree.text = b"/Type /StructTreeRoot /K [%s] /ParentTree %s /ParentTreeNextKey %d" % (
        top,
        _reference(document, parents),
        len(pages),
    )
    marked = PDFDictionary({"Marked": "true"})
    vars(document.Catalog).update(StructTreeRoot=tree, MarkInfo=marked)
    for page, one in enumerate(pages):
        one.__NoDefault__ = [*one.__NoDefault__, "StructParents", "Tabs"]
        vars(one).update(StructParents=page, Tabs="/S")


def _element(
    document: Document,
    one: Element,
    parent: bytes,
    at: dict[int, bytes],
    owners: list[dict[int, bytes]],
) -> bytes:
    """Write an element and all within it; what refers to it."""
    made = _Written()
    own, page = _reference(document, made), one.page
    parts: list[bytes] = []
    for part in one.parts:
        if isinstance(part, Element):
            parts.append(_element(document, part, own, at, owners))
            continue
        on, number = part
        owners[on][number] = own
        parts.append(
            b"%d" % number if on == page else b"<< /Type /MCR /Pg %s /MCID %d >>" % (at[on], number)
        )
    made.text = b" ".join(
        (
            b"/Type /StructElem /S /%s /P %s" % (one.kind.encode(), parent),
            *([b"/Pg " + at[page]] if page is not None else []),
            *_attributes(one),
            b"/K [%s]" % b" ".join(parts),
        )
    )
    return own


def _attributes(one: Element) -> Iterator[bytes]:
    if one.alt:
        yield b"/Alt <FEFF%s>" % one.alt.encode("utf-16-be", "replace").hex().upper().encode()
    scope = b" /Scope /" + one.scope.encode() if one.scope else b""
    span = b" /ColSpan %d" % one.span if one.span > 1 else b""
    if scope or span:
        yield b"/A << /O /Table%s%s >>" % (scope, span)


def _reference(document: Document, made: PDFObject) -> bytes:
    reference = document.Reference(made)
    written: bytes = reference.format(document)  # type: ignore[attr-defined]  # not in the stub
    return written
