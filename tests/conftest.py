"""How the tests are run, and what every one needs: a made-up screen and a computer of its own."""

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

pytest_plugins = ("tests.desk.small_event", "tests.faults.row_run", "tests.live_files")

TESTS = Path(__file__).parent
SCREENS = TESTS / "screens.json"
"""The host's screen and a projector beside it, for the offscreen platform."""

NOT_QUICK = frozenset(
    {"architecture", "cli", "docs", "event_files", "faults", "golden", "journeys", "ui"}
)
"""Folders whose tests open windows, start processes or read the whole tree, for the most part."""

os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREENS}")

if sys.dont_write_bytecode:
    # Python is started hundreds of times here, and compiling everything takes the longest of it.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(TESTS.parent / ".pytest_cache" / "bytecode")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

_COMPUTERS = count(1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--full", action="store_true", help="try every example and look, and kill 1,000 processes"
    )
    parser.addoption(
        "--campaign", action="store_true", help="--full, with the counts of docs/reliability.md"
    )
    parser.addoption(
        "--frozen", type=Path, metavar="FOLDER", help="a frozen build, whose commands are tried"
    )


def pytest_configure(config: pytest.Config) -> None:
    from tests import how_many  # noqa: PLC0415 - after it is settled where bytecode goes

    is_campaign = config.getoption("campaign")
    config.option.full = config.option.full or is_campaign
    how_many.load_profile(is_full=config.option.full, is_campaign=is_campaign)
    # The offscreen platform says what it has no need of; nothing is wrong then.
    for request in ("propagateSizeHints", "raise", "grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", f"plugin does not support {request}")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """A few files are tested sooner than further processes would have started."""
    is_shown = config.option.capture == "no"
    return 0 if is_shown or any(".py" in words for words in config.args) else None


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Load no window where only what is quick is asked for."""
    is_left_out = config.option.markexpr == "quick" and not _is_quick(collection_path)
    return True if is_left_out else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what is quick, and leave out what is tried under `--full` alone."""
    for item in items:
        if _is_quick(item.path):
            item.add_marker("quick")
    if not config.getoption("full"):
        config.hook.pytest_deselected(items=[one for one in items if _is_for_full(one)])
        items[:] = [one for one in items if not _is_for_full(one)]


def _is_for_full(item: pytest.Item) -> bool:
    return item.get_closest_marker("full") is not None


def _is_quick(path: Path) -> bool:
    return path.is_relative_to(TESTS) and not NOT_QUICK & {*path.relative_to(TESTS).parts[:1]}


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say which larger counts there are."""
    from tests import how_many  # noqa: PLC0415 - as above

    if not config.getoption("full"):
        terminalreporter.write_line(how_many.TOLD)


@pytest.fixture(scope="session")
def is_full(pytestconfig: pytest.Config) -> bool:
    """Whether the larger counts are asked for."""
    return bool(pytestconfig.getoption("full"))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["judging-app"]


@pytest.fixture(scope="session", autouse=True)
def _pins_hashed_quickly() -> Iterator[None]:
    """How slowly they really are hashed is asked in `test_sign_in` alone."""
    from argon2 import PasswordHasher  # noqa: PLC0415 - as above

    with pytest.MonkeyPatch.context() as patch:
        quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
        patch.setattr("judging_app.pins._HASHER", quick)
        yield


@pytest.fixture(scope="session", autouse=True)
def _computer_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is made once for many tests keeps out of the person's own folder too."""
    with pytest.MonkeyPatch.context() as patch:
        _move_to(tmp_path_factory.getbasetemp() / "computer", patch)
        yield


@pytest.fixture(autouse=True)
def own_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this computer remembers things; at first it is not even there."""
    home = tmp_path_factory.getbasetemp() / f"computer {next(_COMPUTERS)}"
    _move_to(home, monkeypatch)
    return home / "pitchday"


def _move_to(home: Path, patch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        patch.setenv(name, str(home))


@pytest.fixture(autouse=True)
def _windows(request: pytest.FixtureRequest) -> Iterator[None]:
    """Give every test of the windows the light theme at 100 % text, and end what it began."""
    if not request.path.is_relative_to(TESTS / "ui") and "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QEvent  # noqa: PLC0415 - the core's tests run without Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from ui import theme  # noqa: PLC0415 - as above
    from ui.pins.pin_pad import EnterByHabit  # noqa: PLC0415 - as above

    app = request.getfixturevalue("qapp")
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    yield
    for window in app.topLevelWidgets():
        window.deleteLater()
    for waiting in app.findChildren(EnterByHabit):  # the next test's first Enter is its own
        waiting.end()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
