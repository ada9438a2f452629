"""Wires the question for the PIN before an act that asks for it again."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from judging_app.desk import sign_in
from judging_app.desk.desk import Changed, Desk
from judging_app.domain.acts import Act
from judging_app.domain.roles import Actor
from judging_app.present.words.acts import ACT_WORDS
from judging_app.present.words.event import ROLE_WORDS
from judging_app.words import capitalised
from ui.day import Day
from ui.pins.pin_again import PinAgain

P = ParamSpec("P")


class AskingAgain(QObject):
    """Does an act once whoever is signed in has entered their PIN again."""

    def __init__(self, window: QWidget, day: Day) -> None:
        super().__init__(window)
        self._day, self.question = day, PinAgain(window)
        self._kind: type[Act] | None = None
        self._do: Callable[[], object] = _nothing
        self._leave: Callable[[], object] = _nothing
        self.question.entered.connect(self._try)
        self.question.rejected.connect(self._give_up)
        day.seated.connect(self.question.reject)

    def before(
        self,
        kind: type[Act],
        do: Callable[[], object],
        leave: Callable[[], object] | None = None,
        *,
        whose: str = "",
    ) -> None:
        """Ask for the PIN, then `do`; `leave` is what to do if it is never right.

        `whose` names those whom the act is about.
        """
        self._kind, self._do, self._leave = kind, do, leave or _nothing
        actor = self._day.actor
        of = f": {whose}" if whose else ""
        why = f"Enter your PIN again to {ACT_WORDS[kind]}{of}."
        self.question.ask(why, capitalised(ROLE_WORDS[actor.role]))

    def does(
        self, kind: type[Act], function: Callable[Concatenate[Desk, Actor, P], Changed]
    ) -> Callable[P, object]:
        """A slot that asks, then does one act with what its signal carries."""

        def do(*arguments: P.args, **named: P.kwargs) -> None:
            self.before(kind, lambda: self._day.act(function, *arguments, **named))

        return do

    def _try(self, pin: str) -> None:
        if self._kind is None or not self._day.is_signed_in:
            return
        if refusal := self._day.attempt(sign_in.confirm, self._kind, pin):
            wait_s = sign_in.wait_of(self._day.desk, self._day.actor)
            self.question.show_refusal(refusal, wait_s=wait_s)
            return
        do = self._do
        self._forget()
        self.question.accept()
        do()

    def _give_up(self) -> None:
        leave = self._leave
        self._forget()
        leave()

    def _forget(self) -> None:
        self._kind, self._do, self._leave = None, _nothing, _nothing


def _nothing() -> None:
    """Where there is nothing to do."""
