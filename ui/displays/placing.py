"""Puts the projector's window on a display or into free space; the host keeps the keyboard."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from ui.screen_of import screen_of


def fill(projector: QWidget, display: QScreen, host: QWidget) -> None:
    """Let `room` fill a display; the main window `host` stays the active one if it was."""
    was_active = host.isActiveWindow()
    # A window that is hidden while it changes its display can't flash on the host's.
    projector.hide()
    projector.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on=False)
    projector.setScreen(display)
    projector.setGeometry(display.geometry())
    # Not showFullScreen(), which activates the window and so takes the keyboard from the host.
    projector.setWindowState(Qt.WindowState.WindowFullScreen)
    projector.show()
    _stay_active(host, was_active=was_active)


def stand_beside(projector: QWidget, host: QWidget) -> None:
    """Make `room` a window on the host's display: beside the main window, else in front of it.

    In front it is small and stays there, over the picture that the desk has of the wall: a window
    behind would look as if nothing had happened.
    """
    was_active, display = host.isActiveWindow(), screen_of(host)
    free = display.availableGeometry()
    place = _place_beside(projector, host, free)
    projector.hide()
    projector.setWindowState(Qt.WindowState.WindowNoState)
    # The main window comes to the front with each click on it.
    projector.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, place is None)
    projector.setScreen(display)
    projector.setGeometry(place or _in_front(projector, host, free))
    projector.show()
    projector.raise_()
    _stay_active(host, was_active=was_active)


def _in_front(projector: QWidget, host: QWidget, free: QRect) -> QRect:
    """As large as the desk’s picture and over it, and in any case on the display."""
    wanted = projector.sizeHint().scaled(_PICTURE.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(host.geometry().topLeft() + _PICTURE.topLeft(), wanted)
    place.moveRight(min(place.right(), free.right()))
    place.moveBottom(min(place.bottom(), free.bottom()))
    return place


_PICTURE = QRect(88, 166, 420, 236)
"""Where the host’s desk has its picture of the wall, under what is said of it."""


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


def room_beside(taken: QRect, display: QRect, wanted: QSize, least: QSize) -> QRect | None:
    """The largest place in the shape of `wanted`, up to its size, that leaves `taken` free.

    It lies in the corner of `display` that is farthest from `taken`; `None` if every place is
    smaller than `least`.
    """
    strips = [strip.intersected(display) for strip in _strips(taken, display)]
    sizes = [(_fitted(wanted, strip.size()), strip) for strip in strips if not strip.isEmpty()]
    fitting = [(size, strip) for size, strip in sizes if size.width() >= least.width()]
    if not fitting:
        return None
    size, strip = max(fitting, key=_width_then_place)
    return _in_corner(size, strip, taken)


def _width_then_place(place: tuple[QSize, QRect]) -> tuple[int, int, int, int, int]:
    size, strip = place
    return size.width(), strip.x(), strip.y(), strip.width(), strip.height()


def _strips(taken: QRect, display: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    left, right, top, bottom = QRect(display), QRect(display), QRect(display), QRect(display)
    left.setRight(taken.left() - 1)
    right.setLeft(taken.right() + 1)
    top.setBottom(taken.top() - 1)
    bottom.setTop(taken.bottom() + 1)
    return left, right, top, bottom


def _fitted(wanted: QSize, room: QSize) -> QSize:
    if wanted.width() <= room.width() and wanted.height() <= room.height():
        return wanted
    return wanted.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)


def _in_corner(size: QSize, strip: QRect, taken: QRect) -> QRect:
    """At the ends of `strip` that are away from the middle of `taken`."""
    place = QRect(strip.topLeft(), size)
    if strip.center().x() >= taken.center().x():
        place.moveRight(strip.right())
    if strip.center().y() >= taken.center().y():
        place.moveBottom(strip.bottom())
    return place
