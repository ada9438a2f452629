"""The command line as a person types it, on a copy of the sample event."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from judging_app.cli.main import main
from judging_app.intake.sample import FOLDER
from tests.cli.typing_words import Answer, Type

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture(autouse=True)
def _own_home(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(own_folder))


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    assert main(["demo", str(folder / "sample.pitchday"), "--no-window"]) == 0
    return folder / "sample.pitchday"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the person types."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def sample(_sample: Path, here: Path) -> Path:
    """A copy of the sample event, alone in its folder."""
    return Path(shutil.copy(_sample, here / "sample.pitchday"))


@pytest.fixture
def day_files(tmp_path: Path) -> Path:
    """A folder with the sample's CSV files, to change at will."""
    folder = tmp_path / "files"
    folder.mkdir()
    for path in FOLDER.glob("*.csv"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Type:
    """Type a command and read the answer."""

    def type_words(*words: str | Path) -> Answer:
        capsys.readouterr()
        status = main([str(word) for word in words])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return type_words


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without a screen."""
    monkeypatch.setattr("sys.platform", "linux")
    for name in _SCREENS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def unwritable() -> Callable[[Path], Path]:
    """Take from everyone the right to write to a folder."""
    if os.name != "posix":
        pytest.skip("a folder's mode says nothing here")

    def lock(folder: Path) -> Path:
        folder.chmod(0o555)
        return folder

    return lock
