"""Writes the part of `docs/bundle.md` on each table: python -m docs.bundle_tables."""

from collections.abc import Iterator
from pathlib import Path

from judging_app.bundle.csvw import KEYS
from judging_app.bundle.tables import CellKind, Column, forms

PAGE = Path(__file__).parent / "bundle.md"
HEADING = "## The tables\n"


def described() -> str:
    """Every table with its columns."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for form in forms().values():
        keys = KEYS.get(form.name, ())
        yield f"### {form.name}.csv\n"
        yield f"{form.about}\n"
        yield "| column | holds | |"
        yield "|---|---|---|"
        for column in form.columns:
            for name, about in _told(column):
                key = " (key)" if name in keys else ""
                yield f"| `{name}`{key} | {_holds(column)} | {about} |"
        yield ""


def _told(column: Column) -> Iterator[tuple[str, str]]:
    names = column.text_columns
    yield names[0], column.about
    yield from ((name, "") for name in names[1:])


def _holds(column: Column) -> str:
    kind = (
        "whole number" if column.kind in (CellKind.WHOLE, CellKind.FRACTION) else column.kind.value
    )
    return f"{kind}, or empty" if column.may_be_empty else kind


def with_tables(page: str) -> str:
    """The page with what it says of the tables written again."""
    before, _, _ = page.partition(HEADING)
    return f"{before}{HEADING}\n{described()}"


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")
