"""Wires the organiser's papers: rows from the desk, files from the worker."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from judging_app.desk.papers import OFFERED
from judging_app.errors import DeskError
from judging_app.present.organiser.papers import PaperJob, Written
from ui.day import Day
from ui.file_choice import FileChoice
from ui.organiser.papers import PapersRequest, PapersScreen
from ui.page_wiring import PageWiring
from ui.paper_wiring import failure_text, writing, written_text
from ui.worker import Worker, raise_bug

_OFFERED = {paper.title: paper for paper in OFFERED}
TITLES = tuple(_OFFERED)


class PapersWiring(PageWiring):
    """Serves the organiser's papers; one batch at a time, off the interface's thread."""

    data_asked = Signal()
    """The other part of the page."""

    def __init__(self, parent: QObject, day: Day, screen: PapersScreen, choice: FileChoice) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice = day, screen, choice
        self._folder: Path | None = None
        self._made: tuple[PaperJob, Path] | None = None
        self._worker = Worker(self)
        screen.head.asked.connect(self.data_asked)
        screen.folder_asked.connect(self._choose_folder)
        screen.papers_asked.connect(self._make)
        screen.cancel_asked.connect(self._worker.cancel)
        screen.open_folder_asked.connect(self._open_folder)
        self._worker.progressed.connect(screen.show_progress)
        self._worker.finished.connect(self._show_result)
        self._worker.failed.connect(self._show_failure)
        self._worker.cancelled.connect(self._show_cancelled)

    def _choose_folder(self) -> None:
        if folder := self._choice.folder("Folder for the papers"):
            self._folder = folder
            self._screen.show_folder(str(folder))

    def _make(self, request: PapersRequest) -> None:
        if self._folder is None:
            return
        try:
            job = self._job(request)
        except DeskError as refusal:
            self._screen.show_problem(str(refusal))
            return
        if self._worker.start(writing(job, self._folder)):
            self._made = job, self._folder
            self._screen.show_progress(0, 0)

    def _job(self, request: PapersRequest) -> PaperJob:
        paper = _OFFERED[request.paper]
        is_apart = paper.may_be_apart and request.is_apart
        return replace(paper.job(self._day.desk, self._day.actor), is_single_file=not is_apart)

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_result(self, result: object) -> None:
        if isinstance(result, Written) and self._made is not None:
            self._screen.show_result(written_text(*self._made, result))

    def _show_failure(self, error: object) -> None:
        self._screen.show_problem(failure_text(error, "papers"))
        raise_bug(error)

    def _show_cancelled(self) -> None:
        self._screen.show_problem("Stopped. No file was saved.")
