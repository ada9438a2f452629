"""Wires the check of the record: the worker reads, the desk says what it means."""

from PySide6.QtCore import QObject

from judging_app.desk.desk import Desk
from judging_app.desk.record.checking import RecordCheck, code_answer, new_check
from judging_app.desk.record.closing import record_at_closing
from judging_app.errors import DeskError
from judging_app.present.organiser.verification import faults_text, refusal_text
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.record.record import RecordScreen
from ui.worker import Worker


class RecordWiring(PageWiring):
    """Checks the whole record whenever somebody comes to the page, off the interface’s thread."""

    def __init__(self, parent: QObject, day: Day, screen: RecordScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._checked: Desk | None = None
        self._found: RecordCheck | None = None
        self._worker = Worker(self)
        screen.check_asked.connect(self._check)
        screen.code_asked.connect(self._answer)
        day.actor_changed.connect(screen.begin)
        self._worker.finished.connect(self._take)
        self._worker.failed.connect(day.fail)

    def refresh(self) -> None:
        """Check the record as it is now."""
        kept = record_at_closing(self._day.desk, self._day.actor)
        self._screen.closing.show_sentence(kept.sentence if kept else "")
        self._check()

    def _check(self) -> None:
        desk = self._day.desk
        try:
            check = new_check(desk)
        except DeskError as refusal:
            self._screen.show_faults(str(refusal), ())
            return
        if self._worker.start(check):
            self._checked, self._found = desk, None
            self._screen.show_checking()

    def _take(self, result: object) -> None:
        if not self._day.is_open or self._day.desk is not self._checked:
            return
        if isinstance(result, RecordCheck):
            self._found = result
            self._show(result)

    def _show(self, found: RecordCheck) -> None:
        if found.changed:
            self._day.desk.distrust(refusal_text(self._day.desk.file.path.name, found.changed))
        if found.faults:
            self._screen.show_faults(faults_text(len(found.faults)), found.faults)
        else:
            self._screen.show_checked(found.summary, found.proof)

    def _answer(self, code: str) -> None:
        if self._found is not None:
            answer = code_answer(self._day.desk, self._found, code)
            self._screen.code.show_answer(answer.said, "good" if answer.is_known else "loss")
