"""Wires a judge's take-away, on the screen and on paper."""

from pathlib import Path

from PySide6.QtCore import QObject

from judging_app.desk.papers import take_away
from judging_app.errors import DeskError
from judging_app.present.judge.take_away import TakeAway, take_away_stem
from judging_app.present.organiser.papers import Written
from ui.day import Day
from ui.file_choice import FileChoice
from ui.judge.take_away import TakeAwayScreen
from ui.page_wiring import PageWiring
from ui.paper_wiring import OnePaperWiring
from ui.worker import Progress, Task


class TakeAwayWiring(PageWiring):
    """Serves the judge who is signed in, and takes everything away when they leave."""

    def __init__(
        self, parent: QObject, day: Day, screen: TakeAwayScreen, choice: FileChoice
    ) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._paper = OnePaperWiring(self, day, screen.head, choice, "take-away", self._task)
        day.actor_changed.connect(self._forget)

    def refresh(self) -> None:
        """Show the take-away of whoever is signed in."""
        try:
            self._screen.show_rows(take_away(self._day.desk, self._day.actor))
        except DeskError as refusal:
            self._screen.show_rows(None)
            self._screen.head.show_problem(str(refusal))

    def _forget(self) -> None:
        self._screen.show_rows(None)

    def _task(self, folder: Path) -> Task:
        return take_away_task(take_away(self._day.desk, self._day.actor), folder)


def take_away_task(rows: TakeAway, folder: Path) -> Task:
    """The work of writing one take-away, holding values only."""

    def write(progress: Progress) -> Written:
        from judging_app.export import papers  # noqa: PLC0415 - ReportLab is loaded late
        from judging_app.export import take_away as export  # noqa: PLC0415 - as above
        from judging_app.export.certificates import NamedPaper  # noqa: PLC0415 - as above
        from judging_app.export.file_names import file_name  # noqa: PLC0415 - as above

        papers.check_target(folder)
        paper = export.take_away(rows, progress=progress)
        return papers.write([NamedPaper(file_name(take_away_stem(rows), ".pdf"), paper)], folder)

    return write
