"""Whoever installs with pip gets the versions that uv gets."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_pip_is_held_to_the_same_versions_as_uv() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    _, *pins = (ROOT / "constraints.txt").read_text("utf-8").splitlines()

    assert pins == project["tool"]["uv"]["constraint-dependencies"]


def test_every_install_by_pip_that_is_told_takes_the_constraints() -> None:
    told = (ROOT / "README.md").read_text("utf-8")
    installs = told.count(".venv/bin/pip install") - told.count("pip install -U pip")

    assert installs == told.count("pip install -c constraints.txt") > 0
