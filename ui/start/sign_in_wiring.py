"""Wires signing in."""

from PySide6.QtCore import QObject

from judging_app.desk import sign_in
from judging_app.domain.roles import actor_from_key
from judging_app.intake.sample import is_sample, sample_pins
from judging_app.present.start.sign_in import sign_in_rows, with_pins
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.start.sign_in import SignIn


class SignInWiring(PageWiring):
    """Serves the screen where a name is chosen and a PIN entered."""

    def __init__(self, parent: QObject, day: Day, screen: SignIn) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        screen.sign_in_asked.connect(self._sign_in)

    def refresh(self) -> None:
        """Offer everyone who can sign in."""
        setup = self._day.desk.setup()
        rows = sign_in_rows(setup)
        self._screen.show_names(with_pins(rows, sample_pins()) if is_sample(setup) else rows)

    def _sign_in(self, key: str, pin: str) -> None:
        actor, desk = actor_from_key(key), self._day.desk
        refusal = self._day.act(lambda: sign_in.sign_in(desk, actor, pin), says_refusal=False)
        if refusal:
            self._screen.show_refusal(refusal, wait_s=sign_in.wait_of(desk, actor))
        else:
            self._day.enter(actor)
