"""Where a PIN is entered, and told to be wrong, and waited for after too many of them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui import theme
from ui.announce import announce
from ui.pins.pin_pad import PinPad
from ui.widgets.form import column
from ui.widgets.labels import WrappedLabel

CHECKING = "Checking…"


class PinEntry(QWidget):
    """The pad, and below it what was wrong with the PIN; else `hint`."""

    entered = Signal(str)

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.pad = PinPad()
        self.pad.entered.connect(self._enter)
        self.refusal = WrappedLabel(kind="loss")
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        theme.follow(self.refusal.setMinimumHeight, 60)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._take_again)
        column(self.pad, self.refusal, spacing=8, inside=self)

    def begin(self) -> None:
        """Take a PIN, with nothing said."""
        self._waiting.stop()
        theme.restyle(self.refusal, kind="quiet")
        self.refusal.setText(self._hint)
        self._take()

    def show_refusal(self, sentence: str, *, wait_s: int = 0) -> None:
        """Say why the PIN was refused; take another at once, or after so many seconds."""
        theme.restyle(self.refusal, kind="loss")
        self.refusal.setText(sentence)
        announce(self, sentence, is_urgent=True)
        self.pad.setEnabled(not wait_s)
        self.pad.dots.begin(is_locked=bool(wait_s))
        if wait_s:
            self._waiting.start(wait_s * 1000)
        else:
            self._waiting.stop()
            self.pad.dots.setFocus()

    def forget(self) -> None:
        """Forget the digits so far, and what was said of them."""
        self._waiting.stop()
        self.refusal.setText("")
        self.pad.dots.begin()

    def _enter(self, pin: str) -> None:
        """Say that it is being looked at, which takes a slow computer its time."""
        theme.restyle(self.refusal, kind="quiet")
        self.refusal.setText(CHECKING)
        self.repaint()  # at once: nothing else is painted until it is known
        self.entered.emit(pin)

    def _take_again(self) -> None:
        """The wait is over: say so, and take a PIN, unless somebody has gone on since."""
        if self.pad.isVisible():
            theme.restyle(self.refusal, kind="quiet")
            self.refusal.setText("You can try again now.")
            announce(self, self.refusal.text())
            types_elsewhere = isinstance(QApplication.focusWidget(), QLineEdit)
            self._take(takes_keyboard=not types_elsewhere)

    def _take(self, *, takes_keyboard: bool = True) -> None:
        self.pad.setEnabled(True)
        self.pad.dots.begin()
        if takes_keyboard:
            self.pad.dots.setFocus()
