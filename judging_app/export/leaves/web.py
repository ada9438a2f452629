"""A paper as a page for a browser: the same words and tables, in one file that asks for nothing."""

from collections.abc import Sequence
from functools import singledispatch
from xml.etree.ElementTree import Element, SubElement, tostring

from judging_app.export.leaves.table import TO_TICK, in_words
from judging_app.paths import RESOURCES
from judging_app.present.leaves.leaf import (
    Block,
    Cell,
    Column,
    Leaf,
    Leaves,
    Lines,
    NewPage,
    Panel,
    Row,
    Scale,
    Signatures,
    Slips,
    Table,
    Together,
    Type,
    Words,
)

_ACCENT = "#134e5e"


def browser_page(rows: Leaves, mark: str = "") -> str:
    """All of them below each other; a `mark` is said first."""
    root = Element("html", lang="en")
    head, body = SubElement(root, "head"), SubElement(root, "body")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(head, "title", f"{rows.title}, {rows.event}")
    style = (RESOURCES / "page" / "style.css").read_text("utf-8")
    colour = next((leaf.colour for leaf in rows.leaves if leaf.colour), _ACCENT)
    _add(head, "style", style.replace("ACCENT", colour))
    main = SubElement(body, "main")
    for leaf in rows.leaves:
        _put_leaf(SubElement(main, "article"), leaf, mark)
    return f"<!DOCTYPE html>\n{tostring(root, encoding='unicode', method='html')}\n"


def _add(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    found = SubElement(parent, tag, attributes)
    found.text = text
    return found


def _put_leaf(parent: Element, leaf: Leaf, mark: str) -> None:
    head = SubElement(parent, "header")
    for said in (mark, leaf.event):
        if said:
            _add(head, "p", said)
    if not leaf.band:
        _add(SubElement(head, "h1"), "bdi", leaf.title)
        _put_paragraph(head, leaf.subtitle)
    for words in leaf.band:
        _add(SubElement(head, "h1" if words.type is Type.LARGE else "p"), "bdi", words.text)
    _put_blocks(parent, leaf.blocks)
    foot = " · ".join(part for part in (leaf.id, leaf.record) if part)
    _add(SubElement(parent, "footer"), "p", foot)


def _put_paragraph(parent: Element, text: str) -> None:
    for paragraph in text.splitlines():
        _add(SubElement(parent, "p"), "bdi", paragraph)


def _put_blocks(parent: Element, blocks: Sequence[Block]) -> None:
    """Items that follow each other are one list."""
    listed: Element | None = None
    for block in blocks:
        if isinstance(block, Words) and block.type is Type.ITEM:
            listed = SubElement(parent, "ul") if listed is None else listed
            _add(SubElement(listed, "li"), "bdi", block.text)
            continue
        listed = None
        _put(block, parent)


@singledispatch
def _put(block: object, _parent: Element) -> None:
    raise TypeError(f"no page has a {type(block).__name__}")


@_put.register
def _(block: Words, parent: Element) -> None:
    if block.type is Type.HEADING:
        _add(SubElement(parent, "h2"), "bdi", block.text)
    else:
        _put_paragraph(parent, block.text)


@_put.register
def _(block: NewPage, parent: Element) -> None:
    if block.title:
        _add(SubElement(parent, "h1"), "bdi", block.title)
        _put_paragraph(parent, block.subtitle)


@_put.register
def _(block: Together, parent: Element) -> None:
    _put_blocks(parent, block.blocks)


@_put.register
def _(block: Panel, parent: Element) -> None:
    _put_blocks(SubElement(parent, "aside"), block.words)


@_put.register
def _(block: Signatures, parent: Element) -> None:
    _put_paragraph(parent, "\n".join(f"{label}:" for label in block.labels if label))


@_put.register
def _(block: Lines, parent: Element) -> None:
    _put_paragraph(parent, "\n".join(f"{label}:" for label in block.labels))


@_put.register
def _(block: Scale, parent: Element) -> None:
    _add(SubElement(parent, "h2"), "bdi", block.title)
    levels = (f"{points}: {text}" for points, _, text in block.levels)
    _put_paragraph(parent, "\n".join((block.weight, block.note, " · ".join(block.keys), *levels)))


@_put.register
def _(block: Slips, parent: Element) -> None:
    for slip in block.rows:
        _put_paragraph(parent, " · ".join(slip))


@_put.register
def _(block: Table, parent: Element) -> None:
    table = SubElement(parent, "table")
    if any(column.head for column in block.columns):
        row = SubElement(SubElement(table, "thead"), "tr")
        for column in block.columns:
            if not _is_gap(column):
                head = " ".join(part for part in (column.head, column.under) if part)
                _add(row, "th", head, scope="col", **_figures(column))
    body = SubElement(table, "tbody")
    for one in block.rows:
        _put_row(SubElement(body, "tr"), block.columns, one)


def _is_gap(column: Column) -> bool:
    return not column.head and not column.is_figures and 0 < column.wide < _LEAST_WIDE


_LEAST_WIDE = 8
"""Millimetres of a column that holds anything."""


def _figures(column: Column) -> dict[str, str]:
    return {"class": "score"} if column.is_figures else {}


def _put_row(parent: Element, columns: Sequence[Column], row: Row) -> None:
    for at, (column, cell) in enumerate(zip(columns, row.cells, strict=False)):
        if _is_gap(column):
            continue
        attributes = {} if cell.goes_on else _figures(column)
        if cell.goes_on:
            attributes["colspan"] = str(len(columns) - at)
        if at == 0:
            attributes["scope"] = "row"
        _put_cell(SubElement(parent, "td" if at else "th", attributes), cell)
    if row.below:
        for line in row.below.splitlines():
            SubElement(parent[-1], "br")
            _add(SubElement(parent[-1], "small"), "bdi", line)


def _put_cell(parent: Element, cell: Cell) -> None:
    if cell.instead_of:
        _add(parent, "s", cell.instead_of).tail = " "
    said = [cell.text, TO_TICK if cell.is_to_tick else ""]
    said.append(in_words(cell.reach) if cell.reach else "")
    _add(parent, "strong" if cell.is_strong else "bdi", " ".join(part for part in said if part))
    if cell.under:
        SubElement(parent, "br")
        _add(SubElement(parent, "small"), "bdi", cell.under)
