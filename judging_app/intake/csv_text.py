"""The bytes of a CSV file to its text, or the reason why they aren't UTF-8."""

import codecs
import csv
import io
from collections.abc import Iterator

from judging_app.intake.problems import Problems

MOST_BYTES = 20_000_000
"""20 MB; the files of a thousand teams are smaller."""

MOST_CHARACTERS_A_LINE = 131_072
"""What the csv module allows for a cell; a line of millions of tiny cells would fill the memory."""

_SAVE = "Save the file as CSV UTF-8."


def decoded(file: str, data: bytes, problems: Problems) -> str | None:
    """The text of `data` without its byte order mark; `None` if a problem was noted."""
    if len(data) > MOST_BYTES:
        problems.add(
            file, "The file is larger than 20 MB. Split it, or remove what you don’t need."
        )
        return None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        problems.add(file, f"The file is UTF-16. {_SAVE}")
        return None
    body = data.removeprefix(codecs.BOM_UTF8)
    offset_of_body = len(data) - len(body)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        row = _row_after(body[: error.start].decode("utf-8"))
        offset = offset_of_body + error.start
        problems.add(file, f"The file isn’t in UTF-8 (from byte {offset}). {_SAVE}", row)
        return None
    before, nul, _ = text.partition("\0")
    if nul:
        offset = offset_of_body + len(before.encode("utf-8"))
        reason = f"The file isn’t plain text (from byte {offset}). {_SAVE}"
        problems.add(file, reason, _row_after(before))
        return None
    return text


class LongLineError(csv.Error):
    """A line holds more than `MOST_CHARACTERS_A_LINE`."""


def lines(text: str) -> Iterator[str]:
    """The lines of `text` with their ends, of whatever kind these are.

    Raises:
        LongLineError: for a line that is too long to be read.
    """
    for line in io.StringIO(text, newline=""):
        if len(line) > MOST_CHARACTERS_A_LINE:
            raise LongLineError
        yield line


def _row_after(text: str) -> int:
    """The row that a character just after `text` is in.

    Rows are counted as a spreadsheet does: a line break in a quoted cell starts no row.
    """
    rows = 0
    try:
        for _ in csv.reader(lines(f"{text}.")):
            rows += 1
    except csv.Error:
        rows += 1
    return rows
