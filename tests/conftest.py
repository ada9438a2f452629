"""What every test needs: no screen but one made up, a computer of its own, one application."""

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

pytest_plugins = ("tests.desk.small_event",)

SCREENS = Path(__file__).with_name("screens.json")
"""The host's screen and a projector beside it, for the offscreen platform."""

os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREENS}")

if sys.dont_write_bytecode:
    # Python is started hundreds of times here, and compiling everything takes the longest of it.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache" / "bytecode")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

_COMPUTERS = count(1)


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform says what it has no need of; nothing is wrong then."""
    for request in ("propagateSizeHints", "raise"):
        config.addinivalue_line("qt_log_ignore", f"plugin does not support {request}")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["judging-app"]


@pytest.fixture(scope="session", autouse=True)
def _pins_hashed_quickly() -> Iterator[None]:
    """How slowly they really are hashed is asked in `test_sign_in` alone."""
    from argon2 import PasswordHasher  # noqa: PLC0415 - after it is settled where bytecode goes

    with pytest.MonkeyPatch.context() as patch:
        quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr("judging_app.desk.pins._HASHER", quick)
        yield


@pytest.fixture(scope="session", autouse=True)
def _computer_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is made once for many tests keeps out of the person's own folder too."""
    with pytest.MonkeyPatch.context() as patch:
        _move_to(tmp_path_factory.getbasetemp() / "computer", patch)
        yield


@pytest.fixture(autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this computer remembers things; in no test is there anything yet."""
    home = tmp_path_factory.getbasetemp() / f"computer {next(_COMPUTERS)}"
    _move_to(home, monkeypatch)
    (home / "pitchday").mkdir(parents=True)
    return home / "pitchday"


def _move_to(home: Path, patch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        patch.setenv(name, str(home))


@pytest.fixture(autouse=True)
def _windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give every test of the windows the light theme at 100 % text, and delete what it opened."""
    if "ui" not in request.path.parts and "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QEvent  # noqa: PLC0415 - the core's tests run without Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from ui import theme  # noqa: PLC0415 - as above

    app = request.getfixturevalue("qapp")
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    yield
    for window in app.topLevelWidgets():
        window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
