"""A notice over the page's lower left, which reserves no room and goes by itself."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.banner import Banner
from ui.widgets.buttons import PlainButton
from ui.widgets.scroll import EDGE

GOES_AFTER_MS = 8_000
LASTING = frozenset({"attention", "loss"})
"""What stays until it is closed or something else is done: nobody may miss it."""

ABOVE_FOOT, WIDEST = 16, 640


class Toast(Banner):
    """Says one thing above the foot of the page in `over`, and lets go of its place."""

    look = "toast"

    def __init__(self, over: QWidget) -> None:
        self._clock = QTimer()
        self._room, self._foot_height = over, 0
        super().__init__(over)
        self._clock.setParent(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(GOES_AFTER_MS)
        self._clock.timeout.connect(self.close_message)
        self.closing = PlainButton("", kind="toast", icon="x")
        self.closing.setAccessibleName("Close this notice")
        self.closing.clicked.connect(self.close_message)
        self._line.addWidget(self.closing)
        self._line.setContentsMargins(16, 2, 2, 2)
        over.installEventFilter(self)

    def show_message(self, text: str, kind: str) -> None:
        """Say `text`, of the kinds that any banner has; it goes after a while if it may."""
        super().show_message(text, kind)
        self._clock.stop()
        if text:
            self._place()
            self.raise_()
            if kind not in LASTING:
                self._clock.start()

    def close_message(self) -> None:
        """Say nothing any more."""
        self.show_message("", "info")

    def stand_above(self, foot_height: int) -> None:
        """Leave so many pixels at the bottom to the foot of the page."""
        self._foot_height = foot_height
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _icon(self, kind: str) -> tuple[str, str]:
        return super()._icon(kind)[0], "ground"

    def _place(self) -> None:
        room = self._room.rect()
        width = min(self.sizeHint().width(), theme.scaled(WIDEST), room.width() - 2 * EDGE)
        height = max(self.heightForWidth(width), theme.scaled(48))
        bottom = room.height() - self._foot_height - ABOVE_FOOT
        self.setGeometry(EDGE, bottom - height, width, height)
