"""What can go wrong in a way that the person at the screen can correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what is pure knows of a file that it has a name
    from pathlib import Path


class DeskError(Exception):
    """A refusal: its text says what is wrong and then what to do.

    Everything that is not a `DeskError` is a bug, and is caught at one door only.
    """


class EventFileError(DeskError):
    """The event file can't be opened, read or written."""


class DamagedError(EventFileError):
    """An event file of ours is whole no more; a copy of it may be, so the copies are offered.

    `path` is the file, and `what` says what is damaged, as the middle of a sentence.
    """

    def __init__(self, path: Path, what: str = "part of it is missing or changed") -> None:
        super().__init__(f"{path.name} is damaged: {what}. Open an earlier copy.")
        self.path, self.what = path, what


class NotTrustedError(DamagedError):
    """An open event file isn't as it was recorded, so nothing that follows from it is told.

    `what` is the whole sentence.
    """

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(path, sentence)
        self.args = (sentence,)


class UnreadableError(EventFileError):
    """A row of an event file holds what no such row can; its text is the place alone.

    Opening a file says it as a `DamagedError`, which knows the file.
    """

    def __init__(self, place: str) -> None:
        super().__init__(
            f"This event file is damaged: {place} can’t be read. Open an earlier copy."
        )
        self.place = place


class NotSavedError(EventFileError):
    """A change did not reach the disk; the file is as it was before it."""


class NotReadError(EventFileError):
    """The open event can't be read just now; nothing of it is lost by that."""


class ReadOnlyError(EventFileError):
    """The event was opened to look at and to print; nothing of it can be changed."""


class OutputError(DeskError):
    """A paper or an export can't be written where it was asked for."""


class NoMemoryError(DeskError):
    """The computer has no memory left for what was asked."""

    def __init__(self) -> None:
        super().__init__(
            "This computer has no memory left, so this was NOT done. Close other programs, then "
            "try again."
        )


class NotAllowedError(DeskError):
    """This role may not do this, or not in this phase."""


class NotConfirmedError(NotAllowedError):
    """The PIN has to be entered again before this is done."""


class SignInError(DeskError):
    """A PIN was wrong, or its holder is locked out for a while."""


class BallotStateError(DeskError):
    """A ballot can't make this move from the state that it is in."""


class IncompleteBallotError(DeskError):
    """A ballot can't be submitted while criteria are not scored."""


class ScoreOffScaleError(DeskError):
    """A score lies outside its criterion's scale, or between its steps."""


class FigureError(DeskError):
    """What was written isn't plainly a number."""


class NoFigureError(FigureError):
    """What was written says that there is no figure, such as N/A."""


class UnusableNameError(DeskError):
    """A name is empty, too long, or holds characters that can't be shown."""


class RubricError(DeskError):
    """A criterion's weight or scale makes no sense."""


class MethodError(DeskError):
    """A method can't give a result on these ballots."""


class UnknownError(DeskError):
    """A judge, a team or a criterion is named that this event doesn't have."""


class IntakeError(DeskError):
    """Files were read and found wrong; each problem names its place and remedy."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def pass_on_lack_of_memory(error: Exception) -> None:
    """Let it through where whatever else goes wrong is taken for a fault of what is read.

    Raises:
        MemoryError: if that is what went wrong, be it among other things.
    """
    if isinstance(error, MemoryError) or (
        isinstance(error, ExceptionGroup) and error.subgroup(MemoryError)
    ):
        raise MemoryError from error


class BundleError(DeskError):
    """A bundle can't be read, or isn't what it says it is; the text names the place."""
