"""The first screen: open an event, or try the sample."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from judging_app.present.start.start import PinRow, RecentRow
from ui.widgets.buttons import ActButton, Button, CardButton, PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.scroll import ScrollColumn


class Start(QWidget):
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
        scroll.body.addLayout(self._head())
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(self._left(), 3)
        columns.addLayout(self._right(), 2)
        scroll.body.addLayout(columns)
        scroll.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
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
        head = QVBoxLayout()
        head.setContentsMargins(5, 8, 5, 0)
        head.addWidget(Heading("Run the judging of a pitch day"))
        head.addWidget(
            WrappedLabel(
                "Judges score, the host announces, everyone goes home with certificates. All on "
                "this computer, with no network.",
                "quiet-large",
            )
        )
        return head

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self._try_card())
        left.addWidget(self._own_card())
        left.addStretch(1)
        return left

    def _try_card(self) -> Card:
        card = Card()
        self._sample = ActButton("Open the sample day", icon="play")
        practice = PlainButton("Practise scoring", icon="pencil")
        self._sample.clicked.connect(self.sample_asked)
        practice.clicked.connect(self.practice_asked)
        card.body.addWidget(Heading("Try it", 2))
        card.body.addWidget(
            QuietText(
                "Tech Connect: six teams, eight judges, every ballot submitted. Or score it "
                "yourself from the start. The people are invented."
            )
        )
        card.body.addLayout(_acts(self._sample, practice))
        return card

    def _own_card(self) -> Card:
        card = Card()
        new = PlainButton("New event from a folder…", icon="file-plus")
        other = PlainButton("Open an event…", icon="folder-open")
        new.clicked.connect(self.new_asked)
        other.clicked.connect(self.open_asked)
        self._no_recent = QuietText("Events that you open appear here.")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        card.body.addWidget(Heading("Your events", 2))
        card.body.addLayout(_acts(new, other))
        card.body.addWidget(Hairline())
        card.body.addWidget(self._no_recent)
        card.body.addLayout(self._recent)
        return card

    def _right(self) -> QVBoxLayout:
        self._pin_card = Card()
        self._pins = QGridLayout()
        self._pins.setHorizontalSpacing(16)
        self._pins.setVerticalSpacing(6)
        self._pins.setColumnStretch(0, 1)
        self._pin_card.body.addWidget(Heading("The sample’s PINs", 2))
        self._pin_card.body.addWidget(QuietText("For the sample and for practice only."))
        self._pin_card.body.addLayout(self._pins)
        self._pin_card.hide()
        right = QVBoxLayout()
        right.addWidget(self._pin_card)
        right.addStretch(1)
        return right


class RecentCard(CardButton):
    """One event opened before."""

    opened = Signal(str)

    def __init__(self, row: RecentRow, parent: QWidget | None = None) -> None:
        super().__init__(f"{row.title}, {row.detail}", parent)
        self._key = row.key
        words = QWidget()
        layout = QVBoxLayout(words)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(PlainLabel(row.title, "strong"))
        layout.addWidget(PlainLabel(row.detail, "quiet"))
        self.add(words, 1)
        self.add(IconMark("chevron-right"))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self._key)


def _acts(*buttons: Button) -> QHBoxLayout:
    """Buttons side by side; below 100 % of room they keep their words by stacking."""
    line = QHBoxLayout()
    line.setContentsMargins(-5, 4, 0, 0)
    line.setSpacing(0)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
