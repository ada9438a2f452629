"""Keeps what one person copied from the next who sits down."""

from PySide6.QtGui import QClipboard, QGuiApplication


class Copied:
    """Knows what was on the clipboard before a person came, so that only theirs is taken off it.

    The system can't be asked for that: not every one says which program copied something.
    """

    def __init__(self) -> None:
        self._before = _texts()

    def begin(self) -> None:
        """Remember what is there now: it is somebody else's, or of another program."""
        self._before = _texts()

    def forget(self) -> None:
        """Take off what was copied since."""
        for mode, text in _texts().items():
            if text != self._before[mode]:
                QGuiApplication.clipboard().clear(mode)


def _texts() -> dict[QClipboard.Mode, str]:
    """What is there to paste in each way, also by the middle button where there is such a way."""
    return {mode: QGuiApplication.clipboard().text(mode) for mode in QClipboard.Mode}
