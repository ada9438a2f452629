import shutil
from pathlib import Path

import pytest

from judging_app.paths import RESOURCES


@pytest.fixture
def csv_folder(tmp_path: Path) -> Path:
    """The sample's set-up as an organiser would send it, before any ballot."""
    folder = tmp_path / "from the organiser"
    shutil.copytree(RESOURCES / "samples" / "tech-connect", folder)
    for later in ("ballots.csv", "not-scored.csv"):
        (folder / later).unlink()
    return folder
