"""A PIN's digits, typed or pressed on the screen, shown as dots only."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from judging_app.domain.roles import PIN_DIGITS
from ui import keys, theme
from ui.widgets.buttons import Button

HABIT_MS = 700
"""How long after the last digit an Enter is still meant for the PIN, which needs none."""


class PinDots(QWidget):
    """Takes the digits and shows how many there are; never which."""

    accessible_role = QAccessible.Role.EditableText

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self._is_waiting = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringed", True)  # noqa: FBT003 - Qt's own signature
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show_count()

    @property
    def count(self) -> int:
        """How many digits there are so far."""
        return len(self._digits)

    def begin(self, *, is_locked: bool = False) -> None:
        """Forget the digits; take new ones unless locked."""
        self._digits = ""
        self._is_waiting = is_locked
        self.setEnabled(not is_locked)
        self._show_count()

    def add(self, digit: str) -> None:
        """Take one digit; the sixth is the last until `begin`."""
        if self._is_waiting:
            return
        self._digits += digit
        self._is_waiting = len(self._digits) == PIN_DIGITS
        self._show_count()
        if self._is_waiting:
            habit = EnterByHabit()
            self.entered.emit(self._digits)
            habit.begin()  # only now: looking at a PIN takes its time

    def accessible_value(self) -> str:
        """How many digits there are; never which."""
        return f"{len(self._digits)} of {PIN_DIGITS} digits"

    def take_back(self) -> None:
        """Forget the last digit."""
        if not self._is_waiting:
            self._digits = self._digits[:-1]
            self._show_count()

    def sizeHint(self) -> QSize:
        """Room for six dots."""
        return QSize(theme.scaled(40) * PIN_DIGITS, min(theme.scaled(48), 72))

    def take(self, event: QKeyEvent) -> bool:
        """Take a digit or Backspace, and say whether it was one; a key held down counts once."""
        if keys.TAKE_BACK_DIGIT.is_pressed(event):
            self.take_back()
        elif keys.PIN_DIGIT.is_pressed(event):
            if not event.isAutoRepeat():
                self.add(event.text())
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that are meant for it."""
        if not self.take(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a filled dot for each digit that there is, and an empty one for each to come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.token("line-strong" if self.isEnabled() else "line"), 1))
        painter.setBrush(theme.token("surface" if self.isEnabled() else "ground"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        a_dot, size = theme.scaled(36), theme.scaled(14)
        first = (self.width() - a_dot * PIN_DIGITS) / 2
        for at in range(PIN_DIGITS):
            is_filled = at < len(self._digits)
            token = "text" if is_filled else "line-strong" if self.isEnabled() else "line"
            painter.setPen(QPen(theme.token(token), 2))
            painter.setBrush(theme.token("text" if is_filled else "surface"))
            left, top = first + a_dot * at + (a_dot - size) / 2, (self.height() - size) / 2
            painter.drawEllipse(QRectF(left, top, size, size))

    def _show_count(self) -> None:
        self.setAccessibleName(f"PIN, {self.accessible_value()}")
        self.update()


class EnterByHabit(QObject):
    """Keeps an Enter after the last digit from pressing what has the keyboard by then.

    It belongs to the application: the window that took the PIN may be gone.
    """

    def __init__(self) -> None:
        super().__init__(_app())
        self._has_come = False
        _app().installEventFilter(self)

    def begin(self) -> None:
        """Wait for it from now on."""
        QTimer.singleShot(HABIT_MS, self, self.end)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take one Enter, however long it is held; any other key, or the pointer, ends it."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.end()
        elif isinstance(event, QKeyEvent) and event.type() in _PRESSES:
            if keys.PRESS.is_pressed(event) and (event.isAutoRepeat() or not self._has_come):
                self._has_come = self._has_come or event.type() == QEvent.Type.KeyPress
                event.accept()
                return True
            self.end()
        return False

    def end(self) -> None:
        """Take no Enter any more."""
        _app().removeEventFilter(self)
        self.deleteLater()


def _app() -> QCoreApplication:
    if (app := QCoreApplication.instance()) is None:
        raise RuntimeError("no PIN is typed without an application")
    return app


_PRESSES = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})


class PinPad(QWidget):
    """The dots above a pad of digits."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dots = PinDots()
        self._buttons = [_DigitButton(digit) for digit in "1234567890"]
        back = Button(kind="pad", icon="delete")
        back.setAccessibleName("Delete the last digit")
        back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        back.clicked.connect(self.dots.take_back)
        pad = QGridLayout()
        pad.setSpacing(8)
        for at, button in enumerate(self._buttons):
            row, column = (at // 3, at % 3) if at < 9 else (3, 1)  # noqa: PLR2004 - the tenth key is nought
            pad.addWidget(button, row, column)
            button.chosen.connect(self.dots.add)
        clear = Button("Clear", kind="pad-word")
        clear.setAccessibleName("Delete all digits")
        clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        clear.clicked.connect(self._clear)
        pad.addWidget(clear, 3, 0)
        pad.addWidget(back, 3, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.dots)
        layout.addLayout(pad)
        self.dots.entered.connect(self.entered)

    def _clear(self) -> None:
        while self.dots.count and self.dots.isEnabled():
            before = self.dots.count
            self.dots.take_back()
            if self.dots.count == before:
                return


class _DigitButton(Button):
    """A digit for the mouse or a finger; the keyboard has digits of its own."""

    chosen = Signal(str)

    def __init__(self, digit: str) -> None:
        super().__init__(digit, kind="pad")
        self._digit = digit
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._digit)
