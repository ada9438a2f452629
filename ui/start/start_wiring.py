"""Wires the first screen: opening an event, making one from a folder, and the sample."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from judging_app.desk.access.first_look import event_facts
from judging_app.desk.events import NewEvent, create_event
from judging_app.desk.forgetting.until import is_due
from judging_app.desk.keeping.trouble import has_copies
from judging_app.desk.set_up.earlier import create_like
from judging_app.desk.settings import proposed_findings
from judging_app.domain.event import Event, Phase
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.errors import IntakeError
from judging_app.intake.folder import read_folder, read_nothing
from judging_app.intake.sample import FILE_NAME, Sample, read_sample
from judging_app.paths import own_folder
from judging_app.present.settings import desk_notes
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.present.start.start import PinRow
from ui.day import Day
from ui.file_choice import SUFFIX, FileChoice
from ui.page_wiring import PageWiring
from ui.start.new_event import NO_TITLE, NewEventScreen
from ui.start.recent import recent_rows, remember
from ui.start.start import Start
from ui.worker import Progress, Worker, raise_bug

PRACTICE = "Practice"
_LONGEST_STEM = 80


class StartWiring(PageWiring):
    """Serves the first screen and the one for a new event."""

    new_asked = Signal()
    start_asked = Signal()
    made = Signal(object, object)
    """A `NewEvent` that is to be opened, and the paths of the lists that it begins with."""
    given = Signal(object)
    """The PINs that are on the screen now and nowhere else."""

    def __init__(
        self, parent: QObject, day: Day, start: Start, new: NewEventScreen, choice: FileChoice
    ) -> None:
        super().__init__(parent)
        self._day, self._start, self._new, self._choice = day, start, new, choice
        self._worker = Worker(self)
        self._file: Path | None = None
        self._made_at: Path | None = None
        self._is_new = False
        self._lists: tuple[Path, ...] = ()
        self._setup: Setup | None = None
        self._findings: tuple[str, ...] = ()
        self._connect()

    def refresh(self) -> None:
        """Show the recent events, as their files are now."""
        self._start.show_recent(recent_rows(has_copies, event_facts, is_due))

    def _connect(self) -> None:
        self._start.sample_asked.connect(self._open_sample)
        self._start.practice_asked.connect(self._open_practice)
        self._start.new_asked.connect(self._begin_new)
        self._start.open_asked.connect(self._choose_event)
        self._start.recent_asked.connect(self._open_recent)
        self._new.title_changed.connect(self._show_place)
        self._new.file_asked.connect(self._choose_file)
        self._new.create_asked.connect(self._create)
        self._new.list_asked.connect(self._begin_with_list)
        self._new.folder_asked.connect(self._begin_with_folder)
        self._new.earlier_asked.connect(self._begin_with_earlier)
        self._new.open_asked.connect(self._open_new)
        self._new.back_asked.connect(self._go_back)
        self._day.opened.connect(self._new.begin)
        self._worker.finished.connect(self._show_made)
        self._worker.failed.connect(self._show_failed)

    def _go_back(self) -> None:
        self.refresh()
        self.start_asked.emit()

    def _open_sample(self) -> None:
        path = own_folder() / FILE_NAME
        if path.exists():
            self._open(path)
        else:
            self._make_sample(path, read_sample())

    def _open_practice(self) -> None:
        sample = read_sample(with_ballots=False)
        title = f"{PRACTICE}: {sample.event.title}"
        named = replace(sample, event=replace(sample.event, title=title))
        self._make_sample(_unused(own_folder(), PRACTICE), named)

    def _make_sample(self, path: Path, sample: Sample) -> None:
        def make(_progress: Progress) -> NewEvent:
            return create_event(path, sample.event, sample.intake, sample.pins, opens_scoring=True)

        if self._worker.start(make):
            self._start.setEnabled(False)
            self._start.show_opening(is_opening=True)

    def _choose_event(self) -> None:
        if path := self._choice.event():
            self._open(path)

    def _open_recent(self, path: str) -> None:
        """Open an event that was open before; what isn't there any more is looked for."""
        if Path(path).is_file() or has_copies(Path(path)):
            self._open(Path(path))
        else:
            self._choose_event()

    def _open(self, path: Path) -> None:
        self._start.show_opening(is_opening=True)
        self._day.open(path)
        self._start.show_opening(is_opening=False)

    def _begin_new(self) -> None:
        self._file = None
        self._new.begin()
        self.new_asked.emit()

    def _show_place(self, title: str) -> None:
        """Say where the event will be saved, which goes by its title unless a name was chosen."""
        path = self._place(title)
        self._new.show_file(f"Saved as {path.name} in {path.parent}" if path else "")

    def _place(self, title: str) -> Path | None:
        if self._file is not None:
            return self._file
        stem = _file_stem(title)
        return _unused(_documents(), stem) if stem else None

    def _choose_file(self) -> None:
        suggested = self._place(self._new.title.text()) or Path.home() / f"New event{SUFFIX}"
        if path := self._choice.new_event(suggested):
            self._file = path
            self._show_place(self._new.title.text())

    def _create(self, title: str) -> None:
        self._make(title, lambda path: create_event(path, Event(title), read_nothing()))

    def _begin_with_list(self, title: str) -> None:
        if not (paths := self._choice.lists("Lists of people")):
            return
        self._lists = paths
        called = title.strip() or paths[0].stem
        self._make(called, lambda path: create_event(path, Event(called), read_nothing()))

    def _begin_with_earlier(self, title: str) -> None:
        if not title.strip():
            self._new.show_problems([NO_TITLE])
        elif earlier := self._choice.event():
            self._make(title, lambda path: create_like(path, title, earlier))

    def _begin_with_folder(self, title: str) -> None:
        if not title.strip():
            self._new.show_problems([NO_TITLE])
            return
        if not (folder := self._choice.folder("Folder of CSV files")):
            return
        try:
            intake = read_folder(folder)
        except IntakeError as refusal:
            self._new.show_problems(refusal.problems)
            return
        found = proposed_findings(Event(title), intake)
        self._findings = (*intake.notes, *desk_notes(found, Phase.SETTING_UP))
        self._setup = intake.setup
        self._make(title, lambda path: create_event(path, Event(title), intake))

    def _make(self, title: str, create: Callable[[Path], NewEvent]) -> None:
        path = self._place(title)
        if path is None:
            self._new.show_problems([NO_TITLE])
            return
        self._is_new = True
        if self._worker.start(lambda _progress: create(path)):
            self._new.show_busy(is_busy=True)

    def _show_made(self, made: object) -> None:
        self._start.setEnabled(True)
        self._start.show_opening(is_opening=False)
        self._new.show_busy(is_busy=False)
        setup, self._setup = self._setup, None
        lists, self._lists = self._lists, ()
        is_new, self._is_new = self._is_new, False
        if not isinstance(made, NewEvent):
            return
        if not is_new:
            self._day.open(made.path)
        elif setup is None:
            self.made.emit(made, lists)
        else:
            self._made_at = made.path
            remember(made.path, self._new.title.text().strip())
            self._new.show_pins(pin_rows(setup, made.pins), self._findings)
            self.given.emit(made.pins)

    def _show_failed(self, error: object) -> None:
        self._start.setEnabled(True)
        self._start.show_opening(is_opening=False)
        self._new.show_busy(is_busy=False)
        is_new, self._is_new = self._is_new, False
        self._setup, self._lists = None, ()
        raise_bug(error)
        if is_new:
            self._new.show_problems([str(error)])
        else:
            self._day.refused.emit(str(error), "attention")

    def _open_new(self) -> None:
        if self._made_at is not None:
            self.given.emit({})
            self._day.open(self._made_at)


def pin_rows(setup: Setup, pins: Mapping[Actor, str]) -> tuple[PinRow, ...]:
    """Everyone's PIN beside their name, in the order in which they sign in."""
    by_key = {actor.key: pin for actor, pin in pins.items()}
    return tuple(PinRow(row.name, by_key[row.key]) for row in sign_in_rows(setup))


def _documents() -> Path:
    folder = Path.home() / "Documents"
    return folder if folder.is_dir() else Path.home()


def _file_stem(title: str) -> str:
    """`title` as a file's name that every system takes."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "-", title).strip(" .")[:_LONGEST_STEM].strip()


def _unused(folder: Path, stem: str) -> Path:
    """The first of "Practice", "Practice 2", … that isn't there."""
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{SUFFIX}", number + 1
    return path
