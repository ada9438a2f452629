"""Wires keeping an event and forgetting its people."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from judging_app.desk.desk import Desk
from judging_app.desk.forgetting import held, places, until
from judging_app.desk.forgetting.people import (
    can_forget,
    forget_people,
    is_forgotten,
    remarks_to_decide,
)
from judging_app.desk.keeping.copies import copy_now
from judging_app.desk.open_data.archiving import archive_job
from judging_app.domain.acts import ForgetPeople
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.forgetting.remarks import Fate, Remark
from judging_app.present.organiser.forgetting import (
    NOT_A_DAY,
    NOT_YET,
    delete_on_text,
    deleted_text,
    files_text,
    left_text,
    nobody_left_text,
    remark_rows,
    remarks_text,
)
from judging_app.present.organiser.papers import PaperJob
from ui.day import Day
from ui.file_choice import FileChoice
from ui.organiser.keep import KeepScreen
from ui.page_wiring import PageWiring
from ui.paper_wiring import PaperWiring
from ui.pins.pin_again_wiring import AskingAgain
from ui.widgets.picker import Choice
from ui.worker import Progress, Worker, raise_bug


class KeepWiring(PageWiring):
    """Serves the page for what is kept; the PIN is asked again before anybody is forgotten."""

    def __init__(
        self,
        parent: QObject,
        day: Day,
        screen: KeepScreen,
        choice: FileChoice,
        again: AskingAgain,
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice, self._again = day, screen, choice, again
        self._found: tuple[Remark, ...] = ()
        self._fates: dict[str, Fate] = {}
        self._worker = Worker(self)
        PaperWiring(self, day, screen.printing, choice, self._held_job)
        screen.day_asked.connect(self._set_day)
        screen.archive_asked.connect(self._archive)
        screen.fate_asked.connect(self._decide)
        screen.rest_asked.connect(self._decide_rest)
        screen.forget_asked.connect(self._ask_to_forget)
        day.actor_changed.connect(self._begin_anew)
        self._worker.finished.connect(self._show_archived)
        self._worker.failed.connect(self._show_failed)

    def refresh(self) -> None:
        """Show what is kept, of whom, until when, and what there is to decide."""
        self._day.look(self._show)

    def _show(self) -> None:
        desk = self._day.desk
        self._show_day()
        self._screen.show_archived("")
        people = held.people(desk)
        self._screen.show_people([Choice(one.code, one.label) for one in people])
        self._found = remarks_to_decide(desk, self._day.actor)
        self._show_remarks()

    def _show_day(self) -> None:
        day = until.delete_on(self._day.desk)
        self._screen.show_day(delete_on_text(day), day.isoformat() if day else "")

    def _show_remarks(self) -> None:
        desk = self._day.desk
        rows = remark_rows(self._found, desk.setup())
        doubtful = [one for one in rows if one.is_doubtful]
        left = [one for one in doubtful if one.text not in self._fates]
        self._screen.show_remarks(remarks_text(rows), left, len(doubtful) - len(left))
        files = places.other_files(desk)
        told = (files_text(len(files)), *(str(one.path) for one in files))
        is_ready = can_forget(desk, self._day.actor) and not is_forgotten(desk)
        why = nobody_left_text() if is_forgotten(desk) else "" if is_ready else NOT_YET
        self._screen.show_forgetting(why, told, is_ready=is_ready and not left)

    def _set_day(self, typed: str) -> None:
        try:
            day = date.fromisoformat(typed) if typed else None
        except ValueError:
            self._day.refused.emit(NOT_A_DAY, "attention")
            return
        if not self._day.act(until.set_delete_on, day):
            self._show_day()

    def _held_job(self, desk: Desk, actor: Actor) -> PaperJob:
        return held.held_job(desk, actor, self._screen.person.key)

    def _archive(self) -> None:
        folder = self._choice.folder("Folder for the archive")
        if folder is None:
            return
        try:
            job = archive_job(self._day.desk, self._day.actor)
        except DeskError as refusal:
            self._screen.show_archived(str(refusal), "loss")
            return
        target = folder / f"{Path(job.file_name).stem} archive.zip"

        def write(progress: Progress) -> Path:
            from judging_app.export.archive import write_archive  # noqa: PLC0415 - ReportLab late

            write_archive(target, job, progress)
            return target

        self._worker.start(write)

    def _show_archived(self, path: object) -> None:
        self._screen.show_archived(f"Saved as {path}.")

    def _show_failed(self, error: object) -> None:
        self._screen.show_archived(str(error), "loss")
        raise_bug(error)

    def _decide(self, code: str, fate: str) -> None:
        for one in self._found:
            if one.code == code:
                self._fates[one.text] = Fate(fate)
        self._show_remarks()

    def _decide_rest(self) -> None:
        self._fates = {one.text: one.proposed for one in self._found if one.found} | self._fates
        self._show_remarks()

    def _ask_to_forget(self) -> None:
        self._again.before(ForgetPeople, self._forget)

    def _forget(self) -> None:
        if self._day.act(forget_people, self._fates):
            return
        desk = self._day.desk
        files = places.files_with_people(desk)
        left = places.delete_files(files)
        copy_now(desk)
        path = desk.file.path
        self._begin_anew()
        said = [deleted_text(len(files) - len(left)), *(left_text(str(one.path)) for one in left)]
        self._day.close()  # nothing of what any screen has shown so far is to stay
        self._day.open(path)
        self._day.refused.emit(" ".join(said), "attention")

    def _begin_anew(self) -> None:
        self._found, self._fates = (), {}
