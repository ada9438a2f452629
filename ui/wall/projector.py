"""The audience's window: the stage, where the screens' keeper finds its state."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QScreen
from PySide6.QtWidgets import QWidget

from ui.displays.words import ProjectorState
from ui.wall.picture import WallPicture


class Projector(WallPicture):
    """Shows the scene that it is given; it never takes the keyboard from the host.

    `state` says where it is, and `filled` which screen it fills.
    """

    closed = Signal()
    """Somebody closed the window by its frame."""

    def __init__(self, parent: QWidget | None = None, *, is_motion_reduced: bool = False) -> None:
        super().__init__(parent, is_motion_reduced=is_motion_reduced)
        self.state = ProjectorState()
        self.filled: QScreen | None = None
        self.setWindowTitle("Projector")
        self.setObjectName("projector")
        self.setAccessibleName("Projector")
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(320, 180)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop everything that would go on without a window."""
        self.finish()
        super().closeEvent(event)
        self.closed.emit()
