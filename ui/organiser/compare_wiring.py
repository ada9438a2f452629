"""Wires the comparison of events: bundles read by the worker, nothing of the open event."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from judging_app.bundle.archive import SUFFIX
from judging_app.compare.comparison import Comparison
from judging_app.desk.desk import Desk
from judging_app.desk.open_data import comparing
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError, OutputError
from judging_app.files import save
from judging_app.present.compare.criteria import said_same
from judging_app.present.compare.figures import comparison_csv
from judging_app.present.compare.view import TITLE, ComparisonView, comparison_view
from judging_app.present.organiser.papers import PaperJob
from ui.day import Day
from ui.file_choice import FileChoice
from ui.organiser.compare import CompareScreen
from ui.page_wiring import PageWiring
from ui.paper_wiring import PaperWiring
from ui.worker import Progress, Worker, raise_bug

MATCHES = "criteria.json"
"""In the folder of the first bundle: which criteria are the same."""

STOPPED = "Stopped. What was worked out is kept: choose the bundles again to continue."


@dataclass(frozen=True, slots=True)
class _Compared:
    comparison: Comparison
    view: ComparisonView


class CompareWiring(PageWiring):
    """Serves the comparison; bundles are read off the interface's thread."""

    def __init__(
        self, parent: QObject, day: Day, screen: CompareScreen, choice: FileChoice
    ) -> None:
        super().__init__(parent)
        self._screen, self._choice = screen, choice
        self._paths: tuple[Path, ...] = ()
        self._asked: tuple[Path, ...] = ()
        self._found: Comparison | None = None
        self._worker = Worker(self)
        PaperWiring(self, day, screen.printing, choice, self._job)
        screen.folder_asked.connect(self._choose)
        screen.bundles_asked.connect(self._add)
        screen.stop_asked.connect(self._worker.cancel)
        screen.same_asked.connect(self._say_same)
        screen.table_asked.connect(self._save_table)
        self._worker.progressed.connect(screen.show_progress)
        self._worker.finished.connect(self._show)
        self._worker.failed.connect(self._show_failure)
        self._worker.cancelled.connect(self._show_stopped)

    def _choose(self) -> None:
        folder = self._choice.folder("Folder of bundles")
        if folder is not None:
            self._compare(tuple(sorted(one for one in folder.iterdir() if one.suffix == SUFFIX)))

    def _add(self) -> None:
        more = self._choice.bundles("Add bundles")
        paths = tuple(dict.fromkeys((*self._paths, *more)))
        if len(paths) == 1:
            self._paths = paths
            said = f"{paths[0].name} is chosen. Add another to compare it with."
            self._screen.show_problem(said, "quiet")
        elif more:
            self._compare(paths)

    def _compare(self, paths: tuple[Path, ...]) -> None:
        def compare(progress: Progress) -> _Compared:
            summaries = comparing.summaries(paths, progress)
            place = paths[0].parent / MATCHES if paths else None
            found = comparing.comparison(summaries, place)
            return _Compared(found, comparison_view(found))

        if self._worker.start(compare):
            self._asked = paths
            self._screen.show_progress(0, len(paths))

    def _show(self, found: object) -> None:
        if isinstance(found, _Compared):
            self._found, self._paths = found.comparison, self._asked
            self._screen.show_view(found.view)

    def _say_same(self, number: int, choice: str) -> None:
        if self._found is None:
            return
        try:
            found = said_same(self._found, number, choice)
            summaries = [one.summary for one in found.lines]
            comparing.save_matches(self._paths[0].parent / MATCHES, found.commons, summaries)
        except DeskError as refusal:
            self._screen.show_problem(str(refusal))
            return
        self._found = found
        self._screen.show_view(comparison_view(found))

    def _show_failure(self, error: object) -> None:
        self._screen.show_problem(str(error))
        raise_bug(error)

    def _show_stopped(self) -> None:
        self._screen.show_problem(STOPPED, "quiet")

    def _job(self, _desk: Desk, _actor: Actor) -> PaperJob:
        if self._found is None:
            raise DeskError("There is no comparison yet. Choose a folder of bundles first.")
        return PaperJob(comparison_view(self._found), TITLE)

    def _save_table(self) -> None:
        folder = self._choice.papers_folder("Folder for the table")
        if folder is None or self._found is None:
            return
        path: Path = folder / f"{TITLE}.csv"
        try:
            # With a byte order mark, for people open it by a double click.
            save(path, comparison_csv(self._found).encode("utf-8-sig"))
        except OutputError as refusal:
            self._screen.show_problem(str(refusal))
            return
        self._screen.show_saved(f"Saved as {path}.")
