"""Make `docs/reliability.md` of what a run found: `python -m tests.faults.report FILE > PAGE`.

FILE is what `pytest --campaign --rows FILE` has written.
"""

import json
import os
import platform
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import qVersion

from tests.faults.row_run import Tried
from tests.faults.rows import NOT_MET, NOT_TESTED, PARTS, ROWS, Row

MET = "met"

_MOST_KINDS = 8
"""That are named one by one."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one test found about its rows."""

    rows: tuple[int, ...]
    test: str
    outcome: str
    reason: str
    date: date
    tried: tuple[Tried, ...]

    @property
    def is_passed(self) -> bool:
        """Whether everything held."""
        return self.outcome == "passed"


def results(lines: Iterable[str]) -> tuple[Result, ...]:
    """What each test found when it was last run."""
    last = {}
    for line in lines:
        result = _result(json.loads(line))
        last[result.test] = result
    return tuple(last.values())


def _result(values: Mapping[str, object]) -> Result:
    rows, tried = values["rows"], values["tried"]
    assert isinstance(rows, list)
    assert isinstance(tried, list)
    return Result(
        tuple(rows),
        str(values["test"]),
        str(values["outcome"]),
        str(values["reason"]),
        date.fromisoformat(str(values["date"])),
        tuple(Tried(**one) for one in tried),
    )


def page(found: Sequence[Result]) -> str:
    """The whole page."""
    by_row = {number: [one for one in found if number in one.rows] for number in ROWS}
    met = sum(outcome(number, of_row) == MET for number, of_row in by_row.items())
    return "\n".join([*_head(met, found), *_tables(by_row), *_notes(found)])


def outcome(number: int, of_row: Sequence[Result]) -> str:
    """Say whether a row holds; it does only if every test of it did."""
    if number in NOT_TESTED:
        return f"not tried: {NOT_TESTED[number]}"
    if failed := [one for one in of_row if one.outcome == "failed"]:
        return f"**not met**: {_count(len(failed), 'test')} of {len(of_row)} failed"
    if any(one.is_passed for one in of_row):
        return _held(ROWS[number], of_row)
    reasons = sorted({one.reason for one in of_row})
    return f"skipped: {'; '.join(reasons)}" if reasons else "not tried"


def _held(row: Row, of_row: Sequence[Result]) -> str:
    """Whether what held is all that the row asks for."""
    if row.number in NOT_MET:
        return f"in part: {NOT_MET[row.number]}"
    done = sum(sum(one.count for one in result.tried) or 1 for result in of_row)
    return MET if done >= row.least else f"in part: {done:,} of {row.least:,} tried"


def _head(met: int, found: Sequence[Result]) -> Iterator[str]:
    tried = [one for result in found for one in result.tried]
    yield "# What it survives"
    yield ""
    yield (
        "Faults that a pitch day can meet, what must hold whatever they hit, and what was found "
        "when they were brought about. Made by"
    )
    yield ""
    yield "    python3 -m uv run pytest --campaign --rows=build/rows.jsonl"
    yield "    python3 -m uv run python -m tests.faults.report build/rows.jsonl \\"
    yield "        > docs/reliability.md"
    yield ""
    yield (
        "A number under *tried* counts faults that were asked for and, in brackets, those that "
        "took effect, where that differs; a test fails if none did."
    )
    yield ""
    yield (
        f"**{met} of {len(ROWS)} hold.** Saved scores lost: {sum(one.lost for one in tried)}; "
        f"changes that nothing noticed: {sum(one.silent for one in tried)}; tracebacks: "
        f"{sum(one.tracebacks for one in tried)}; hangs: {sum(one.hangs for one in tried)}; "
        f"most memory: {max((one.peak_mb for one in tried), default=0)} MB."
    )
    yield ""
    yield f"Tried on {machine()}."


def machine() -> str:
    """This computer, in so many words as a reader needs to compare."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}"
    return (
        f"{system} on {platform.machine()}, {_count(os.cpu_count() or 1, 'processor')}, "
        f"{memory:.0f} GB; Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"Qt {qVersion()}, without a display"
    )


def _tables(by_row: Mapping[int, Sequence[Result]]) -> Iterator[str]:
    for part in PARTS:
        yield ""
        yield f"## {part.title}"
        yield ""
        yield "| # | fault | what must hold | goal | tried | result | date |"
        yield "|---|---|---|---|---|---|---|"
        for row in part.rows:
            yield _line(row, by_row[row.number])


def _line(row: Row, of_row: Sequence[Result]) -> str:
    when = max((one.date for one in of_row if one.outcome != "skipped"), default=None)
    cells = (
        str(row.number),
        row.fault,
        row.holds,
        row.goal,
        tried(of_row),
        outcome(row.number, of_row),
        when.isoformat() if when else "–",
    )
    return f"| {' | '.join(cells)} |"


def tried(of_row: Sequence[Result]) -> str:
    """How much was tried, by its kind, and how many tests it took."""
    asked: Counter[str] = Counter()
    fired: Counter[str] = Counter()
    for one in (one for result in of_row for one in result.tried):
        asked[one.what] += one.count
        fired[one.what] += one.fired
    words = [
        f"{count:,} {what}" + (f" ({fired[what]:,})" if fired[what] != count else "")
        for what, count in asked.items()
    ]
    if len(words) > _MOST_KINDS:
        words = [f"{asked.total():,} faults of {len(words)} kinds"]
    run = sum(one.outcome != "skipped" for one in of_row)
    return ", ".join([*words, *([_count(run, "test")] if run else [])]) or "–"


def _notes(found: Sequence[Result]) -> Iterator[str]:
    left_out = sorted({one.reason for one in found if one.outcome == "skipped"})
    if left_out:
        yield ""
        yield "Left out on this computer:"
        yield ""
        yield from (f"- {reason}" for reason in left_out)
    yield ""


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def main() -> None:
    """Write the page to the standard output."""
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        sys.stdout.write(page(results(file)))


if __name__ == "__main__":
    main()
