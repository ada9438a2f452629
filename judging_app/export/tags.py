"""What a document tells to software that reads it out: headings, paragraphs, tables, figures.

Source: ISO 32000-1, sections 14.6 to 14.8.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from reportlab.pdfbase.pdfdoc import PDFDictionary

from judging_app.export.whole_file import Document, Written, reference


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


def write_structure(document: Document, root: Element) -> None:
    """Put the tree of a finished document into it, and on each page where its parts are."""
    pages = document.Pages.pages
    tree = Written()
    at = [reference(document, one) for one in pages]
    owners: list[dict[int, bytes]] = [{} for _ in pages]

    @cache
    def alts(said: str) -> bytes:
        """What is said on every page is told once."""
        hexed = said.encode("utf-16-be", "replace").hex().upper()
        return _written(document, b"<FEFF%s>" % hexed.encode())

    top = _element(document, root, reference(document, tree), at, owners, alts)
    numbers = b" ".join(
        b"%d %s" % (page, _written(document, b"[%s]" % b" ".join(own[one] for one in sorted(own))))
        for page, own in enumerate(owners)
    )
    parents = _written(document, b"<< /Nums [%s] >>" % numbers)
    tree.text = b"<< /Type /StructTreeRoot /K [%s] /ParentTree %s /ParentTreeNextKey %d >>" % (
        top,
        parents,
        len(pages),
    )
    marked = PDFDictionary({"Marked": "true"})
    vars(document.Catalog).update(StructTreeRoot=tree, MarkInfo=marked)
    for page, one in enumerate(pages):
        vars(one).update(StructParents=page, Tabs="/S")


def _written(document: Document, text: bytes) -> bytes:
    return reference(document, Written(text))


def _element(
    document: Document,
    one: Element,
    parent: bytes,
    at: Sequence[bytes],
    owners: Sequence[dict[int, bytes]],
    alts: Callable[[str], bytes],
) -> bytes:
    """Write an element and all within it; what refers to it."""
    made = Written()
    own, page = reference(document, made), one.page
    parts: list[bytes] = []
    for part in one.parts:
        if isinstance(part, Element):
            parts.append(_element(document, part, own, at, owners, alts))
            continue
        on, number = part
        owners[on][number] = own
        parts.append(
            b"%d" % number if on == page else b"<< /Type /MCR /Pg %s /MCID %d >>" % (at[on], number)
        )
    made.text = b"<< /Type /StructElem /S /%s /P %s%s%s /K [%s] >>" % (
        one.kind.encode(),
        parent,
        b"" if page is None else b" /Pg " + at[page],
        b"".join(_attributes(one, alts)),
        b" ".join(parts),
    )
    return own


def _attributes(one: Element, alts: Callable[[str], bytes]) -> Iterator[bytes]:
    if one.alt:
        yield b" /Alt " + alts(one.alt)
    scope = b" /Scope /" + one.scope.encode() if one.scope else b""
    span = b" /ColSpan %d" % one.span if one.span > 1 else b""
    if scope or span:
        yield b" /A << /O /Table%s%s >>" % (scope, span)
