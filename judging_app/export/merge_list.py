"""The list for a mail program, as CSV and as a spreadsheet."""

import csv
import io

from judging_app.bundle.cells import guarded
from judging_app.export.file_names import file_names
from judging_app.export.open_data.files import MARK
from judging_app.export.open_data.spreadsheet import spreadsheet
from judging_app.export.pdf import Paper
from judging_app.present.organiser.merge_list import MergeList


def merge_files(rows: MergeList) -> dict[str, Paper]:
    """Each form by the end of its file's name; the names in it are those that files are given."""
    table = rows.sheet([file_names(stems, ".pdf") for stems in rows.stems])
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(column.title for column in table.columns)
    writer.writerows([guarded(str(cell or "")) for cell in row] for row in table.rows)
    text = f"{MARK}{target.getvalue()}".encode()
    return {".csv": Paper(text, 0), ".xlsx": Paper(spreadsheet(rows.event, rows.code, [table]), 0)}
