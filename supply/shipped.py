"""Everything that goes out with the application, as it is installed here."""

import platform
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement

APPLICATION = "judging-app"

NOT_FROZEN = frozenset({"pip"})
"""Packages that a package asks for and no line of ours needs: the frozen build leaves them out."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """One part that goes out; `needs` are the names of those it asks for itself."""

    name: str
    version: str
    licence: str
    needs: tuple[str, ...] = ()
    is_package: bool = True


def shipped() -> tuple[Shipped, ...]:
    """Every package that the application needs in turn, by name, without the application."""
    found: dict[str, Shipped] = {}
    waiting = list(_needs(distribution(APPLICATION)))
    while waiting:
        name = waiting.pop()
        if name not in found and name not in NOT_FROZEN:
            package = distribution(name)
            needs = tuple(one for one in _needs(package) if one not in NOT_FROZEN)
            found[name] = Shipped(name, package.version, licence(package), needs)
            waiting += needs
    return tuple(found[name] for name in sorted(found))


def application() -> Shipped:
    """The application itself."""
    package = distribution(APPLICATION)
    needs = tuple(one for one in _needs(package) if one not in NOT_FROZEN)
    return Shipped(APPLICATION, package.version, licence(package), needs)


def beside() -> tuple[Shipped, ...]:
    """What goes out with it and is no package: the language, the database, the faces, the icons."""
    return (
        Shipped("EB Garamond", "1.1", "OFL-1.1", is_package=False),
        Shipped("Inter", "4", "OFL-1.1", is_package=False),
        Shipped("Lucide", "1.62.0", "ISC", is_package=False),
        Shipped("Noto Emoji", "3", "OFL-1.1", is_package=False),
        Shipped("Noto Sans", "2", "OFL-1.1", is_package=False),
        Shipped("Python", platform.python_version(), "PSF-2.0", is_package=False),
        Shipped("SQLite", sqlite3.sqlite_version, "blessing", is_package=False),
    )


def licence(package: Distribution) -> str:
    """A package's licence by its SPDX name, however the package says it.

    Raises:
        LookupError: if it says none that is known here; look it up, and add it.
    """
    told = package.metadata
    first = [*(told.get_all("License-Expression") or ()), *(told.get_all("License") or ())]
    last = [
        one.rpartition(":: ")[2]
        for one in told.get_all("Classifier") or ()
        if one.startswith("License ::")
    ]
    said = next((one.splitlines()[0].strip() for one in (*first, *last) if one), "")
    known = next((name for start, name in _SAID.items() if said.startswith(start)), said)
    if not re.fullmatch(r"[A-Za-z0-9.+-]+(?: (?:OR|AND) [A-Za-z0-9.+-]+)*", known):
        raise LookupError(f"{package.name} says of its licence: “{said}”")
    return known


_SAID = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "BSD license (see license.txt": "BSD-3-Clause",
    "MIT License": "MIT",
    "Public Domain": "Unlicense",
}
"""What packages say instead of the SPDX name, by how it begins."""


def _needs(package: Distribution) -> Iterator[str]:
    for text in package.requires or ():
        wanted = Requirement(text)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            yield re.sub(r"[-_.]+", "-", wanted.name).lower()
