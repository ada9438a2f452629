"""Makes PINs: for the judges that are chosen, for all without one, and for who runs the day."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from judging_app.domain.roles import HOST, ORGANISER, SCORER
from judging_app.present.words.event import ROLE_WORDS
from judging_app.words import capitalised, counted
from ui import theme
from ui.pins.pins_card import PinsCard
from ui.widgets.buttons import ElidedButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import add, column
from ui.widgets.labels import Heading, QuietText
from ui.widgets.picker import Choice, Picker
from ui.widgets.scroll import ScrollColumn

_STAFF = (ORGANISER, HOST, SCORER)
_WIDTH = 340


class PanelPins(ScrollColumn):
    """Stands beside the table of judges."""

    for_staff = Signal(str)
    """A new PIN for whoever has this key."""
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = PinsCard()
        self.for_all_without = PlainButton("PINs for all without one", icon="key-round")
        self.for_chosen = ElidedButton(icon="key-round")
        self.show_chosen([])
        self.staff = Picker("Who runs the day")
        self.staff.show_choices(
            [Choice(one.key, capitalised(ROLE_WORDS[one.role])) for one in _STAFF]
        )
        self.of_staff = PlainButton(icon="key-round")
        self.staff.picked.connect(self._name_staff)
        self._name_staff()
        self.of_staff.clicked.connect(self._ask_staff)
        self._waiting = QuietText()
        self.have_theirs = PlainButton("They have theirs", icon="check")
        self.have_theirs.setToolTip(
            "For the judges you chose. If you chose none, for everybody named here."
        )
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("How many PINs are made")
        self.cancel = PlainButton("Cancel")
        making = Card()
        left = Qt.AlignmentFlag.AlignLeft
        add(
            making.body,
            Heading("PINs", 3),
            QuietText("A new PIN stops the old one at once."),
            (self.for_all_without, 0, left),
            (self.for_chosen, 0, left),
            self.staff,
            (self.of_staff, 0, left),
            self._waiting,
            (self.have_theirs, 0, left),
            self.progress,
            (self.cancel, 0, left),
        )
        self.body.addLayout(column(self.card, making, 1, spacing=16))
        theme.follow(self.setFixedWidth, _WIDTH)
        self.show_idle()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many are made."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self._show_busy(is_busy=True)

    def show_waiting(self, names: str, without: int) -> None:
        """Say whose PIN may not be handed out yet, and how many judges have none at all."""
        said = [f"Not handed out: {names}."] if names else []
        said += [f"{capitalised(counted(without, 'judge'))} without a PIN."] if without else []
        self._waiting.setText(" ".join(said) or "All are handed out.")
        self.have_theirs.setVisible(bool(names))

    def show_chosen(self, names: Sequence[str]) -> None:
        """Say on the button whose PIN it makes."""
        whose = names[0] if len(names) == 1 else "the chosen judges"
        self.for_chosen.show_words(f"New PIN for {whose}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def show_idle(self) -> None:
        """Nothing is being made."""
        self._show_busy(is_busy=False)

    def _show_busy(self, *, is_busy: bool) -> None:
        self.progress.setVisible(is_busy)
        self.cancel.setVisible(is_busy)
        for button in (self.for_all_without, self.for_chosen, self.of_staff):
            button.setEnabled(not is_busy)

    def _name_staff(self, *_: object) -> None:
        role = next(one.role for one in _STAFF if one.key == self.staff.key)
        self.of_staff.setText(f"New PIN for the {ROLE_WORDS[role]}")

    def _ask_staff(self) -> None:
        self.for_staff.emit(self.staff.key)
