"""Wires a screen's own button for one paper: rows from the desk, one file from the worker."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from judging_app.errors import DeskError
from judging_app.present.organiser.papers import Written, made_text, unprintable_text
from ui.day import Day
from ui.file_choice import FileChoice
from ui.widgets.print_row import PrintHead
from ui.worker import Task, Worker


class OnePaperWiring(QObject):
    """Asks for a folder, makes the paper there, and says what became of it; one at a time.

    `paper` is what it is called; `task` answers with the work for a folder, from rows that are
    read there and then, or refuses as the desk does.
    """

    def __init__(
        self,
        parent: QObject,
        day: Day,
        head: PrintHead,
        choice: FileChoice,
        paper: str,
        task: Callable[[Path], Task],
    ) -> None:
        super().__init__(parent)
        self._head, self._choice, self._paper, self._task = head, choice, paper, task
        self._folder = ""
        self._worker = Worker(self)
        head.print_asked.connect(self._print)
        day.actor_changed.connect(self._forget)
        self._worker.finished.connect(self._show_made)
        self._worker.failed.connect(self._show_failure)
        self._worker.cancelled.connect(head.clear)

    def stop(self) -> None:
        """End what is under way; for closing the application."""
        self._worker.stop()

    def _print(self) -> None:
        folder = self._choice.folder(f"Folder for the {self._paper}")
        if folder is None:
            return
        try:
            task = self._task(folder)
        except DeskError as refusal:
            self._head.show_problem(str(refusal))
            return
        self._folder = str(folder)
        if self._worker.start(task):
            self._head.show_busy()

    def _forget(self) -> None:
        """What one person was shown is not for the next; a paper under way is stopped."""
        self._worker.cancel()
        self._head.clear()

    def _show_made(self, result: object) -> None:
        if isinstance(result, Written):
            said = made_text(len(result.files), result.pages, self._folder)
            lines = (said, unprintable_text(result.unprintable))
            self._head.show_made("\n".join(line for line in lines if line))

    def _show_failure(self, error: object) -> None:
        if isinstance(error, DeskError):
            self._head.show_problem(str(error))
            return
        self._head.show_problem(
            f"The {self._paper} could not be made, and nothing was saved. Try again."
        )
        raise error if isinstance(error, Exception) else RuntimeError(str(error))
