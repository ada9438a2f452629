"""Comparing 10, 100 and 1,000 bundles: in plain Python, and by DuckDB and polars where there are.

    uv run python -m benchmarks.compare
    uv run --with duckdb --with polars python -m benchmarks.compare

The times are of the processor, and next to each is how many times that of plain means it is. Each
is measured in a process of its own, whose memory is told too. The engines read the tables of the
bundles as they lie unpacked in folders, and give the means and spreads by criterion, which is the
part of a comparison that they could do.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from judging_app.bundle.archive import members
from judging_app.bundle.reading import read_bundle
from judging_app.compare.comparison import compared
from judging_app.compare.matching import matched
from judging_app.compare.summary import Summary, plain_figures, summary
from judging_app.present.compare.figures import comparison_csv
from judging_app.present.compare.view import comparison_view
from tests.bundle.made_events import made_event

SIZES = ((6, 8), (6, 8), (6, 8), (6, 8), (12, 8), (12, 10), (20, 12), (30, 12), (40, 20), (60, 30))
"""Of ten events: mostly as large as a real one, up to 60 teams and 30 judges."""

_MEANS = """
SELECT s.filename, s.criterion, avg(x), stddev_samp(x), count(*) FROM (
    SELECT regexp_extract(s.filename, '(.*)/', 1) AS filename, s.criterion,
        (CASE WHEN c.is_inverted THEN c.highest - s.steps ELSE s.steps - c.lowest END) * 100.0
            / (c.highest - c.lowest) AS x
    FROM read_csv('{0}/*/scores.csv', filename = true) s
    JOIN read_csv('{0}/*/criteria.csv', filename = true) c ON c.criterion = s.criterion
        AND regexp_extract(c.filename, '(.*)/', 1) = regexp_extract(s.filename, '(.*)/', 1)
    JOIN read_csv('{0}/*/ballots.csv', filename = true, all_varchar = true) b
        ON b.judge = s.judge AND b.team = s.team AND b.state = 'submitted'
        AND regexp_extract(b.filename, '(.*)/', 1) = regexp_extract(s.filename, '(.*)/', 1)
) s GROUP BY ALL
"""


WIDE = 40
"""Letters in the longest bar."""


def main() -> None:
    """Print a table and its bars for each count; the largest count may be given."""
    made = [made_event(seed, teams=t, judges=j).bundle() for seed, (t, j) in enumerate(SIZES)]
    most = int(sys.argv[1]) if len(sys.argv) > 1 else COUNTS[-1]
    print("Seconds of processor time, of one bundle after how many bundles, and a bar for each.")
    for count in (one for one in COUNTS if one <= most):
        with tempfile.TemporaryDirectory() as folder:
            _print(count, _times(made, count, Path(folder)))


COUNTS = (10, 100, 1000)


def _times(made: list[bytes], count: int, place: Path) -> dict[str, tuple[float, int]]:
    paths = [*_written(made, count, place)]
    asked = {
        "means: plain": partial(_plain, paths),
        "means: DuckDB": partial(_duckdb, place) if find_spec("duckdb") else None,
        "means: polars": partial(_polars, place) if find_spec("polars") else None,
        "all but firmness": partial(_all, paths, asks_firmness=False),
        "all": partial(_all, paths, asks_firmness=True),
    }
    return {what: _alone(do) for what, do in asked.items() if do is not None}


def _print(count: int, times: dict[str, tuple[float, int]]) -> None:
    most, least = max(taken for taken, _ in times.values()), times["means: plain"][0]
    print(f"\n{count:,} bundles")
    for what, (taken, peak) in times.items():
        bar = "█" * max(1, round(WIDE * taken / most))
        each = f"{taken / count:7.3f} {taken / least:6.2f} ×"
        print(f"{what:17} {taken:8.2f} {each} {peak:6,} MB {bar}")
    sys.stdout.flush()


def _plain(paths: list[Path]) -> None:
    for one in paths:
        plain_figures(read_bundle(one.read_bytes()))


def _written(made: list[bytes], count: int, place: Path) -> Iterator[Path]:
    for number in range(count):
        data = made[number % len(made)]
        folder = place / f"{number:04}"
        folder.mkdir()
        for one in members(data):
            if one.name in ("scores.csv", "criteria.csv", "ballots.csv"):
                (folder / one.name).write_bytes(one.content)
        path = place / f"{number:04}.zip"
        path.write_bytes(data)
        yield path


def _all(paths: list[Path], *, asks_firmness: bool) -> None:
    found: list[Summary] = [
        summary(read_bundle(one.read_bytes()), one.name, asks_firmness=asks_firmness)
        for one in paths
    ]
    done = compared(found, matched(found))
    comparison_view(done)
    comparison_csv(done)


def _duckdb(place: Path) -> None:
    import duckdb  # type: ignore[import-not-found]  # noqa: PLC0415 - only where it is installed

    duckdb.sql(_MEANS.format(place)).fetchall()


def _polars(place: Path) -> None:
    import polars as pl  # type: ignore[import-not-found]  # noqa: PLC0415 - as above

    def read(name: str) -> object:
        every = pl.scan_csv(f"{place}/*/{name}.csv", include_file_paths="at", infer_schema=False)
        return every.with_columns(pl.col("at").str.extract(r"(\d{4})/[a-z]+\.csv$"))

    scores, criteria = read("scores"), read("criteria")
    ballots = read("ballots").filter(pl.col("state") == "submitted")  # type: ignore[attr-defined]
    whole = [pl.col(one).cast(pl.Float64) for one in ("steps", "lowest", "highest")]
    (
        scores.join(ballots, on=["at", "judge", "team"])  # type: ignore[attr-defined]
        .join(criteria, on=["at", "criterion"])
        .with_columns(whole)
        .with_columns(
            pl.when(pl.col("is_inverted") == "true")
            .then(pl.col("highest") - pl.col("steps"))
            .otherwise(pl.col("steps") - pl.col("lowest"))
            .mul(100 / (pl.col("highest") - pl.col("lowest")))
            .alias("x")
        )
        .group_by("at", "criterion")
        .agg(pl.mean("x"), pl.std("x").alias("spread"), pl.len())
        .collect()
    )


def _alone(do: Callable[[], None]) -> tuple[float, int]:
    """Seconds of the processor and megabytes of memory, of a new process that does only this."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
        return alone.submit(_timed, do).result()


def _timed(do: Callable[[], None]) -> tuple[float, int]:
    begun = time.process_time()  # of all threads: others may use this computer too
    do()
    taken = time.process_time() - begun
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
