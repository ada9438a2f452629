"""Long work off the interface's thread: takes values, gives a result, never touches the store."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event as Flag
from threading import Thread

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

from judging_app.errors import DeskError, NoMemoryError


class CancelledError(Exception):
    """The person who asked for the work doesn't want it any more."""


class Progress:
    """What a task calls as it goes: says how far it is, and stops it if it was cancelled."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._emit_progress = tell
        self._cancelled = Flag()

    def __call__(self, done: int, total: int) -> None:
        """Say that `done` of `total` parts are ready.

        Raises:
            CancelledError: if the work was cancelled; the task lets it pass.
        """
        if self._cancelled.is_set():
            raise CancelledError
        self._emit_progress(done, total)

    def cancel(self) -> None:
        """Make the next call raise."""
        self._cancelled.set()


Task = Callable[[Progress], object]
"""Work over values that it already holds; an SQLite connection would refuse the thread."""


def raise_bug(error: object) -> None:
    """Hand what nobody foresaw to the one door for it; a refusal is told elsewhere.

    Raises:
        Exception: the bug.
    """
    if not isinstance(error, DeskError):
        raise error if isinstance(error, Exception) else RuntimeError(str(error))


def run_at_most(task: Callable[[], object], seconds: float) -> None:
    """Run a task whose result nobody waits for, and go on when it ends or the time is over.

    It goes on alone then, and ends with the program at the latest: it holds nothing up.
    """

    def run() -> None:
        with suppress(DeskError, OSError):
            task()

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)


class Worker(QObject):
    """Runs one task at a time; every task ends in exactly one of the last three signals.

    The signals arrive on the thread of the worker itself, so slots may touch widgets.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    _told = Signal(object, int, int)
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._progress: Progress | None = None
        self._told.connect(self._pass_on)
        self._ended.connect(self._end)

    @property
    def is_busy(self) -> bool:
        """Whether a task is under way."""
        return self._progress is not None

    def start(self, task: Task) -> bool:
        """Run `task`; `False`, and nothing is run, while another is under way."""
        if self._progress is not None:
            return False
        job = _Job(task, self._told, self._ended)
        self._progress = job.progress
        self._pool.start(job)
        return True

    def cancel(self) -> None:
        """Stop the task at its next step; `cancelled` says when it has stopped."""
        if self._progress is not None:
            self._progress.cancel()

    def stop(self) -> None:
        """Cancel, and wait until the thread is free; for closing the application."""
        self.cancel()
        self._pool.waitForDone()

    def _pass_on(self, progress: object, done: int, total: int) -> None:
        if progress is self._progress:
            self.progressed.emit(done, total)

    def _end(self, progress: object, result: object, error: object) -> None:
        if progress is not self._progress:
            return
        self._progress = None
        if isinstance(error, CancelledError):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class _Job(QRunnable):
    """One task on the pool's thread; it hands everything over by signals."""

    def __init__(self, task: Task, told: SignalInstance, ended: SignalInstance) -> None:
        super().__init__()
        self.progress = Progress(self._emit_progress)
        self._task, self._told, self._ended = task, told, ended

    def run(self) -> None:
        """Run the task; its error is carried to the one door where errors are shown."""
        result: object = None
        error: Exception | None = None
        try:
            result = self._task(self.progress)
        except MemoryError:
            error = NoMemoryError()
        except Exception as raised:  # noqa: BLE001 - handed on whole, to be judged at the one door
            error = raised
        self._ended.emit(self.progress, result, error)

    def _emit_progress(self, done: int, total: int) -> None:
        self._told.emit(self.progress, done, total)
