"""Puts the projector's window on a display without taking the keyboard from the host."""

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from ui.displays.free_space import room_beside
from ui.screen_of import screen_of


def fill(projector: QWidget, display: QScreen, host: QWidget) -> None:
    """Let `room` fill a display; the main window `host` stays the active one if it was."""
    was_active = host.isActiveWindow()
    # A window that is hidden while it changes its display can't flash on the host's.
    projector.hide()
    projector.setScreen(display)
    projector.setGeometry(display.geometry())
    # Not showFullScreen(), which activates the window and so takes the keyboard from the host.
    projector.setWindowState(Qt.WindowState.WindowFullScreen)
    projector.show()
    _stay_active(host, was_active=was_active)


def stand_beside(projector: QWidget, host: QWidget) -> None:
    """Make `room` a window on the host's display: beside the main window, else behind it."""
    was_active, display = host.isActiveWindow(), screen_of(host)
    place = _place_beside(projector, host, display.availableGeometry())
    projector.hide()
    projector.setWindowState(Qt.WindowState.WindowNoState)
    projector.setScreen(display)
    if place is None:
        projector.resize(projector.sizeHint())
    else:
        projector.setGeometry(place)
    projector.show()
    if place is None:
        host.raise_()
    _stay_active(host, was_active=was_active)


def _place_beside(projector: QWidget, host: QWidget, display: QRect) -> QRect | None:
    """Room for the window without its frame, which is taken to be like the host's."""
    frame, inside = host.frameGeometry(), host.geometry()
    margins = QMargins(
        inside.left() - frame.left(),
        inside.top() - frame.top(),
        frame.right() - inside.right(),
        frame.bottom() - inside.bottom(),
    )
    wanted, least = projector.sizeHint().grownBy(margins), projector.minimumSize().grownBy(margins)
    place = room_beside(frame, display, wanted, least)
    return place.marginsRemoved(margins) if place else None


def _stay_active(host: QWidget, *, was_active: bool) -> None:
    if was_active:
        # Some systems activate whatever is shown last, whatever the window asks for.
        host.activateWindow()
