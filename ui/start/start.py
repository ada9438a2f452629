"""The first screen: open an event, or try the sample."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from judging_app.present.start.start import PinRow, RecentRow
from ui.widgets.buttons import ActButton, Button, CardButton, PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column, grid
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn


class Start(Screen):
    """Says what this is, and which event is to be opened."""

    sample_asked = Signal()
    practice_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    recent_asked = Signal(str)
    """The recent event's key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent_cards: list[RecentCard] = []
        scroll = ScrollColumn()
        scroll.body.setSpacing(16)
        columns = across((self._left(), 3), (self._right(), 2), spacing=16)
        add(scroll.body, columns, 1)
        self.lay_out(scroll, head=self._head())
        self._sample.setFocus()

    def show_recent(self, rows: Sequence[RecentRow]) -> None:
        """List the events opened before, the newest first."""
        for card in self._recent_cards:
            card.hide()
            card.deleteLater()
        self._recent_cards = [RecentCard(row) for row in rows]
        for card in self._recent_cards:
            self._recent.addWidget(card)
            card.opened.connect(self.recent_asked)
        self._no_recent.setVisible(not rows)

    def show_pins(self, rows: Sequence[PinRow]) -> None:
        """Show the sample's PINs, which anyone may know."""
        while self._pins.count():
            item = self._pins.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, row in enumerate(rows):
            self._pins.addWidget(PlainLabel(row.name), at, 0)
            self._pins.addWidget(PlainLabel(row.pin, "strong"), at, 1)
        self._pin_card.setVisible(bool(rows))

    def _head(self) -> QVBoxLayout:
        return column(
            Heading("Run the judging of a pitch day"),
            WrappedLabel(
                "Judges score, the host announces, everyone goes home with certificates. All on "
                "this computer, with no network.",
                "quiet-large",
            ),
        )

    def _left(self) -> QVBoxLayout:
        return column(self._try_card(), self._own_card(), 1, spacing=16)

    def _try_card(self) -> Card:
        card = Card()
        self._sample = ActButton("Open the sample day", icon="play")
        practice = PlainButton("Practise scoring", icon="pencil")
        self._sample.clicked.connect(self.sample_asked)
        practice.clicked.connect(self.practice_asked)
        add(
            card.body,
            Heading("Try it", 2),
            QuietText(
                "Tech Connect: six teams, eight judges, every ballot submitted. Or score it "
                "yourself from the start. The people are invented."
            ),
            _acts(self._sample, practice),
        )
        return card

    def _own_card(self) -> Card:
        card = Card()
        new = PlainButton("New event…", icon="file-plus")
        other = PlainButton("Open an event…", icon="folder-open")
        new.clicked.connect(self.new_asked)
        other.clicked.connect(self.open_asked)
        self._no_recent = QuietText("Events that you open appear here.")
        self._recent = column(spacing=8)
        add(
            card.body,
            Heading("Your events", 2),
            _acts(new, other),
            Hairline(),
            self._no_recent,
            self._recent,
        )
        return card

    def _right(self) -> QVBoxLayout:
        self._pin_card = Card()
        self._pins = grid((), spacing=(16, 6), shares={0: 1})
        heading = Heading("The sample’s PINs", 2)
        hint = QuietText("For the sample and for practice only.")
        add(self._pin_card.body, heading, hint, self._pins)
        self._pin_card.hide()
        return column(self._pin_card, 1)


class RecentCard(CardButton):
    """One event opened before."""

    opened = Signal(str)

    def __init__(self, row: RecentRow, parent: QWidget | None = None) -> None:
        super().__init__(f"{row.title}, {row.detail}", parent)
        self._key = row.key
        words = QWidget()
        title, detail = PlainLabel(row.title, "strong"), PlainLabel(row.detail, "quiet")
        column(title, detail, spacing=2, inside=words)
        self.add(words, 1)
        self.add(IconMark("chevron-right"))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self._key)


def _acts(*buttons: Button) -> QHBoxLayout:
    """Buttons side by side; below 100 % of room they keep their words by stacking."""
    return across(*buttons, 1, spacing=8, margins=(0, 4, 0, 0))
