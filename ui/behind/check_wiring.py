"""Wires the check of an event that was opened, which goes on behind what is on the screen."""

from PySide6.QtCore import QObject, Signal

from judging_app.errors import DeskError
from ui.day import Day
from ui.worker import Worker, raise_bug


class CheckWiring(QObject):
    """Has the worker check the open event, and tells when that has ended.

    The desk gives no result before that, whoever asks, and says itself what was found.
    """

    ended = Signal()

    def __init__(self, parent: QObject, day: Day) -> None:
        super().__init__(parent)
        self._day = day
        self._checked: object = None
        self._worker = Worker(self)
        self._worker.finished.connect(self._take)
        self._worker.failed.connect(self._fail)

    def begin(self) -> None:
        """Check the open event; one that is still being checked comes first."""
        check = self._day.desk.check
        if check is not None and self._worker.start(check.run):
            self._checked = check

    def follow(self) -> None:
        """Check the event again if its file was opened anew."""
        if self._day.is_open and self._day.desk.check is not self._checked:
            self.begin()

    def begin_again(self) -> None:
        """Check the open event as it is now, unless a check is under way."""
        if not self._worker.is_busy:
            try:
                self._day.desk.begin_check()
            except DeskError as refusal:
                self._day.desk.distrust(str(refusal))
            self.begin()

    def stop(self) -> None:
        """Wait for the check that is under way; for a window that goes."""
        self._worker.stop()

    def _take(self, _result: object) -> None:
        if not self._day.is_open:
            return
        if self._checked is not self._day.desk.check:
            self.begin()
        else:
            self.ended.emit()

    def _fail(self, error: object) -> None:
        """Trust a file no more that can't even be checked."""
        if self._day.is_open and self._checked is self._day.desk.check:
            self._day.desk.distrust(unchecked_text(self._day.desk.file.path.name))
            self.ended.emit()
        raise_bug(error)


def unchecked_text(file: str) -> str:
    """What to say of a file that nobody could check."""
    return f"{file} could not be checked, so no result is shown. Close the event and open it again."
