"""The bytes of one file to its sheets, whatever kind of file they turn out to be."""

import re

from judging_app.intake.sheets.records import read_records
from judging_app.intake.sheets.sheet import Sheet
from judging_app.intake.sheets.text import MOST_BYTES, decoded
from judging_app.intake.sheets.workbook import is_workbook, read_workbook
from judging_app.intake.tables.problems import Problems

_ADDRESSEE = re.compile(r"\s*([^<>@]{1,300}?)\s*<([^<>@\s]{1,100}@[^<>@\s]{1,200})>\s*")
_MOST_LOOKED_AT = 100_000
_FEWEST = 2


def read_sheets(file: str, data: bytes, problems: Problems) -> tuple[Sheet, ...]:
    """The sheets of a workbook, or the one of a text; none where a problem was noted."""
    if is_workbook(data[:4]) and len(data) <= MOST_BYTES:
        return read_workbook(file, data, problems)
    text = decoded(file, data, problems)
    if text is None:
        return ()
    return (addressees(text) or read_records(file, text, problems),)


def addressees(text: str) -> Sheet | None:
    """The people in the line "To" of an invitation, with titles of their own; `None` if it is none.

    Such a line is "Ada Rees <ada@example.org>; Bo Lund <bo@example.org>".
    """
    if not text[:_MOST_LOOKED_AT].count("<") or len(text) > _MOST_LOOKED_AT:
        return None
    found = [
        _ADDRESSEE.fullmatch(one) for one in re.split(r"[;\r\n]+|(?<=>)\s*,", text) if one.strip()
    ]
    if len(found) < _FEWEST or not all(found):
        return None
    named = [(one[1].strip().strip('"'), one[2]) for one in found if one]
    return Sheet((("name", "email"), *named))
