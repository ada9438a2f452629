"""Writes small workbooks by hand, also such as no spreadsheet program would."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

Cell = str | int | float
Rows = Sequence[Sequence[Cell]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_VND = "application/vnd.openxmlformats"
_KIND = "application/vnd.oasis.opendocument.spreadsheet"


def zipped(parts: Mapping[str, str] | Mapping[str, bytes]) -> bytes:
    """An archive of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def xlsx_parts(
    sheets: Mapping[str, Rows],
    *,
    before: str = "",
    after: str = "",
    hidden: frozenset[str] = frozenset(),
) -> dict[str, str]:
    """The parts of an XLSX; `before` and `after` stand around the first sheet's rows."""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="r{n}"'
        + (' state="hidden"/>' if name in hidden else "/>")
        for n, name in enumerate(sheets, 1)
    )
    numbers = range(1, len(sheets) + 1)
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_VND}-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_VND}-officedocument.spreadsheetml.'
        'sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
    }
    for n, rows in enumerate(sheets.values(), 1):
        body = "".join(f'<row r="{r}">{_cells(row, r)}</row>' for r, row in enumerate(rows, 1))
        first = n == 1
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{_MAIN}">{before if first else ""}<sheetData>{body}</sheetData>'
            f"{after if first else ''}</worksheet>"
        )
    return parts


def xlsx(
    sheets: Mapping[str, Rows], *, after: str = "", hidden: frozenset[str] = frozenset()
) -> bytes:
    """An XLSX of these sheets."""
    return zipped(xlsx_parts(sheets, after=after, hidden=hidden))


def ods(sheets: Mapping[str, Rows]) -> bytes:
    """An ODS of these sheets."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    return zipped(
        {
            "mimetype": _KIND,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_MANIFEST}">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_KIND}"/>'
            "</manifest:manifest>",
            "content.xml": f'<office:document-content xmlns:office="{_OFFICE}" '
            f'xmlns:table="{_TABLE}" xmlns:text="{_TEXT}"><office:body><office:spreadsheet>'
            f"{tables}</office:spreadsheet></office:body></office:document-content>",
        }
    )


def _cells(row: Sequence[Cell], number: int) -> str:
    return "".join(
        _xlsx_cell(cell, f"{_letters(place)}{number}")
        for place, cell in enumerate(row)
        if cell != ""
    )


def _xlsx_cell(cell: Cell, at: str) -> str:
    if isinstance(cell, str):
        return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
    return f'<c r="{at}"><v>{cell}</v></c>'


def _letters(place: int) -> str:
    first, last = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def _ods_row(row: Sequence[Cell]) -> str:
    cells = "".join(
        "<table:table-cell/>"
        if cell == ""
        else '<table:table-cell office:value-type="string"><text:p>'
        f"{_ods_text(cell)}</text:p></table:table-cell>"
        if isinstance(cell, str)
        else f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
        for cell in row
    )
    return f"<table:table-row>{cells}</table:table-row>"


def _ods_text(cell: str) -> str:
    blanks = len(cell) - len(cell.lstrip(" "))
    return (f'<text:s text:c="{blanks}"/>' if blanks else "") + escape(cell.lstrip(" "))
