"""Wires the organiser's passphrase."""

from PySide6.QtCore import QObject

from judging_app import passphrase as passphrases
from judging_app.desk.access import passphrase
from judging_app.domain.acts import SetPassphrase
from ui.day import Day
from ui.organiser.passphrase import PassphraseScreen
from ui.page_wiring import PageWiring
from ui.pins.pin_again_wiring import AskingAgain


class PassphraseWiring(PageWiring):
    """Serves the form for the passphrase; the PIN is asked again before it changes."""

    def __init__(
        self, parent: QObject, day: Day, screen: PassphraseScreen, again: AskingAgain
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._again = day, screen, again
        screen.set_asked.connect(self._set)
        screen.remove_asked.connect(self._remove)
        day.actor_changed.connect(screen.forget)

    def refresh(self) -> None:
        """Say whether there is one."""
        self._screen.show_state(is_set=passphrase.has_passphrase(self._day.desk))

    def _set(self, typed: str) -> None:
        if why := passphrases.problem(typed):
            self._screen.show_problem(why)
            return
        self._again.before(SetPassphrase, lambda: self._do(typed))

    def _remove(self) -> None:
        self._again.before(SetPassphrase, lambda: self._do(""))

    def _do(self, typed: str) -> None:
        if typed:
            refusal = self._day.act(passphrase.set_passphrase, typed)
        else:
            refusal = self._day.act(passphrase.remove_passphrase)
        if not refusal:
            self._screen.forget()
            self.refresh()
