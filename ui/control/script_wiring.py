"""Wires the reveal's script on paper: rows from the desk, one file from the worker."""

from pathlib import Path

from PySide6.QtCore import QObject

from judging_app.desk.host_projector import reveal_script
from judging_app.errors import DeskError
from judging_app.present.organiser.papers import Written, made_text, unprintable_text
from judging_app.present.organiser.script import Script, script_stem
from ui.control.reveal import RevealCard
from ui.day import Day
from ui.file_choice import FileChoice
from ui.worker import Progress, Task, Worker


class ScriptWiring(QObject):
    """Serves the button that prints the script; one at a time."""

    def __init__(self, parent: QObject, day: Day, card: RevealCard, choice: FileChoice) -> None:
        super().__init__(parent)
        self._day, self._card, self._choice = day, card, choice
        self._folder = ""
        self._worker = Worker(self)
        card.script_asked.connect(self._print)
        day.actor_changed.connect(self._forget)
        self._worker.finished.connect(self._show_made)
        self._worker.failed.connect(self._show_failure)

    def _print(self) -> None:
        folder = self._choice.folder("Folder for the script")
        if folder is None:
            return
        try:
            rows = reveal_script(self._day.desk, self._day.actor)
        except DeskError as refusal:
            self._card.show_made(str(refusal))
            return
        self._folder = str(folder)
        if self._worker.start(script_task(rows, folder)):
            self._card.show_made("Saving the script…")

    def _forget(self) -> None:
        """What one person was announced is not for the next; a script under way is stopped."""
        self._worker.cancel()
        self._card.show_made("")

    def _show_made(self, result: object) -> None:
        if isinstance(result, Written):
            said = made_text(len(result.files), result.pages, self._folder)
            lines = (said, unprintable_text(result.unprintable))
            self._card.show_made("\n".join(line for line in lines if line))

    def _show_failure(self, error: object) -> None:
        if isinstance(error, DeskError):
            self._card.show_made(str(error))
            return
        self._card.show_made("The script could not be made, and nothing was saved. Try again.")
        raise error if isinstance(error, Exception) else RuntimeError(str(error))


def script_task(rows: Script, folder: Path) -> Task:
    """The work of writing one script, holding values only."""

    def write(progress: Progress) -> Written:
        from judging_app.export import papers, script  # noqa: PLC0415 - ReportLab is loaded late
        from judging_app.export.certificates import NamedPaper  # noqa: PLC0415 - as above
        from judging_app.export.file_names import file_name  # noqa: PLC0415 - as above

        papers.check_target(folder)
        paper = script.script(rows, progress=progress)
        return papers.write([NamedPaper(file_name(script_stem(rows.event), ".pdf"), paper)], folder)

    return write
