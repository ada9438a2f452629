"""Makes papers one after the other off the interface's thread, whatever becomes of the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from judging_app.errors import DeskError
from judging_app.present.organiser.papers import PaperOutcome, Unprintable, Written
from ui.worker import CancelledError, Progress, Task

PARTS = 100
"""Of one paper, as progress is counted."""

STOPPED = "It was cancelled before."
_SPOILT = "It could not be made. Try again."


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that is wanted: what makes it, holding values only, or `why` it isn't there."""

    title: str
    make: Callable[[Callable[[int, int], None]], Written] | None = None
    caution: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of each, what was printed as an empty square, and what nobody foresaw."""

    outcomes: tuple[PaperOutcome, ...]
    unprintable: tuple[Unprintable, ...] = ()
    bugs: tuple[Exception, ...] = ()


def making(wanted: Sequence[Wanted]) -> Task:
    """The work of making papers; cancelled, it still tells what was made before."""

    def make(progress: Progress) -> Made:
        work = _Work(progress, len(wanted))
        for one in wanted:
            work.outcomes.append(work.made(one))
        return Made(tuple(work.outcomes), tuple(work.unprintable), tuple(work.bugs))

    return make


class _Work:
    """The papers made so far."""

    def __init__(self, progress: Progress, count: int) -> None:
        self.outcomes: list[PaperOutcome] = []
        self.unprintable: list[Unprintable] = []
        self.bugs: list[Exception] = []
        self._progress, self._count, self._is_stopped = progress, count, False

    def made(self, one: Wanted) -> PaperOutcome:
        """What becomes of the next."""
        if one.make is None or self._is_stopped:
            return PaperOutcome(one.title, why=one.why or STOPPED)
        try:
            written = one.make(self._tell)
        except CancelledError:
            self._is_stopped = True
            return PaperOutcome(one.title, why=STOPPED)
        except DeskError as refusal:
            return PaperOutcome(one.title, why=str(refusal))
        except Exception as bug:  # noqa: BLE001 - what was made before is to be told as well
            self.bugs.append(bug)
            return PaperOutcome(one.title, why=_SPOILT)
        self.unprintable += written.unprintable
        return PaperOutcome(one.title, len(written.files), written.pages, one.caution)

    def _tell(self, done: int, of: int) -> None:
        before = len(self.outcomes) * PARTS
        self._progress(before + PARTS * done // max(of, 1), self._count * PARTS)
