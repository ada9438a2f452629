"""Room for a window beside another one on the same display."""

from PySide6.QtCore import QRect, QSize, Qt


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
