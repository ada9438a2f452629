"""Builds the windows, changes how they look, and catches at one door what nobody foresaw."""

import signal
import sys
from functools import partial
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from judging_app.desk.access.first_look import first_look
from judging_app.errors import EventFileError
from ui import theme
from ui.appearance import Look, keep_look, kept_look
from ui.behind.after_paint import AfterPaint
from ui.day import Day
from ui.file_choice import FileChoice
from ui.pages import SIGN_IN
from ui.window import Window
from ui.worker import Progress, Worker

WAKE_MS = 500
"""How soon a signal from the system is heard."""

UNFORESEEN = "Something went wrong. If it happens again, close Pitch day and start it again."
"""Said where no event is open, so that nothing can be lost."""

STILL_SAVED = (
    "Something went wrong, but what was saved is safe: it was read again just now. If it happens "
    "again, close the event and open it again."
)
NOT_READ_AGAIN = (
    "Something went wrong, and {} can’t be read again just now, so the last change may not be "
    "saved. Check its drive, then close the event and open it again."
)


class Application(QObject):
    """The day, the projector, and the main window."""

    def __init__(self, app: QApplication, choice: FileChoice | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._look = kept_look(app)
        theme.apply(app, self._look.theme, self._look.text_scale)
        self.day, self._loading = Day(self), Worker(self)
        self.window = Window(self.day, choice=choice)
        self.window.smaller_text_asked.connect(self._make_text_smaller)
        self.window.larger_text_asked.connect(self._make_text_larger)
        self.window.usual_text_asked.connect(self._make_text_usual)
        self.window.other_theme_asked.connect(self._turn_theme)

    def begin(self, opening: QWidget, path: Path | None) -> None:
        """Put the main window in place of `opening`, with an event if there is one."""
        sys.excepthook = self.catch
        self._close_on(signal.SIGINT, signal.SIGTERM)
        # In the loop, whose door catches what goes wrong.
        QTimer.singleShot(0, lambda: self._begin(opening, path))

    def _close_on(self, *signals: signal.Signals) -> None:
        """Close as by the window's own button when the system or Ctrl+C asks for it."""
        for number in signals:
            signal.signal(number, self._close)
        # Qt's loop runs no Python by itself, and Python's handlers need some to run in.
        waking = QTimer(self)
        waking.setInterval(WAKE_MS)
        waking.timeout.connect(_pass)
        waking.start()

    def catch(
        self,
        _kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        """Say that something went wrong, and write down where; the loop goes on.

        What can't be read just now is nothing that went wrong in here, and has its own sentence.
        """
        if isinstance(error, EventFileError):
            self.day.not_shown.emit(str(error))
            return
        from judging_app.log import logged  # noqa: PLC0415 - for a bug alone

        log = logged(error)
        told = f" The details are in {log}." if log else ""
        self.window.show_message(self._what_is_so() + told, "loss")
        if self.day.is_open and not self.day.desk.is_distrusted:
            self.window.check.begin_again()

    def _what_is_so(self) -> str:
        """What became of what was saved: it is safe only if it has just been read."""
        if not self.day.is_open:
            return UNFORESEEN
        desk = self.day.desk
        if desk.is_distrusted:
            return f"Something went wrong. {desk.trust().sentence}"
        return STILL_SAVED if desk.is_still_saved() else NOT_READ_AGAIN.format(desk.file.path.name)

    def _begin(self, opening: QWidget, path: Path | None) -> None:
        try:
            if path is not None:
                self._open(path)
        finally:
            self._show_in_place_of(opening)

    def _open(self, path: Path) -> None:
        """Open an event, and show its names before that where the file says them at once."""
        look = first_look(path)
        if look is None:
            self.day.open(path)
            return
        self.window.show_first_look(look)
        self._loading.finished.connect(partial(self._open_shown, path))
        AfterPaint(self.window.screen_by(SIGN_IN, QWidget), self._load)

    def _load(self) -> None:
        self._loading.start(_load_desk)

    def _open_shown(self, path: Path, _loaded: object) -> None:
        if self.window.isVisible() and not self.day.open(path):
            self.window.show_not_opened()

    def _close(self, _number: int, _frame: FrameType | None) -> None:
        self.window.close()

    def _make_text_smaller(self) -> None:
        self._change(self._look.stepped(-1))

    def _make_text_larger(self) -> None:
        self._change(self._look.stepped(+1))

    def _make_text_usual(self) -> None:
        self._change(self._look.stepped_to(1.0))

    def _turn_theme(self) -> None:
        self._change(self._look.turned())

    def _change(self, look: Look) -> None:
        if look == self._look:
            return
        self._look = look
        keep_look(look)
        theme.apply(self._app, look.theme, look.text_scale)
        QTimer.singleShot(0, self.window.keep_keyboard_in_view)  # once all has its new size

    def _show_in_place_of(self, before: QWidget) -> None:
        self.window.setGeometry(before.normalGeometry())
        self.window.setWindowState(before.windowState())
        self.window.show()
        before.hide()
        before.deleteLater()


def _load_desk(_progress: Progress) -> None:
    """Load what opening an event and signing in take, while the names are read."""
    from judging_app.desk import events, sign_in  # noqa: F401, PLC0415 - as just said


def _pass() -> None:
    """Let Python look for signals."""
