"""Asks whether anything locked has a known vulnerability: `python -m supply.vulnerabilities`.

The exit status is 0 if none is known, 1 if one is, and 3 if that could not be found out. A source
that knows nothing of an old release with well-known holes is one that can't be asked: some
registries leave out what PyPI says of vulnerabilities, and then everything would look well.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from supply.hashes import LOCKED

NONE_KNOWN, FOUND, NOT_CHECKED = 0, 1, 3

KNOWN_BAD = "urllib3==1.24.1"
"""A release of 2018 with holes that every source names."""

_LONGEST_SHOWN = 160

SERVICES = ("osv", "pypi")


class NotCheckedError(Exception):
    """Nobody could be asked; the text says why."""


@dataclass(frozen=True, slots=True)
class Vulnerable:
    """A package with a known vulnerability."""

    package: str
    version: str
    id: str
    fixed_in: tuple[str, ...]


def main() -> int:
    """Ask one source after the other, and say what the first that can be asked knows."""
    reasons = []
    for service in SERVICES:
        try:
            found = vulnerable(service)
        except NotCheckedError as error:
            reasons.append(f"{service}: {error}")
            continue
        for one in found:
            remedy = f", fixed in {', '.join(one.fixed_in)}" if one.fixed_in else ""
            print(f"{one.package} {one.version}: {one.id}{remedy}")
        print(f"{len(found)} known, says {service}.")
        return FOUND if found else NONE_KNOWN
    print("NOT CHECKED: nobody could be asked about vulnerabilities.", *reasons, sep="\n")
    return NOT_CHECKED


def vulnerable(service: str) -> tuple[Vulnerable, ...]:
    """What a source knows of the locked set.

    Raises:
        NotCheckedError: if it can't be asked, or leaves a package out.
    """
    with tempfile.TemporaryDirectory() as folder:
        bad = Path(folder) / "known-bad.txt"
        bad.write_text(f"{KNOWN_BAD}\n", encoding="utf-8")
        if not read(_asked(service, bad, ())):
            raise NotCheckedError(f"it knows nothing of {KNOWN_BAD}, which has well-known holes")
    return read(_asked(service, LOCKED, ("--require-hashes",)))


def read(answer: str) -> tuple[Vulnerable, ...]:
    """What an answer of pip-audit says.

    Raises:
        NotCheckedError: if it is none, or passes over a package.
    """
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError) as error:
        raise NotCheckedError("there is no answer") from error
    if skipped := [one["name"] for one in packages if "skip_reason" in one]:
        raise NotCheckedError(f"it passes over {', '.join(skipped)}")
    return tuple(_each(packages))


def _each(packages: Iterable[dict[str, object]]) -> Iterable[Vulnerable]:
    for package in packages:
        holes = package["vulns"]
        for hole in holes if isinstance(holes, list) else ():
            fixed = tuple(map(str, hole.get("fix_versions", ())))
            yield Vulnerable(str(package["name"]), str(package["version"]), hole["id"], fixed)


def _asked(service: str, requirements: Path, more: Sequence[str]) -> str:
    """What pip-audit answers; it exits with 1 for a vulnerability and for a failure alike.

    Raises:
        NotCheckedError: with the last line of what went wrong.
    """
    done = subprocess.run(  # noqa: S603 - our own words
        [
            *(sys.executable, "-m", "pip_audit", "--progress-spinner", "off", "--format", "json"),
            *("--vulnerability-service", service, "--disable-pip", "--no-deps", "--timeout", "20"),
            *("--requirement", str(requirements), *more),
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    if not done.stdout.strip():
        lines = done.stderr.strip().splitlines() or ["pip-audit said nothing"]
        raise NotCheckedError(lines[-1][:_LONGEST_SHOWN])
    return done.stdout


if __name__ == "__main__":
    raise SystemExit(main())
