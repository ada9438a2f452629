"""The open event and who is signed in: what every other part of the wiring shares."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from judging_app.domain.roles import Actor
from judging_app.errors import DeskError, NotSavedError

if TYPE_CHECKING:
    from judging_app.desk.desk import Changed, Desk

P = ParamSpec("P")

# The desk is imported where it is first needed: the names are on the screen before.
# ruff: noqa: PLC0415


class Day(QObject):
    """Holds the desk, passes acts to it, and reports to everybody what changed.

    `refused` is the one door for what a person can correct: a sentence, and "loss" where
    something is not on the disk, else "attention".
    """

    opened = Signal()
    closed = Signal()
    seated = Signal()
    """Another person is at the desk, or nobody any more."""
    actor_changed = Signal()
    """Whatever belonged to whoever was signed in is to be forgotten."""
    settled = Signal()
    """After all of these, once every part has taken them: now show somebody in."""
    changed = Signal(object)
    """A `Changed`, after every act."""
    saved = Signal(str)
    refused = Signal(str, str)
    not_done = Signal()
    """After an act was refused: what was asked for is not so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._actor: Actor | None = None
        self._away: Actor | None = None

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

    def open(self, path: Path) -> bool:
        """Open an event in place of the one that is open; False if it was refused."""
        from judging_app.desk import events

        try:
            desk = events.open_and_check(path)
        except DeskError as refusal:
            self.refused.emit(str(refusal), "attention")
            return False
        self.close()
        self._desk = desk
        self.opened.emit()
        self.settled.emit()
        return True

    def close(self) -> None:
        """Close the event, signing out whoever is signed in."""
        if self._desk is None:
            return
        self.sign_out()
        if self._away is not None:
            self._seat(None)
        self._desk.close()
        self._desk = None
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
        try:
            changed = do()
        except NotSavedError as refusal:
            self.refused.emit(str(refusal), "loss")
            return str(refusal)
        except DeskError as refusal:
            if says_refusal:
                self.refused.emit(str(refusal), "attention")
            return str(refusal)
        from judging_app.present.time_of_day import saved_text

        if changed.saved_at is not None:
            self.saved.emit(saved_text(changed.saved_at))
        self.changed.emit(changed)
        return ""

    def _seat(self, actor: Actor | None) -> None:
        is_back = actor is not None and actor == self._away
        self._actor, self._away = actor, None
        self.seated.emit()
        if not is_back:
            self.actor_changed.emit()
        self.settled.emit()
