"""Wires the check of an event that was opened, which goes on behind what is on the screen."""

from PySide6.QtCore import QObject, Signal

from judging_app.present.organiser.verification import finding_text, refusal_text
from ui.day import Day
from ui.worker import Worker

CHANGED = "its content was changed after it was recorded"


class CheckWiring(QObject):
    """Has the worker check the open event, and says if it isn't what was recorded.

    The desk gives no result before that has ended, whoever asks.
    """

    found_fault = Signal(str)

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

    def stop(self) -> None:
        """Wait for the check that is under way; for a window that goes."""
        self._worker.stop()

    def _take(self, _result: object) -> None:
        if not self._day.is_open:
            return
        desk = self._day.desk
        if self._checked is not desk.check:
            self.begin()
        elif desk.check is not None and (findings := desk.check.run().findings):
            # The entry, not the figures: anybody may be looking.
            sentences = tuple(finding_text(one.entry, CHANGED) for one in findings)
            self.found_fault.emit(refusal_text(desk.file.path.name, sentences))

    def _fail(self, error: object) -> None:
        raise error if isinstance(error, Exception) else RuntimeError(str(error))
