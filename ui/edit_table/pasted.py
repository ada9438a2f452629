"""A block of cells as a spreadsheet puts it into the clipboard."""

import re

_CELL = re.compile(r'("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n|\r|\n|$)')


def block_of(text: str) -> list[list[str]]:
    """The cells of each row; one that holds tabs or ends of lines stands in quotation marks."""
    rows: list[list[str]] = [[]]
    for cell, end in _CELL.findall(text.rstrip("\r\n")):
        is_quoted = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
        is_needed = is_quoted and bool(set("\t\r\n") & set(cell))
        rows[-1].append(cell[1:-1].replace('""', '"') if is_needed else cell)
        if end not in ("\t", ""):
            rows.append([])
        elif not end:
            break
    return rows if rows != [[""]] else []
