"""The command line as a person types it, on a copy of the sample event."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from judging_app.cli.main import main
from judging_app.desk import pins
from judging_app.intake.sample import FOLDER
from tests.cli.typing_words import Answer, Type

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _quick_hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this computer remembers things; and PINs are hashed quickly."""
    home = tmp_path_factory.mktemp("own")
    for name in ("XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr(pins, "_HASHER", _quick_hasher())
    return home


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "own"))
        patch.setattr(pins, "_HASHER", _quick_hasher())
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
