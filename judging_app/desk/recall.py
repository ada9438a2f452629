"""Questions of the desk that are worked out once for as long as the tables stay as they are."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar, cast

from judging_app.store.event_file import EventFile

if TYPE_CHECKING:
    from judging_app.desk.desk import Desk

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


class Recall:
    """What was made of a file's tables, let go of as soon as they may be others."""

    def __init__(self, file: EventFile) -> None:
        self._file = file
        self._of: Hashable = None
        self._found: dict[Hashable, object] = {}

    def forget(self) -> None:
        """Ask the tables again, whatever they are."""
        self._found.clear()

    def answer(self, asked: Hashable, made: Callable[[], object]) -> object:
        """What was answered before, or what is made now; inside a change it is made each time."""
        of = self._file.state()
        if of is None:
            return made()
        if of != self._of:
            self._of = of
            self._found.clear()
        if asked not in self._found:
            self._found[asked] = made()
        return self._found[asked]


def recalled(
    question: Callable[Concatenate["Desk", Asked], Found],
) -> Callable[Concatenate["Desk", Asked], Found]:
    """A question that a page asks in several places, and that takes long of a large panel.

    What is answered is given to everybody who asks: nobody changes it.
    """

    @wraps(question)
    def asked(desk: "Desk", /, *given: Asked.args, **named: Asked.kwargs) -> Found:
        key = (question, given, *named.items())
        return cast("Found", desk.recall.answer(key, lambda: question(desk, *given, **named)))

    return asked
