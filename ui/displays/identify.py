"""Identifying the displays: a big number and a name on each of them for a moment."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from ui.displays.choice import DisplayId, in_order
from ui.displays.words import display_name, display_size
from ui.wall.canvas import CENTRE, Canvas
from ui.wall.type import SMALL, Type, largest_on_one_line

SHOWN_MS = 4_000
"""How long the signs are shown."""

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowTransparentForInput
)


class SignWindow(QWidget):
    """One sign in the middle of its display; it takes neither the keyboard nor the mouse."""

    def __init__(self, number: int, name: str, size: str) -> None:
        super().__init__(None, _FLAGS)
        self._lines = ((str(number), _NUMBER, 300), (name, _NAME, 750), (size, _SIZE, 910))
        self.painted: tuple[str, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(f"Screen {number}")
        self.setAccessibleName(f"Screen {number}: {name}, {size}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = Canvas(painter, self.width(), self.height())
        canvas.fill(canvas.all, "band")
        for text, size, middle in self._lines:
            sizes = (*range(size, SMALL, -8), SMALL)
            fits = largest_on_one_line((text,), sizes, canvas.inner) or SMALL
            type_ = Type(fits, is_strong=True)
            top = middle - type_.line / 2
            canvas.line(canvas.width / 2, top, text, type_, "band-ink", CENTRE)
        self.painted = tuple(canvas.said)


class Identify(QObject):
    """Puts a sign on every display, and takes them away again by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.signs: tuple[SignWindow, ...] = ()
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self.end)

    def show_signs(self, displays: Mapping[DisplayId, QScreen]) -> None:
        """Number the displays from the left; signs already shown make way."""
        self.end()
        active = QGuiApplication.focusWindow()
        self.signs = tuple(
            _shown(displays[one], SignWindow(number, display_name(one), display_size(one)))
            for number, one in enumerate(in_order(tuple(displays)), start=1)
        )
        if active is not None and QGuiApplication.focusWindow() is not active:
            # Some systems activate whatever is shown last, whatever the window asks for.
            active.requestActivate()
        self._end.start(SHOWN_MS)

    def end(self) -> None:
        """Take the signs away."""
        self._end.stop()
        for sign in self.signs:
            sign.hide()
            sign.deleteLater()
        self.signs = ()


def _shown(display: QScreen, window: SignWindow) -> SignWindow:
    window.setScreen(display)
    window.setGeometry(_middle(display.geometry()))
    window.show()
    return window


def _middle(place: QRect) -> QRect:
    """The middle of a display, in the shape of a card."""
    height = round(min(place.height(), place.width()) * _HEIGHT)
    room = QRect(0, 0, round(min(height * _SHAPE, place.width() * 0.9)), height)
    room.moveCenter(place.center())
    return room


_NUMBER, _NAME, _SIZE = 560, 120, 84
"""Sizes of type, of the sign's 1,080 lines."""

_HEIGHT = 0.5
"""Of the sign, as a part of the display's shorter side."""

_SHAPE = 1.6
"""Of the sign, as width to height."""
