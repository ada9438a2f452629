"""Says above every screen what is the matter with the event's file, and offers a way out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from judging_app.errors import DeskError
from ui.day import Day
from ui.file_choice import FileChoice
from ui.start.recent import forget
from ui.widgets.banner import ActingBanner
from ui.worker import Worker

if TYPE_CHECKING:
    from judging_app.desk.desk import Desk

LOOK_MS = 5_000
"""How often it is seen whether the event's file is still there, and can be written again."""

# The desk is imported where it is first needed: the names are on the screen before.
# ruff: noqa: PLC0415


class TroubleWiring(QObject):
    """Watches the open event's file, and saves the whole event elsewhere when that is asked.

    Nobody has to be signed in for it; only an organiser is asked where to.
    """

    eased = Signal()
    """Nothing is the matter any more; the file may have been opened anew."""

    def __init__(self, parent: QObject, day: Day, line: ActingBanner, choice: FileChoice) -> None:
        super().__init__(parent)
        self._day, self._line, self._choice = day, line, choice
        self._saved: Path | None = None
        self._of: Desk | None = None
        self._worker = Worker(self)
        self._worker.finished.connect(self._take)
        self._worker.failed.connect(self._fail)
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_MS)
        self._clock.timeout.connect(self.look)
        line.act_asked.connect(self._do)
        for told in (day.opened, day.closed, day.actor_changed, day.changed, day.refused):
            told.connect(self.show_line)

    def look(self) -> None:
        """Look at the disk again, and write what waits if that is possible by now."""
        if not self._day.is_open:
            return
        from judging_app.desk.keeping import elsewhere

        if not elsewhere.trouble(self._day.desk, looks_again=True):
            elsewhere.write_waiting(self._day.desk)
        self.show_line()

    def stop(self) -> None:
        """End what is under way; for a window that goes."""
        self._clock.stop()
        self._worker.stop()

    def show_line(self) -> None:
        """Show what is so now; nothing while all is well."""
        text, before = self._text() if self._day.is_open else "", self._line.text
        if not text:
            self._saved = None
        self._line.show_acts(*self._acts(text))
        is_lost = self._saved is None and not self._day.desk.is_read_only if text else False
        self._line.show_message(text, "loss" if is_lost else "attention")
        self._clock.start() if self._day.is_open else self._clock.stop()
        if before and not text:
            self.eased.emit()

    def _text(self) -> str:
        from judging_app.desk.keeping import elsewhere
        from judging_app.present import elsewhere as words

        desk = self._day.desk
        if desk.is_distrusted:
            return desk.trust().sentence
        if desk.is_read_only:
            said = words.read_only_text(desk.file.path.name)
        else:
            told, waiting = elsewhere.trouble(desk), elsewhere.unwritten(desk)
            said = words.trouble_text(told, waiting, is_copied=self._saved is not None)
        if said and self._saved is not None:
            may = self._may_continue()
            place = str(self._saved.parent) if may else ""
            said += f" {words.saved_text(place, may_continue=may)}"
        return said

    def _acts(self, text: str) -> tuple[str, ...]:
        from judging_app.present.elsewhere import CONTINUE, SAVE, SAVING, SHOW_COPIES

        if not text:
            return ()
        if self._day.desk.is_distrusted:
            return (SHOW_COPIES,) if self._may_recover() else ()
        if self._worker.is_busy:
            return (SAVING,)
        can_continue = self._saved is not None and self._may_continue()
        return (SAVE, CONTINUE) if can_continue else (SAVE,)

    def _may_continue(self) -> bool:
        from judging_app.desk.keeping.elsewhere import MAY_CONTINUE

        return self._day.is_signed_in and self._day.actor.role in MAY_CONTINUE

    def _do(self, act: str) -> None:
        from judging_app.present.elsewhere import CONTINUE, SAVE, SHOW_COPIES

        if act == SAVE:
            self._save()
        elif act == CONTINUE and self._saved is not None:
            self._continue_in(self._saved)
        elif act == SHOW_COPIES and self._may_recover():
            self._show_copies()

    def _continue_in(self, copy: Path) -> None:
        """Leave the file for the copy, on the list of events too: it is one event."""
        left = self._day.desk.file.path
        if self._day.continue_in(copy):
            forget(left)

    def _may_recover(self) -> bool:
        """Whether whoever is here may leave the event for a copy of it, which asks for a PIN."""
        from judging_app.domain.roles import Role

        return not self._day.is_signed_in or self._day.actor.role in (Role.ORGANISER, Role.HOST)

    def _show_copies(self) -> None:
        from judging_app.desk.keeping.trouble import Trouble
        from judging_app.present.start.recovery import Cause

        desk = self._day.desk
        self._day.give_up(Trouble(desk.file.path, Cause.DAMAGED, desk.trust().sentence))

    def _save(self) -> None:
        from judging_app.desk.keeping import elsewhere
        from judging_app.domain.roles import Role

        day, folder = self._day, None
        if day.is_signed_in and day.actor.role is Role.ORGANISER:
            folder = self._choice.folder("Folder for the whole copy")
            if folder is None:
                return
        try:
            task = elsewhere.saving(day.desk, folder)
        except DeskError as refusal:
            day.refused.emit(str(refusal), "attention")
            return
        self._of = day.desk
        self._worker.start(task)
        self.show_line()

    def _take(self, path: object) -> None:
        if self._day.is_open and self._of is self._day.desk and isinstance(path, Path):
            self._saved = path
        self.show_line()

    def _fail(self, error: object) -> None:
        self.show_line()
        self._day.fail(error)
