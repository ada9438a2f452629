"""What a frozen build leaves out, and each of its commands, if there is a build to try."""

import re
import subprocess
from pathlib import Path

import pytest

from judging_app.cli.arguments import COMMANDS
from judging_app.intake.sample import FOLDER
from supply.shipped import shipped

SPEC = Path(__file__).parent.parent.parent / "build.spec"
EVENT, OUT, BUNDLE = "day.pitchday", "out", "out/*.zip"


def test_a_build_leaves_out_no_package_that_the_application_needs() -> None:
    left_out = re.search(r"UNUSED = \[(.*?)\]", SPEC.read_text(encoding="utf-8"), re.DOTALL)
    assert left_out is not None
    names = set(re.findall(r'"([\w.]+)"', left_out[1]))

    assert "tkinter" in names
    assert not {one.name for one in shipped()} & names


TYPED = (
    ("demo", EVENT, "--no-window"),
    ("form-teams", EVENT, "--teams", "6"),
    ("standings", EVENT),
    ("explain", EVENT, "T1", "T2"),
    ("check", EVENT),
    ("checks", EVENT),
    ("agreement", EVENT),
    ("ballots", EVENT),
    ("certificates", EVENT, OUT, "--for", "all"),
    ("score-sheets", EVENT, OUT),
    ("comments", EVENT, "--release-left"),
    ("feedback", EVENT, OUT),
    ("paper", EVENT, OUT, "--which", "report"),
    ("record", EVENT, OUT),
    ("copy", EVENT),
    ("restore", EVENT, "--look"),
    ("verify", EVENT),
    ("pins", EVENT),
    ("export", EVENT, OUT, "--audience", "organiser"),
    ("recompute", BUNDLE),
    ("new", "again.pitchday", "--title", "Again", "--from", BUNDLE),
    ("import", EVENT, str(FOLDER / "participants.csv"), "--dry-run"),
    ("compare", BUNDLE, BUNDLE),
    ("archive", EVENT, "kept.zip"),
    ("held", EVENT, "J1", OUT),
    ("delete-on", EVENT),
    ("forget", EVENT, "--dry-run"),
)


REFUSED = ("record", "compare")
"""What is right to be refused: scoring isn’t closed, and the bundles are the same."""


def test_every_command_that_asks_nothing_is_tried() -> None:
    assert {one[0] for one in TYPED} | {"passphrase"} == set(COMMANDS)


def test_a_frozen_build_does_what_is_typed(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    folder: Path | None = request.config.getoption("frozen")
    if folder is None:
        pytest.skip("no frozen build was named")
    program, failed = folder.absolute() / "judging-app", list[str]()
    for typed in TYPED:
        words = [str(next(tmp_path.glob(word))) if "*" in word else word for word in typed]
        run = subprocess.run(
            [program, *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        if run.returncode != (typed[0] in REFUSED) or "Something went wrong" in run.stderr:
            failed.append(f"{' '.join(words)}: {run.stderr[-300:]}")

    assert failed == []
