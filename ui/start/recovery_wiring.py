"""Wires going on from a copy, where an event's own file can't be used as it is."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from judging_app.desk.keeping import difference, recovery, restores
from judging_app.desk.keeping.recovery import Recovery, Restored
from judging_app.desk.keeping.tries import Tries
from judging_app.desk.keeping.trouble import Trouble
from judging_app.domain.roles import HOST, ORGANISER, actor_from_key
from judging_app.errors import DeskError, SignInError
from judging_app.present.start.recovery import (
    NO_FILE_YET,
    TITLES,
    Cause,
    looking_text,
    losses_title,
    put_back_text,
    recovery_view,
    what_happens,
)
from judging_app.present.start.sign_in import staff_rows
from ui.day import Day
from ui.file_choice import FileChoice
from ui.page_wiring import PageWiring
from ui.start import recovery as screens
from ui.worker import Progress, Worker, raise_bug


class RecoveryWiring(PageWiring):
    """Serves the page that an event opens instead of itself."""

    searched = Signal()
    """The copies that were found are on show."""
    restored = Signal(str)
    """What the record says of it."""

    def __init__(
        self, parent: QObject, day: Day, screen: screens.Recovery, choice: FileChoice
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice = day, screen, choice
        self._trouble: Trouble | None = None
        self._found: Recovery | None = None
        self._tries = Tries()
        self._searching, self._restoring = Worker(self), Worker(self)
        self._actor = ORGANISER
        self._connect()

    def begin(self, trouble: Trouble) -> None:
        """Say what is the matter, and look for the copies."""
        self._trouble, self._found = trouble, None
        self._screen.show_people(staff_rows((ORGANISER, HOST)))
        self._screen.show_searching(TITLES[trouble.cause], trouble.told)

        def search(progress: Progress) -> Recovery:
            return recovery.looked_into(trouble, progress)

        self._searching.start(search)

    def _connect(self) -> None:
        screen = self._screen
        screen.copy_chosen.connect(self._show_difference)
        screen.restore_asked.connect(self._restore)
        screen.look_asked.connect(self._look)
        screen.stay_asked.connect(self._stay)
        screen.again_asked.connect(self._search_again)
        screen.open_asked.connect(self._open_another)
        self._searching.progressed.connect(self._show_progress)
        self._searching.finished.connect(self._show_found)
        self._searching.failed.connect(self._day.fail)
        self._restoring.finished.connect(self._open_restored)
        self._restoring.failed.connect(self._show_refused)

    def _search_again(self) -> None:
        if self._trouble is not None:
            self.begin(self._trouble)

    def _show_progress(self, done: int, total: int) -> None:
        self._screen.show_found(looking_text(done, total))

    def _show_found(self, found: object) -> None:
        if not isinstance(found, Recovery):
            return
        if found.trouble is not self._trouble:  # another file was chosen meanwhile
            self._search_again()
            return
        self._found = found
        view = recovery_view(
            TITLES[found.trouble.cause],
            found.trouble.told,
            recovery.facts(found),
            datetime.now(UTC),
            found.compared,
        )
        self._screen.show_view(view)
        self.searched.emit()

    def _show_difference(self, key: int) -> None:
        found = self._found
        if found is None:
            return
        try:
            lacks = difference.difference(found, found.copies[key])
        except DeskError as refusal:
            self._day.refused.emit(str(refusal), "attention")
            return
        title = losses_title(lacks.losses, found.compared)
        choice = (
            put_back_text(lacks.can_be_put_back, lacks.ballots_put_back)
            if lacks.can_be_put_back
            else ""
        )
        self._screen.show_losses(title, lacks.losses, choice)
        aside = recovery.aside_of(found, datetime.now(UTC)).name if found.path.exists() else ""
        stays = "Open the file as it is" if found.trouble.cause is Cause.OLDER else ""
        self._screen.show_what_happens(what_happens(aside), stays)

    def _restore(self, key: int, puts_back: bool, actor_key: str, pin: str) -> None:  # noqa: FBT001 - a signal's
        found, actor, tries = self._found, actor_from_key(actor_key), self._tries
        if found is None:
            return
        self._actor = actor
        copy = found.copies[key]

        def restore(_progress: Progress) -> Restored:
            recovery.check_pin(copy, actor, pin, tries)
            return recovery.restore(found, copy, actor, puts_back=puts_back)

        self._restoring.start(restore)

    def _open_restored(self, restored: object) -> None:
        if isinstance(restored, Restored) and self._day.open(restored.path):
            self.restored.emit(" ".join(restores.restores(self._day.desk)[-1:]))

    def _show_refused(self, error: object) -> None:
        if isinstance(error, SignInError):
            self._screen.show_refusal(str(error), self._tries.wait_s(self._actor))
        elif isinstance(error, DeskError):
            self._screen.show_copies()
            self._day.refused.emit(str(error), "attention")
        else:
            raise_bug(error)

    def _look(self, key: int) -> None:
        if self._found is None:
            return
        copy = self._found.copies[key]
        if copy.content:
            self._day.refused.emit(NO_FILE_YET, "attention")
        else:
            self._day.look_at_copy(copy.path, self._found.trouble)

    def _stay(self, actor_key: str, pin: str) -> None:
        found, actor = self._found, actor_from_key(actor_key)
        if found is None:
            return
        try:
            recovery.stay(found, actor, pin)
        except SignInError as refusal:
            self._screen.show_refusal(str(refusal))
        except DeskError as refusal:
            self._screen.show_copies()
            self._day.refused.emit(str(refusal), "attention")
        else:
            self._day.open(found.path)

    def _open_another(self) -> None:
        if path := self._choice.event():
            self._day.open(path)
