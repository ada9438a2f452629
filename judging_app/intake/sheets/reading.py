"""The bytes of one file to its sheets, whatever kind of file they turn out to be."""

from judging_app.intake.sheets.records import read_records
from judging_app.intake.sheets.sheet import Sheet
from judging_app.intake.sheets.text import MOST_BYTES, decoded
from judging_app.intake.sheets.workbook import is_workbook, read_workbook
from judging_app.intake.tables.problems import Problems


def read_sheets(file: str, data: bytes, problems: Problems) -> tuple[Sheet, ...]:
    """The sheets of a workbook, or the one of a text; none where a problem was noted."""
    if is_workbook(data[:4]) and len(data) <= MOST_BYTES:
        return read_workbook(file, data, problems)
    text = decoded(file, data, problems)
    return () if text is None else (read_records(file, text, problems),)
