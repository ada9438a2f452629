"""Lists the licences of everything that goes out: `python -m supply.licences` writes the page."""

from pathlib import Path

from supply.shipped import Shipped, beside, shipped

PAGE = Path(__file__).resolve().parents[1] / "docs" / "licences.md"

ELSEWHERE = (Shipped("colorama", "0.4.6", "BSD-3-Clause"),)
"""Packages that go out on Windows alone."""

_HEAD = """\
# Licences

What goes out with *Pitch day*, and under which licence, by its SPDX name. The application itself is
under the MIT licence. Each package’s own text is in the frozen build, in its folder that ends in
`.dist-info`. PySide6 and Qt are used under the LGPL: their libraries lie in the build as files of
their own, which may be replaced.

This page is made by `uv run python -m supply.licences`; a test compares it with what is installed.

| what | version | licence |
|---|---|---|
"""


def page() -> str:
    """The page, from what is installed here."""
    here = shipped()
    names = {one.name for one in here}
    packages = (*here, *(one for one in ELSEWHERE if one.name not in names))
    rows = [
        f"| {one.name} | {one.version} | {one.licence} |"
        for one in sorted(packages, key=lambda one: one.name)
    ]
    others = [f"| {one.name} | {_version(one)} | {one.licence} |" for one in beside()]
    return _HEAD + "\n".join((*rows, *others)) + "\n"


def _version(one: Shipped) -> str:
    """Of Python and SQLite, each build has its own; the bill of materials says which."""
    return "as built" if one.name in ("Python", "SQLite") else one.version


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
