"""Displays that are plugged in and pulled out while a test runs.

Qt's offscreen platform can change its displays at run time, as its own tests have it do, but only
C++ reaches the function for it. Here it is called by its name in Qt's library.
"""

import ctypes
import json
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import PySide6
import pytest
import shiboken6
from PySide6.QtCore import QByteArray, QEvent, QJsonDocument, QObject
from PySide6.QtWidgets import QApplication, QWidget

from judging_app.domain.event import Scene
from judging_app.present.wall.faces import Billboard
from judging_app.present.wall.showing import WallView
from ui.displays.words import ProjectorState, Standing
from ui.screen_of import screen_of
from ui.wall.projector import Projector

CAN_PLUG = sys.platform == "linux" and platform.machine() == "x86_64"
"""Whether the way that C++ functions are called here is known; others pass objects otherwise."""

needs_plugging = pytest.mark.skipif(not CAN_PLUG, reason="screens are plugged on Linux x86-64 only")

_NATIVE_RESOURCE = 12
"""Of QPlatformNativeInterface::nativeResourceForIntegration among its virtual functions."""

_OBJECT_BYTES = 16
"""Room for a QJsonObject."""


@dataclass(frozen=True, slots=True)
class Plug:
    """A display of the offscreen platform; `width` and `height` are in its own pixels."""

    name: str
    x: int = 0
    y: int = 0
    width: int = 1920
    height: int = 1080
    ratio: int = 1


LAPTOP = Plug("Laptop", width=1366, height=768)
BEAMER = Plug("Projector", x=1366)
"""As in tests/displays.json."""


def plug(*displays: Plug) -> None:
    """Make these the only displays; those that stay are told by their names."""
    rows = [
        {
            "name": one.name,
            "x": one.x,
            "y": one.y,
            "width": one.width,
            "height": one.height,
            "logicalDpi": 96 * one.ratio,  # as on Windows: the platform's own dpr stays 1
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for one in displays
    ]
    document = QJsonDocument.fromJson(QByteArray(json.dumps({"screens": rows}).encode()))
    held = ctypes.create_string_buffer(_OBJECT_BYTES)
    as_object = _library("Core")._ZNK13QJsonDocument6objectEv
    as_object.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    as_object(held, shiboken6.getCppPointer(document)[0])
    native = _native_interface()
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(_configure(native))(
        ctypes.addressof(held), native
    )
    QApplication.processEvents()


@contextmanager
def plugged(*displays: Plug) -> Iterator[None]:
    """Have these displays for a while, and afterwards those that every test begins with."""
    try:
        plug(*displays)
        yield
    finally:
        # By way of another display, so that the first of them is the first again.
        plug(Plug("Between"))
        plug(Plug("Between"), LAPTOP, BEAMER)
        plug(LAPTOP, BEAMER)


def any_view(scene: Scene) -> WallView:
    """A view of `scene` that can be painted."""
    return WallView(scene, Billboard("Tech Connect", ("One", "Two", "Three")))


class PaintWatch(QObject):
    """Notes what a projector paints, and in which states it did so over the host's display.

    As a window on the host's display it may.
    """

    def __init__(self, projector: Projector, host: Callable[[], QWidget]) -> None:
        super().__init__(projector)
        self._projector, self._host = projector, host
        self.painted = 0
        self.scenes: set[Scene] = set()
        self.over_host: list[ProjectorState] = []
        projector.installEventFilter(self)

    @property
    def is_over_host(self) -> bool:
        """Whether the projector lies over the host's display without being a window there."""
        place, host = self._projector.geometry(), screen_of(self._host()).geometry()
        return self._projector.state.standing is not Standing.WINDOW and place.intersects(host)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self.painted += 1
            self.scenes.add(self._projector.view.scene)
            if self.is_over_host:
                self.over_host.append(self._projector.state)
        return super().eventFilter(watched, event)


def _configure(native: int) -> int:
    table = ctypes.cast(native, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        table[_NATIVE_RESOURCE] or 0
    )
    name = QByteArray(b"setConfiguration")
    found = resource(native, shiboken6.getCppPointer(name)[0])
    assert found, "the offscreen platform doesn't say how its screens are set"
    return int(found)


def _native_interface() -> int:
    assert QApplication.platformName() == "offscreen"
    interface = _library("Gui")._ZN15QGuiApplication23platformNativeInterfaceEv
    interface.restype = ctypes.c_void_p
    return int(interface())


@cache
def _library(name: str) -> ctypes.CDLL:
    return ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / f"libQt6{name}.so.6"))
