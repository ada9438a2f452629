"""Writes a document's pages and objects into one file, each as it stands there.

ReportLab would do it by tens of calls an object, of which a certificate has nine.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Protocol
from zlib import compress

from reportlab.pdfbase.pdfdoc import PDFInfo, PDFObject, PDFPage
from reportlab.pdfbase.pdfdoc import format as formatted

HEADER = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


class _Pages(Protocol):
    pages: Sequence[PDFPage]


class Document(Protocol):
    """ReportLab's document, as far as its stub hides it."""

    Catalog: PDFObject
    Pages: _Pages
    info: PDFInfo
    objectcounter: int
    numberToId: Mapping[int, str]  # noqa: N815 - ReportLab's own name
    idToObject: dict[str, PDFObject]  # noqa: N815 - likewise

    def Reference(self, made: object) -> PDFObject:  # noqa: N802 - ReportLab's own name
        """What refers to an object, which goes into the file."""


class Written(PDFObject):
    """An object that ReportLab numbers and puts into the file as it is."""

    __RefOnly__ = 1

    def __init__(self, text: bytes = b"") -> None:
        self.text = text

    def format(self, _document: Document) -> bytes:
        """As it stands in the file."""
        return self.text


def reference(document: Document, made: object) -> bytes:
    """What refers to an object, which goes into the file."""
    known = document.objectcounter
    found = document.Reference(made)
    if document.objectcounter > known:
        return b"%d 0 R" % document.objectcounter
    written: bytes = found.format(document)  # type: ignore[attr-defined]  # not in the stub
    return written


def write_pages(document: Document) -> None:
    """Finish the pages; what they are drawn with is told once for all that share it."""
    alike: dict[tuple[object, ...], bytes] = {}
    parent = reference(document, document.Pages)
    for one in document.Pages.pages:
        page = vars(one)
        forms, states = page["XObjects"], page["ExtGState"]
        size = page["pagewidth"], page["pageheight"]
        key = (size, forms and tuple(forms.dict), states and states.format(document))
        if (told := alike.get(key)) is None:
            one.check_format(document)
            told = alike[key] = b"/MediaBox %s /Resources %s" % (
                formatted(page["MediaBox"], document),
                reference(document, page["Resources"]),
            )
        content = compress(page["stream"].encode("latin-1"))
        entry = b"<< /Filter [ /FlateDecode ] /Length %d >>\nstream\n%s\nendstream"
        contents = reference(document, Written(entry % (len(content), content)))
        rarely = b"".join(
            b" /%s %s" % (name.encode(), formatted(page[name], document))
            for name in _RARELY
            if page.get(name) is not None
        )
        document.idToObject[page["__InternalName__"]] = Written(
            b"<< /Type /Page /Parent %s /Contents %s %s%s >>" % (parent, contents, told, rarely)
        )


_RARELY = ("TrimBox", "BleedBox", "StructParents", "Tabs")


def whole_file(document: Document) -> bytes:
    """The file, once every page is finished."""
    parts, offsets, length, number = [HEADER], dict[int, int](), len(HEADER), 1
    # Writing an object can make others.
    while (name := document.numberToId.get(number)) is not None:
        offsets[number] = length
        made = document.idToObject[name]
        text: bytes = (
            made.text if isinstance(made, Written) else formatted(made, document, toplevel=1)
        )
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, text.removesuffix(b"\n")))
        length += len(parts[-1])
        number += 1
    root, info = (reference(document, one) for one in (document.Catalog, document.info))
    return closed(parts, offsets, root, info)


def closed(parts: Sequence[bytes], offsets: Mapping[int, int], root: bytes, info: bytes) -> bytes:
    """A file with the table of where each object is, and its end."""
    body = b"".join(parts)
    # The digest only tells files apart, as the format asks; it protects nothing.
    identity = hashlib.sha256(body).hexdigest()[:32].encode()
    end = b"trailer\n<<\n/ID [<%s><%s>]\n/Info %s\n/Root %s\n/Size %d\n>>\nstartxref\n%d\n%%%%EOF\n"
    told = end % (identity, identity, info, root, max(offsets) + 1, len(body))
    return b"".join((body, *_table(offsets), told))


def _table(offsets: Mapping[int, int]) -> Iterator[bytes]:
    """Source: ISO 32000-1, section 7.5.4."""
    yield b"xref\n"
    ranks = enumerate(sorted({0, *offsets}))
    for _, group in groupby(ranks, key=lambda ranked: ranked[1] - ranked[0]):
        numbers = [number for _, number in group]
        yield b"%d %d\n" % (numbers[0], len(numbers))
        for number in numbers:
            yield b"%010d 00000 n \n" % offsets[number] if number else b"0000000000 65535 f \n"
