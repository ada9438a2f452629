"""Which screen a window is on, asked so that no screen goes when the window does."""

from functools import cache

from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import QWidget


def screen_of(window: QWidget) -> QScreen:
    """The screen that a window is on; as in Qt, `None` while no screen is connected at all.

    PySide takes whoever asks for the owner of the answer. When Python's collector takes the
    window, it may take the screen along, and Qt crashes as soon as it shows another window. So
    the last to ask is always a window that nobody takes.
    """
    screen = window.screen()
    if screen:
        _last_to_ask().setScreen(screen)
        _last_to_ask().screen()
    return screen


@cache
def _last_to_ask() -> QWindow:
    """One that is never shown, and lives as long as the application."""
    return QWindow()
