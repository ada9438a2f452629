"""Keeps what one person copied from the next who sits down."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from ui.day import Day


class Copied(QObject):
    """Knows what was on the clipboard before a person came, so that only theirs is taken off it.

    The system can't be asked for that: not every one says which program copied something.
    """

    def __init__(self, parent: QObject, day: Day) -> None:
        super().__init__(parent)
        self._day = day
        self._before = _texts()
        day.seated.connect(self._follow)

    def forget(self) -> None:
        """Take off what was copied since somebody came."""
        for mode, text in _texts().items():
            if text != self._before[mode]:
                QGuiApplication.clipboard().clear(mode)

    def _follow(self) -> None:
        if self._day.is_signed_in:
            self._before = _texts()  # somebody else's, or another program's
        else:
            self.forget()


def _texts() -> dict[QClipboard.Mode, str]:
    """What is there to paste in each way, also by the middle button where there is such a way."""
    return {mode: QGuiApplication.clipboard().text(mode) for mode in QClipboard.Mode}
