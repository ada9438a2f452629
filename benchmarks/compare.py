"""Comparing 10, 100 and 1,000 bundles: in plain Python, and by DuckDB and polars where there are.

    uv run python -m benchmarks.compare
    uv run --with duckdb --with polars python -m benchmarks.compare

The engines read the tables of the bundles as they lie unpacked in folders, and give the means and
spreads by criterion, which is the part of a comparison that they could do.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from judging_app.bundle.archive import members
from judging_app.bundle.reading import read_bundle
from judging_app.compare.comparison import compared
from judging_app.compare.matching import matched
from judging_app.compare.summary import Summary, plain_figures, summary
from judging_app.present.comparison import comparison_csv, comparison_view
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


def main() -> None:
    """Print a row for each count."""
    made = [made_event(seed, teams=t, judges=j).bundle() for seed, (t, j) in enumerate(SIZES)]
    print("bundles   means: plain  duckdb  polars    all but firmness   all   memory")
    for count in (10, 100, 1000):
        with tempfile.TemporaryDirectory() as folder:
            _row(made, count, Path(folder))


def _row(made: list[bytes], count: int, place: Path) -> None:
    paths = [*_written(made, count, place)]
    means = _timed(lambda: [plain_figures(read_bundle(one.read_bytes())) for one in paths])
    light = _timed(lambda: _all(paths, asks_firmness=False))
    whole = _timed(lambda: _all(paths, asks_firmness=True)) if count <= _MOST else None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    engines = [_engine(name, place) for name in ("duckdb", "polars")]
    shown = [f"{one:8.2f}" if one is not None else "       –" for one in engines]
    total = f"{whole:8.2f}" if whole is not None else "       –"
    print(
        f"{count:7}  {means:12.2f} {' '.join(shown)} {light:14.2f} {total} {peak:5} MB", flush=True
    )


_MOST = int(sys.argv[1]) if len(sys.argv) > 1 else 100


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


def _engine(name: str, place: Path) -> float | None:
    if find_spec(name) is None:
        return None
    return _timed(lambda: _duckdb(place) if name == "duckdb" else _polars(place))


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


def _timed(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
