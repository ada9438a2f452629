import shutil
from pathlib import Path

import pytest

from judging_app.paths import RESOURCES


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What this computer remembers goes to a folder of the test's own."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: folder)
    return folder


@pytest.fixture
def csv_folder(tmp_path: Path) -> Path:
    """The sample's set-up as an organiser would send it, before any ballot."""
    folder = tmp_path / "from the organiser"
    shutil.copytree(RESOURCES / "samples" / "tech-connect", folder)
    for later in ("ballots.csv", "not-scored.csv"):
        (folder / later).unlink()
    return folder
