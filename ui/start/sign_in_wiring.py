"""Wires signing in."""

from PySide6.QtCore import QObject

from judging_app.domain.roles import ORGANISER, actor_from_key
from judging_app.present.start.sign_in import SignInRow, sign_in_rows, with_pins
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.start.sign_in import SignIn

# What signing in needs of the desk is imported then: the names are on the screen before.
# ruff: noqa: PLC0415


class SignInWiring(PageWiring):
    """Serves the screen where a name is chosen and a PIN entered, even while the event is opened.

    Who is faster than that waits with their PIN until it is open.
    """

    def __init__(self, parent: QObject, day: Day, screen: SignIn) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._early: tuple[SignInRow, ...] = ()
        self._waiting: tuple[str, str] | None = None
        screen.sign_in_asked.connect(self._sign_in)
        screen.passphrase_entered.connect(self._enter_passphrase)
        day.settled.connect(self._go_on)
        day.refused.connect(self._give_up)
        day.troubled.connect(self._give_up)

    def refresh(self) -> None:
        """Offer everyone who can sign in; whoever has chosen their name already stays with it."""
        from judging_app.desk.access.passphrase import has_passphrase
        from judging_app.intake.sample import is_sample, sample_pins

        desk = self._day.desk
        rows = sign_in_rows(desk.setup())
        if is_sample(desk.event(), desk.setup()):
            rows = with_pins(rows, sample_pins())
        if rows != self._early:
            self._screen.show_names(rows)
        self._early = ()
        self._screen.offer_passphrase(ORGANISER.key if has_passphrase(desk) else "")

    def show_early(self, rows: tuple[SignInRow, ...]) -> None:
        """Offer these, of an event that is being opened."""
        self._early = rows
        self._screen.show_names(rows)

    def _sign_in(self, key: str, pin: str) -> None:
        if not self._day.is_open:
            self._waiting = (key, pin)
            return
        from judging_app.desk import sign_in

        actor, desk = actor_from_key(key), self._day.desk
        refusal = self._day.do(lambda: sign_in.sign_in(desk, actor, pin), says_refusal=False)
        if refusal:
            self._screen.show_refusal(refusal, wait_s=sign_in.wait_of(desk, actor))
        else:
            self._day.enter(actor)

    def _enter_passphrase(self, typed: str) -> None:
        from judging_app.desk.access import passphrase

        desk = self._day.desk
        refusal = self._day.do(lambda: passphrase.sign_in(desk, typed), says_refusal=False)
        if refusal:
            self._screen.show_passphrase_refusal(refusal)
        else:
            self._day.enter(ORGANISER)

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self._day.is_open:
            self._sign_in(*waiting)

    def _give_up(self) -> None:
        self._waiting, self._early = None, ()
