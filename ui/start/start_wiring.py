"""Wires the first screen: opening an event, making one from a folder, and the sample."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from judging_app.desk.events import NewEvent, create_event
from judging_app.desk.first_look import event_facts
from judging_app.desk.forgetting.until import is_due
from judging_app.desk.keeping.trouble import has_copies
from judging_app.desk.settings import proposed_findings
from judging_app.domain.event import Event, Phase
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.errors import IntakeError
from judging_app.intake.folder import read_folder
from judging_app.intake.sample import FILE_NAME, Sample, read_sample
from judging_app.paths import own_folder
from judging_app.present.settings import desk_notes
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.present.start.start import PinRow
from ui.day import Day
from ui.file_choice import SUFFIX, FileChoice
from ui.page_wiring import PageWiring
from ui.start.new_event import NewEventScreen
from ui.start.recent import recent_rows, remember
from ui.start.start import Start
from ui.worker import Progress, Worker, raise_bug

PRACTICE = "Practice"


class StartWiring(PageWiring):
    """Serves the first screen and the one for a new event."""

    new_asked = Signal()
    start_asked = Signal()

    def __init__(
        self, parent: QObject, day: Day, start: Start, new: NewEventScreen, choice: FileChoice
    ) -> None:
        super().__init__(parent)
        self._day, self._start, self._new, self._choice = day, start, new, choice
        self._worker = Worker(self)
        self._folder: Path | None = None
        self._file: Path | None = None
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
        self._new.folder_asked.connect(self._choose_folder)
        self._new.file_asked.connect(self._choose_file)
        self._new.create_asked.connect(self._create)
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
            self._day.open(path)
        else:
            self._make_sample(path, read_sample())

    def _open_practice(self) -> None:
        self._make_sample(_unused(own_folder(), PRACTICE), read_sample(with_ballots=False))

    def _make_sample(self, path: Path, sample: Sample) -> None:
        def make(_progress: Progress) -> NewEvent:
            return create_event(path, sample.event, sample.intake, sample.pins, opens_scoring=True)

        self._setup = None
        if self._worker.start(make):
            self._start.setEnabled(False)

    def _choose_event(self) -> None:
        if path := self._choice.event():
            self._day.open(path)

    def _open_recent(self, path: str) -> None:
        """Open an event that was open before; what isn't there any more is looked for."""
        if Path(path).is_file() or has_copies(Path(path)):
            self._day.open(Path(path))
        else:
            self._choose_event()

    def _begin_new(self) -> None:
        self._folder = self._file = None
        self._new.begin()
        self.new_asked.emit()

    def _choose_folder(self) -> None:
        if folder := self._choice.folder("Folder of CSV files"):
            self._folder = folder
            self._new.show_folder(str(folder))

    def _choose_file(self) -> None:
        title = self._new.title.text().strip().replace("/", "-") or "New event"
        if path := self._choice.new_event(Path.home() / f"{title}{SUFFIX}"):
            self._file = path
            self._new.show_file(str(path))

    def _create(self, title: str) -> None:
        folder, file = self._folder, self._file
        if folder is None or file is None:
            return
        try:
            intake = read_folder(folder)
        except IntakeError as refusal:
            self._new.show_problems(refusal.problems)
            return

        def make(_progress: Progress) -> NewEvent:
            return create_event(file, Event(title), intake)

        self._setup = intake.setup
        found = proposed_findings(Event(title), intake)
        self._findings = (*intake.notes, *desk_notes(found, Phase.SETTING_UP))
        if self._worker.start(make):
            self._new.show_busy(is_busy=True)

    def _show_made(self, made: object) -> None:
        self._start.setEnabled(True)
        self._new.show_busy(is_busy=False)
        if not isinstance(made, NewEvent):
            return
        if self._setup is None:
            self._day.open(made.path)
        else:
            remember(made.path, self._new.title.text().strip())
            self._new.show_pins(pin_rows(self._setup, made.pins), self._findings)

    def _show_failed(self, error: object) -> None:
        self._start.setEnabled(True)
        self._new.show_busy(is_busy=False)
        raise_bug(error)
        if self._setup is None:
            self._day.refused.emit(str(error), "attention")
        else:
            self._new.show_problems([str(error)])

    def _open_new(self) -> None:
        if self._file is not None:
            self._day.open(self._file)


def pin_rows(setup: Setup, pins: Mapping[Actor, str]) -> tuple[PinRow, ...]:
    """Everyone's PIN beside their name, in the order in which they sign in."""
    by_key = {actor.key: pin for actor, pin in pins.items()}
    return tuple(PinRow(row.name, by_key[row.key]) for row in sign_in_rows(setup))


def _unused(folder: Path, stem: str) -> Path:
    """The first of "Practice", "Practice 2", … that isn't there."""
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} {number}{SUFFIX}", number + 1
    return path
