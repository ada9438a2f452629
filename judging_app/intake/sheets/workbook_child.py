"""Reads a workbook in a process of its own: bytes come in, sheets go out as JSON.

A hostile file may take all the time and memory there is; this process has little of both, and
its end harms nobody. It imports nothing of the application but what makes texts of cells.
"""

import io
import json
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta

MOST_MEMORY = 512 * 1024 * 1024
MOST_SECONDS = 5
NO_WORKBOOK = 3
"""The exit status for what is none."""


def main() -> int:
    """Read standard input and write standard output; `NO_WORKBOOK` if it is none.

    A hidden sheet has no rows.
    """
    _keep_small()
    most_rows, most_cells = map(int, sys.argv[-2:])
    from python_calamine import (  # noqa: PLC0415 - within its bounds
        CalamineError,
        CalamineSheet,
        CalamineWorkbook,
        SheetVisibleEnum,
    )

    def rows(sheet: CalamineSheet) -> list[list[str]]:
        found = sheet.to_python(skip_empty_area=False, nrows=most_rows + 1)
        texts = [[_text(cell) for cell in row[: most_cells + 1]] for row in found]
        _fill_down(texts, sheet.merged_cell_ranges or [])
        return texts

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read())) as book:
            sheets = [
                (each.name, rows(book.get_sheet_by_name(each.name)))
                if each.visible is SheetVisibleEnum.Visible
                else (each.name, None)
                for each in book.sheets_metadata
            ]
    except (CalamineError, ValueError, OSError):
        return NO_WORKBOOK
    sys.stdout.write(json.dumps(sheets))  # json.dump would go through it in plain Python
    return 0


def _keep_small() -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no such bounds
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


Value = int | float | str | bool | time | date | datetime | timedelta


def _text(value: Value) -> str:
    """A cell as a person sees it: 7 and not 7.0, a day without its midnight."""
    match value:
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(" ")
        case _:
            return str(value)


def _fill_down(
    texts: list[list[str]], merged: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    """Give each row what a cell merged over several rows says of it."""
    for (top, left), (bottom, right) in merged:
        if bottom == top or right > left or top >= len(texts) or left >= len(texts[top]):
            continue
        for row in texts[top + 1 : bottom + 1]:
            if left < len(row) and not row[left]:
                row[left] = texts[top][left]


if __name__ == "__main__":
    sys.exit(main())
