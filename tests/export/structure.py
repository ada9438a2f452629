"""Reads what a document tells to software that reads it out, and holds its pages to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, IndirectObject

_DRAWS = frozenset({b"Tj", b"TJ", b"f", b"S", b"s", b"b", b"B", b"Do"})


@dataclass(frozen=True, slots=True)
class Part:
    """An element in reading order: what it is, how deep, what is said in its place."""

    kind: str
    depth: int
    alt: str
    scope: str
    span: int
    stretches: tuple[tuple[int, int], ...]


def parts(content: bytes) -> list[Part]:
    """Every element, in the order in which it is read out."""
    reader = PdfReader(BytesIO(content), strict=True)
    pages = {page.indirect_reference: at for at, page in enumerate(reader.pages)}
    return [*_below(_root(reader)["/K"][0].get_object(), pages, 0)]  # type: ignore[index]  # a list


def said(content: bytes, kind: str) -> list[str]:
    """What stands in the elements of a kind."""
    texts = _texts(PdfReader(BytesIO(content), strict=True))
    found = [part for part in parts(content) if part.kind == kind]
    return ["".join(texts.get(one, "") for one in part.stretches) for part in found]


def check_told(content: bytes) -> None:
    """All that is drawn is in an element or only for the eye, and each stretch is in one."""
    reader = PdfReader(BytesIO(content), strict=True)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]  # a dictionary, as the format says
    assert root["/Lang"] == "en-GB"  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    title = reader.metadata.title if reader.metadata else ""
    assert title
    assert title.split("&")[0].encode() in root["/Metadata"].get_data()  # type: ignore[index]
    told = [one for part in parts(content) for one in part.stretches]
    assert len(told) == len(set(told))
    assert set(told) == {*_stretches(reader)}
    numbers = _root(reader)["/ParentTree"]["/Nums"]  # type: ignore[index]  # a list in it
    lists = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in reader.pages:
        owners = lists[page["/StructParents"]].get_object()
        assert len(owners) == sum(1 for at, _ in told if at == reader.pages.index(page))


def check_headings_and_tables(content: bytes) -> None:
    """A heading of the first level comes before any of the second; rows are as long as heads."""
    found = parts(content)
    headings = [part.kind for part in found if part.kind in ("H1", "H2")]
    assert headings[:1] in ([], ["H1"])
    assert all(part.alt for part in found if part.kind == "Figure")
    for at, part in enumerate(found):
        if part.kind != "Table":
            continue
        wide = {sum(one.span for one in cells) for cells in _rows(found[at + 1 :], part.depth)}
        assert len(wide) == 1


def _rows(after: list[Part], depth: int) -> Iterator[list[Part]]:
    row: list[Part] = []
    for part in after:
        if part.depth <= depth:
            break
        if part.kind == "TR" and row:
            yield row
            row = []
        if part.kind in ("TH", "TD"):
            row.append(part)
    if row:
        yield row


def _root(reader: PdfReader) -> DictionaryObject:
    root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    assert isinstance(root, DictionaryObject)
    return root


def _below(
    element: DictionaryObject, pages: dict[IndirectObject | None, int], depth: int
) -> Iterator[Part]:
    own, inner = [], []
    for part in element.get("/K", []):
        found = part.get_object()
        if isinstance(found, int):
            own.append((pages[element.raw_get("/Pg")], int(found)))
        elif found.get("/Type") == "/MCR":
            own.append((pages[found.raw_get("/Pg")], int(found["/MCID"])))
        else:
            inner.append(found)
    attributes = element.get("/A", {})
    yield Part(
        str(element["/S"]).lstrip("/"),
        depth,
        str(element.get("/Alt", "")),
        str(attributes.get("/Scope", "")).lstrip("/"),
        int(attributes.get("/ColSpan", 1)),
        tuple(own),
    )
    for one in inner:
        yield from _below(one, pages, depth + 1)


def _stretches(reader: PdfReader) -> Iterator[tuple[int, int]]:
    """Every stretch of every page; nothing is drawn outside of one."""
    for at, page in enumerate(reader.pages):
        depth = 0
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in (b"BDC", b"BMC"):
                depth += 1
                if operator == b"BDC" and "/MCID" in operands[1]:
                    yield at, int(operands[1]["/MCID"])
            elif operator == b"EMC":
                depth -= 1
            else:
                assert depth or operator not in _DRAWS
        assert depth == 0


def _texts(reader: PdfReader) -> dict[tuple[int, int], str]:
    """What each stretch says, by what is drawn while it is open."""
    found: dict[tuple[int, int], str] = {}
    for at, page in enumerate(reader.pages):
        inside: list[int | None] = []

        def before(
            operator: bytes,
            operands: list[object],
            _cm: object,
            _tm: object,
            inside: list[int | None] = inside,
        ) -> None:
            if operator in (b"BDC", b"BMC"):
                marked = operands[1] if operator == b"BDC" else {}
                number = marked.get("/MCID") if isinstance(marked, dict) else None
                inside.append(int(number) if number is not None else (inside or [None])[-1])
            elif operator == b"EMC":
                inside.pop()

        def visit(
            text: str,
            _cm: object,
            _tm: object,
            _font: object,
            _size: object,
            at: int = at,
            inside: list[int | None] = inside,
        ) -> None:
            if inside and inside[-1] is not None:
                key = (at, inside[-1])
                found[key] = found.get(key, "") + text

        page.extract_text(visitor_operand_before=before, visitor_text=visit)
    return found
