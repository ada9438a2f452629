"""What the tests of each row found: collected while they run, and written to a file if asked.

`--rows FILE` adds a line of JSON for each row that a test tried. Several runs may add to one file;
of one test, the last line counts. `tests.faults.report` makes `docs/reliability.md` of it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest

MOST_MB = 512
HANG_S = 5
"""Of processor time, for a busy machine must never fail a test."""

_ROWS, _TRIED = "rows", "tried"


@dataclass(frozen=True, slots=True)
class Tried:
    """So many tries of one kind of fault, in how many it took effect, and what was found."""

    what: str
    count: int
    fired: int
    lost: int = 0
    silent: int = 0
    tracebacks: int = 0
    hangs: int = 0
    peak_mb: int = 0

    def check(self) -> None:
        """Fail if the fault never took effect, or if what it hit did not hold."""
        assert 0 < self.fired <= self.count, f"the fault did not take effect: {self}"
        found = self.lost, self.silent, self.tracebacks, self.hangs
        assert found == (0, 0, 0, 0), self
        assert self.peak_mb < MOST_MB, self


class RowRun:
    """What one test tells of its rows."""

    def __init__(self, item: pytest.Item) -> None:
        self._item = item

    def tried(
        self,
        what: str,
        count: int,
        *,
        fired: int | None = None,
        lost: int = 0,
        silent: int = 0,
        tracebacks: int = 0,
        hangs: int = 0,
        peak_mb: int = 0,
    ) -> None:
        """Note `count` tries of `what` (a plural, such as kills), then check what they found.

        A fault that always takes effect, as its own assertions have shown, needs no `fired`.
        """
        tried = Tried(
            what,
            count,
            count if fired is None else fired,
            lost,
            silent,
            tracebacks,
            hangs,
            peak_mb,
        )
        self._item.user_properties.append((_TRIED, asdict(tried)))
        tried.check()


class Watch:
    """Counts what took longer than anybody should wait, and the memory that all of it took."""

    def __init__(self) -> None:
        self.hangs = 0
        with suppress(OSError):
            _CLEAR.write_text("5", "ascii")  # so that the peak is that of what follows
        self._before_kb = memory_kb("VmRSS")

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Watch one try."""
        start = process_time()
        yield
        self.hangs += process_time() - start > HANG_S

    @property
    def peak_mb(self) -> int:
        """How much more memory than before was in use at once; 0 where the system doesn't say."""
        return max(0, memory_kb("VmHWM") - self._before_kb) // 1024


_CLEAR, _STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")
"""Source: proc_pid_clear_refs(5), proc_pid_status(5)."""


def memory_kb(name: str) -> int:
    """A figure that the system keeps of this process: "VmHWM" is the most memory at once."""
    lines = _STATUS.read_text("utf-8").splitlines() if _STATUS.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)


class _Written:
    """Adds to a file what each row's tests found."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8")  # at once: a test may let no file be opened

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        rows = dict(report.user_properties).get(_ROWS)
        if rows is None or (report.when != "call" and report.passed):
            return
        line = json.dumps(_result(report, rows), ensure_ascii=False)
        self._file.write(f"{line}\n")
        self._file.flush()

    def pytest_unconfigure(self) -> None:
        self._file.close()


def _result(report: pytest.TestReport, rows: object) -> Mapping[str, object]:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
    return {
        "rows": rows,
        "test": report.nodeid,
        "outcome": report.outcome,
        "reason": reason.removeprefix("Skipped: "),
        "date": datetime.now(UTC).date().isoformat(),
        "tried": [value for name, value in report.user_properties if name == _TRIED],
    }


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rows", type=Path, help="add to this file what the tests of each row of faults found"
    )


def pytest_configure(config: pytest.Config) -> None:
    path = config.getoption("rows")
    if path is not None and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Written(path.absolute()))


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    for item in items:
        rows = sorted({row for mark in item.iter_markers("row") for row in mark.args})
        if rows:
            item.user_properties.append((_ROWS, rows))


@pytest.fixture
def row_run(request: pytest.FixtureRequest) -> RowRun:
    """Where a test tells how many faults it tried, and what it found."""
    assert request.node.get_closest_marker("row"), "which row? @pytest.mark.row(…)"
    return RowRun(request.node)
