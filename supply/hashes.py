"""The locked set with the hashes of its files: `python -m supply.hashes` writes `locked.txt` anew.

It holds the hash of every file of every version, so of the wheels for all systems, and names no
registry. `pip install --require-hashes -r locked.txt` refuses anything else.
"""

import os
import shutil
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKED = ROOT / "locked.txt"
HEAD = "# Made by `uv run python -m supply.hashes`; pip takes it with --require-hashes.\n"


def main() -> int:
    """Ask the registry for the hashes; the exit status is uv's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [word for group in sorted(project["dependency-groups"]) for word in ("--group", group)]
    done = subprocess.run(  # noqa: S603 - our own words
        [
            *(_uv(), "pip", "compile", "--quiet", "--universal"),
            *("--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url"),
            *("--python-version", "3.11", *groups, "pyproject.toml"),
        ],
        cwd=ROOT,
        check=False,
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode == 0:
        LOCKED.write_text(HEAD + done.stdout, encoding="utf-8", newline="\n")
    return done.returncode


def _uv() -> str:
    """The uv that runs this, or the one that is found first."""
    return os.environ.get("UV") or shutil.which("uv") or "uv"


if __name__ == "__main__":
    raise SystemExit(main())
