"""Wires the organiser's papers: rows from the desk; files, prints and first pages from workers."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from judging_app.desk.handing_out.gallery import OFFERED, WHEN_WORDS, OfferedPaper
from judging_app.desk.papers import filed
from judging_app.errors import DeskError
from judging_app.present.organiser.papers import (
    Filing,
    PaperJob,
    Written,
    capital_mark,
    mark_text,
    outcomes_text,
    unprintable_text,
)
from judging_app.words import counted
from ui.day import Day
from ui.file_choice import FileChoice, last_papers_folder, open_folder
from ui.organiser.making import PARTS, Made, Wanted, making
from ui.organiser.papers import CardWords, PapersRequest, PapersScreen
from ui.page_wiring import PageWiring
from ui.paper_wiring import FirstPage, failure_text, first_page
from ui.printing import PrinterChoice
from ui.worker import Progress, Task, Worker, raise_bug

_OFFERED = {paper.title: paper for paper in OFFERED}
GROUPS: Mapping[str, Sequence[CardWords]] = {
    words: [
        CardWords(paper.title, paper.short or paper.title, paper.what_for)
        for paper in OFFERED
        if paper.when is when
    ]
    for when, words in WHEN_WORDS.items()
}
PICTURE_PIXELS = 360
"""Across a first page; it is shown at less than half of it, so that it is sharp on any screen."""

MOST_BALLOTS_DRAWN = 300
"""Of an event with more, sheets and reports take so long that they are drawn when saved."""

_NO_PAGES = "It has no pages to print. Save it instead."

_Make = Callable[[OfferedPaper, PaperJob], Callable[[Callable[[int, int], None]], Written]]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Papers to be made together, with what they are said to be once they are."""

    wanted: tuple[Wanted, ...]
    done: str
    folder: Path | None = None


class PapersWiring(PageWiring):
    """Serves the organiser's papers; one batch at a time, off the interface's thread."""

    part_asked = Signal(object)
    """Another `PapersPart`."""

    def __init__(
        self,
        parent: QObject,
        day: Day,
        screen: PapersScreen,
        choice: FileChoice,
        printers: PrinterChoice,
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice, self._printers = day, screen, choice, printers
        self._batch: _Batch | None = None
        self._go_on: Callable[[], None] | None = None
        self._waiting: deque[str] = deque()
        self._drawing = ""
        self._worker, self._drawer = Worker(self), Worker(self)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_next)
        screen.head.asked.connect(self.part_asked)
        screen.save_asked.connect(self._save)
        screen.print_asked.connect(self._print)
        screen.question.answered.connect(self._go_on_all_the_same)
        screen.cancel_asked.connect(self._worker.cancel)
        screen.open_folder_asked.connect(self._open_folder)
        day.actor_changed.connect(self._forget)
        self._worker.progressed.connect(self._show_progress)
        self._worker.finished.connect(self._show_made)
        self._worker.failed.connect(self._show_failure)
        self._drawer.finished.connect(self._show_drawn)
        self._drawer.failed.connect(self._show_undrawn)
        last = last_papers_folder()
        self._screen.show_folder(last.name if last else "")

    def refresh(self) -> None:
        """Draw every paper's first page as it is now, one after the other."""
        self._waiting = deque(_OFFERED)
        self._next.start()

    def _forget(self) -> None:
        """What one person was shown is not for the next."""
        self._waiting.clear()
        self._drawer.cancel()
        self._worker.cancel()
        self._screen.forget()
        for title in _OFFERED:
            self._screen.show_paper(title, None, 0, "")

    def _draw_next(self) -> None:
        if not self._waiting or self._drawer.is_busy or not self._day.is_signed_in:
            return
        title = self._waiting.popleft()
        paper = _OFFERED[title]
        setup = self._day.desk.setup()
        is_large = len(setup.teams) * len(setup.judges) > MOST_BALLOTS_DRAWN
        if is_large and not paper.may_be_apart:
            self._show_card(title, "Drawn when it is saved")
            return
        try:
            job = paper.job(self._day.desk, self._day.actor)
        except DeskError as refusal:
            self._show_card(title, "Not there yet", str(refusal))
            return
        if paper.no_page:
            self._show_card(title, paper.no_page)
            return
        self._drawing = title
        self._drawer.start(_drawing(job))

    def _show_card(self, title: str, told: str, why: str = "") -> None:
        self._screen.show_paper(title, None, 0, told, why)
        self._next.start()

    def _show_drawn(self, drawn: object) -> None:
        if isinstance(drawn, FirstPage):
            told = counted(drawn.pages, _OFFERED[self._drawing].unit)
            told = " · ".join(part for part in (told, capital_mark(drawn.mark)) if part)
            note = drawn.note
            self._screen.show_paper(self._drawing, drawn.image, drawn.pages, told, note=note)
        self._next.start()

    def _show_undrawn(self, error: object) -> None:
        self._show_card(self._drawing, "Not there yet", failure_text(error, self._drawing))
        raise_bug(error)

    def _save(self, request: PapersRequest) -> None:
        jobs = self._jobs(request)
        self._ask_about_letters(jobs, partial(self._save_all, jobs))

    def _save_all(self, jobs: Sequence[tuple[str, PaperJob | str]]) -> None:
        folder = self._choice.papers_folder("Folder for the papers")
        if folder is None:
            return
        self._screen.show_folder(folder.name)

        def make(_paper: OfferedPaper, job: PaperJob) -> Callable[..., Written]:
            from judging_app.export.papers import write_paper  # noqa: PLC0415 - ReportLab comes late

            return partial(write_paper, job, folder)

        self._start(_Batch(_wanted(jobs, make), f"saved in {folder}", folder))

    def _print(self, request: PapersRequest) -> None:
        jobs = self._jobs(request)
        self._ask_about_letters(jobs, partial(self._print_all, jobs))

    def _print_all(self, jobs: Sequence[tuple[str, PaperJob | str]]) -> None:
        from ui.printing import print_paper  # noqa: PLC0415 - what prints comes late

        jobs = [(title, _NO_PAGES if _OFFERED[title].no_page else job) for title, job in jobs]
        one_sided = all(_OFFERED[title].is_one_sided for title, _ in jobs)
        try:
            printer = self._printers.printer(is_one_sided=one_sided)
        except DeskError as refusal:
            self._screen.show_problem(str(refusal))
            return
        if printer is None:
            return

        def make(paper: OfferedPaper, job: PaperJob) -> Callable[..., Written]:
            return partial(print_paper, job, printer, is_one_sided=paper.is_one_sided)

        on = f" on {printer.printerName()}" if printer.printerName() else ""
        self._start(_Batch(_wanted(jobs, make), f"printed{on}"))

    def _start(self, batch: _Batch) -> None:
        if self._worker.start(making(batch.wanted)):
            self._batch = batch
            self._show_progress(0, 0)

    def _jobs(self, request: PapersRequest) -> list[tuple[str, PaperJob | str]]:
        """Each paper as values, or why there is none."""
        found: list[tuple[str, PaperJob | str]] = []
        for title in request.papers:
            paper = _OFFERED[title]
            filing = request.filing if paper.may_be_apart else Filing.ONE_FILE
            try:
                job = paper.job(self._day.desk, self._day.actor)
            except DeskError as refusal:
                found.append((title, str(refusal)))
            else:
                found.append((title, filed(self._day.desk, job, filing)))
        return found

    def _ask_about_letters(
        self, jobs: Sequence[tuple[str, PaperJob | str]], go_on: Callable[[], None]
    ) -> None:
        """Go on; where letters would be printed as empty squares, only when told to."""
        from judging_app.export.papers import unprintable_in  # noqa: PLC0415 - ReportLab comes late

        every = [one for _, job in jobs if not isinstance(job, str) for one in unprintable_in(job)]
        if not every:
            go_on()
            return
        self._go_on = go_on
        self._screen.question.ask(
            "letters", unprintable_text(every), "Make them all the same", needs_reason=False
        )

    def _go_on_all_the_same(self) -> None:
        go_on, self._go_on = self._go_on, None
        if go_on is not None:
            go_on()

    def _open_folder(self) -> None:
        if self._batch is not None and self._batch.folder is not None:
            open_folder(self._batch.folder)

    def _show_progress(self, done: int, total: int) -> None:
        if self._batch is not None:
            wanted = self._batch.wanted
            at = min(done // PARTS, len(wanted) - 1)
            text = f"{at + 1} of {counted(len(wanted), 'paper')}: {wanted[at].title}"
            self._screen.show_progress(done, total, text)

    def _show_made(self, made: object) -> None:
        if not isinstance(made, Made) or self._batch is None:
            return
        said = outcomes_text(made.outcomes, self._batch.done)
        self._screen.show_summary(said, made.outcomes, is_folder=self._batch.folder is not None)
        for bug in made.bugs:
            raise_bug(bug)

    def _show_failure(self, error: object) -> None:
        self._screen.show_problem(failure_text(error, "papers"))
        raise_bug(error)


def _wanted(jobs: Sequence[tuple[str, PaperJob | str]], make: _Make) -> tuple[Wanted, ...]:
    return tuple(
        Wanted(title, why=job)
        if isinstance(job, str)
        else Wanted(title, make(_OFFERED[title], job), _caution(job))
        for title, job in jobs
    )


def _caution(job: PaperJob) -> str:
    return " ".join(text for text in (job.caution, mark_text(job.mark)) if text)


def _drawing(job: PaperJob) -> Task:
    def draw(progress: Progress) -> FirstPage:
        return first_page(job, PICTURE_PIXELS, progress)

    return draw
