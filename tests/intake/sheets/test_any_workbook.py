"""Whatever the parts of a workbook hold, it is read, or refused in a sentence."""

import random

import pytest

from judging_app.intake.sheets.reading import read_sheets
from judging_app.intake.tables.problems import Problems
from tests.faults.row_run import RowRun, Watch
from tests.how_many import WORKBOOKS
from tests.intake.workbooks import Rows, xlsx, xlsx_parts, zipped

ROWS: Rows = [["name", "team"], *[[f"Ada {at}", f"Lantern {at % 3}"] for at in range(20)]]

TOKENS = ("<", ">", "&", '"', "/>", "\0", "999999999999", "<row>", "A1:XFD1048576", "-1", "�", "r=")
"""What turns up in broken workbooks, and what refers to something."""


def changed(text: str, draw: random.Random) -> str:
    """A part that lost some characters, and got others, in a few places."""
    for _ in range(draw.randint(1, 4)):
        place, cut = draw.randint(0, len(text)), draw.randint(0, 30)
        text = text[:place] + draw.choice(TOKENS) + text[place + cut :]
    return text


@pytest.mark.row(48)
def test_a_changed_workbook_is_read_or_refused_in_a_sentence(row_run: RowRun) -> None:
    watch, told, bugs = Watch(), 0, []
    for seed in range(WORKBOOKS.now):
        draw = random.Random(seed)  # noqa: S311 - a repeatable walk, not a secret
        parts = xlsx_parts({"One": ROWS})
        part = draw.choice(sorted(parts))
        data = zipped({**parts, part: changed(parts[part], draw)})
        if seed % 4 == 0:
            whole = bytearray(xlsx({"One": ROWS}))
            whole[draw.randrange(len(whole))] ^= 1 << draw.randrange(8)
            data = bytes(whole)
        problems = Problems()
        with watch.turn():
            try:
                sheets = read_sheets("list.xlsx", data, problems)
            except Exception as error:  # noqa: BLE001 - nobody foresaw it, and it has its row
                bugs.append((seed, repr(error)))
                continue
        said = problems.told(())
        told += bool(said)
        assert sheets or said or problems.notes, seed
        assert all(sentence.isprintable() for sentence in said), seed
    print(bugs)  # noqa: T201 - shown if it fails
    row_run.tried(
        "workbooks", WORKBOOKS.now, tracebacks=len(bugs), hangs=watch.hangs, peak_mb=watch.peak_mb
    )
    assert told
