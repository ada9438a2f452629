"""What every test needs: no screen unless one is asked for, one application, its look."""

import os
from pathlib import Path

import pytest

SCREENS = Path(__file__).with_name("screens.json")
"""The host's screen and a projector beside it, for the offscreen platform."""

os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREENS}")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["judging-app"]


@pytest.fixture(autouse=True)
def _look_of_the_windows(request: pytest.FixtureRequest) -> None:
    """Give every test of the windows the light theme at 100 % text."""
    if "ui" not in request.path.parts and "qtbot" not in request.fixturenames:
        return
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the core's tests run without Qt

    from ui import theme  # noqa: PLC0415 - as above

    app = request.getfixturevalue("qapp")
    assert isinstance(app, QApplication)
    theme.apply(app, "light")


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform says what it has no need of; nothing is wrong then."""
    for request in ("propagateSizeHints", "raise"):
        config.addinivalue_line("qt_log_ignore", f"plugin does not support {request}")
