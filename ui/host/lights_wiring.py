"""Wires the safety copies: made in time on the worker, and shown by the lights."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from judging_app.desk.desk import Changed, Desk
from judging_app.desk.keeping import copies
from judging_app.desk.keeping.trouble import Trouble
from judging_app.domain.event import Phase
from judging_app.errors import DeskError
from judging_app.present.host.lights import (
    Light,
    copy_light,
    disk_light,
    distrusted,
    rehearsal_light,
    saved_light,
)
from judging_app.present.start.recovery import Cause
from ui.day import Day
from ui.file_choice import FileChoice
from ui.host.lights import Lights
from ui.worker import Worker, run_at_most

NOT_GOOD = (
    "Something in this file isn’t as it was recorded, so its copies are marked faulty. Close it, "
    "open it again, and continue from an earlier copy."
)

TICK_MS = 60_000
"""How often it is asked whether a copy is due; the desk says when it is."""

LAST_S = 5.0
"""How long closing the event waits for its last copy: a slow stick doesn't hold up quitting."""

_ORDER = ("saved", "copy", "disk", "projector", "rehearsal")


class LightsWiring(QObject):
    """Copies the open event when it is due, and feeds the lights."""

    def __init__(self, parent: QObject, day: Day, choice: FileChoice) -> None:
        super().__init__(parent)
        self._day, self._choice = day, choice
        self._lights: Lights | None = None
        self._rows: dict[str, Light] = {}
        self._stand: tuple[copies.Place, ...] = ()
        self._copied: Desk | None = None
        self._last: copies.Copying | None = None
        self._waiting: tuple[Path, ...] = ()
        self._is_compared = False
        """Whether the open event was held against the copies that there were of it."""
        self._worker = Worker(self)
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._connect()
        if day.is_open:
            self._begin()

    def show_on(self, lights: Lights) -> None:
        """Feed these lights from now on, and copy when they are asked to."""
        self._lights = lights
        lights.copy_asked.connect(self._copy_now)
        lights.place_asked.connect(self._choose_place)
        self._show_lights()
        lights.show_copying(is_under_way=self._worker.is_busy)

    def show_light(self, light: Light) -> None:
        """Show or replace one light; the projector's comes from those who watch its screen."""
        self._rows[light.key] = light
        self._show_lights()

    @property
    def rows(self) -> tuple[Light, ...]:
        """What the lights say, in their order."""
        rows = [self._rows[key] for key in _ORDER if key in self._rows]
        if self._day.is_open and self._day.desk.is_distrusted:
            return distrusted(rows, self._day.desk.trust().sentence)
        return tuple(rows)

    def show_trust(self) -> None:
        """Show whether the file is as it was recorded, once that was checked."""
        self._show_lights()

    def stop(self) -> None:
        """End what is under way; for closing the application."""
        self._waiting = ()
        self._clock.stop()
        self._worker.stop()

    def _connect(self) -> None:
        self._day.opened.connect(self._begin)
        self._day.closing.connect(self._copy_last)
        self._day.closed.connect(self._end)
        self._day.changed.connect(self._follow)
        self._day.refused.connect(self._follow_refusal)
        self._clock.timeout.connect(self._look)
        self._worker.finished.connect(self._take)
        self._worker.failed.connect(self._fail)
        self._worker.cancelled.connect(self._rest)

    def _begin(self) -> None:
        """Copy an event that was opened, unless the newest copy has all of it."""
        self._stand, self._waiting, self._last, self._is_compared = (), (), None, False
        self.show_light(saved_light(None))
        self._show_rehearsal()
        self._clock.start()
        self._copy()
        self._show_places()

    def _copy_last(self) -> None:
        """Copy what no copy has yet; a copy that is being written has what there was before it."""
        desk = self._day.desk
        if desk.is_distrusted or not self._is_compared:
            return
        with suppress(DeskError):
            folders = copies.lacking(desk, self._stand)
            if folders and not self._worker.is_busy:
                run_at_most(copies.copying(desk, folders, after=self._last).run, LAST_S)

    def _end(self) -> None:
        self._clock.stop()
        self._waiting = ()
        self._rows.clear()
        self._show_lights()

    def _follow(self, changed: Changed) -> None:
        if changed.saved_at is not None:
            self.show_light(saved_light(changed.saved_at))
        self._show_rehearsal()
        if folders := copies.called_for(self._day.desk, changed):
            self._copy(folders)

    def _follow_refusal(self, sentence: str, kind: str) -> None:
        if kind == "loss" and self._day.is_open:
            self.show_light(saved_light(None, sentence))
            self._copy()  # what is in memory may be in no file any more

    def _look(self) -> None:
        """Copy to the places where it is due, and look at the disk."""
        if due := copies.due_folders(self._day.desk, self._stand):
            self._copy(due)
        self._show_places()

    def _copy_now(self) -> None:
        self._copy(always=True)

    def _choose_place(self) -> None:
        folder = self._choice.folder("Folder for safety copies")
        if folder is None:
            return
        try:
            copies.choose_place(folder)
        except DeskError as refusal:
            self._day.refused.emit(str(refusal), "attention")
            return
        self._copy()

    def _copy(self, folders: Sequence[Path] = (), *, always: bool = False) -> None:
        """Take the event now and let the worker write it; while it writes another, wait for it."""
        desk = self._day.desk
        folders = folders or copies.places(desk)
        if self._worker.is_busy:
            self._waiting = tuple(dict.fromkeys((*self._waiting, *folders)))
            return
        self._copied = desk
        try:
            task = copies.copying(
                desk, folders, after=self._last, always=always, compares=not self._is_compared
            )
        except DeskError as refusal:
            self._stand = copies.followed(self._stand, copies.refused(desk, refusal))
            self._show_places()
            return
        self._last = task
        self._worker.start(task.run)
        self._show_copying(is_under_way=True)

    def _take(self, result: object) -> None:
        is_of_this = self._day.is_open and self._copied is self._day.desk
        if is_of_this and isinstance(result, copies.Copied):
            self._is_compared = True
            self._stand = copies.followed(self._stand, result.places)
            self._show_places()
            if result.ahead:
                self._recover(result.ahead)
            elif not result.is_good and not self._day.desk.is_distrusted:
                self._day.desk.distrust(NOT_GOOD)
                self._day.refused.emit(NOT_GOOD, "attention")
        self._rest()

    def _recover(self, told: str) -> None:
        """Say at once that the event is older than a copy: before anybody works in it."""
        desk = self._day.desk
        sentence = f"{told} Close it, open it again, and continue from the copy."
        desk.distrust(sentence)
        if self._day.is_signed_in:
            self._day.refused.emit(sentence, "attention")
        else:
            self._day.give_up(Trouble(desk.file.path, Cause.OLDER, told))

    def _fail(self, error: object) -> None:
        self._rest()
        self._day.fail(error)

    def _rest(self) -> None:
        """Say that nothing is being copied, and copy again if that was asked meanwhile."""
        self._show_copying(is_under_way=False)
        waiting, self._waiting = self._waiting, ()
        if waiting and self._day.is_open:
            self._copy(waiting)

    def _show_places(self) -> None:
        desk = self._day.desk
        self.show_light(disk_light(copies.free_bytes(desk)))
        if self._stand:  # before the first copy was tried, there is nothing to tell
            self.show_light(copy_light(copies.copy_places(desk, self._stand), desk.now()))

    def _show_lights(self) -> None:
        if self._lights is not None:
            self._lights.show_lights(self.rows)

    def _show_copying(self, *, is_under_way: bool) -> None:
        if self._lights is not None:
            self._lights.show_copying(is_under_way=is_under_way)

    def _show_rehearsal(self) -> None:
        desk = self._day.desk
        is_published = desk.event().phase is Phase.PUBLISHED
        rehearsed_at = desk.programme().rehearsed_at
        self.show_light(rehearsal_light(rehearsed_at, desk.now(), is_published=is_published))
