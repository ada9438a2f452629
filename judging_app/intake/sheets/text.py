"""The bytes of a text file to its text, whichever of the usual encodings they are in."""

import codecs
import csv
import io
from collections.abc import Iterator

from judging_app.intake.tables.problems import Problems

MOST_BYTES = 20_000_000
"""20 MB; the files of a thousand teams are smaller."""

MOST_CHARACTERS_A_LINE = 131_072
"""What the csv module allows for a cell; a line of millions of tiny cells would fill the memory."""

_SAVE = "Save the file as CSV UTF-8."
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_LOOKED_AT = 200
_ENOUGH = 0.4
"""Every second byte of UTF-16 in Latin letters is 0."""


def decoded(file: str, data: bytes, problems: Problems) -> str | None:
    """The text of `data` without its byte order mark; `None` if a problem was noted.

    What is neither UTF-8 nor UTF-16 is read as Windows-1252, and that is told.
    """
    if len(data) > MOST_BYTES:
        problems.add(
            file, "The file is larger than 20 MB. Split it, or remove what you don’t need."
        )
        return None
    text = _text(file, data, problems)
    if text is None:
        problems.add(file, f"The file isn’t plain text in an encoding that is known. {_SAVE}")
        return None
    before, nul, _ = text.partition("\0")
    if nul:
        problems.add(file, f"The file isn’t plain text. {_SAVE}", _row_after(before))
        return None
    return text


def _text(file: str, data: bytes, problems: Problems) -> str | None:
    encoding = _UTF_16.get(data[:2]) or _utf_16_without_mark(data[:_LOOKED_AT])
    try:
        if encoding:
            return data.decode(encoding).removeprefix("\ufeff")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if encoding:
            return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    problems.note(
        file, "read as Windows-1252. Look at the letters with accents; save as CSV UTF-8 if wrong"
    )
    return text


def _utf_16_without_mark(start: bytes) -> str | None:
    half = len(start) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, letters = start[offset::2], start[1 - offset :: 2]
        if half and zeros.count(0) > _ENOUGH * half and not letters.count(0):
            return encoding
    return None


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
