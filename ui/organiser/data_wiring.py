"""Wires the data: what can be saved from the desk, files from the worker."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from judging_app.desk.open_data.bundles import data_job, data_offer
from judging_app.errors import DeskError
from judging_app.present.open_data.job import DataJob
from judging_app.words import counted
from ui.day import Day
from ui.file_choice import FileChoice
from ui.organiser.data import DataRequest, DataScreen
from ui.page_wiring import PageWiring
from ui.paper_wiring import failure_text
from ui.worker import Progress, Task, Worker, raise_bug


class DataWiring(PageWiring):
    """Serves the data; one folder at a time, off the interface's thread."""

    part_asked = Signal(object)
    """Another `PapersPart`."""

    def __init__(self, parent: QObject, day: Day, screen: DataScreen, choice: FileChoice) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice = day, screen, choice
        self._folder: Path | None = None
        self._worker = Worker(self)
        screen.head.asked.connect(self.part_asked)
        screen.save_asked.connect(self._save)
        screen.cancel_asked.connect(self._worker.cancel)
        screen.open_folder_asked.connect(self._open_folder)
        day.actor_changed.connect(self._forget)
        self._worker.finished.connect(self._show_saved)
        self._worker.failed.connect(self._show_failure)
        self._worker.cancelled.connect(self._show_cancelled)

    def refresh(self) -> None:
        """Show what can be saved now."""
        try:
            self._screen.show_offer(data_offer(self._day.desk, self._day.actor))
        except DeskError as refusal:
            self._screen.show_problem(str(refusal))

    def _save(self, request: DataRequest) -> None:
        folder = self._choice.papers_folder("Folder for the data")
        if folder is None:
            return
        try:
            job = data_job(self._day.desk, self._day.actor, request.choice, request.kinds)
        except DeskError as refusal:
            self._screen.show_problem(str(refusal))
            return
        if self._worker.start(writing(job, folder)):
            self._folder = folder
            self._screen.show_progress()

    def _forget(self) -> None:
        """What one person was shown is not for the next; a folder under way is stopped."""
        self._worker.cancel()
        self._screen.forget()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_saved(self, files: object) -> None:
        if isinstance(files, tuple):
            self._screen.show_saved(f"{counted(len(files), 'file')} saved in {self._folder}")

    def _show_failure(self, error: object) -> None:
        self._screen.show_problem(failure_text(error, "data"))
        raise_bug(error)

    def _show_cancelled(self) -> None:
        self._screen.show_problem("Stopped. What was saved before is in the folder.")


def writing(job: DataJob, folder: Path) -> Task:
    """The work of saving data, holding values only: a thread may not touch the event."""

    def write(progress: Progress) -> tuple[Path, ...]:
        from judging_app.export.open_data.files import write_data  # noqa: PLC0415 - it comes late

        return write_data(job, folder, progress)

    return write
