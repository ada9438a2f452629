"""Which display the projector goes to, and what happens when that display comes and goes."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.projector import Projector

LOST = "The projector is disconnected. Its view is held; the audience sees nothing of this screen."
BACK = "The projector is connected again and shows the holding scene."
WINDOWED = "There is one display only, so the projector is a window on this screen."
FULL = "The projector is on the display “{name}”."
OFF = "The projector is off."


class Screens(QObject):
    """Keeps the projector on the display that `host`, the main window, is not on.

    Which display the computer calls the first says nothing: at a lectern that is often the
    beamer. So the host's own window decides which one the projector must never cover.

    `said` is a calm line for the host; `came_back` asks for the holding scene, because
    nobody knows what the room would see first after a gap.
    """

    said = Signal(str)
    came_back = Signal()

    def __init__(self, projector: Projector, host: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._projector = projector
        self._host = host
        projector.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self._is_wanted = False
        self._is_lost = False
        self._on: QScreen | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._meet)
            application.screenRemoved.connect(self._lose)

    def show_projector(self, *, is_shown: bool) -> None:
        """Put the projector on its display, or take it away."""
        self._is_wanted, self._is_lost = is_shown, False
        if is_shown:
            self._place()
        else:
            self._on = None
            self._projector.hide()
            self.said.emit(OFF)

    def _place(self) -> None:
        screen = display_beside(self._host.screen())
        self._on = screen
        was_active = self._host.isActiveWindow()
        if screen is None:
            self._stand_in_window()
        else:
            self._fill(screen)
        if was_active:
            # Some systems activate whatever is shown last, whatever the window asks for.
            self._host.activateWindow()

    def _stand_in_window(self) -> None:
        self._projector.setWindowState(Qt.WindowState.WindowNoState)
        self._projector.resize(self._projector.sizeHint())
        self._projector.show()
        self._projector.raise_()
        self.said.emit(WINDOWED)

    def _fill(self, screen: QScreen) -> None:
        # A window that is hidden while it changes its screen can't flash on the host's.
        self._projector.hide()
        self._projector.setScreen(screen)
        self._projector.setGeometry(screen.geometry())
        # Not showFullScreen(), which activates the window and so takes the keyboard from the host.
        self._projector.setWindowState(Qt.WindowState.WindowFullScreen)
        self._projector.show()
        self.said.emit(FULL.format(name=screen.name()))

    def _lose(self, screen: QScreen) -> None:
        """Hide when the projector's display goes, or the host's, whose window then moves."""
        if self._on is None:
            return
        if screen is not self._on and display_beside(self._on) is not None:
            return
        self._on, self._is_lost = None, True
        self._projector.hide()
        self.said.emit(LOST)

    def _meet(self, _screen: QScreen) -> None:
        """Go to a display that came, if one was lost or none was there."""
        if not self._is_wanted or self._on is not None:
            return
        if display_beside(self._host.screen()) is None:
            return
        was_lost, self._is_lost = self._is_lost, False
        self.came_back.emit()
        self._place()
        if was_lost:
            self.said.emit(BACK)


def display_beside(own: QScreen) -> QScreen | None:
    """The first display that is neither `own` nor a mirror of it, if there is any."""
    return next(
        (
            screen
            for screen in QGuiApplication.screens()
            if screen is not own and screen.geometry() != own.geometry()
        ),
        None,
    )
