"""Puts the projector's window on a screen without taking the keyboard from the host."""

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from ui.displays.free_space import room_beside
from ui.screen_of import screen_of


def fill(room: QWidget, screen: QScreen, host: QWidget) -> None:
    """Let `room` fill a screen; the main window `host` stays the active one if it was."""
    was_active = host.isActiveWindow()
    # A window that is hidden while it changes its screen can't flash on the host's.
    room.hide()
    room.setScreen(screen)
    room.setGeometry(screen.geometry())
    # Not showFullScreen(), which activates the window and so takes the keyboard from the host.
    room.setWindowState(Qt.WindowState.WindowFullScreen)
    room.show()
    _stay_active(host, was_active=was_active)


def stand_beside(room: QWidget, host: QWidget) -> None:
    """Make `room` a window on the host's screen: beside the main window, else behind it."""
    was_active, screen = host.isActiveWindow(), screen_of(host)
    place = _place_beside(room, host, screen.availableGeometry())
    room.hide()
    room.setWindowState(Qt.WindowState.WindowNoState)
    room.setScreen(screen)
    if place is None:
        room.resize(room.sizeHint())
    else:
        room.setGeometry(place)
    room.show()
    if place is None:
        host.raise_()
    _stay_active(host, was_active=was_active)


def _place_beside(room: QWidget, host: QWidget, screen: QRect) -> QRect | None:
    """Room for the window without its frame, which is taken to be like the host's."""
    frame, inside = host.frameGeometry(), host.geometry()
    margins = QMargins(
        inside.left() - frame.left(),
        inside.top() - frame.top(),
        frame.right() - inside.right(),
        frame.bottom() - inside.bottom(),
    )
    wanted, least = room.sizeHint().grownBy(margins), room.minimumSize().grownBy(margins)
    place = room_beside(frame, screen, wanted, least)
    return place.marginsRemoved(margins) if place else None


def _stay_active(host: QWidget, *, was_active: bool) -> None:
    if was_active:
        # Some systems activate whatever is shown last, whatever the window asks for.
        host.activateWindow()
