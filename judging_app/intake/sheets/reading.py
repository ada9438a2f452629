"""The bytes of one file to its sheets, whatever kind of file they turn out to be."""

import re
from collections.abc import Callable

from judging_app.intake.sheets.records import read_records
from judging_app.intake.sheets.sheet import Cells, Sheet
from judging_app.intake.sheets.text import MOST_BYTES, decoded
from judging_app.intake.sheets.workbook import is_workbook, read_workbook
from judging_app.intake.tables.problems import Problems
from judging_app.intake.tables.values import turned_round

_ADDRESSEE = re.compile(r"([^<>@]{1,300})<([^<>@\s]{1,100}@[^<>@\s]{1,200})>")
_INVITED = re.compile(
    r"^ATTENDEE((?:;[^\n:;\"]*|\"[^\n\"]*\")*):mailto:(\S+)", re.MULTILINE | re.IGNORECASE
)
_PARAMETER = re.compile(r';([A-Z-]+)=("[^"]*"|[^;"]*)')
_MOST_LOOKED_AT = 100_000
_FEWEST = 2


def nothing() -> None:
    """Where nobody waits."""


def read_sheets(
    file: str, data: bytes, problems: Problems, between: Callable[[], None] = nothing
) -> tuple[Sheet, ...]:
    """The sheets of a workbook, or the one of a text; none where a problem was noted.

    What is done `between`, while another process reads, may end it by raising.
    """
    if is_workbook(data[:4]) and len(data) <= MOST_BYTES:
        return read_workbook(file, data, problems, between)
    text = decoded(file, data, problems)
    if text is None:
        return ()
    return (invited(text) or addressees(text) or read_records(file, text, problems),)


def invited(text: str) -> Sheet | None:
    """The people whom a calendar's file invites, with titles of their own; `None` if it is none.

    Source: RFC 5545, sections 3.1 and 3.8.4.1.
    """
    if not text.lstrip().startswith("BEGIN:VCALENDAR") or len(text) > _MOST_LOOKED_AT:
        return None
    whole = re.sub(r"\r?\n[ \t]", "", text)
    return Sheet((("name", "email", "status"), *map(_invited, _INVITED.findall(whole))))


def _invited(found: tuple[str, str]) -> Cells:
    said = dict(_PARAMETER.findall(found[0]))
    name = said.get("CN", "").strip('"')
    is_room = said.get("CUTYPE", "") in ("ROOM", "RESOURCE")
    status = "room" if is_room else said.get("PARTSTAT", "").replace("-", " ").lower()
    return turned_round(name) or found[1], found[1], status


def addressees(text: str) -> Sheet | None:
    """The people in the line "To" of an invitation, with titles of their own; `None` if it is none.

    Such a line is "Ada Rees <ada@example.org>; Bo Lund <bo@example.org>".
    """
    if not text[:_MOST_LOOKED_AT].count("<") or len(text) > _MOST_LOOKED_AT:
        return None
    found = [
        _ADDRESSEE.fullmatch(one.strip())
        for one in re.split(r"[;\r\n]+|(?<=>)\s*,", text)
        if one.strip()
    ]
    if len(found) < _FEWEST or not all(found):
        return None
    named = [(turned_round(one[1].strip().strip('"')), one[2]) for one in found if one]
    return Sheet((("name", "email"), *named))
