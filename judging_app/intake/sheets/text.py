"""The bytes of a text file to its text, whichever of the usual encodings they are in."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress

from judging_app.intake.tables.problems import Problems
from judging_app.intake.tables.words import every_title, plain

MOST_BYTES = 20_000_000
"""20 MB; the files of a thousand teams are smaller."""

MOST_CHARACTERS_A_LINE = 131_072
"""What the csv module allows for a cell; a line of millions of tiny cells would fill the memory."""

_SAVE = "Save the file as CSV UTF-8."
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_OF_ONE_COUNTRY = {
    "cp1252": "Windows-1252",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp932": "Shift JIS",
    "gb18030": "GB 18030",
    "big5": "Big5",
    "cp949": "Windows-949",
}
"""What spreadsheets save CSV in that says of itself in nothing what it is; the usual one first."""

_USUAL = "cp1252"
_PARTED = re.compile(r'[,;\t|\r\n"]+')
_READ_FOR_TITLES = 4_000
_LOOKED_AT = 200
_ENOUGH = 0.4
"""Every second byte of UTF-16 in Latin letters is 0."""


def decoded(file: str, data: bytes, problems: Problems) -> str | None:
    """The text of `data` without its byte order mark; `None` if a problem was noted.

    What is neither UTF-8 nor UTF-16 is read as Windows-1252, or as another encoding if more titles
    are known then, and that is told.
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
    text, name = _of_one_country(data)
    if text is not None:
        told = f"read as {name}. Check the letters with accents. If any is wrong, save as CSV UTF-8"
        problems.note(file, told)
    return text


def _of_one_country(data: bytes) -> tuple[str | None, str]:
    """The text in the encoding in which most of its first cells are titles that are known."""
    texts: dict[str, str] = {}
    for encoding in _OF_ONE_COUNTRY:
        with suppress(UnicodeDecodeError):
            texts[encoding] = data.decode(encoding)
    known = {encoding: _known_titles(text) for encoding, text in texts.items()}
    encoding = max(known, key=lambda one: known[one], default=_USUAL)
    if not known.get(encoding):
        encoding = _USUAL
    return texts.get(encoding), _OF_ONE_COUNTRY[encoding]


def _known_titles(text: str) -> int:
    cells = _PARTED.split(text[:_READ_FOR_TITLES])
    return sum(plain(cell) in every_title() for cell in cells if not cell.isascii())


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
