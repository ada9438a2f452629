"""Wires the organiser's papers: rows from the desk, files and first pages from workers."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from judging_app.desk.papers import OFFERED, WHEN_WORDS
from judging_app.errors import DeskError
from judging_app.present.organiser.papers import PaperJob, Written, unprintable_text
from judging_app.words import counted
from ui.day import Day
from ui.file_choice import FileChoice
from ui.organiser.papers import PapersRequest, PapersScreen
from ui.page_wiring import PageWiring
from ui.paper_wiring import FirstPage, failure_text, first_page, made_files_text
from ui.worker import Progress, Task, Worker, raise_bug

_OFFERED = {paper.title: paper for paper in OFFERED}
GROUPS: Mapping[str, Sequence[str]] = {
    words: [paper.title for paper in OFFERED if paper.when is when]
    for when, words in WHEN_WORDS.items()
}
PICTURE_PIXELS = 360
"""Across a first page; it is shown at less than half of it, so that it is sharp on any screen."""

MOST_BALLOTS_DRAWN = 300
"""Of an event with more, sheets and reports take so long that they are drawn when saved."""


class PapersWiring(PageWiring):
    """Serves the organiser's papers; one batch at a time, off the interface's thread."""

    data_asked = Signal()
    """The other part of the page."""

    def __init__(self, parent: QObject, day: Day, screen: PapersScreen, choice: FileChoice) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice = day, screen, choice
        self._folder: Path | None = None
        self._made: tuple[Sequence[PaperJob], Path] | None = None
        self._waiting: deque[str] = deque()
        self._drawing = ""
        self._worker, self._drawer = Worker(self), Worker(self)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_next)
        screen.head.asked.connect(self.data_asked)
        screen.folder_asked.connect(self._choose_folder)
        screen.papers_asked.connect(self._make)
        screen.cancel_asked.connect(self._worker.cancel)
        screen.open_folder_asked.connect(self._open_folder)
        day.actor_changed.connect(self._forget)
        self._worker.progressed.connect(screen.show_progress)
        self._worker.finished.connect(self._show_result)
        self._worker.failed.connect(self._show_failure)
        self._worker.cancelled.connect(self._show_cancelled)
        self._drawer.finished.connect(self._show_drawn)
        self._drawer.failed.connect(self._show_undrawn)

    def refresh(self) -> None:
        """Draw every paper's first page as it is now, one after the other."""
        self._waiting = deque(_OFFERED)
        self._next.start()

    def _forget(self) -> None:
        """What one person was shown is not for the next."""
        self._waiting.clear()
        self._drawer.cancel()
        for title in _OFFERED:
            self._screen.show_paper(title, None, "")

    def _draw_next(self) -> None:
        if not self._waiting or self._drawer.is_busy or not self._day.is_signed_in:
            return
        title = self._waiting.popleft()
        setup = self._day.desk.setup()
        is_large = len(setup.teams) * len(setup.judges) > MOST_BALLOTS_DRAWN
        if is_large and not _OFFERED[title].may_be_apart:
            self._screen.show_paper(title, None, "Drawn when it is saved")
            self._next.start()
            return
        try:
            job = _OFFERED[title].job(self._day.desk, self._day.actor)
        except DeskError as refusal:
            self._screen.show_paper(title, None, "Not there yet", str(refusal))
            self._next.start()
            return
        self._drawing = title
        self._drawer.start(_drawing(job))

    def _show_drawn(self, drawn: object) -> None:
        if isinstance(drawn, FirstPage):
            self._screen.show_paper(self._drawing, drawn.image, counted(drawn.pages, "page"))
        self._next.start()

    def _show_undrawn(self, error: object) -> None:
        self._screen.show_paper(self._drawing, None, "Not there yet", failure_text(error, "paper"))
        self._next.start()
        raise_bug(error)

    def _choose_folder(self) -> None:
        if folder := self._choice.folder("Folder for the papers"):
            self._folder = folder
            self._screen.show_folder(str(folder))

    def _make(self, request: PapersRequest) -> None:
        if self._folder is None:
            return
        try:
            jobs = [self._job(title, request) for title in request.papers]
        except DeskError as refusal:
            self._screen.show_problem(str(refusal))
            return
        if self._worker.start(_writing_all(jobs, self._folder)):
            self._made = jobs, self._folder
            self._screen.show_progress(0, 0)

    def _job(self, title: str, request: PapersRequest) -> PaperJob:
        paper = _OFFERED[title]
        is_apart = paper.may_be_apart and request.is_apart
        return replace(paper.job(self._day.desk, self._day.actor), is_single_file=not is_apart)

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_result(self, result: object) -> None:
        if isinstance(result, Written) and self._made is not None:
            jobs, folder = self._made
            cautions = dict.fromkeys(job.caution for job in jobs if job.caution)
            said = (made_files_text(result, folder), *cautions)
            missing = unprintable_text(result.unprintable)
            self._screen.show_result("\n".join(text for text in (*said, missing) if text))

    def _show_failure(self, error: object) -> None:
        self._screen.show_problem(failure_text(error, "papers"))
        raise_bug(error)

    def _show_cancelled(self) -> None:
        self._screen.show_problem("Stopped. No file was saved.")


def _drawing(job: PaperJob) -> Task:
    def draw(progress: Progress) -> FirstPage:
        return first_page(job, PICTURE_PIXELS, progress)

    return draw


def _writing_all(jobs: Sequence[PaperJob], folder: Path) -> Task:
    """The work of writing papers, all or none of each, holding values only."""

    def write(progress: Progress) -> Written:
        from judging_app.export.papers import write_papers  # noqa: PLC0415 - ReportLab comes late

        return write_papers(jobs, folder, progress)

    return write
