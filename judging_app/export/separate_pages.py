"""Makes one file of each page of a document that ReportLab has written.

Faces and pictures are subset, encoded and compressed once for all the files, which is what
writing them one by one spends its time on. Every file carries the subset of the whole batch.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from judging_app.export.described import metadata
from judging_app.export.pdf import CREATOR, LANGUAGE, About, titled
from judging_app.export.whole_file import HEADER, closed

_ENTRY_LENGTH = 20
"""Bytes of one line of the cross-reference table. Source: ISO 32000-1, section 7.5.4."""


@dataclass(frozen=True, slots=True)
class _Common:
    """What all the files share: their first bytes, and where each object is in them."""

    head: bytes
    offsets: dict[int, int]
    root: int
    info: int
    page: int
    contents: int
    tree: int
    metadata: int


@dataclass(frozen=True, slots=True)
class _Structure:
    """The tree of what is read out: its top, its lists of pages, and what there is of each page."""

    top: int
    parents: int
    sections: tuple[int, ...]
    lists: tuple[int, ...]
    within: tuple[frozenset[int], ...]

    @property
    def objects(self) -> frozenset[int]:
        """All that isn't the same in every file."""
        return frozenset({self.top, self.parents, *self.lists}).union(*self.within)

    def of_page(self, objects: dict[int, bytes], at: int, page: int) -> dict[int, bytes]:
        """The tree of one page, which has the number `page`."""
        found = {
            number: re.sub(rb"/Pg \d+ 0 R", b"/Pg %d 0 R" % page, objects[number])
            for number in (self.lists[at], *self.within[at])
        }
        section, own = self.sections[at], self.lists[at]
        found[self.top] = re.sub(rb"/Pg \d+ 0 R", b"/Pg %d 0 R" % page, objects[self.top])
        found[self.top] = re.sub(rb"/K \[[^]]*\]", b"/K [%d 0 R]" % section, found[self.top])
        nums = b"/Nums [%d %d 0 R]" % (at, own)
        found[self.parents] = re.sub(rb"/Nums \[[^]]*\]", nums, objects[self.parents])
        return {number: text.partition(b" 0 obj")[2] for number, text in found.items()}


def separate_pages(document: bytes, abouts: Sequence[About]) -> Iterator[bytes]:
    """One file a page, in order; `abouts` has as many entries as the document has pages."""
    objects = _objects(document)
    trailer = document[document.rindex(b"trailer") :]
    root, info = _reference(trailer, b"Root"), _reference(trailer, b"Info")
    tree = _reference(objects[root], b"Pages")
    pages = _kids(objects[tree])
    contents = [_reference(objects[page], b"Contents") for page in pages]
    metadata = _reference(objects[root], b"Metadata")
    structure = _structure(objects, _reference(objects[root], b"StructTreeRoot"))
    own = {info, tree, metadata, *pages, *contents, *structure.objects}
    head, offsets = _shared(objects, own)
    common = _Common(head, offsets, root, info, pages[0], contents[0], tree, metadata)
    for at, (page, content, about) in enumerate(zip(pages, contents, abouts, strict=True)):
        told = structure.of_page(objects, at, common.page)
        yield _file(common, objects[page], objects[content], about, told)


def _structure(objects: dict[int, bytes], root: int) -> _Structure:
    top = _numbers(objects[root], b"K")[0]
    parents = _reference(objects[root], b"ParentTree")
    sections = tuple(_numbers(objects[top], b"K"))
    return _Structure(
        top,
        parents,
        sections,
        tuple(_numbers(objects[parents], b"Nums")),
        tuple(frozenset(_below(objects, section)) for section in sections),
    )


def _below(objects: dict[int, bytes], element: int) -> Iterator[int]:
    yield element
    for part in _numbers(objects[element], b"K"):
        yield from _below(objects, part)


def _numbers(text: bytes, key: bytes) -> list[int]:
    """What a list refers to; the numbers of stretches in it are no references."""
    found = re.search(rb"/" + key + rb" \[([^]]*)\]", text)
    return [int(number) for number in re.findall(rb"(\d+) 0 R", found[1])] if found else []


def _objects(document: bytes) -> dict[int, bytes]:
    """Every object by its number, as it is now between its first byte and the next object's."""
    table = int(document[document.rindex(b"startxref") :].split()[1])
    first_line = document.index(b"\n", table + len(b"xref\n")) + 1
    count = int(document[table:first_line].split()[2])
    starts = {
        number: int(document[first_line + number * _ENTRY_LENGTH :][:10].decode())
        for number in range(1, count)
    }
    order = sorted(starts, key=lambda number: starts[number])
    ends = [*(starts[number] for number in order[1:]), table]
    return {number: document[starts[number] : end] for number, end in zip(order, ends, strict=True)}


def _reference(text: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb" (\d+) 0 R", text)
    if found is None:
        raise ValueError(f"the document has no /{key.decode()} where ReportLab writes one")
    return int(found[1])


def _kids(tree: bytes) -> list[int]:
    listing = tree[tree.index(b"/Kids") : tree.index(b"]")]
    return [int(number) for number in re.findall(rb"(\d+) 0 R", listing)]


def _shared(objects: dict[int, bytes], own: set[int]) -> tuple[bytes, dict[int, int]]:
    parts, offsets, length = [HEADER], {}, len(HEADER)
    for number in sorted(objects.keys() - own):
        offsets[number] = length
        parts.append(objects[number])
        length += len(objects[number])
    return b"".join(parts), offsets


def _file(
    common: _Common, page: bytes, contents: bytes, about: About, told: dict[int, bytes]
) -> bytes:
    """One whole file: the page takes the numbers that the first page had."""
    page = re.sub(rb"/Contents \d+ 0 R", b"/Contents %d 0 R" % common.contents, page)
    own = {
        common.page: page.partition(b" 0 obj")[2],
        common.contents: contents.partition(b" 0 obj")[2],
        common.tree: b"\n<<\n/Count 1 /Kids [ %d 0 R ] /Type /Pages\n>>\nendobj\n" % common.page,
        common.info: _described(about),
        common.metadata: _metadata(about),
        **told,
    }
    offsets, length = dict(common.offsets), len(common.head)
    parts = [common.head]
    for number in sorted(own):
        offsets[number] = length
        parts.append(b"%d 0 obj%s" % (number, own[number]))
        length += len(parts[-1])
    return closed(parts, offsets, b"%d 0 R" % common.root, b"%d 0 R" % common.info)


def _described(about: About) -> bytes:
    fields = {
        b"Title": titled(about),
        b"Author": about.author,
        b"Subject": about.subject,
        b"Creator": CREATOR,
        b"Producer": CREATOR,
    }
    entries = b" ".join(b"/%s <%s>" % (key, _text(value)) for key, value in fields.items())
    return b"\n<<\n" + entries + b"\n>>\nendobj\n"


def _metadata(about: About) -> bytes:
    packet = metadata(titled(about), about.author, about.subject, CREATOR, LANGUAGE)
    entries = b"/Length %d /Subtype /XML /Type /Metadata" % len(packet)
    return b"\n<<\n" + entries + b"\n>>\nstream\n" + packet + b"\nendstream\nendobj\n"


def _text(value: str) -> bytes:
    return b"FEFF" + value.encode("utf-16-be", "replace").hex().upper().encode()
