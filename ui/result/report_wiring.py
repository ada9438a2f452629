"""Wires the report of the result: rows from the desk, one file from the worker."""

from pathlib import Path

from PySide6.QtCore import QObject

from judging_app.desk.papers import report_rows
from judging_app.errors import DeskError
from judging_app.present.organiser.papers import Written, made_text, unprintable_text
from judging_app.present.organiser.report import Report, report_stem
from ui.day import Day
from ui.file_choice import FileChoice
from ui.widgets.print_row import PrintHead
from ui.worker import Progress, Task, Worker


class ReportWiring(QObject):
    """Serves the result's own button for paper; one report at a time."""

    def __init__(self, parent: QObject, day: Day, head: PrintHead, choice: FileChoice) -> None:
        super().__init__(parent)
        self._day, self._head, self._choice = day, head, choice
        self._made = ("", "")
        self._worker = Worker(self)
        head.print_asked.connect(self._print)
        day.actor_changed.connect(self._forget)
        self._worker.finished.connect(self._show_made)
        self._worker.failed.connect(self._show_failure)
        self._worker.cancelled.connect(head.clear)

    def _print(self) -> None:
        folder = self._choice.folder("Folder for the report")
        if folder is None:
            return
        try:
            rows = report_rows(self._day.desk, self._day.actor)
        except DeskError as refusal:
            self._head.show_problem(str(refusal))
            return
        self._made = (str(folder), rows.status)
        if self._worker.start(report_task(rows, folder)):
            self._head.show_busy()

    def _forget(self) -> None:
        """What one person was shown is not for the next; a report under way is stopped."""
        self._worker.cancel()
        self._head.clear()

    def _show_made(self, result: object) -> None:
        if isinstance(result, Written):
            folder, status = self._made
            said = made_text(len(result.files), result.pages, folder)
            said_too = (status, unprintable_text(result.unprintable))
            self._head.show_made("\n".join([said, *(text for text in said_too if text)]))

    def _show_failure(self, error: object) -> None:
        if isinstance(error, DeskError):
            self._head.show_problem(str(error))
            return
        self._head.show_problem("The report could not be made, and nothing was saved. Try again.")
        raise error if isinstance(error, Exception) else RuntimeError(str(error))


def report_task(rows: Report, folder: Path) -> Task:
    """The work of writing one report, holding values only."""

    def write(progress: Progress) -> Written:
        from judging_app.export import papers  # noqa: PLC0415 - ReportLab is loaded late

        return papers.write_report(rows, folder, report_stem(rows.event), progress=progress)

    return write
