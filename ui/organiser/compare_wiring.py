"""Wires the comparison of events: bundles read by the worker, nothing of the open event."""

from pathlib import Path

from PySide6.QtCore import QObject

from judging_app.bundle.archive import SUFFIX
from judging_app.compare.comparison import Comparison
from judging_app.desk.desk import Desk
from judging_app.desk.open_data import comparing
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError, OutputError
from judging_app.files import save
from judging_app.present.comparison import TITLE, ComparisonView, comparison_csv, comparison_view
from judging_app.present.organiser.papers import PaperJob
from ui.day import Day
from ui.file_choice import FileChoice
from ui.organiser.compare import CompareScreen
from ui.page_wiring import PageWiring
from ui.paper_wiring import PaperWiring
from ui.worker import Progress, Worker, raise_bug

MATCHES = "criteria.json"
"""In the folder of bundles: which criteria are the same."""


class CompareWiring(PageWiring):
    """Serves the comparison; one folder at a time, off the interface's thread."""

    def __init__(
        self, parent: QObject, day: Day, screen: CompareScreen, choice: FileChoice
    ) -> None:
        super().__init__(parent)
        self._screen, self._choice = screen, choice
        self._found: Comparison | None = None
        self._view: ComparisonView | None = None
        self._worker = Worker(self)
        PaperWiring(self, day, screen.printing, choice, self._job)
        screen.folder_asked.connect(self._choose)
        screen.table_asked.connect(self._save_table)
        self._worker.progressed.connect(screen.show_progress)
        self._worker.finished.connect(self._show)
        self._worker.failed.connect(self._show_failure)

    def _choose(self) -> None:
        folder = self._choice.folder("Folder of bundles")
        if folder is None:
            return
        paths = sorted(one for one in folder.iterdir() if one.suffix == SUFFIX)

        def compare(progress: Progress) -> Comparison:
            found = comparing.summaries(paths, progress)
            return comparing.comparison(found, folder / MATCHES)

        if self._worker.start(compare):
            self._screen.show_progress(0, len(paths))

    def _show(self, found: object) -> None:
        if isinstance(found, Comparison):
            self._found, self._view = found, comparison_view(found)
            self._screen.show_view(self._view)

    def _show_failure(self, error: object) -> None:
        self._found = self._view = None
        self._screen.show_problem(str(error))
        raise_bug(error)

    def _job(self, _desk: Desk, _actor: Actor) -> PaperJob:
        if self._view is None:
            raise DeskError("There is no comparison yet. Choose a folder of bundles first.")
        return PaperJob(self._view, TITLE)

    def _save_table(self) -> None:
        folder = self._choice.folder("Folder for the table")
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
