"""The open event and who is signed in: what every other part of the wiring shares."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from judging_app.domain.roles import Actor
from judging_app.errors import DeskError, EventFileError, NoMemoryError, NotSavedError
from ui.worker import raise_bug

if TYPE_CHECKING:
    from judging_app.desk.desk import Changed, Desk
    from judging_app.desk.keeping.trouble import Trouble

P = ParamSpec("P")

# The desk is imported where it is first needed: the names are on the screen before.
# ruff: noqa: PLC0415


class Day(QObject):
    """Holds the desk, passes acts to it, and reports to everybody what changed.

    `refused` is the one door for what a person can correct: a sentence, and "loss" where
    something is not on the disk, else "attention".
    """

    opened = Signal()
    closing = Signal()
    """Just before the open event is closed, with everything on its record."""
    closed = Signal()
    seated = Signal()
    """Another person is at the desk, or nobody any more."""
    actor_changed = Signal()
    """Whatever belonged to whoever was signed in is to be forgotten."""
    settled = Signal()
    """After all of these, once every part has taken them: now show somebody in."""
    changed = Signal(object)
    """A `Changed`, after every act."""
    troubled = Signal(object)
    """A `Trouble`: an event that can't be used as it is, which its copies help with."""
    saving = Signal()
    """Before an act where the disk was slow with the last one: nothing moves until it is done."""
    saved = Signal(str)
    refused = Signal(str, str)
    not_shown = Signal(str)
    """Why something can't be read just now, and so can't be shown."""
    not_done = Signal()
    """After an act was refused: what was asked for is not so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._actor: Actor | None = None
        self._away: Actor | None = None
        self._looked_at_from: Trouble | None = None

    @property
    def desk(self) -> "Desk":
        """The open event.

        Raises:
            RuntimeError: if none is open, which is a bug.
        """
        if self._desk is None:
            raise RuntimeError("no event is open")
        return self._desk

    @property
    def is_open(self) -> bool:
        """Whether an event is open."""
        return self._desk is not None

    @property
    def actor(self) -> Actor:
        """Who is signed in.

        Raises:
            RuntimeError: if nobody is, which is a bug.
        """
        if self._actor is None:
            raise RuntimeError("nobody is signed in")
        return self._actor

    @property
    def is_signed_in(self) -> bool:
        """Whether somebody is signed in."""
        return self._actor is not None

    @property
    def is_looking_at_copy(self) -> bool:
        """Whether what is open is a copy that was only to be looked at."""
        return self._looked_at_from is not None

    def open(self, path: Path) -> bool:
        """Open an event in place of the one that is open; False if it was refused.

        Where its copies help with what is the matter, that is said instead.
        """
        from judging_app.desk import events
        from judging_app.desk.keeping.trouble import trouble_with, trouble_with_copy

        if trouble := trouble_with_copy(path):
            return self.give_up(trouble)
        return self._open(
            lambda: events.open_and_check(path),
            lambda _desk: None,
            lambda refusal: trouble_with(path, refusal),
        )

    def look_at_copy(self, copy: Path, trouble: "Trouble") -> None:
        """Open a copy of an event in trouble, so that nothing changes, until the way back to it."""
        from judging_app.desk import events

        def looked_at() -> "Desk":
            return events.open_and_check(copy, is_to_look=True)

        self._open(looked_at, lambda _desk: None, lambda _refusal: None, trouble)

    def leave_copy(self) -> None:
        """Go back from a copy that was looked at to what else there is to go on from."""
        if self._looked_at_from is not None:
            self.give_up(self._looked_at_from)

    def continue_in(self, copy: Path) -> bool:
        """Go on with the open event in a whole copy of it; False if it was refused."""
        from judging_app.desk.keeping import elsewhere

        before = self.desk
        return self._open(
            lambda: elsewhere.opened_copy(before, copy),
            lambda desk: elsewhere.take_along(before, desk),
            lambda _refusal: None,
        )

    def give_up(self, trouble: "Trouble") -> bool:
        """Close what is open, and say what is the matter with a file that copies help with."""
        self.close()
        self.troubled.emit(trouble)
        return False

    def close(self) -> None:
        """Close the event, signing out whoever is signed in."""
        if self._desk is None:
            return
        self.sign_out()
        if self._away is not None:
            self._seat(None)
        self.closing.emit()
        self._desk.close()
        self._desk = self._looked_at_from = None
        self.closed.emit()

    def enter(self, actor: Actor) -> None:
        """Let everybody know who has signed in."""
        self._seat(actor)

    def leave(self) -> None:
        """Let everybody know that nobody is signed in any more."""
        self._seat(None)

    def sign_out(self, reason: str = "") -> None:
        """Sign out whoever is signed in; with a reason, where they didn't ask for it."""
        from judging_app.desk.sign_in import sign_out

        if self._actor is not None:
            self.act(sign_out, reason)
            self.leave()

    def lock(self, reason: str) -> None:
        """Sign out whoever is signed in, and keep what they had before them.

        If they are the next to sign in, they go on where they were; nobody else sees any of it.
        """
        from judging_app.desk.sign_in import sign_out

        self.act(sign_out, reason)
        self._away, self._actor = self._actor, None
        self.seated.emit()
        self.settled.emit()

    def act(
        self,
        function: Callable[Concatenate["Desk", Actor, P], "Changed"],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> str:
        """Do one act of whoever is signed in; the answer is empty, or the sentence of its refusal.

        A refusal is said, and what was asked for is not so: the screens show what is.
        """
        desk, actor = self.desk, self.actor
        refusal = self.do(lambda: function(desk, actor, *arguments, **named))
        if refusal:
            self.not_done.emit()
        return refusal

    def does(
        self, function: Callable[Concatenate["Desk", Actor, P], "Changed"]
    ) -> Callable[P, object]:
        """A slot that does one act with what its signal carries."""

        def do(*arguments: P.args, **named: P.kwargs) -> None:
            self.act(function, *arguments, **named)

        return do

    def attempt(
        self,
        function: Callable[Concatenate["Desk", Actor, P], "Changed"],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> str:
        """The same, for a screen that shows the sentence of a refusal itself."""
        desk, actor = self.desk, self.actor
        return self.do(lambda: function(desk, actor, *arguments, **named), says_refusal=False)

    def do(self, do: Callable[[], "Changed"], *, says_refusal: bool = True) -> str:
        """Do one act, whoever's it is; what is not on the disk is said in any case."""
        if self._desk is not None and self._desk.saves_slowly:
            self.saving.emit()
        try:
            changed = do()
        except NotSavedError as refusal:
            self.refused.emit(str(refusal), "loss")
            return str(refusal)
        except DeskError as refusal:
            if says_refusal:
                self.refused.emit(str(refusal), "attention")
            return str(refusal)
        except MemoryError:
            self.refused.emit(str(NoMemoryError()), "loss")
            return str(NoMemoryError())
        from judging_app.present.time_of_day import saved_text

        if changed.saved_at is not None:
            self.saved.emit(saved_text(changed.saved_at))
        self.changed.emit(changed)
        return ""

    def fail(self, error: object) -> None:
        """Say the refusal that work on another thread ended in, or hand on the bug."""
        if isinstance(error, DeskError):
            self.refused.emit(str(error), "attention")
        raise_bug(error)

    def look(self, show: Callable[[], None]) -> None:
        """Show what is so now; what can't be read just now is said as such."""
        try:
            show()
        except EventFileError as refusal:
            self.not_shown.emit(str(refusal))

    def _open(
        self,
        open_desk: "Callable[[], Desk]",
        begin: "Callable[[Desk], None]",
        trouble_with: "Callable[[DeskError], Trouble | None]",
        looked_at_from: "Trouble | None" = None,
    ) -> bool:
        try:
            desk = open_desk()
        except DeskError as refusal:
            if trouble := trouble_with(refusal):
                return self.give_up(trouble)
            self.refused.emit(str(refusal), "attention")
            return False
        self.sign_out()
        begin(desk)
        self.close()
        self._desk, self._looked_at_from = desk, looked_at_from
        self.opened.emit()
        self.settled.emit()
        return True

    def _seat(self, actor: Actor | None) -> None:
        is_back = actor is not None and actor == self._away
        self._actor, self._away = actor, None
        self.seated.emit()
        if not is_back:
            self.actor_changed.emit()
        self.settled.emit()
