"""How long a preview of 50,000 people takes: `uv run python -m benchmarks.importing`."""

import time

from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.intake.importing.preview import Source, preview
from judging_app.intake.sheets.reading import read_sheets
from judging_app.intake.tables.problems import Problems
from tests.intake.workbooks import Rows, xlsx

PEOPLE = 50_000


def main() -> None:
    """Print the seconds, all in all and for reading the workbook alone."""
    rows: Rows = [["Name", "Email", "Sector", "Organisation", "Team"]] + [
        [f"Person {n}", f"p{n}@example.org", "Gov", f"Organisation {n % 400}", f"Team {n % 900}"]
        for n in range(PEOPLE)
    ]
    data = xlsx({"People": rows})
    started, used = time.perf_counter(), time.process_time()
    read_sheets("people.xlsx", data, Problems())
    read = time.perf_counter()
    found = preview([Source("people.xlsx", data)], Setup((), (), (), (), (), Rubric(()), ()), {})
    print(
        f"{len(found.lines):,} rows: reading {read - started:.1f} s, "
        f"reading and previewing {time.perf_counter() - read:.1f} s, "
        f"{time.process_time() - used:.1f} s of processor time for both"
    )


if __name__ == "__main__":
    main()
