"""How long a preview of 50,000 people takes: `uv run python -m benchmarks.importing`."""

import time

from judging_app.domain.names import tidy
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.intake.importing.preview import Source, preview, read_source
from judging_app.intake.sheets.sheet import Cells
from tests.intake.workbooks import Rows, xlsx

PEOPLE = 50_000


def main() -> None:
    """Print the seconds of each part, and how many times those of tidying the cells once."""
    rows: Rows = [["Name", "Email", "Sector", "Organisation", "Team"]] + [
        [f"Person {n}", f"p{n}@example.org", "Gov", f"Organisation {n % 400}", f"Team {n % 900}"]
        for n in range(PEOPLE)
    ]
    source = Source("people.xlsx", xlsx({"People": rows}))
    started = time.perf_counter()
    read = read_source(source)
    done = time.perf_counter()
    used, floor = time.process_time(), _tidied(read.sheets[0].rows)
    before = time.process_time() - used
    used = time.process_time()
    found = preview([read], Setup((), (), (), (), (), Rubric(()), ()), {})
    after = time.process_time() - used
    print(
        f"{len(found.lines):,} rows, {floor:,} cells: reading {done - started:.2f} s in a process "
        f"of its own, previewing {after:.2f} s of processor time, {after / before:.1f} × tidying "
        f"the cells once ({before:.2f} s)"
    )


def _tidied(rows: tuple[Cells, ...]) -> int:
    return sum(len([tidy(cell.strip()) for cell in row]) for row in rows)


if __name__ == "__main__":
    main()
