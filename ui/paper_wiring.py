"""Papers as wirings make them: a button’s files, a first page, and a page of each design."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from judging_app.desk.desk import Desk
from judging_app.domain.papers.certificates import House
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.present.organiser.papers import (
    Certificates,
    PaperJob,
    Written,
    made_text,
    unprintable_text,
)
from ui.day import Day
from ui.file_choice import FileChoice
from ui.widgets.print_row import Printing
from ui.worker import Progress, Task, Worker, raise_bug

HOUSE_PIXELS = 220
"""Across a small page of a design, so that it is sharp at any size of text."""
DRAWN_AFTER_MS = 150
"""Of no change, before the designs are drawn anew."""


class PaperWiring(QObject):
    """Asks for a folder, makes the paper there, and says what became of it; one at a time.

    `job` reads what the paper says there and then, or refuses as the desk does; `made` says that
    it is on the disk.
    """

    made = Signal()

    def __init__(
        self,
        parent: QObject,
        day: Day,
        printing: Printing,
        choice: FileChoice,
        job: Callable[[Desk, Actor], PaperJob],
    ) -> None:
        super().__init__(parent)
        self._day, self._printing, self._choice, self._job = day, printing, choice, job
        self._made: tuple[PaperJob, Path] | None = None
        self._worker = Worker(self)
        printing.asked.connect(self._print)
        day.actor_changed.connect(self._forget)
        self._worker.finished.connect(self._show_made)
        self._worker.failed.connect(self._show_failure)
        self._worker.cancelled.connect(printing.clear)

    def _print(self) -> None:
        folder = self._choice.papers_folder(f"Folder for the {self._printing.paper}")
        if folder is None:
            return
        try:
            job = self._job(self._day.desk, self._day.actor)
        except DeskError as refusal:
            self._printing.show_problem(str(refusal))
            return
        if self._worker.start(writing(job, folder)):
            self._made = job, folder
            self._printing.show_busy()

    def _forget(self) -> None:
        """What one person was shown is not for the next; a paper under way is stopped."""
        self._worker.cancel()
        self._printing.clear()

    def _show_made(self, result: object) -> None:
        if isinstance(result, Written) and self._made is not None:
            self._printing.show_made(written_text(*self._made, result))
            self.made.emit()

    def _show_failure(self, error: object) -> None:
        self._printing.show_problem(failure_text(error, self._printing.paper))
        raise_bug(error)


def writing(job: PaperJob, folder: Path) -> Task:
    """The work of writing a paper, holding values only: a thread may not touch the event."""

    def write(progress: Progress) -> Written:
        from judging_app.export.papers import write_paper  # noqa: PLC0415 - ReportLab comes late

        return write_paper(job, folder, progress)

    return write


def made_files_text(written: Written, folder: Path) -> str:
    """What was made, and where."""
    return made_text(len(written.files), written.pages, str(folder))


def written_text(job: PaperJob, folder: Path, written: Written) -> str:
    """What was made and where, what to know about it, and what couldn't be printed."""
    made = made_files_text(written, folder)
    said = (made, job.caution, unprintable_text(written.unprintable))
    return "\n".join(text for text in said if text)


def failure_text(error: object, paper: str) -> str:
    """Why a paper wasn't made: the refusal's own sentence, or an apology for a bug."""
    if isinstance(error, DeskError):
        return str(error)
    return f"The {paper} could not be made, and nothing was saved. Try again."


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The image, how many pages the paper is of, the mark across them, and what is still to do."""

    image: QImage
    pages: int
    mark: str = ""
    note: str = ""


def first_page(job: PaperJob, wide: int, progress: Progress | None = None) -> FirstPage:
    """Draw a paper, and its first page so many pixels wide; of certificates only the first."""
    # ReportLab and the reader of PDF come late.
    from judging_app.export.papers import drawn  # noqa: PLC0415
    from judging_app.export.preview import page_picture  # noqa: PLC0415
    from judging_app.export.progress import unwatched  # noqa: PLC0415

    pages = 0
    if isinstance(job.rows, Certificates):
        pages = len(job.rows.rows)
        job = replace(job, rows=replace(job.rows, rows=job.rows.rows[:1]))
    papers = [named.paper for named in drawn(job, progress or unwatched)]
    picture = page_picture(papers[0].content, 0, wide)
    size = (picture.wide, picture.high, picture.stride)
    image = QImage(picture.pixels, *size, QImage.Format.Format_RGBX8888).copy()
    return FirstPage(image, pages or sum(paper.pages for paper in papers), job.mark, job.note)


class HousePages(QObject):
    """Draws each design's page on another thread, once nothing has changed for a moment."""

    drawn = Signal(object)
    """A page by each `House`; none where there is nobody's."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: PaperJob | None = None
        self._drawn: PaperJob | None = None
        self._soon = QTimer(self, singleShot=True, interval=DRAWN_AFTER_MS)
        self._soon.timeout.connect(self._draw)
        self._worker = Worker(self)
        self._worker.finished.connect(self._show)
        self._worker.failed.connect(raise_bug)

    def ask(self, job: PaperJob | None) -> None:
        """Draw this one certificate in each design; where there is none, blank pages."""
        self._wanted = _of_house(job, House.CLASSIC) if job is not None else None
        if self._wanted != self._drawn:
            self._soon.start()

    def forget(self) -> None:
        """Show nothing of anybody any more."""
        self._soon.stop()
        self._worker.cancel()
        self._wanted = self._drawn = None
        self.drawn.emit({})

    def _draw(self) -> None:
        if self._wanted is None:
            self._drawn = None
            self.drawn.emit({})
        elif self._worker.start(_drawing(self._wanted)):
            self._drawn = self._wanted
        else:
            self._soon.start()

    def _show(self, pages: object) -> None:
        if isinstance(pages, dict) and self._drawn is not None:
            self.drawn.emit(pages)


def _of_house(job: PaperJob, house: House) -> PaperJob:
    made = job.rows
    assert isinstance(made, Certificates)  # noqa: S101 - as the desk makes them
    return replace(job, rows=replace(made, design=replace(made.design, house=house)))


def _drawing(job: PaperJob) -> Task:
    """The work of drawing one certificate in each design, holding values only."""

    def draw(progress: Progress) -> dict[House, QImage]:
        pages = {}
        for done, house in enumerate(House):
            progress(done, len(House))
            pages[house] = first_page(_of_house(job, house), HOUSE_PIXELS).image
        return pages

    return draw
