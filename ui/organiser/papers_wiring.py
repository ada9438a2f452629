"""Wires the papers: rows from the desk, files from the worker."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from judging_app.desk.events import look
from judging_app.desk.papers import (
    SheetOrder,
    blank_sheet_rows,
    caution,
    certificate_rows,
    report_rows,
    sheet_rows,
)
from judging_app.domain.look import EventLook
from judging_app.errors import DeskError
from judging_app.present.organiser.certificates import CertificateKind, CertificateRow
from judging_app.present.organiser.papers import (
    AnySheet,
    Written,
    certificates_stem,
    made_text,
    sheets_stem,
    unprintable_text,
)
from ui.day import Day
from ui.file_choice import FileChoice
from ui.organiser.papers import Files, Paper, PapersRequest, PapersScreen
from ui.page_wiring import PageWiring
from ui.result.report_wiring import report_task
from ui.worker import Progress, Task, Worker

_CERTIFICATES = {
    Paper.CERTIFICATES_PARTICIPANTS: CertificateKind.PARTICIPANTS,
    Paper.CERTIFICATES_TEAMS: CertificateKind.TEAMS,
    Paper.CERTIFICATES_WINNERS: CertificateKind.WINNERS,
    Paper.CERTIFICATES_JUDGES: CertificateKind.JUDGES,
}
_SHEETS = {
    Paper.SHEETS_BY_JUDGE: SheetOrder.JUDGE,
    Paper.SHEETS_BY_TEAM: SheetOrder.TEAM,
    Paper.SHEETS_BLANK: SheetOrder.JUDGE,
}


class PapersWiring(PageWiring):
    """Serves the organiser's papers; one batch at a time, off the interface's thread."""

    def __init__(self, parent: QObject, day: Day, screen: PapersScreen, choice: FileChoice) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice = day, screen, choice
        self._folder: Path | None = None
        self._caution = ""
        self._worker = Worker(self)
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
            task = self._task(request, self._folder)
        except DeskError as refusal:
            self._screen.show_problem(str(refusal))
            return
        if self._worker.start(task):
            self._screen.show_progress(0, 0)

    def _task(self, request: PapersRequest, folder: Path) -> Task:
        """The work, holding values only: a thread may not touch the event file."""
        desk, actor = self._day.desk, self._day.actor
        title = desk.event().title
        self._caution = ""
        if kind := _CERTIFICATES.get(request.paper):
            self._caution = caution(desk, kind)
            return _certificates_task(
                certificate_rows(desk, actor, kind),
                folder,
                certificates_stem(title, kind),
                look(desk),
                is_single_file=request.files is Files.ONE_FILE,
            )
        if request.paper is Paper.RESULT_REPORT:
            report = report_rows(desk, actor)
            self._caution = report.status
            return report_task(report, folder)
        order, is_blank = _SHEETS[request.paper], request.paper is Paper.SHEETS_BLANK
        rows = blank_sheet_rows if is_blank else sheet_rows
        stem = sheets_stem(title, order, is_blank=is_blank)
        return _sheets_task(rows(desk, actor, order), folder, stem)

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_result(self, result: object) -> None:
        if isinstance(result, Written):
            said = made_text(len(result.files), result.pages, str(self._folder))
            said_too = (self._caution, unprintable_text(result.unprintable))
            self._screen.show_result("\n".join([said, *(text for text in said_too if text)]))

    def _show_failure(self, error: object) -> None:
        if isinstance(error, DeskError):
            self._screen.show_problem(str(error))
            return
        self._screen.show_problem("The papers could not be made, and nothing was saved. Try again.")
        raise error if isinstance(error, Exception) else RuntimeError(str(error))

    def _show_cancelled(self) -> None:
        self._screen.show_problem("Stopped. No file was saved.")


def _certificates_task(
    rows: Sequence[CertificateRow],
    folder: Path,
    stem: str,
    chosen: EventLook,
    *,
    is_single_file: bool,
) -> Task:
    def write(progress: Progress) -> Written:
        from judging_app.export import papers  # noqa: PLC0415 - ReportLab is loaded late

        return papers.write_certificates(
            rows, folder, stem, chosen, is_single_file=is_single_file, progress=progress
        )

    return write


def _sheets_task(sheets: Sequence[AnySheet], folder: Path, stem: str) -> Task:
    def write(progress: Progress) -> Written:
        from judging_app.export import papers  # noqa: PLC0415 - ReportLab is loaded late

        return papers.write_score_sheets(sheets, folder, stem, progress=progress)

    return write
